"""What pages are composed of: headed sections, and the page of a record."""

from collections.abc import Sequence
from typing import ClassVar

from catalog.value import Value
from catalog.views.parts.cards import Desk, Ladder, Route
from catalog.views.parts.part import Finished, Part
from catalog.views.parts.small import Badge, Fact, Link, Shown


class Section(Value):
    """A headed part of a page."""

    html: ClassVar[str] = ""  # what a finished section has instead of parts
    id: str
    title: str
    parts: Sequence[Part]
    note: str = ""


class RecordView(Value):
    """The page of a record."""

    kind: str
    """Kind of page: its template is ``overrides/pages/KIND.html``."""
    title: str
    lead: str
    crumbs: Sequence[Link]
    badges: Sequence[Badge]
    sections: Sequence[Section | Finished]
    aside: Sequence[Section | Finished] = ()
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
    call: Desk | None = None
    """The contact that answers first, where the aside is finished HTML."""

    @property
    def desk(self) -> Desk | None:
        """The desk that answers first, which a phone keeps in reach of the thumb."""
        if self.call:
            return self.call
        routes = (part for section in self.aside for part in section.parts if isinstance(part, Ladder | Route))
        return next((route.desks[0] for route in routes if route.desks), None)
