"""The values of a record, each with the field that declares it and with what its page must say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.fields import record_link
from investment_portal.formatting.markdown import rich
from investment_portal.formatting.values import show
from investment_portal.models.base import Model, class_of, fields_of
from investment_portal.models.choice import Choice
from investment_portal.models.quantities import Area, Days, Money, Percent
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.reference import reference_kind
from investment_portal.models.site import enterprise_types
from investment_portal.models.text import Prose, Text
from tests.markup import squeeze

VALUES = (str, int, Decimal, date, PartialDate, Money, Area, Percent, Days, Choice, Text)


@dataclass(frozen=True)
class Leaf:
    """One value."""

    owner: str
    name: str
    value: Any
    kind: str | None

    @property
    def field(self) -> str:
        """Model and field, as ``Project.investment``."""
        return f"{self.owner}.{self.name}"


def owner_of(model: type[Model], name: str) -> str:
    """Return the name of the model that declares a field, so that what all records share counts once."""
    class_: type[Model] = class_of(model)
    declaring = [base for base in class_.__mro__ if name in getattr(base, "__annotations__", {})]
    return (declaring[-1] if declaring else class_).__name__.lstrip("_")


def leaves(value: Model) -> Iterator[Leaf]:
    """Yield every value that a record states."""
    for name, info in fields_of(type(value)).items():
        inner = getattr(value, name)
        for item in inner if isinstance(inner, list) else [inner]:
            if item is None:
                continue
            if isinstance(item, Model) and not isinstance(item, Text):
                yield Leaf(owner_of(type(value), name), name, None, None)
                yield from leaves(item)
            else:
                yield Leaf(owner_of(type(value), name), name, item, reference_kind(info))


def text_of(context: Context, leaf: Leaf) -> str:
    """Return what a page says of a value, without blanks."""
    value = leaf.value
    if value == "all":
        return squeeze(context.words["all"])
    if leaf.kind:
        return squeeze(record_link(context, leaf.kind, value).text)
    if leaf.field == "Withdrawal.successor":
        kind = next(kind for kind, records in context.catalog.records.items() if value in records)
        return squeeze(record_link(context, kind, value).text)
    if leaf.name in {"enterprise_types", "enterprise_type"}:
        return squeeze(enterprise_types(context.catalog.site)[value].in_(context.language))
    if isinstance(value, Prose):
        return squeeze(_text_of(rich(value.in_(context.language))))
    return squeeze(show(value, context.language))


def _text_of(html: str) -> str:
    reader = _Text()
    reader.feed(html)
    return " ".join(reader.texts)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
