"""The amount of a benefit: exact fractions of a yuan, rounded once, half up, to the fen per year."""

from collections.abc import Callable
from fractions import Fraction

from investment_portal.domain.incentives.declaration import Award
from investment_portal.domain.incentives.verdict import Stated, Verdict, joined, judge
from investment_portal.value import Value

FEN = 100
"""Fen in a yuan."""


class Reckoned(Value):
    """A benefit reckoned: in fen a year from ``least`` to ``most`` (nothing where no bound is known), and how.

    ``raw`` is the sum in yuan before limits, ``tier`` the tier reached, ``held`` the limit that counted, ``missing``
    the facts without which nothing exact can be said.
    """

    verdict: Verdict
    least: int
    most: int | None
    years: int
    raw: Fraction | None = None
    tier: int | None = None
    held: str = ""
    missing: tuple[str, ...] = ()


def reckon(award: Award, stated: Stated) -> Reckoned:
    """Compute one benefit from the stated facts."""
    if award.form == "service":
        return Reckoned("yes", 0, 0, 1)
    verdicts = [judge(one, stated) for one in award.only_if]
    verdict = joined(verdicts)
    if verdict == "no":
        return Reckoned(verdict, 0, 0, award.years)
    unknown_facts = [one.fact for one, verdict in zip(award.only_if, verdicts, strict=True) if verdict == "unknown"]
    base = stated.get(award.base) if award.base else Fraction(0)
    if not isinstance(base, Fraction):
        return Reckoned(
            verdict, 0, _bound(award), award.years, missing=tuple(dict.fromkeys([*unknown_facts, award.base]))
        )
    raw, tier = FORMS[award.form](award, base)
    yearly, held = _limited(award, raw)
    most = fen(yearly)
    return Reckoned(verdict, most if verdict == "yes" else 0, most, award.years, raw, tier, held, tuple(unknown_facts))


def _rate(award: Award, base: Fraction) -> tuple[Fraction, None]:
    return base * (award.rate or 0), None


def _fixed(award: Award, base: Fraction) -> tuple[Fraction, None]:  # noqa: ARG001 - one sum, whatever the size
    return award.amount or Fraction(0), None


def _each(award: Award, base: Fraction) -> tuple[Fraction, None]:
    return base / award.unit * (award.amount or 0), None


def _tiers(award: Award, base: Fraction) -> tuple[Fraction, int | None]:
    """Take the highest tier reached, for the whole base; below the first there is nothing."""
    reached = [place for place, tier in enumerate(award.tiers) if base >= tier.start]
    if not reached:
        return Fraction(0), None
    tier = award.tiers[reached[-1]]
    return (base * (tier.rate or 0) if tier.amount is None else tier.amount), reached[-1]


FORMS: dict[str, Callable[[Award, Fraction], tuple[Fraction, int | None]]] = {
    "rate": _rate,
    "fixed": _fixed,
    "each": _each,
    "tiers": _tiers,
}
"""How each form of benefit is reckoned."""


def _limited(award: Award, raw: Fraction) -> tuple[Fraction, str]:
    """Hold a sum to its floor and cap; the floor lifts what there is, and makes nothing out of nothing."""
    if award.floor is not None and 0 < raw < award.floor:
        return award.floor, "floor"
    if award.cap is not None and raw > award.cap:
        return award.cap, "cap"
    return raw, ""


def _bound(award: Award) -> int | None:
    """Return the upper bound of a benefit for any base, if it has one."""
    sums = [tier.amount for tier in award.tiers]
    if sums and None not in sums:
        return max(fen(_limited(award, sum_)[0]) for sum_ in sums if sum_ is not None)
    return None if award.cap is None else fen(award.cap)


def fen(yuan: Fraction) -> int:
    """Round to the fen, half up."""
    return (2 * FEN * yuan.numerator + yuan.denominator) // (2 * yuan.denominator)
