"""Topics whose changes a reader can follow: each sector, each park, and the policies."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.domain.coverage import reaches
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS
from investment_portal.models.text import name_of
from investment_portal.value import Value


class Topic(Value):
    """A sector, a park, or all policies (without an id)."""

    kind: str
    id: str = ""

    @property
    def page(self) -> str:
        """The address of its page, below which the feed is."""
        return KINDS[self.kind].address(self.id) if self.id else KINDS[self.kind].list_address

    def pages(self, catalog: Catalog) -> list[str]:
        """Return the addresses of its page, present and former."""
        record = catalog.records[self.kind][self.id] if self.id else None
        former = [KINDS[self.kind].address(id_) for id_ in getattr(record, "formerly", ())]
        return [self.page, *former]

    def name(self, context: Context) -> str:
        """Return its name in the language of the context."""
        if not self.id:
            return context.column_name(self.kind)
        return name_of(context.catalog.records[self.kind][self.id]).in_(context.language)

    def includes(self, kind: str, record: Any) -> bool:
        """Return whether changes of a record belong to the topic."""
        if not self.id:
            return kind == self.kind
        if kind == self.kind:
            return bool(record.id == self.id)
        return self.id in (_sectors if self.kind == "sector" else _parks)(kind, record, self.id)


def _sectors(kind: str, record: Any, sector: str) -> tuple[str, ...]:
    """Return the sectors of a record; of a policy the one that is asked for, if the policy reaches it."""
    if kind == "policy":
        return (sector,) if reaches(record, sector) else ()
    first = getattr(record, "sector", None)
    others = getattr(record, "other_sectors", None) or getattr(record, "sectors", None) or ()
    return (*([first] if first else []), *([] if others == "all" else others))


def _parks(kind: str, record: Any, _: str) -> tuple[str, ...]:
    """Return the parks of a record."""
    if kind == "project":
        parks: tuple[str, ...] = record.place.all_parks
        return parks
    park = getattr(record, "park", None)
    return (park,) if park else ()


def follow_note(context: Context) -> Markup:
    """Return the link to the feed of the page's topic."""
    return Markup('<a href="feed.xml" type="application/atom+xml">{}</a>').format(context.words["change_feed"])


def topics(catalog: Catalog) -> Iterator[Topic]:
    """Yield the topics of a portal."""
    yield from (Topic("sector", id_) for id_ in catalog.sectors)
    yield from (Topic("park", id_) for id_ in catalog.parks)
    yield Topic("policy")
