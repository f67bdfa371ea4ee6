"""What a benefit comes to: exact fractions of a yuan, rounded once, half up, to the fen of one year."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from catalog.derive.support.declaration import Gift
from catalog.derive.support.stated import Stated
from catalog.derive.support.verdict import Verdict, joined, judge

FEN = 100
"""Fen in a yuan."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A benefit reckoned: in fen a year from ``least`` to ``most`` (nothing where no bound is known), and how.

    ``raw`` is the sum in yuan before limits, ``step`` the tier reached, ``held`` the limit that counted, ``missing``
    the facts without which nothing exact can be said.
    """

    verdict: Verdict
    least: int
    most: int | None
    years: int
    raw: Fraction | None = None
    step: int | None = None
    held: str = ""
    missing: tuple[str, ...] = ()


def reckon(gift: Gift, stated: Stated) -> Reckoned:
    """Reckon one benefit from what is stated."""
    if gift.form == "service":
        return Reckoned("yes", 0, 0, 1)
    verdicts = [judge(one, stated) for one in gift.only_if]
    verdict = joined(verdicts)
    if verdict == "no":
        return Reckoned(verdict, 0, 0, gift.years)
    asked = [one.fact for one, verdict in zip(gift.only_if, verdicts, strict=True) if verdict == "unknown"]
    base = stated.get(gift.base) if gift.base else Fraction(0)
    if not isinstance(base, Fraction):
        return Reckoned(verdict, 0, _bound(gift), gift.years, missing=tuple(dict.fromkeys([*asked, gift.base])))
    raw, step = FORMS[gift.form](gift, base)
    yearly, held = _limited(gift, raw)
    most = fen(yearly)
    return Reckoned(verdict, most if verdict == "yes" else 0, most, gift.years, raw, step, held, tuple(asked))


def _rate(gift: Gift, base: Fraction) -> tuple[Fraction, None]:
    return base * (gift.rate or 0), None


def _fixed(gift: Gift, base: Fraction) -> tuple[Fraction, None]:  # noqa: ARG001 - one sum, whatever the size
    return gift.amount or Fraction(0), None


def _each(gift: Gift, base: Fraction) -> tuple[Fraction, None]:
    return base / gift.unit * (gift.amount or 0), None


def _tiers(gift: Gift, base: Fraction) -> tuple[Fraction, int | None]:
    """Take the highest tier reached, for the whole base; below the first there is nothing."""
    reached = [place for place, step in enumerate(gift.steps) if base >= step.start]
    if not reached:
        return Fraction(0), None
    step = gift.steps[reached[-1]]
    return (base * (step.rate or 0) if step.amount is None else step.amount), reached[-1]


FORMS: dict[str, Callable[[Gift, Fraction], tuple[Fraction, int | None]]] = {
    "rate": _rate,
    "fixed": _fixed,
    "each": _each,
    "tiers": _tiers,
}
"""How each form of benefit is reckoned."""


def _limited(gift: Gift, raw: Fraction) -> tuple[Fraction, str]:
    """Hold a sum to its floor and cap; the floor lifts what there is, and makes nothing out of nothing."""
    if gift.floor is not None and 0 < raw < gift.floor:
        return gift.floor, "floor"
    if gift.cap is not None and raw > gift.cap:
        return gift.cap, "cap"
    return raw, ""


def _bound(gift: Gift) -> int | None:
    """Give the most that a benefit can come to whatever its base is, if anything bounds it."""
    sums = [step.amount for step in gift.steps]
    if sums and None not in sums:
        return max(fen(_limited(gift, one)[0]) for one in sums if one is not None)
    return None if gift.cap is None else fen(gift.cap)


def fen(yuan: Fraction) -> int:
    """Round to the fen, half up."""
    return (2 * FEN * yuan.numerator + yuan.denominator) // (2 * yuan.denominator)
