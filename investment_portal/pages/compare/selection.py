"""The shortlist and the comparison: links to them, and the data of their scripts."""

from collections.abc import Mapping
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.parts import Link, Part
from investment_portal.domain.shards import chunks_for
from investment_portal.pages.compare.comparison import GROUPS, LINES, MARKS, ComparisonLine
from investment_portal.pages.dataset import Dataset

FOLDER = "assets/data/"
IN_A_CHUNK = 16
"""Records that one file of data holds, about."""


def compare_chunks(data: Dataset) -> int:
    """Return the number of files over which the data of all projects is divided."""
    return chunks_for(len(data.index.projects), IN_A_CHUNK)


class ShortlistLinks(Part):
    """The way to the shortlist, with how many projects are on it, and to the comparison of these."""

    component = "shortlist_links"
    shortlist: str
    compare: str
    alone: bool = True
    """False where a part around it brings the script along."""


class ProjectSelection(Part):
    """The comparison or the shortlist: a script builds it from ``data``; without scripts, ``off`` is shown instead."""

    component = "selection"
    page: str
    """The name of the page, of its script and of its styles."""
    wait: str
    off: str
    other: Link
    data: Mapping[str, Any]


def shortlist_links(context: Context, *, alone: bool = True) -> ShortlistLinks:
    """Make the links for a page."""
    return ShortlistLinks(context.href("shortlist/"), context.href("compare/"), alone)


def project_selection(context: Context, page: str, chunks: int, page_words: Mapping[str, str]) -> ProjectSelection:
    """Make the part of a page of this name with its own words."""
    other = Link(context.words["shortlist_to_projects"], context.href("projects/"))
    return ProjectSelection(
        page,
        context.words[f"{page}_wait"],
        context.words[f"{page}_off"],
        other,
        selection_data(context, chunks, page_words),
    )


def selection_data(context: Context, chunks: int, words: Mapping[str, str]) -> dict[str, Any]:
    """Return the data of the scripts besides the records: labels and marks of the lines, words, addresses."""
    return {
        "language": context.language,
        "chunks": chunks,
        "at": {
            "data": context.shared(FOLDER),
            **{name: context.href(f"{name}/") for name in ("projects", "contacts", "compare", "shortlist", "enquiry")},
        },
        "site": context.canonical.removesuffix(context.address),
        "groups": [
            {
                "title": context.words[GROUPS[group]],
                "lines": [_line(context, line) for line in LINES if line.group == group],
            }
            for group in GROUPS
        ],
        "words": words,
    }


def _line(context: Context, line: ComparisonLine) -> dict[str, Any]:
    mark = MARKS.get(line.key)
    shown: dict[str, Any] = {"key": line.key, "label": line.label(context), "expected": line.worth_asking}
    if line.is_text:
        shown["text"] = True
    return {**shown, "end": mark.end, "mark": context.words[mark.word]} if mark else shown
