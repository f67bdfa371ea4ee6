"""Records come back from their bytes exactly as they were."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from investment_portal.models.careful import MistakesError
from investment_portal.models.convert import convert
from investment_portal.models.pack import pack, unpack
from investment_portal.models.result import Figure
from investment_portal.models.text import Text
from tests.models.samples import Sample, damaged, samples


def test_every_record_comes_back() -> None:
    """Of both portals: equal, of the same types, with the texts that staff typed."""
    for model, value in samples():
        record = convert(model, value)
        again = unpack(model, pack(record))
        assert again == record
        assert repr(again) == repr(record)


@settings(max_examples=200)
@given(sample=damaged())
def test_odd_records_come_back(sample: Sample) -> None:
    """As long as they are records."""
    try:
        record = convert(sample.model, sample.value)
    except MistakesError:
        return
    assert repr(unpack(sample.model, pack(record))) == repr(record)


@pytest.mark.parametrize("typed", [0, 7, 10**17, "0.10", "12.50 亿元", "USD 30 million", "300 亩", "106.5 %"])
def test_figures_of_every_sort_come_back(typed: int | str) -> None:
    """Numbers, decimals to the last digit, quantities as typed."""
    value = Decimal(typed) if typed == "0.10" else typed
    text = {"zh": "指标", "en": "Figure"}
    figure = convert(Figure, {"id": "a", "label": text, "value": value})
    assert repr(unpack(Figure, pack(figure))) == repr(figure)


def test_defaults_take_no_room() -> None:
    """A field with its default is left out."""
    text = Text(zh="字", en="word")
    assert pack(text) == b"\x82\xa2zh\xa3\xe5\xad\x97\xa2en\xa4word"
