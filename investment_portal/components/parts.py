"""The parts that pages are made of; each has a template of the same name."""

from collections.abc import Sequence
from typing import ClassVar

from markupsafe import Markup

from investment_portal.value import Value

Shown = str | Markup


class Link(Value):
    """A place to go to."""

    text: str
    href: str
    note: str = ""


class Badge(Value):
    """A short mark: ``tone`` is one of good, busy, plain, warn, example."""

    text: str
    tone: str = "plain"


class Fact(Value):
    """A labelled value; ``known`` is false where the page shows that the value is unknown."""

    label: str
    value: Shown | Link | tuple[Link, ...]
    note: Shown = ""
    known: bool = True
    anchor: str = ""
    """Names the place, so that a link can lead to it."""


class Cell(Value):
    """A table cell; ``number`` ones are set flush right; ``tone`` 1-3 shades what there is more of."""

    value: Shown | Link | tuple[Link, ...]
    number: bool = False
    tone: int = 0


class Part(Value):
    """One part of a page."""

    component: ClassVar[str]


class Finished(Part):
    """HTML that was rendered before: a part, a section or a card that several pages show."""

    component = "finished"
    parts: ClassVar[Sequence[Part]] = ()
    html: Markup
    id: str = ""
    """Id of the section, to which links lead; or of the project that a card shows."""
    title: str = ""
    """Title of the section in the table of contents."""


class Facts(Part):
    """Labelled values, one below the other."""

    component = "facts"
    facts: Sequence[Fact]
    wide: bool = False


class KeyFigures(Part):
    """A few figures in large type."""

    component = "key_figures"
    figures: Sequence[Fact]


class ProseBlock(Part):
    """Running text."""

    component = "prose"
    html: Markup


class Bullets(Part):
    """A list of sentences."""

    component = "bullets"
    items: Sequence[Shown]


class Table(Part):
    """Rows under a head; the first cell of a row names it."""

    component = "table"
    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


class TableRow(Value):
    """A row; ``anchor`` names its place, so that a link can lead to it."""

    cells: Sequence[Cell]
    anchor: str = ""


class TableGroup(Value):
    """Rows under a heading of their own, with their total at the heading."""

    title: Shown | Link
    rows: Sequence[TableRow]
    total: str = ""
    """Of the second column."""
    note: str = ""


class GroupedTable(Part):
    """Rows by group under one head; on a phone a row is one line, its first two values side by side."""

    component = "grouped_table"
    caption: str
    head: Sequence[str]
    groups: Sequence[TableGroup]


class SourceLine(Part):
    """Where figures come from."""

    component = "source_line"
    text: str


class Inline(Part):
    """A word or figure inside a sentence that staff wrote."""

    component = "inline"
    text: str


class Folded(Part):
    """A part that opens on demand, without a script; ``printed`` opens it on paper."""

    component = "folded"
    title: str
    parts: Sequence[Part]
    printed: bool = False


class Actions(Part):
    """Buttons; ``main`` ones are emphasized."""

    component = "actions"
    main: Sequence[Link]
    links: Sequence[Link]


class Jump(Part):
    """Links to the groups of a long list."""

    component = "jump"
    label: str
    links: Sequence[Link]


class Card(Value):
    """A record in a list."""

    html: ClassVar[str] = ""  # what a finished card has instead of fields
    title: str
    href: str
    text: str = ""
    badges: Sequence[Badge] = ()
    facts: Sequence[Fact] = ()
    lead: str = ""
    line: Sequence[str] = ()
    """Short figures in one line instead of labelled facts; such a card is a short one."""
    state: str = ""
    """How far a project is; it stands in one line with the badges and the day of verification."""
    verified: str = ""
    icon: str = ""
    id: str = ""
    """Id of a project, for the filtered list and the shortlist."""


class Cards(Part):
    """Cards side by side; ``empty`` is the text where there are none."""

    component = "cards"
    cards: Sequence[Card | Finished]
    empty: str = ""
    more: Link | None = None
    rows: bool = False
    """One card a row, its facts beside its text: for lists that are read rather than scanned."""
    level: int = 3
    """Level of the cards' headings: one below the heading above."""

    @property
    def with_shortlist(self) -> bool:
        """Return whether a reader can keep one of the cards on the shortlist."""
        return any(card.id for card in self.cards)


class ContactCard(Value):
    """A contact as a card: name, hours, languages."""

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
    phone_note: str = ""
    """From where the number can be dialled, and what to dial elsewhere."""
    schedule: str = ""
    """The hours as scripts read them, and their time zone."""
    zone: str = ""
    holidays: str = ""
    """The ids of the lists of holidays that it keeps."""
    until: str = ""
    """Note where the contact lapses soon, or has lapsed."""
    lapsed: bool = False
    local_phone: str = ""
    local_href: str = ""
    """The number within the contact's own city, where another is shown."""
    inland: bool = False
    """True if the contact cannot be reached from abroad."""
    id: str = ""


class Route(Part):
    """Contacts in the order in which to try them."""

    component = "route"
    contacts: Sequence[ContactCard]


class Ladder(Part):
    """The route of a page: the first contact, large, then the next ones, step by step."""

    component = "ladder"
    contacts: Sequence[ContactCard]
    finder: Link
    """Link to the route finder with the same question."""
    also: Sequence[tuple[str, Link]] = ()
    """Contacts that the page belongs to and that speak another language: why each is named, and its page."""


class Tile(Value):
    """A sector as a picture, a name and a sentence."""

    title: str
    href: str
    icon: str
    text: str
    figures: Sequence[str]


class Tiles(Part):
    """Sectors side by side."""

    component = "tiles"
    tiles: Sequence[Tile]
    level: int = 3
    """Of their headings."""
    more: Link | None = None


class Hero(Part):
    """The opening of the home page: the offer, key figures, the contact to call."""

    component = "hero"
    title: str
    text: str
    figures: Sequence[Fact]
    actions: Sequence[Link]
    contact: ContactCard | None
    contacts: Link
    search: str
    """The address of the list that the search box leads to; empty where there is nothing to search."""


class ShownStep(Value):
    """One step of a procedure, or of preparatory work."""

    title: str
    facts: Sequence[Fact] = ()
    badge: Badge | None = None
    text: str = ""


class Steps(Part):
    """Numbered steps, with totals below."""

    component = "steps"
    steps: Sequence[ShownStep]
    totals: Sequence[Fact] = ()


class Picture(Part):
    """A drawing made by a component template of its own, with a table beside it."""

    component = "picture"
    drawing: str
    data: object
    table: Table


class Section(Value):
    """A headed part of a page."""

    component: ClassVar[str] = ""  # a part names the component that shows it; a section has none
    html: ClassVar[str] = ""  # what a finished section has instead of parts
    id: str
    title: str
    parts: Sequence[Part]
    note: str = ""


class RecordView(Value):
    """The page of a record."""

    kind: str
    """Kind of page: its template is ``theme/pages/KIND.html`` where there is one, else ``record.html``."""
    title: str
    lead: str
    crumbs: Sequence[Link]
    badges: Sequence[Badge]
    sections: Sequence[Section | Finished]
    aside: Sequence[Section | Finished] = ()
    notes: Sequence[Shown] = ()
    figures: Sequence[Fact] = ()
    ways: Sequence[Link] = ()
    """Ways to write to the contact about this record."""
    write: Link | None = None
    """The shortest action, shown beside the contact's number on a phone."""
    tools: Part | None = None
    """Actions on the record: keep, share, print."""
    download: Link | None = None
    """Link to the page's dossier as PDF."""
    styles: Sequence[str] = ()
    """Style sheets of this kind of page, linked before its content."""
    illustration: str = ""
    """The name of the drawing beside the title, a file in ``theme/pages/illustrations``."""
    call: ContactCard | None = None
    """The contact that answers first, where the aside is finished HTML."""

    @property
    def first_contact(self) -> ContactCard | None:
        """The first contact, shown in the bar of a phone."""
        if self.call:
            return self.call
        routes = (part for section in self.aside for part in section.parts if isinstance(part, Ladder | Route))
        return next((route.contacts[0] for route in routes if route.contacts), None)
