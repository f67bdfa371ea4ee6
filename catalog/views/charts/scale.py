"""Geometry that all charts share: exact amounts become per cents only here."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_DOWN, Decimal
from itertools import accumulate, pairwise

WHOLE = Decimal(100)
STEP = Decimal("0.01")


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """Give a part in per cent of the whole, rounded down so that no mark outgrows its room; of nothing it is 0."""
    return (part / whole * WHOLE).quantize(STEP, ROUND_DOWN) if whole else Decimal(0)


def shares(amounts: Sequence[Decimal]) -> list[Decimal]:
    """Give each amount in per cent of the greatest: the scale begins at zero and is the same for all."""
    most = max(amounts, default=Decimal(0))
    return [percent_of(amount, most) for amount in amounts]


def stacked(amounts: Iterable[Decimal]) -> Iterator[tuple[Decimal, Decimal]]:
    """Give start and length of each amount set end to end; the lengths fill the whole without gap or overlap."""
    edges = list(accumulate(amounts, initial=Decimal(0)))
    marks = [percent_of(edge, edges[-1]) for edge in edges]
    return ((start, end - start) for start, end in pairwise(marks))


def centres(count: int) -> list[Decimal]:
    """Give the middles of columns of one width."""
    return [percent_of(Decimal(2 * step + 1), Decimal(2 * count)) for step in range(count)]
