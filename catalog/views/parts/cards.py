"""Records as cards: in lists, as desks to turn to, as tiles and opening of the home page."""

from collections.abc import Sequence
from typing import ClassVar

from catalog.value import Value
from catalog.views.parts.part import Finished, Part
from catalog.views.parts.small import Badge, Fact, Link


class Card(Value):
    """A record in a list."""

    html: ClassVar[str] = ""  # what a finished card has instead of fields
    title: str
    href: str
    text: str = ""
    badges: Sequence[Badge] = ()
    facts: Sequence[Fact] = ()
    lead: str = ""
    icon: str = ""
    id: str = ""
    """Id of a project, by which a list shows it again when narrowed and a reader keeps it on the shortlist."""


class Cards(Part):
    """Cards side by side; ``empty`` says what a reader can do where there are none."""

    component = "cards"
    cards: Sequence[Card | Finished]
    empty: str = ""
    more: Link | None = None
    rows: bool = False
    """One card a row, its facts beside its text: for lists that are read rather than scanned."""
    level: int = 3
    """Level of the cards' headings: one below what stands above them."""

    @property
    def kept(self) -> bool:
        """Whether a reader can keep one of the cards on the shortlist."""
        return any(card.id for card in self.cards)


class Desk(Value):
    """A desk as a card: who answers, when, in which language."""

    name: str
    href: str
    role: str
    languages: str
    hours: str
    phone: str
    phone_href: str
    mail: str
    reason: str = ""
    backup: Link | None = None
    example: bool = False
    schedule: str = ""
    """The hours as scripts read them, and the time zone in which they hold."""
    zone: str = ""
    until: str = ""
    """Said where the desk lapses soon."""


class Route(Part):
    """Desks in the order in which to turn to them."""

    component = "route"
    desks: Sequence[Desk]


class Ladder(Part):
    """The route of a page: the desk that answers first, large, then whom to turn to next, step by step."""

    component = "ladder"
    desks: Sequence[Desk]
    finder: Link
    """The way to the same question, asked from where the reader is."""


class Tile(Value):
    """A sector on the home page."""

    title: str
    href: str
    icon: str
    text: str
    figures: Sequence[str]


class Tiles(Part):
    """Sectors side by side."""

    component = "tiles"
    tiles: Sequence[Tile]


class Hero(Part):
    """The opening of the home page: what this place offers, how much of it, whom to call."""

    component = "hero"
    title: str
    text: str
    figures: Sequence[Fact]
    actions: Sequence[Link]
    desk: Desk | None
    search: str
    """The address of the list that the search box leads to."""
