"""Search data in shards: headings of all documents, which the first key loads, and their texts.

The shard of a record follows from its kind and id alone: a changed, new or withdrawn record rewrites its own shards.
Names of files hold a hash of their content; the manifest of a language lists them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from investment_portal.components.context import Context
from investment_portal.domain.shards import chunk_of, chunks_for
from investment_portal.formatting.pinyin import HAN
from investment_portal.memo import memoized
from investment_portal.models.kinds import KINDS
from investment_portal.models.project import Project
from investment_portal.models.text import name_of
from investment_portal.outputs.search.data_script import FOLDER, data_script
from investment_portal.outputs.search.documents import (
    ORDER,
    PAGE,
    Heading,
    SearchDocument,
    record_heading,
    searchable_records,
    summary_text,
)
from investment_portal.pages.dataset import Dataset

HEADINGS = 512
"""Records whose headings form one shard, at most on average."""

TEXTS = 32
"""Records whose texts form one shard: some 30 kB compressed."""

DIGITS = 8
"""Digits of the hash in a file's name, by which servers know that the file never changes."""

PAGES = "pages"
"""The shard of all content pages."""

File = tuple[str, str]
"""A data script as (path below the site's root, text)."""

Members = Sequence[tuple[str, Any]]
"""Records with their kinds."""


def hashed_script(name: str, data: Any) -> File:
    """Return a data script whose file name holds a hash of its content."""
    path, text = data_script(name, data)
    digest = sha256(text.encode()).hexdigest()[:DIGITS]
    return path.removesuffix(".js") + f".{digest}.js", text


def record_shards(data: Dataset, part: str) -> int:
    """Return in how many shards the headings or texts of records are divided."""
    return chunks_for(len(searchable_records(data)), HEADINGS if part == "headings" else TEXTS)


def shard_members(data: Dataset, part: str, number: int) -> Members:
    """Return the records of a shard, in the order of kinds and ids."""
    return _records_of_shards(data, part).get(number, ())


@memoized
def _records_of_shards(data: Dataset, part: str) -> Mapping[int, Members]:
    chunks = record_shards(data, part)
    shards: dict[int, list[tuple[str, Any]]] = {}
    for kind, record in searchable_records(data):
        shards.setdefault(chunk_of(f"{kind}/{record.id}", chunks), []).append((kind, record))
    return shards


def headings(context: Context, data: Dataset, number: int) -> File:
    """Return a shard of the headings of records."""
    rows = [
        _row(context, record_heading(context, kind, record)) for kind, record in shard_members(data, "headings", number)
    ]
    return hashed_script(f"search.{context.language}.headings.{number}", rows)


def texts(context: Context, data: Dataset, number: int, load: Callable[[str], Project]) -> File:
    """Return a shard of the texts of records by kind and id; ``load`` loads a project."""
    shard = {
        f"{kind}/{record.id}": summary_text(context, load(record.id) if kind == "project" else record)
        for kind, record in shard_members(data, "texts", number)
    }
    return hashed_script(f"search.{context.language}.texts.{number}", shard)


def page_files(context: Context, documents: Sequence[SearchDocument]) -> Iterator[File]:
    """Yield the headings and the texts of content pages."""
    rows = [_row(context, document.heading) for document in documents]
    yield hashed_script(f"search.{context.language}.headings.{PAGES}", rows)
    shard = {f"{PAGE}/{document.heading.id}": document.text for document in documents}
    yield hashed_script(f"search.{context.language}.texts.{PAGES}", shard)


def _row(context: Context, heading: Heading) -> list[Any]:
    """Return a heading as a row; its reading follows where signs of it are read otherwise than the manifest says."""
    chinese = heading.title if context.language == "zh" else heading.other
    signs = HAN.findall(chinese)
    reading = context.reading(chinese) if signs else ""
    usual = "" if heading.kind == PAGE else " ".join(context.reading(sign) for sign in signs)
    row = [heading.kind, heading.id, heading.title, heading.other, "\n".join(heading.keywords), heading.summary]
    return [*row, reading] if reading != usual else row


def signs_of_names(data: Dataset) -> str:
    """Return every Chinese sign of the names of records, each once, sorted."""
    return "".join(sorted(set(HAN.findall("".join(name_of(record).zh for _, record in searchable_records(data))))))


def manifest(context: Context, signs: str, sizes: Mapping[str, int]) -> File:
    """Return what there is to search in a language; ``sizes`` holds the bytes of each search file by its path."""
    start = f"{FOLDER}/search.{context.language}."
    files: dict[str, list[str]] = {"headings": [], "texts": [], "answers": []}
    for path in sizes:
        if path.startswith(start):
            files[path.removeprefix(start).split(".")[0]].append(path.removeprefix(f"{FOLDER}/").removesuffix(".js"))
    data = {
        **files,
        "size": sum(sizes[f"{FOLDER}/{name}.js"] for name in files["texts"]),
        "addresses": {kind: KINDS[kind].address("*") for kind in ORDER} | {PAGE: "*"},
        "syllables": {sign: context.reading(sign) for sign in signs},
    }
    return data_script(f"search.{context.language}", data)
