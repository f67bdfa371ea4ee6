"""Fingerprints: equal values have the same one, other values have others."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions
from investment_portal.domain.summary import summary_of
from investment_portal.languages import Sentence
from investment_portal.models import fingerprints
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.fingerprints import digest_of, fingerprint
from investment_portal.models.quantities import Area, Money
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.quantities.quantity import ParsedValue
from investment_portal.models.text import Text
from investment_portal.value import Value
from tests.sites import TINY_DAY, tiny_portal

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from(["", "a", "b", "ab", "1", "项目"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


def exact(value: Any) -> Any:
    """Return a value that is equal only to values of the same types, mappings in the same order."""
    if isinstance(value, list):
        return ["list", *map(exact, value)]
    if isinstance(value, dict):
        return ["dict", *((key, exact(item)) for key, item in value.items())]
    return type(value).__name__, value


@given(PLAIN, PLAIN)
def test_equal_values_alone_have_the_same(first: Any, other: Any) -> None:
    """However they are nested."""
    assert (fingerprint(first) == fingerprint(other)) == (exact(first) == exact(other))


@given(st.lists(PLAIN, max_size=3), st.lists(PLAIN, max_size=3))
def test_arguments_do_not_run_into_each_other(some: list[Any], others: list[Any]) -> None:
    """A value in one argument is not taken for a part of the next."""
    assert (fingerprint(*some) == fingerprint(*others)) == (exact(some) == exact(others))


VALUES = (
    Text(zh="项目", en="Project"),
    Text(zh="项目", en="Projects"),
    Sentence("一", "One"),
    Money("", Decimal(1), "CNY"),
    Money("", Decimal(1), "USD"),
    Money("", Decimal(2), "CNY"),
    Money("1 元", Decimal(1), "CNY"),
    Area("", Decimal(1), "亩"),
    Area("", Decimal(1), "公顷"),
    PartialDate(2026),
    PartialDate(2026, 1),
    PartialDate(2026, 1, 1),
    date(2026, 6, 30),
    date(2026, 7, 1),
    Decimal("1.0"),
    Decimal("1.00"),
    ProjectStatus.SEEKING,
    ProjectStatus.SIGNED,
    b"bytes",
)


def test_values_of_our_own_differ() -> None:
    """Sums, areas, dates, choices and texts, alone and inside others."""
    assert len({fingerprint(value) for value in VALUES}) == len(VALUES)
    assert len({fingerprint({"in": [value]}) for value in VALUES}) == len(VALUES)


def test_each_field_of_a_summary_counts(tiny: Catalog) -> None:
    """A change of any field is a change of the fingerprint; an equal copy is none."""
    summary = summary_of(tiny.projects["bottling-line"])
    assert fingerprint(replace(summary)) == fingerprint(summary)
    assert fingerprint(summary_of(tiny.projects["bottling-line"])) == fingerprint(summary)
    for name, value in asdict(summary).items():
        other: list[Any] | None = [] if value is None else None
        assert fingerprint(replace(summary, **{name: other})) != fingerprint(summary), name


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_the_order_of_a_mapping_counts(order: str) -> None:
    """As it does on a page."""
    assert (fingerprint(dict.fromkeys(order, 1)) == fingerprint({"a": 1, "b": 1})) == (order == "ab")


def test_bytes() -> None:
    """The fingerprint of bytes is short and plain."""
    assert re.fullmatch("[0-9a-f]{24}", digest_of(b""))
    assert digest_of(b"a") != digest_of(b"b")


class Watching:
    """An encoder that refuses what may be written in another way by the next run."""

    def __init__(self) -> None:
        """Count nothing yet."""
        self.seen = 0

    def encode(self, value: Any) -> bytes:
        """Return the bytes of a value, unless it holds a set or an object that is known by its place in memory."""
        self._look(value)
        self.seen += 1
        return REAL.encode(value)

    def _look(self, value: Any) -> None:
        if isinstance(value, set | frozenset):
            raise TypeError(f"a set has no order: {value}")
        if isinstance(value, Value):
            value = asdict(value)
        if isinstance(value, Mapping):
            for key, item in value.items():
                self._look((key, item))
        elif isinstance(value, list | tuple):
            for item in value:
                self._look(item)
        elif not isinstance(value, ParsedValue):
            assert " at 0x" not in repr(value), value


REAL = fingerprints.ENCODER


def test_everything_that_a_build_hashes_is_plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No set, whose order differs from run to run, and nothing that only its address tells apart."""
    watching = Watching()
    monkeypatch.setattr(fingerprints, "ENCODER", watching)
    assert build(tiny_portal(tmp_path / "portal"), tmp_path / "site", TINY_DAY, BuildOptions(jobs=1)).published
    assert watching.seen > 100
