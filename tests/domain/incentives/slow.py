"""The arithmetic once more, slowly and in another way: whole numbers on records as staff write them, all subsets."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain, combinations
from typing import Any

from investment_portal.domain.incentives.declaration import Limit
from investment_portal.models.benefit import Benefit, Bracket, Fixed, PerUnit, Rate, Service, Tiers
from investment_portal.models.facts import Sort
from investment_portal.models.quantities import Area, Money

MILLIONTHS = 10**6
FIFTEENTHS = {"亩": 10_000, "mu": 10_000, "公顷": 150_000, "ha": 150_000, "m²": 15, "平方米": 15, "万平方米": 150_000}
"""Fifteenths of a square metre: a mu is a whole number of them."""
PER = {"mu": 10_000, "m2": 15, "ha": 150_000}


def size(figure: Any) -> int:
    """Measure in millionths of a yuan, of a piece, or of the fifteenth of a square metre."""
    if isinstance(figure, Money):
        return int(figure.amount * MILLIONTHS)
    if isinstance(figure, Area):
        return int(figure.number * FIFTEENTHS[figure.unit] * MILLIONTHS)
    return int(Decimal(figure) * MILLIONTHS)


def yearly(benefit: Benefit, base: Any) -> int:
    """Return the fen of one year: a numerator over millionths of a share or unit, rounded by what is left over."""
    if isinstance(benefit, Service):
        return 0
    top, bottom = _parts(benefit, base)
    for limit, lifts in ((benefit.floor, True), (benefit.cap, False)):
        if limit is None or top == 0:
            continue
        other = size(limit)
        if (top < other * bottom) if lifts else (top > other * bottom):
            top, bottom = other, 1
    whole, remainder = divmod(top * 100, bottom * MILLIONTHS)
    return whole + (1 if remainder * 2 >= bottom * MILLIONTHS else 0)


def all_years(benefit: Rate | Tiers | Fixed | PerUnit, base: Any) -> int:
    """Return the fen of all years."""
    total = sum(yearly(benefit, base) for _ in range(benefit.years))
    return min(total, size(benefit.cap_all_years) // 10_000) if benefit.cap_all_years else total


def _parts(benefit: Rate | Tiers | Fixed | PerUnit, base: Any) -> tuple[int, int]:
    """Return the sum in millionths of a yuan as numerator and denominator."""
    if isinstance(benefit, Fixed):
        return size(benefit.amount), 1
    if isinstance(benefit, Rate):
        return size(base) * size(benefit.rate.number), 100 * MILLIONTHS
    if isinstance(benefit, PerUnit):
        measure = benefit.measure(Sort.AREA) if isinstance(base, Area) else None
        return size(base) * size(benefit.amount), (PER[measure.value] if measure else 1) * MILLIONTHS
    return _by_tiers(benefit, base)


def _by_tiers(benefit: Tiers, base: Any) -> tuple[int, int]:
    if benefit.marginal:
        total = 0
        for place, tier in enumerate(benefit.tiers):
            end = size(base)
            if place + 1 < len(benefit.tiers):
                end = min(end, size(benefit.tiers[place + 1].from_))
            assert tier.rate
            total += max(0, end - size(tier.from_)) * size(tier.rate.number)
        return total, 100 * MILLIONTHS
    last: Bracket | None = None
    for tier in benefit.tiers:
        if size(tier.from_) <= size(base):
            last = tier
    if last is None:
        return 0, 1
    if last.amount is not None:
        return size(last.amount), 1
    assert last.rate is not None
    return size(base) * size(last.rate.number), 100 * MILLIONTHS


def together(chosen: Sequence[str], amounts: Mapping[str, int], limits: Sequence[Limit]) -> int:
    """Return the most that policies pay under shared caps: the least over all ways in which some of the caps bind."""
    payments = []
    for binding in _subsets(limits):
        covered = frozenset().union(*(limit.policies for limit in binding)) if binding else frozenset()
        caps = sum(int(limit.most * 100) for limit in binding)
        payments.append(caps + sum(amounts[id_] for id_ in chosen if id_ not in covered))
    return min(payments)


def best(
    sums_by_id: Mapping[str, Mapping[str, int]], excludes: frozenset[frozenset[str]], limits: Sequence[Limit]
) -> tuple[tuple[str, ...], dict[str, int]]:
    """Try every subset and keep the best; of equals the larger, then the one with the earlier policies."""
    kinds = ("grant", "saving", "equity", "loan", "guarantee")
    ids = list(sums_by_id)
    ranked = []
    for chosen in _subsets(ids):
        if any(frozenset(pair) in excludes for pair in combinations(chosen, 2)):
            continue
        sums = {
            kind: together(
                chosen,
                {id_: sums_by_id[id_].get(kind, 0) for id_ in chosen},
                [limit for limit in limits if limit.kind == kind],
            )
            for kind in kinds
        }
        grant, saving, *returned = sums.values()
        ranked.append(((-grant - saving, *(-amount for amount in returned), -len(chosen)), chosen, sums))
    _, chosen, sums = min(ranked, key=lambda item: (item[0], [ids.index(id_) for id_ in item[1]]))
    return chosen, {kind: amount for kind, amount in sums.items() if amount}


def _subsets(items: Sequence[Any]) -> list[tuple[Any, ...]]:
    return list(chain.from_iterable(combinations(items, size) for size in range(len(items) + 1)))
