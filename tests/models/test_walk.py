"""Walking leaves out only where nothing can stand."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from investment_portal.models.base import Model, fields_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.choice import Choice
from investment_portal.models.json_schema import draw
from investment_portal.models.kinds import KINDS
from investment_portal.models.media import Image
from investment_portal.models.quantities import Area, Money, Percent
from investment_portal.models.reference import each, joined_text
from investment_portal.models.text import Prose, Text


def plainly(type_: type, value: Any) -> Iterator[Any]:
    """Walk through everything."""
    if isinstance(value, type_):
        yield value
    if isinstance(value, Model):
        for name in fields_of(type(value)):
            yield from plainly(type_, getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from plainly(type_, item)


@pytest.mark.parametrize("type_", [str, Text, Prose, Money, Area, Percent, Image, Model, Choice, Decimal, int, bool])
def test_nothing_is_passed_by(tiny: Catalog, type_: Any) -> None:
    """The short walk finds all that a walk through everything finds."""
    for record in [tiny.site, *(record for records in tiny.records.values() for record in records.values())]:
        values: list[Any] = [entry[1] for entry in each(type_, record)]
        assert values == list(plainly(type_, record))


def test_joined_text_is_all_texts(tiny: Catalog) -> None:
    """In whatever order."""
    for _, _, record in tiny.everything():
        texts: list[str] = [text for _, text in each(str, record)]
        assert sorted(joined_text(record).split("\n")) == sorted("\n".join(texts).split("\n"))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_can_be_described(kind: Any) -> None:
    """Each model gives a JSON Schema, for editors and for the form."""
    assert draw(kind.model, "en")["additionalProperties"] is False
