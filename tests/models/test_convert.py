"""Both paths from plain values to records accept the same, and the careful one finds every mistake."""

from copy import deepcopy
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from investment_portal.models.benefit import Bracket
from investment_portal.models.careful import MOST_UNKNOWN, MistakesError, convert_carefully
from investment_portal.models.chain import ChainNode
from investment_portal.models.convert import convert, convert_fast
from investment_portal.models.facts import Test
from investment_portal.models.policy import Span
from investment_portal.models.project import Conditions, Returns
from investment_portal.models.quantities import Money
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.quantities.quantity import UnfitError, ValueRefusedError
from investment_portal.models.text import Prose, Text
from tests.models.samples import Sample, damaged, samples

REFUSED = (msgspec.ValidationError, ValueRefusedError, UnfitError)


def by_both(sample: Sample) -> list[Any]:
    """Convert on each path; nothing where a path refuses."""
    converted: list[Any] = []
    for path, refusals in ((convert_fast, REFUSED), (convert_carefully, MistakesError)):
        try:
            converted.append(path(sample.model, sample.value))
        except refusals:
            converted.append(None)
    return converted


def test_usual_records_take_the_fast_path() -> None:
    """Every record of both portals, with the same values as on the careful path."""
    for sample in samples():
        fast, careful = by_both(sample)
        assert fast is not None
        assert fast == careful
        assert repr(fast) == repr(careful)


@settings(max_examples=600)
@given(sample=damaged())
def test_both_paths_accept_the_same(sample: Sample) -> None:
    """Whatever is damaged: the same verdict, the same values; what was read stays as it was."""
    before = deepcopy(sample.value)
    fast, careful = by_both(sample)
    assert repr(fast) == repr(careful)
    assert fast == careful
    assert sample.value == before


@pytest.mark.parametrize(
    ("model", "value", "mistakes"),
    [
        (Text, "字", [("group", ())]),
        (Text, {"zh": " ", "en": 5, "fr": "mot"}, [("unknown-key", ("fr",)), ("short", ("zh",)), ("text", ("en",))]),
        (Text, {"zh": "字", "en": "字"}, [("refused", ("en",))]),
        (Span, {"from": "2020-01-02", "until": "2020-01-01"}, [("refused", ("until",))]),
        (Span, {"from": "2020-01-32", "until": 5}, [("refused", ("from",)), ("refused", ("until",))]),
        (Bracket, {}, [("missing", ("from",))]),
        (Bracket, {"from": "1 元"}, [("refused", ())]),
        (Test, {"fact": "Job!", "one_of": []}, [("refused", ("fact",)), ("short", ("one_of",))]),
        (Conditions, {"water": "Unknown", "power": "unknown", "gas": None}, [("group", ("water",))]),
    ],
)
def test_every_mistake_is_found(model: Any, value: Any, mistakes: list[tuple[str, tuple[str, ...]]]) -> None:
    """With its kind and its path; what fields say together is checked once each is right."""
    with pytest.raises(MistakesError) as caught:
        convert(model, value)
    assert [(mistake.kind, mistake.path) for mistake in caught.value.mistakes] == mistakes


def test_limits_are_named() -> None:
    """With the kind of mistake that says on which side."""
    text = {"zh": "字", "en": "word"}
    values = {"payback_years": {"value": 101, "basis": text, "as_of": "2026-01-01"}}
    with pytest.raises(MistakesError) as caught:
        convert(Returns, values)
    (mistake,) = caught.value.mistakes
    assert (mistake.kind, mistake.path, mistake.limit) == ("at-most", ("payback_years", "value"), 100)


def test_blanks_around_a_text_are_taken_off() -> None:
    """On both paths; a text keeps its class."""
    for path in (convert_fast, convert_carefully):
        text = path(Prose, {"zh": "字\n", "en": " word"})
        assert (type(text), text.zh, text.en) == (Prose, "字", "word")


def test_records_and_quantities_never_change() -> None:
    """Neither a field of a record nor what a quantity says; a list that is a default belongs to one record."""
    text = Text(zh="字", en="word")
    with pytest.raises(AttributeError):
        text.zh = "词"  # type: ignore[misc]
    for value in (Money.parse("5 元"), PartialDate(2020)):
        for name in value.names:
            with pytest.raises(AttributeError):
                setattr(value, name, 1)
    node = {"id": "a", "name": {"zh": "字", "en": "word"}, "tier": "upstream", "state": "gap"}
    first, other = (convert(ChainNode, node) for _ in range(2))
    assert first.firms == other.firms == []
    assert first.firms is not other.firms


def test_tens_of_thousands_of_unknown_keys_are_reported_as_the_first_two_thousand() -> None:
    """To look for what each was meant to be would take minutes."""
    with pytest.raises(MistakesError) as caught:
        convert_carefully(Text, {"zh": "文", "en": "text", **{f"k{number}": "v" for number in range(18_000)}})
    assert len(caught.value.mistakes) == MOST_UNKNOWN
