"""Everything by name, from A to Z: the way to each record for readers without scripts, or who like to browse."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from catalog.model.kinds import KINDS
from catalog.model.names import name_of
from catalog.show.pinyin import spelled
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.desks import desk
from catalog.views.parts import Desk, Link, Part

LONGEST = 200
"""Records of a kind that are listed one by one; a longer kind is led to as a whole."""

COLUMNS = ("project", "policy", "park", "chain", "firm", "event", "contact", "notice", "sector")
LATIN = "abcdefghijklmnopqrstuvwxyz"


class Letter(Value):
    """The records whose names begin with a letter."""

    letter: str
    links: Sequence[Link]


class SiteSearch(Part):
    """The search page: a box for those who have scripts, and everything by name for all."""

    component = "site_search"
    data: str
    """Address of the data scripts, without their ends."""
    name: str
    letters: Sequence[Letter]
    long: Sequence[Link]
    """The lists of those kinds that have too many records to name them here."""
    desk: Desk | None
    """Whom to ask where nothing is found."""


def site_search(context: Context) -> SiteSearch:
    """Compose the search page."""
    bureau = context.catalog.contacts.get(context.catalog.site.bureau)
    return SiteSearch(
        data=context.shared(f"assets/data/search.{context.language}"),
        name=f"search.{context.language}",
        letters=_letters(context),
        long=[_whole(context, kind) for kind in COLUMNS if _is_long(context, kind)],
        desk=desk(context, bureau) if bureau else None,
    )


def _letters(context: Context) -> list[Letter]:
    named = sorted(_named(context), key=lambda item: (item[0][:1] not in LATIN, item))
    grouped = groupby(named, key=lambda item: item[0][0].upper() if item[0][:1] in LATIN else "")
    return [Letter(letter or context.words["search_other"], [link for _, _, link in own]) for letter, own in grouped]


def _named(context: Context) -> Iterator[tuple[str, str, Link]]:
    """Give for each record how its name is sorted, its address, and the link to it."""
    for kind in COLUMNS:
        for id_, record in () if _is_long(context, kind) else context.catalog.records[kind].items():
            own = name_of(record).in_(context.language)
            key = spelled(own, context.reading(own)) if context.language == "zh" else own.lower()
            label = context.words[f"search_kind_{kind}"]
            yield key, f"{kind}/{id_}", Link(own, context.record_href(kind, id_), label)


def _is_long(context: Context, kind: str) -> bool:
    return len(context.catalog.records[kind]) > LONGEST


def _whole(context: Context, kind: str) -> Link:
    label, count = context.words[f"search_kind_{kind}"], len(context.catalog.records[kind])
    return Link(context.words("search_long", kind=label, count=count), context.href(f"{KINDS[kind].column}/"))
