"""What pages are composed of: headed sections, and the page of a record."""

from collections.abc import Sequence

from catalog.value import Value
from catalog.views.parts.cards import Desk, Ladder, Route
from catalog.views.parts.part import Part
from catalog.views.parts.small import Badge, Fact, Link, Shown


class Section(Value):
    """A headed part of a page."""

    id: str
    title: str
    parts: Sequence[Part]
    note: str = ""


class RecordView(Value):
    """The page of a record."""

    title: str
    lead: str
    crumbs: Sequence[Link]
    badges: Sequence[Badge]
    sections: Sequence[Section]
    aside: Sequence[Section] = ()
    notes: Sequence[Shown] = ()
    figures: Sequence[Fact] = ()
    ways: Sequence[Link] = ()
    """Ways to write to the desk about this record."""
    write: Link | None = None
    """The shortest of them, which a phone keeps beside the desk's number."""
    tools: Part | None = None
    """What a reader can do with the record: keep, share, print."""
    styles: Sequence[str] = ()
    """Style sheets of this kind of page, which stand before everything that they lay out."""
    illustration: str = ""
    """Name of the drawing beside the title, a file in ``overrides/pages/illustrations``."""

    @property
    def desk(self) -> Desk | None:
        """The desk that answers first, which a phone keeps in reach of the thumb."""
        routes = (part for section in self.aside for part in section.parts if isinstance(part, Ladder | Route))
        return next((route.desks[0] for route in routes if route.desks), None)
