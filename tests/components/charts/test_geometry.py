"""Marks never leave their room, and lengths say what the amounts say."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from investment_portal.components.charts.scale import WHOLE, centres, money_unit, percent_of, shares, stacked

AMOUNTS = st.lists(st.decimals(0, 10**13, places=2), max_size=30)


@given(AMOUNTS)
def test_bars_never_exceed_their_room(amounts: list[Decimal]) -> None:
    """Each bar is between nothing and the whole; the greatest amount fills it; a greater one is never shorter."""
    widths = shares(amounts)
    assert all(0 <= width <= WHOLE for width in widths)
    assert max(widths, default=WHOLE) == (WHOLE if any(amounts) or not amounts else 0)
    ordered = sorted(zip(amounts, widths, strict=True))
    assert all(bar[1] <= next_[1] for bar, next_ in pairwise(ordered))


@given(AMOUNTS)
def test_parts_of_a_total_fill_it(amounts: list[Decimal]) -> None:
    """Each part begins where the one before it ends; the lengths add up to the whole."""
    parts = list(stacked(amounts))
    assert all(start + width == next_[0] for (start, width), next_ in pairwise(parts))
    assert sum(width for _, width in parts) == (WHOLE if any(amounts) else 0)
    assert all(width >= 0 for _, width in parts)


@given(st.integers(1, 200))
def test_columns_have_one_width(count: int) -> None:
    """The middles stand in their order, mirrored about the middle of the room."""
    middles = centres(count)
    assert all(middle < next_ for middle, next_ in pairwise(middles))
    assert all(0 < x < WHOLE for x in middles)
    assert abs(middles[0] + middles[-1] - WHOLE) <= Decimal("0.02")


def test_nothing_one_and_zero() -> None:
    """No amounts, one amount and only zeros are drawn without an error."""
    assert shares([]) == []
    assert list(stacked([])) == []
    assert shares([Decimal(7)]) == [WHOLE]
    assert shares([Decimal(0), Decimal(0)]) == [0, 0]
    assert percent_of(Decimal(3), Decimal(0)) == 0


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=12))
def test_written_sums_add_up(ten_thousands: list[int]) -> None:
    """Sums typed in 万元 are written without loss, so that a reader who adds them up reaches the written total."""
    amounts = [Decimal(amount) * 10**4 for amount in ten_thousands]
    for language in ("zh", "en"):
        unit = money_unit([*amounts, sum(amounts, Decimal(0))], "CNY", language)
        written = [Decimal(unit.write(amount).replace(",", "")) for amount in amounts]
        assert sum(written) == Decimal(unit.write(sum(amounts, Decimal(0))).replace(",", ""))
        assert all(written)
