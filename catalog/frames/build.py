"""Builds the frames of both languages, or takes them from the cache when nothing that goes in has changed."""

import hashlib
import json
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from catalog.frames.failed import FramesFailed
from catalog.frames.frame import TOKEN, Frame
from catalog.frames.kept_frames import KeptFrames, Rendered, digest
from catalog.frames.mkdocs_build import REFUSED, UNWRITABLE
from catalog.frames.settings import fingerprint, frame_settings
from catalog.frames.tidy import tidy
from catalog.languages import LANGUAGES, Language
from catalog.model.catalog import Catalog
from catalog.value import Value
from catalog.views.slots.slot import SLOT
from investment_portal.build.checked_file import load, save
from investment_portal.build.inputs import Scan

if TYPE_CHECKING:
    import subprocess

FRAME_NAME = "_frame"
WRITER = "frames-2"
UNUSED = re.compile(r"^sitemap\.xml|/lunr/|/workers/")
"""What MkDocs and Material make besides and no page needs."""


class FrameSet(Value):
    """What MkDocs made of one language: ``frames`` by column, hand-written ``pages`` and other ``files`` by path."""

    frames: Mapping[str, Frame]
    pages: Mapping[str, Frame]
    files: Sequence[str]
    rendered: Rendered
    """Where all of them are, with a digest of each."""


def build_frames(root: Path, catalog: Catalog, scan: Scan | None = None) -> dict[Language, FrameSet]:
    """Give the frames of each language; languages that are not in the cache are rendered side by side."""
    scan = scan or Scan(root)
    started: list[tuple[Language, subprocess.Popen[str]]] = []
    folders: dict[Language, Path] = {}
    for language in LANGUAGES:
        settings = frame_settings(catalog, language)
        folder = root / ".cache" / "frames" / f"{language}-{_key(scan, language, settings)}"
        folders[language] = folder
        if not _complete(folder):
            started.append((language, _start(root, folder, settings)))
    # Every renderer is waited for before any is judged: none is left running.
    ended = [(language, process.communicate()[1], process.returncode) for language, process in started]
    for language, _, code in ended:
        if code == 0:
            _finish(folders[language], language)
    _judge(ended)
    _forget_others(root, set(folders.values()))
    return {language: _load(folder, language) for language, folder in folders.items()}


def _finish(folder: Path, language: Language) -> None:
    """Mend the pages that were rendered, and tell all files by their bytes: now the folder is complete."""
    for path in (folder / "site").rglob("*.html"):
        path.write_bytes(tidy(path.read_bytes().decode(), language).encode())
    save(folder / "complete", WRITER, _digests(folder / "site"))


def _judge(ended: Sequence[tuple[Language, str, int]]) -> None:
    """Raise what the renderers ended with; what both languages say is said once."""
    for code, raised in ((REFUSED, FramesFailed), (UNWRITABLE, OSError), (None, RuntimeError)):
        said = [text.strip() for _, text, ended_with in ended if ended_with and code in (ended_with, None)]
        if said:
            raise raised("\n".join(dict.fromkeys(said)))


def _key(scan: Scan, language: Language, settings: dict[str, Any]) -> str:
    digest = hashlib.sha256(fingerprint(settings))
    inputs = scan.digest("mkdocs.yml", "mkdocs.en.yml", f"docs/{language}", "overrides/theme", "catalog/frames")
    digest.update("\n".join([inputs, *scan.surroundings()]).encode())
    return digest.hexdigest()[:16]


def _digests(site: Path) -> dict[str, str]:
    """Tell all that was rendered, each file by its bytes."""
    found = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): digest(path.read_bytes()) for path in found}


def _complete(folder: Path) -> dict[str, str] | None:
    """Give the digests of what was rendered, once it all was."""
    found: dict[str, str] | None = load(folder / "complete", WRITER)
    return found


def _start(root: Path, folder: Path, settings: dict[str, Any]) -> "subprocess.Popen[str]":
    import subprocess  # noqa: PLC0415 - only where frames are rendered

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    program = Path(__file__).with_name("mkdocs_build.py")
    arguments = [
        sys.executable,
        "-X",
        "utf8",
        str(program),
        str(folder / "settings.json"),
        str(root),
        str(folder / "site"),
    ]
    return subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, encoding="utf-8")  # noqa: S603 - our own program


def _forget_others(root: Path, kept: set[Path]) -> None:
    for folder in (root / ".cache" / "frames").iterdir():
        if folder not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def _load(folder: Path, language: Language) -> FrameSet:
    frames, pages, files = {}, {}, []
    rendered = Rendered(folder / "site", _complete(folder) or {})
    for name in rendered.digests:
        parts = name.split("/")
        if name.endswith(".html") and parts[-2:-1] == [FRAME_NAME]:
            frames["/".join(parts[:-2])] = name
        elif name.endswith(".html"):
            pages[name] = name
        elif not name.endswith(".map") and not UNUSED.search(name):
            files.append(name)
    return FrameSet(
        KeptFrames(rendered, frames, language, TOKEN), KeptFrames(rendered, pages, language, SLOT), files, rendered
    )
