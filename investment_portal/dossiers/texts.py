"""Parts of pages as plain text: labelled facts, prose, tables, contacts."""

import re
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.components.parts import Cell, ContactCard, Fact, GroupedTable, Link
from investment_portal.domain.routes import route
from investment_portal.dossiers.dossier import DossierContact, DossierSection, DossierTable, Labelled, Passage
from investment_portal.formatting.markdown import rich
from investment_portal.models.text import Text
from investment_portal.pages.contacts.routes import contact_cards

CONTACTS_SHOWN = 2
"""Contacts of a sheet: the first of the route, and who is asked next."""

Content = str | Link | tuple[Link, ...]


def plain_text(context: Context, value: Content) -> str:
    """Return the value of a fact or a cell without markup; several links are joined as the language does."""
    if isinstance(value, tuple):
        return context.words["separator"].join(link.text for link in value)
    if isinstance(value, Link):
        return value.text
    return value.striptags() if isinstance(value, Markup) else value


def labelled(context: Context, facts: Iterable[Fact]) -> list[Labelled]:
    """Return facts as labelled texts."""
    return [
        Labelled(fact.label, plain_text(context, fact.value), plain_text(context, fact.note), fact.known)
        for fact in facts
    ]


def passages(text: str) -> list[Passage]:
    """Return prose as paragraphs and lists, without links and emphasis."""
    reader = _ProseReader()
    reader.feed(str(rich(text)))
    reader.close()
    return reader.passages


def prose_section(title: str, text: str) -> DossierSection:
    """Return prose under a title."""
    return DossierSection(title, passages=passages(text) if text else ())


def list_section(context: Context, title: str, texts: Sequence[Text], *, half: bool = False) -> DossierSection:
    """Return sentences as a list under a title."""
    entries = [text.in_(context.language) for text in texts]
    return DossierSection(title, passages=[Passage(entries=entries)] if entries else (), half=half)


def cells(context: Context, row: Iterable[Cell]) -> list[str]:
    """Return a row of a table as texts."""
    return [plain_text(context, cell.value) for cell in row]


def grouped(context: Context, table: GroupedTable, widths: Sequence[int]) -> DossierTable:
    """Return a table by group as one table, in which the heading of a group is a row with its total."""
    rows: list[list[str]] = []
    totals: list[int] = []
    for group in table.groups:
        totals.append(len(rows))
        rows.append([plain_text(context, group.title), group.total, group.note])
        rows += [cells(context, row.cells) for row in group.rows]
    return DossierTable(table.head, rows, widths, totals)


def contacts(context: Context, sector: str | None, named: Sequence[str] = (), reason: str = "") -> list[DossierContact]:
    """Return whom to ask: the first contacts of the route from the named ones on; ``reason`` is that of these."""
    legs = route(context.catalog, context.day, origin=None, sector=sector, language=context.language, contacts=named)
    return [
        contact(context, card, reason if card.id in named and reason else card.reason)
        for card in contact_cards(context, legs[:CONTACTS_SHOWN])
    ]


def contact(context: Context, card: ContactCard, reason: str) -> DossierContact:
    """Return a contact with the ways to reach it."""
    words = context.words
    ways = [
        Labelled(words["phone"], card.phone, card.phone_note),
        Labelled(words["mail"], card.mail),
        Labelled(words["hours_label"], card.hours),
        Labelled(words["languages"], card.languages),
    ]
    mark = words["dossier_example_mark"] if card.example else ""
    return DossierContact(reason, card.name + mark, card.role, [way for way in ways if way.value])


class _ProseReader(HTMLParser):
    """Reads rendered prose: paragraphs, entries of lists, rows of tables."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[Passage] = []
        self._text: list[str] = []
        self._entries: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class's
        """Begin a list, or part two cells."""
        if tag in ("ul", "ol"):
            self._depth += 1
            self._end_text()
        elif tag == "br":
            self._text.append(" ")
        elif tag in ("td", "th") and self._text:
            self._text.append("　")

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph, an entry, a row or a list."""
        if tag in ("p", "li", "tr"):
            self._end_text()
        elif tag in ("ul", "ol"):
            self._end_text()
            self._depth -= 1
            if not self._depth and self._entries:
                self.passages.append(Passage(entries=self._entries))
                self._entries = []

    def handle_data(self, data: str) -> None:
        """Take the words."""
        self._text.append(data)

    def close(self) -> None:
        """End the last text."""
        super().close()
        self._end_text()

    def _end_text(self) -> None:
        text = re.sub(r"[ \t\r\n]+", " ", "".join(self._text)).strip()
        self._text = []
        if not text:
            return
        if self._depth:
            self._entries.append(text)
        else:
            self.passages.append(Passage(text))
