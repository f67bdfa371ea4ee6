"""Says whether a tool made the pages that it should, and whether each tells the facts of its record."""

import hashlib
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.peers.sheets import Sheet
from bench.peers.tool import Tool
from investment_portal.languages import LANGUAGES, Language

HIDDEN = re.compile(r"<(script|style|template)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
QUOTES = str.maketrans("‘’“”", "''\"\"")
"""Some tools set quotation marks by themselves."""
LOOKED_AT = 2_000
"""So many projects, spread evenly, are read page by page; of all others the page must be there."""


class Different(Exception):  # noqa: N818 - the benchmark's own finding
    """Says where a tool's site differs from the records."""


@dataclass(frozen=True, slots=True)
class Output:
    """The output of a tool: pages of projects in both languages, all pages, all files, and what they hold."""

    details: int
    pages: int
    files: int
    megabytes: float


def text_of(page: str) -> str:
    """Return the words of a page without blanks and markup."""
    return _plain(html.unescape(HIDDEN.sub("", page)))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text).translate(QUOTES)


def missing(page: str, content: Iterable[str]) -> list[str]:
    """Return the facts that a page does not tell."""
    text = text_of(page)
    return [text_ for text_ in content if _plain(text_) not in text]


def compare(tool: Tool, rows: Sequence[Mapping[Language, Sheet]], changed: Mapping[Language, Sheet]) -> Output:
    """Hold a tool's site against the records; ``changed`` is the one whose investment was changed last."""
    ids = {row["zh"].id for row in rows}
    for language in LANGUAGES:
        page_ids = {path.parent.name for path in (tool.home(language) / "projects").glob("*/index.html")}
        if page_ids != ids:
            raise Different(
                f"{tool.name}, {language}: pages without a project or the reverse: {sorted(page_ids ^ ids)[:5]}"
            )
    step = max(1, len(rows) // LOOKED_AT)
    for row in (*(row for row in rows[::step] if row["zh"].id != changed["zh"].id), changed):
        for language, sheet in row.items():
            page = tool.page(language, sheet.id)
            lacking = missing(page.read_text("utf-8"), sheet.shown_texts)
            if lacking:
                raise Different(f"{tool.name}: {page} does not tell {lacking}")
    files = [path for folder in tool.outputs() for path in folder.rglob("*") if path.is_file()]
    return Output(
        details=len(ids) * len(LANGUAGES),
        pages=sum(path.suffix == ".html" for path in files),
        files=len(files),
        megabytes=round(sum(path.stat().st_size for path in files) / 1e6, 1),
    )


def digest_of_lists(tool: Tool) -> str:
    """Return a digest of all lists: a change of an investment that leaves it as it was has left them stale."""
    digest = hashlib.sha256()
    for path in (path for language in LANGUAGES for path in tool.lists(language)):
        digest.update(path.read_bytes())
    return digest.hexdigest()
