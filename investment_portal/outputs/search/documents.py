"""A searchable document: a record or a content page with its text."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.event_dates import kind_name
from investment_portal.components.fields import record_link
from investment_portal.components.incentives import benefit, test
from investment_portal.formatting.values import show
from investment_portal.languages import other
from investment_portal.memo import memoized
from investment_portal.models.base import Model, fields_of, label_of
from investment_portal.models.choice import Choice
from investment_portal.models.event import Event
from investment_portal.models.kinds import COLUMNS
from investment_portal.models.policy import Policy
from investment_portal.models.quantities import Area, Days, Money, Percent, QuantityRange, UnitPrice
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.reference import reference_kind
from investment_portal.models.text import Prose, Text, name_of
from investment_portal.outputs.search.keywords import keywords
from investment_portal.pages.dataset import Dataset
from investment_portal.value import Value

SHOWN = (Money, Area, Percent, QuantityRange, UnitPrice, Days, PartialDate, date, Decimal, int)

NOT_SEARCHED = frozenset({
    "id", "formerly", "example", "featured", "icon", "focus", "file", "address", "language", "languages", "form",
    "datum", "spot", "time_zone", "days", "consent", "claim_link", "link", "follows", "review_every",
    "Event.kind", "revision",
})  # fmt: skip
"""Fields that no page shows as text, or that are useless in a search."""

NAMED = frozenset({"sector", "park", "node", "chain", "source"})
"""Kinds of records whose names are part of the text of a record; others are found by their own name."""

MARKUP = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|^#+\s+", re.MULTILINE)
MARKED = re.compile(r"[*_`#+-]|\d[.)]")
"""A sign without which a text has no marks."""
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def record_text(context: Context, record: Model) -> str:
    """Join all texts of a record in one language."""
    lines: list[str] = []
    _add_model(context, record, None, lines)
    return "\n".join(line for line in dict.fromkeys(lines) if line)


def plain(prose: str) -> str:
    """Remove the markup of Markdown."""
    if "[" in prose:
        prose = LINK.sub(r"\1", prose)
    return MARKUP.sub("", prose) if MARKED.search(prose) else prose


Add = Callable[[Context, Any, str | None, list[str]], None]
"""Appends the text of a value to a list of lines; the third argument is the kind of record that a reference leads to.
"""


def _add_model(context: Context, record: Model, _kind: str | None, lines: list[str]) -> None:
    if isinstance(record, Event):
        lines.append(kind_name(context, record))
    for name, kind in _plan(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        if isinstance(value, list):
            for item in value:
                _adder(item.__class__)(context, item, kind, lines)
        else:
            _adder(value.__class__)(context, value, kind, lines)


def _add_text(context: Context, text: Text, _kind: str | None, lines: list[str]) -> None:
    lines.append(text.in_(context.language))


def _add_prose(context: Context, text: Prose, _kind: str | None, lines: list[str]) -> None:
    lines.append(plain(text.in_(context.language)))


def _add_choice(context: Context, choice: Choice, _kind: str | None, lines: list[str]) -> None:
    lines.append(choice.label.in_(context.language))


def _add_string(context: Context, value: str, kind: str | None, lines: list[str]) -> None:
    if kind is None:
        lines.append(value)
    elif kind in NAMED and value != "all":
        lines.append(record_link(context, kind, value).text)


def _add_shown(context: Context, value: Any, _kind: str | None, lines: list[str]) -> None:
    lines.append(show(value, context.language))


def _add_nothing(_context: Context, _value: Any, _kind: str | None, _lines: list[str]) -> None:
    """Add nothing: no page shows yes or no alone."""


@cache
def _adder(type_: type[Any]) -> Add:
    """Return what adds values of a type: looked up once a type, since a record has a hundred values."""
    adders: list[tuple[type[Any] | tuple[type[Any], ...], Add]] = [
        (Prose, _add_prose),
        (Text, _add_text),
        (Model, _add_model),
        (Choice, _add_choice),
        (str, _add_string),
        (bool, _add_nothing),
        (SHOWN, _add_shown),
    ]
    return next((add for types, add in adders if issubclass(type_, types)), _add_nothing)


@cache
def _plan(model: type[Model]) -> tuple[tuple[str, str | None], ...]:
    """Return the searchable fields of a model, with the kind of record that each refers to."""
    return tuple(
        (name, reference_kind(info))
        for name, info in fields_of(model).items()
        if name not in NOT_SEARCHED and f"{model.__name__}.{name}" not in NOT_SEARCHED
    )


ORDER = sorted((kind.name for kind in COLUMNS.values()), key=lambda name: name == "project")
"""Kinds of records that a column shows, projects last, since they are many; content pages come before them all."""

PAGE = "page"


class Heading(Value):
    """The name and the address of a searchable thing."""

    kind: str
    id: str
    """The id of a record, the address of a content page."""
    title: str
    other: str
    """The name in the other language, which is searched too."""
    keywords: tuple[str, ...]
    """Short texts that outrank the summary: sector, park, kind, prices; the headings of a content page."""
    summary: str


class SearchDocument(Value):
    """A content page: heading and text."""

    heading: Heading
    text: str


@memoized
def searchable_records(data: Dataset) -> list[tuple[str, Any]]:
    """Return every record that has a page, or a place on one, with its kind; projects by their summaries."""
    records = dict(data.records())
    return [(kind, record) for kind in ORDER for record in records[kind].values()]


def record_heading(context: Context, kind: str, record: Any) -> Heading:
    """Return the heading of a record, or of a project's summary."""
    name, summary = name_of(record), getattr(record, "summary", None)
    return Heading(
        kind,
        record.id,
        name.in_(context.language),
        name.in_(other(context.language)),
        tuple(keywords(context, kind, record)),
        summary.in_(context.language) if summary else "",
    )


def summary_text(context: Context, record: Model) -> str:
    """Return the text of a record: its lines, the sentences made of its declarations, the labels of filled fields."""
    labels = context.words["separator"].join(_labels(context, record))
    return "\n".join([record_text(context, record), *_sentences(context, record), labels])


def _labels(context: Context, record: Model) -> Iterator[str]:
    for name, _ in _plan(type(record)):
        if getattr(record, name) not in (None, [], ()):
            yield label_of(type(record), name).in_(context.language)


def _sentences(context: Context, record: Model) -> Iterator[str]:
    """Yield the sentences that a page generates from a policy's declarations."""
    if isinstance(record, Policy):
        yield from (benefit(award, context) for award in record.benefits)
        yield from (test(condition, context) for condition in record.eligibility)
