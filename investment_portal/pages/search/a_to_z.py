"""Everything by name, from A to Z, for readers without scripts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from investment_portal.components.context import Context
from investment_portal.components.parts import ContactCard, Link, Part
from investment_portal.domain.summary import ProjectSummary
from investment_portal.formatting.pinyin import spelled
from investment_portal.models.kinds import COLUMNS, KINDS
from investment_portal.models.text import name_of
from investment_portal.pages.contacts.routes import main_contact
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.value import Value

LONGEST = 200
"""Records of a kind that are listed one by one; a longer kind is led to as a whole."""

LISTED = tuple(kind.name for kind in COLUMNS.values() if kind.has_pages)
"""Kinds whose records are listed by name."""

LATIN = "abcdefghijklmnopqrstuvwxyz"


MAIN = ("project", "policy", "park", "contact")
"""Kinds whose lists are proposed where nothing is found."""


class Letter(Value):
    """The records whose names begin with a letter."""

    letter: str
    links: Sequence[Link]


class SiteSearch(Part):
    """The search page: a search box with scripts, and all names without."""

    component = "site_search"
    data: str
    """Address of the data scripts' folder."""
    name: str
    words: Mapping[str, str]
    """The words of the script."""
    letters: Sequence[Letter]
    long: Sequence[Link]
    """The lists of those kinds that have too many records to name them here."""
    columns: Sequence[Link]
    contact: ContactCard | None
    """Lists and contact shown where nothing is found."""


class SearchExcerpt(Excerpt):
    """How many projects there are, and all of them where they are few enough to be listed by name."""

    count: int
    projects: Mapping[str, ProjectSummary]


def search_excerpt(data: Dataset) -> SearchExcerpt:
    """Return the projects' excerpt of the search page."""
    every = data.index.projects
    return SearchExcerpt(len(every), every if len(every) <= LONGEST else {})


def site_search(context: Context, excerpt: SearchExcerpt) -> SiteSearch:
    """Compose the search page."""
    return SiteSearch(
        data=context.shared("assets/data/"),
        name=f"search.{context.language}",
        letters=_letters(context, excerpt),
        words=_script_words(context),
        long=[_whole(context, kind, count) for kind in LISTED if (count := _count(context, kind, excerpt)) > LONGEST],
        columns=[Link(context.column_name(kind), context.href(KINDS[kind].list_address)) for kind in MAIN],
        contact=main_contact(context),
    )


def _letters(context: Context, excerpt: SearchExcerpt) -> list[Letter]:
    named = sorted(_named(context, excerpt), key=lambda item: (item[0][:1] not in LATIN, item))
    grouped = groupby(named, key=lambda item: item[0][0].upper() if item[0][:1] in LATIN else "")
    return [Letter(letter or context.words["search_other"], [link for _, _, link in same]) for letter, same in grouped]


def _named(context: Context, excerpt: SearchExcerpt) -> Iterator[tuple[str, str, Link]]:
    """Yield for each record how its name is sorted, its address, and the link to it."""
    for kind in LISTED:
        records = excerpt.projects if kind == "project" else context.catalog.records[kind]
        for id_, record in () if _count(context, kind, excerpt) > LONGEST else records.items():
            name = name_of(record).in_(context.language)
            key = spelled(name, context.reading(name)) if context.language == "zh" else name.lower()
            yield key, f"{kind}/{id_}", Link(name, context.record_href(kind, id_), context.column_name(kind))


def _count(context: Context, kind: str, excerpt: SearchExcerpt) -> int:
    return excerpt.count if kind == "project" else len(context.catalog.records[kind])


def _whole(context: Context, kind: str, count: int) -> Link:
    text = context.words("search_long", kind=context.column_name(kind), count=count)
    return Link(text, context.href(KINDS[kind].list_address))


def _script_words(context: Context) -> dict[str, str]:
    """Return the words that the script shows, with the name of each kind of result."""
    names = {f"kind_{kind.name}": context.column_name(kind.name) for kind in COLUMNS.values()}
    return {**context.words.group("search"), **names}
