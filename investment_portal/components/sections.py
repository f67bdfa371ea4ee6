"""Sections of a page: an empty one is left out."""

from collections.abc import Callable, Iterable, Sequence

from investment_portal.components.context import Context
from investment_portal.components.parts import Bullets, Card, Cards, Folded, Link, Part, ProseBlock, Section
from investment_portal.formatting.markdown import rich
from investment_portal.models.text import Text


def filled(sections: Iterable[Section]) -> list[Section]:
    """Keep the sections that show something."""
    return [section for section in sections if section.parts]


def prose(context: Context, text: Text | None) -> list[Part]:
    """Show running text."""
    return [ProseBlock(rich(text.in_(context.language)))] if text else []


def bullets(context: Context, texts: Sequence[Text]) -> list[Part]:
    """Show sentences as a list."""
    return [Bullets([text.in_(context.language) for text in texts])] if texts else []


def none_yet(context: Context) -> list[Part]:
    """Return the text of a column without records, with a link to a contact."""
    words = context.words
    return [Cards([], words["none_yet"], more=Link(words["column_contacts"], context.href("contacts/")))]


def cards(items: Sequence[Card], *, rows: bool = False) -> list[Part]:
    """Show records as cards."""
    return [Cards(items, rows=rows)] if items else []


def cards_and_more(items: Sequence[Card], limit: int, more: Callable[[int], str], *, rows: bool = False) -> list[Part]:
    """Show the first as cards, and fold the others away under a title that counts them."""
    first, others = items[:limit], items[limit:]
    shown = cards(first, rows=rows)
    return [*shown, Folded(more(len(others)), cards(others, rows=rows))] if others else shown
