"""The parts that pages are composed of; each has a component of the same name in ``overrides/pages/components``."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from markupsafe import Markup

Shown = str | Markup


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to."""

    text: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short mark: ``tone`` is one of good, busy, plain, warn, example."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value; ``known`` is false where the page says that nobody has told."""

    label: str
    value: Shown | Link | tuple[Link, ...]
    note: Shown = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a page."""

    component: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Facts(Part):
    """Labelled values, one below the other."""

    component = "facts"
    facts: Sequence[Fact]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigures(Part):
    """A few figures in large type."""

    component = "key_figures"
    figures: Sequence[Fact]


@dataclass(frozen=True, slots=True)
class Prose(Part):
    """Running text."""

    component = "prose"
    html: Markup


@dataclass(frozen=True, slots=True)
class Bullets(Part):
    """A list of sentences."""

    component = "bullets"
    items: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; ``number`` ones are set flush right."""

    value: Shown | Link | tuple[Link, ...]
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table(Part):
    """Rows under a head; the first cell of a row names it."""

    component = "table"
    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list."""

    title: str
    href: str
    text: str = ""
    badges: Sequence[Badge] = ()
    facts: Sequence[Fact] = ()
    lead: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Cards(Part):
    """Cards side by side; ``empty`` says what a reader can do where there are none."""

    component = "cards"
    cards: Sequence[Card]
    empty: str = ""
    more: Link | None = None
    rows: bool = False
    """One card a row, its facts beside its text: for lists that are read rather than scanned."""


@dataclass(frozen=True, slots=True)
class Desk:
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


@dataclass(frozen=True, slots=True)
class Route(Part):
    """Desks in the order in which to turn to them."""

    component = "route"
    desks: Sequence[Desk]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure, or of preparatory work."""

    title: str
    facts: Sequence[Fact] = ()
    badge: Badge | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Steps(Part):
    """Numbered steps, with totals below."""

    component = "steps"
    steps: Sequence[Step]
    totals: Sequence[Fact] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: ``share`` of the longest, 0-100."""

    label: str
    value: str
    share: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bars(Part):
    """A bar chart whose table is the chart itself."""

    component = "bars"
    caption: str
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class SourceLine(Part):
    """Where figures come from."""

    component = "source_line"
    text: str


@dataclass(frozen=True, slots=True)
class Picture(Part):
    """A drawing made by a component template of its own, with a table beside it."""

    component = "picture"
    drawing: str
    data: object
    table: Table


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a page."""

    id: str
    title: str
    parts: Sequence[Part]
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordView:
    """The page of a record."""

    title: str
    lead: str
    crumbs: Sequence[Link]
    badges: Sequence[Badge]
    sections: Sequence[Section]
    aside: Sequence[Section] = ()
    notes: Sequence[str] = ()
    figures: Sequence[Fact] = field(default_factory=tuple)

    @property
    def desk(self) -> Desk | None:
        """The desk that answers first, which a phone keeps in reach of the thumb."""
        routes = (part for section in self.aside for part in section.parts if isinstance(part, Route))
        return next((route.desks[0] for route in routes if route.desks), None)


@dataclass(frozen=True, slots=True)
class Hero(Part):
    """The opening of the home page: what this place offers, how much of it, whom to call."""

    component = "hero"
    title: str
    text: str
    figures: Sequence[Fact]
    actions: Sequence[Link]
    desk: Desk | None


@dataclass(frozen=True, slots=True)
class Tile:
    """A sector on the home page."""

    title: str
    href: str
    icon: str
    text: str
    figures: Sequence[str]


@dataclass(frozen=True, slots=True)
class Tiles(Part):
    """Sectors side by side."""

    component = "tiles"
    tiles: Sequence[Tile]


@dataclass(frozen=True, slots=True)
class Inline(Part):
    """A word or figure inside a sentence that staff wrote."""

    component = "inline"
    text: str


@dataclass(frozen=True, slots=True)
class Folded(Part):
    """A part that opens on demand, without a script."""

    component = "folded"
    title: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Jump(Part):
    """Links to the groups of a long list."""

    component = "jump"
    label: str
    links: Sequence[Link]
