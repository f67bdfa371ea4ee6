"""Pagefind's index of the hand-written pages: it finds words in other forms, which exact matching does not.

The program is called with short pages of their text alone. Its Python interface takes a tenth of a second a record, its
filters come in another order at every run, and it makes a file a record: records are left to our own index.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from investment_portal.cache.checked_files import CheckedFolder, digest, load, save
from investment_portal.languages import Language, language_path
from investment_portal.outputs.search.content_pages import ContentTexts
from investment_portal.outputs.search.documents import SearchDocument

FOLDER = "pagefind"
ENTRY = "pagefind-entry.json"
COMPLETE, WRITER = "complete", "pagefind-2"
UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""Files of Pagefind's own page parts, which this portal does not use."""


def pagefind(root: Path, texts: ContentTexts) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index by their path below the site's root; it is made only when a page has changed."""
    pages = {
        f"{language_path(language)}{document.heading.address}index.html": _page(language, document)
        for language, documents in texts.items()
        for document in documents
    }
    folder = root / ".cache" / FOLDER
    index = folder / _key(pages)
    if load(index / COMPLETE, WRITER) is None:
        _make(folder, index, pages)
    result = CheckedFolder(index, load(index / COMPLETE, WRITER) or {})
    for name in result.digests:
        yield f"{FOLDER}/{name}", result.read(name)


def _make(folder: Path, index: Path, pages: Mapping[str, str]) -> None:
    import subprocess  # noqa: PLC0415 - the same

    from pagefind_bin_extended import (  # type: ignore[import-untyped]  # noqa: PLC0415 - only where it is run
        get_executable,
    )

    shutil.rmtree(folder, ignore_errors=True)
    source, result = folder / "pages", folder / "made"
    for name, html in pages.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(html, "utf-8")
    command = [str(get_executable()), "--site", str(source), "--output-path", str(result), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a locked dependency
    if done.returncode:
        raise RuntimeError(f"pagefind ended with {done.returncode}: {done.stderr or done.stdout}")
    # The languages come in another order at every run.
    entry = json.loads((result / ENTRY).read_text("utf-8"))
    (result / ENTRY).write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), "utf-8")
    shutil.rmtree(source)
    paths = sorted(path for path in result.rglob("*") if path.is_file() and not path.name.startswith(UNUSED))
    digests = {path.relative_to(result).as_posix(): digest(path.read_bytes()) for path in paths}
    save(result / COMPLETE, WRITER, digests)
    result.rename(index)


def _page(language: Language, search_document: SearchDocument) -> str:
    lines: Iterable[str] = (f"<p>{escape(line)}</p>" for line in search_document.text.splitlines())
    title = escape(search_document.heading.title)
    return (
        f'<!doctype html><html lang="{language}"><head><title>{title}</title></head>'
        f"<body><h1>{title}</h1>{''.join(lines)}</body></html>"
    )


def _key(pages: Mapping[str, str]) -> str:
    from importlib.metadata import version  # noqa: PLC0415 - its import costs more than most builds need it for

    digest = hashlib.sha256(f"pagefind {version('pagefind_bin_extended')}".encode())
    for name in sorted(pages):
        digest.update(f"{name}\0{pages[name]}\0".encode())
    return digest.hexdigest()[:16]
