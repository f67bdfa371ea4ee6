"""Dossiers as plain values, from which alone they are typeset: each value is a text or a number, never code."""

from collections.abc import Mapping, Sequence
from datetime import date

from investment_portal.languages import Language
from investment_portal.value import Value


class Labelled(Value):
    """A labelled value; ``known`` is false where the dossier states that the value is unknown."""

    label: str
    value: str
    note: str = ""
    known: bool = True


class Passage(Value):
    """A paragraph, or the entries of a list."""

    text: str = ""
    entries: Sequence[str] = ()


class DossierTable(Value):
    """A table: its head, its rows, and the relative width of each column; a row is named by its first cell."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    totals: Sequence[int] = ()
    """Places of the rows that are headings with a total."""


class DossierSection(Value):
    """A headed part: labelled values, passages and a table, whichever it has.

    With ``pairs`` two values stand in a row, else each has a row of a table. Sections of ``half`` width, two in turn,
    stand side by side.
    """

    title: str
    values: Sequence[Labelled] = ()
    passages: Sequence[Passage] = ()
    table: DossierTable | None = None
    note: str = ""
    pairs: bool = False
    half: bool = False

    @property
    def filled(self) -> bool:
        """True if there is something to show."""
        return bool(self.values or self.passages or (self.table and self.table.rows))


class DossierContact(Value):
    """A contact: whom it is for, name, role, and the labelled ways to reach it."""

    reason: str
    name: str
    role: str
    ways: Sequence[Labelled]


class RecordSheet(Value):
    """A record on one or two pages; ``marks`` are notices that must not be missed: an example, withdrawn."""

    kicker: str
    title: str
    lead: str
    state: Sequence[str]
    """Status, and the day of verification."""
    marks: Sequence[str]
    figures: Sequence[Labelled]
    sections: Sequence[DossierSection]
    contacts: Sequence[DossierContact]
    address: str
    """Of the record's page; typesetting adds it as a QR code."""
    fingerprint: str
    """SHA-256 of the record's file among the open data, in hexadecimal."""
    data_address: str
    """Of that file."""


class HandoutEntry(Value):
    """A project in a handout: a few lines."""

    title: str
    line: str
    lead: str
    figures: Sequence[Labelled]
    contact: str
    link: str


class HandoutGroup(Value):
    """The projects of a sector in a handout."""

    title: str
    note: str
    entries: Sequence[HandoutEntry]


class BookPart(Value):
    """A sector in the project book: what it is, and the sheets of its projects."""

    title: str
    lead: str
    note: str
    sheets: Sequence[RecordSheet]


class Book(Value):
    """The project book: cover, profile, sectors with their projects, policies, contacts."""

    title: str
    subtitle: str
    figures: Sequence[Labelled]
    marks: Sequence[str]
    profile: Sequence[DossierSection]
    parts: Sequence[BookPart]
    closing: Sequence[DossierSection]
    address: str


class PortalFrame(Value):
    """The frame of every page: the portal, its host and organiser, its colours."""

    name: str
    place: str
    organiser: str
    host: str
    main: str
    accent: str


class Dossier(Value):
    """A PDF: its template and metadata, and what it says."""

    template: str
    language: Language
    title: str
    kind: str
    """The sort of document, in words."""
    description: str
    day: date
    """Day of the metadata: the latest verification of what the dossier says."""
    portal: PortalFrame
    words: Mapping[str, str]
    verified: str = ""
    """That day in words."""
    sheet: RecordSheet | None = None
    groups: Sequence[HandoutGroup] = ()
    book: Book | None = None
