"""What a record says, as one text: every sentence, name, figure and date on its page, each on a line of its own."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from catalog.languages import Language
from catalog.model.base import Model, fields_of
from catalog.model.choice import Choice
from catalog.model.reference import reference_kind
from catalog.model.text import Prose, Text
from catalog.quantities import Area, Days, Money, Percent
from catalog.quantities.dates import PartialDate
from catalog.show.values import show
from catalog.views.context import Context
from catalog.views.fields import record_link

SHOWN = (Money, Area, Percent, Days, PartialDate, date, Decimal, int)

UNSAID = frozenset({
    "id", "formerly", "example", "featured", "icon", "focus", "file", "address", "language", "languages", "form",
    "datum", "spot", "time_zone", "days", "consent", "claim_link", "link", "follows", "review_every",
})  # fmt: skip
"""Fields that no page says as they stand, or that nobody searches for."""

NAMED = frozenset({"sector", "park", "node", "chain", "source"})
"""Kinds of records whose name is part of what a record says of itself; others are found under their own name."""

MARKUP = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|^#+\s+", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def record_text(context: Context, record: Model) -> str:
    """Join everything that a record says in one language."""
    return "\n".join(dict.fromkeys(line for line in _said(context, record) if line))


def plain(prose: str) -> str:
    """Take the marks out of Markdown: what a reader sees is left."""
    return MARKUP.sub("", LINK.sub(r"\1", prose))


def _said(context: Context, record: Model) -> Iterator[str]:
    for name, kind in _plan(type(record)):
        value = getattr(record, name)
        for one in value if isinstance(value, list) else (value,):
            if one is not None:
                yield from _one(context, one, kind)


def _one(context: Context, value: Any, kind: str | None) -> Iterator[str]:
    match _sort(value.__class__):
        case "Prose":
            yield plain(value.in_(context.language))
        case "Text":
            yield value.in_(context.language)
        case "Model":
            yield from _said(context, value)
        case "Choice":
            yield value.label.in_(context.language)
        case "str":
            if kind is None:
                yield value
            elif kind in NAMED and value != "all":
                yield record_link(context, kind, value).text
        case "shown":
            yield _shown(value, context.language)


@cache
def _sort(type_: type[Any]) -> str:
    """Return how values of a type are said: asked once, since a record has a hundred values."""
    sorts: dict[str, type | tuple[type, ...]] = {
        "Prose": Prose, "Text": Text, "Model": Model, "Choice": Choice, "str": str, "": bool, "shown": SHOWN,
    }  # fmt: skip
    return next((name for name, types in sorts.items() if issubclass(type_, types)), "")


@cache
def _plan(model: type[Model]) -> tuple[tuple[str, str | None], ...]:
    """Give the fields of a model that are said, with the kind of record that each refers to."""
    return tuple((name, reference_kind(info)) for name, info in fields_of(model).items() if name not in UNSAID)


@cache
def _shown(value: Any, language: Language) -> str:
    return show(value, language)
