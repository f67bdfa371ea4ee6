"""The amount of a benefit: exact fractions of a yuan, rounded once, half up, to the fen per year."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import overload

from investment_portal.domain.incentives.declaration import Award
from investment_portal.domain.incentives.verdict import AtMost, Stated, Verdict, joined, judge, open_facts
from investment_portal.value import Value

FEN = 100
"""Fen in a yuan."""


class Reckoned(Value):
    """A benefit reckoned: in fen a year from ``least`` to ``most`` (nothing where no bound is known), and how.

    ``raw`` is the sum in yuan before limits, ``tier`` the tier reached, ``held`` the limit that counted, ``missing``
    the facts without which nothing exact can be said. ``least_all`` and ``most_all`` are the fen of all years, which
    their cap has reduced where ``held_all``; ``parts`` are the sums in which ``most_all`` is paid.
    """

    verdict: Verdict
    least: int
    most: int | None
    years: int
    raw: Fraction | None = None
    tier: int | None = None
    held: str = ""
    missing: tuple[str, ...] = ()
    least_all: int = 0
    most_all: int | None = 0
    held_all: bool = False
    parts: tuple[int, ...] = ()


def reckon(award: Award, stated: Stated) -> Reckoned:
    """Compute one benefit from the stated facts."""
    verdict = joined(judge(condition, stated) for condition in award.only_if)
    if verdict == "no":
        return Reckoned(verdict, 0, 0, award.years)
    unknown_facts = [fact for condition in award.only_if for fact in open_facts(condition, stated)]
    if award.form == "service":
        return Reckoned(verdict, 0, 0, award.years, missing=tuple(dict.fromkeys(unknown_facts)))
    base = stated.get(award.base) if award.base else Fraction(0)
    if not isinstance(base, Fraction):
        bound = _greatest(award, base.most) if isinstance(base, AtMost) else _bound(award)
        missing = tuple(dict.fromkeys([*unknown_facts, award.base]))
        return Reckoned(verdict, 0, bound, award.years, missing=missing, most_all=_all_years(award, bound))
    raw, tier = FORMS[award.form](award, base)
    yearly, held = _limited(award, raw)
    amount = fen(yearly)
    most_all = _all_years(award, amount)
    return Reckoned(
        verdict,
        amount if verdict == "yes" else 0,
        amount,
        award.years,
        raw,
        tier,
        held,
        tuple(dict.fromkeys(unknown_facts)),
        most_all if verdict == "yes" else 0,
        most_all,
        most_all < amount * award.years,
        split(most_all, award.parts),
    )


@overload
def _all_years(award: Award, yearly: int) -> int: ...
@overload
def _all_years(award: Award, yearly: int | None) -> int | None: ...
def _all_years(award: Award, yearly: int | None) -> int | None:
    """Return the fen of all years, at most their cap; the cap alone where nothing bounds a year."""
    limit = None if award.cap_all is None else fen(award.cap_all)
    if yearly is None:
        return limit
    total = yearly * award.years
    return total if limit is None else min(total, limit)


def split(total: int, shares: Sequence[Fraction]) -> tuple[int, ...]:
    """Split fen into parts that add up to them: what the shares so far come to, rounded, less the parts before."""
    reached = [_half_up(total * share) for share in accumulate(shares)]
    return tuple(upper - lower for lower, upper in pairwise((0, *reached)))


def _rate(award: Award, base: Fraction) -> tuple[Fraction, None]:
    return base * (award.rate or 0), None


def _fixed(award: Award, base: Fraction) -> tuple[Fraction, None]:  # noqa: ARG001 - one sum, whatever the size
    return award.amount or Fraction(0), None


def _each(award: Award, base: Fraction) -> tuple[Fraction, None]:
    return base / award.unit * (award.amount or 0), None


def _tiers(award: Award, base: Fraction) -> tuple[Fraction, int | None]:
    """Take the highest tier reached for the whole base, or each for its part; below the first there is nothing."""
    reached = [place for place, tier in enumerate(award.tiers) if base >= tier.start]
    if not reached:
        return Fraction(0), None
    if award.marginal:
        return sum((part * rate for part, rate in marginal_parts(award, base)), Fraction(0)), reached[-1]
    tier = award.tiers[reached[-1]]
    return (base * (tier.rate or 0) if tier.amount is None else tier.amount), reached[-1]


def marginal_parts(award: Award, base: Fraction) -> list[tuple[Fraction, Fraction]]:
    """Return the part of a base that lies in each tier reached, with the rate of the tier."""
    ends = [*(tier.start for tier in award.tiers[1:]), base]
    return [
        (min(base, end) - tier.start, tier.rate or Fraction(0))
        for tier, end in zip(award.tiers, ends, strict=True)
        if tier.start <= base
    ]


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


def _greatest(award: Award, limit: Fraction) -> int:
    """Return the upper bound of a benefit for any base up to a limit."""
    raw, _ = FORMS[award.form](award, limit)
    if award.form == "tiers" and not award.marginal:
        ends = [*(tier.start for tier in award.tiers[1:]), limit]
        raw = max(
            (
                min(end, limit) * (tier.rate or 0) if tier.amount is None else tier.amount
                for tier, end in zip(award.tiers, ends, strict=True)
                if tier.start <= limit
            ),
            default=Fraction(0),
        )
    return fen(_limited(award, raw)[0])


def by_year(award: Award, yearly: int | None, total: int) -> list[int]:
    """Return the fen of each year from the first year of the policy on: they add up to the total.

    Instalments are paid one a year; a cap of all years leaves less for the last ones; what has no bound of a year is
    counted in its first.
    """
    waiting = [0] * (award.from_year - 1)
    if award.parts:
        return [*waiting, *split(total, award.parts)]
    if yearly is None:
        return [*waiting, total]
    return [*waiting, *(max(0, min(yearly, total - year * yearly)) for year in range(award.years))]


def fen(yuan: Fraction) -> int:
    """Round to the fen, half up."""
    return _half_up(yuan * FEN)


def _half_up(number: Fraction) -> int:
    return (2 * number.numerator + number.denominator) // (2 * number.denominator)
