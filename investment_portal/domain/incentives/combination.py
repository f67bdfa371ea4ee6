"""The best combination of policies that exclusions and shared caps permit."""

from collections.abc import Iterable, Mapping, Sequence

from investment_portal.domain.incentives.amount import fen
from investment_portal.domain.incentives.declaration import Limit
from investment_portal.domain.incentives.verdict import LIFE
from investment_portal.value import Value

STAGES = (*LIFE, "hardship")
KINDS = ("grant", "saving", "equity", "loan", "guarantee")
"""Kinds of money: grants and savings first; equity, loans and guarantees are never added to them."""

Sums = Mapping[str, int]
"""Fen by kind of money."""
Rank = tuple[int, ...]


class Payment(Value):
    """Fen of a policy in a year of the investment, from 1 on, with the stage in which it can first be claimed."""

    year: int
    stage: str
    kind: str
    fen: int


class Selection(Value):
    """The chosen policies, in order, and their sums by kind of money after shared caps, by year and by stage."""

    policies: tuple[str, ...]
    sums: Sums
    years: Mapping[str, Sequence[int]]
    stages: Mapping[str, Sums]


def rank(sums: Sums) -> Rank:
    """Return the rank of sums: grants and savings, then equity, then loans, then guarantees."""
    grant, saving, *others = (sums.get(kind, 0) for kind in KINDS)
    return (grant + saving, *others)


def best(
    payments_by_id: Mapping[str, Sequence[Payment]], excludes: frozenset[frozenset[str]], limits: Sequence[Limit]
) -> Selection:
    """Choose the policies that are worth most together; of equal choices the larger, then the earlier ones."""
    sums_by_id = {id_: sums(payments) for id_, payments in payments_by_id.items()}
    search = _Search(tuple(sums_by_id), sums_by_id, excludes, limits)
    search.descend((), search.ids)
    paid = spread(search.best, payments_by_id, limits)
    last = max((payment.year for payment in paid), default=0)
    return Selection(
        search.best,
        sums(paid),
        {
            kind: [sum(pay.fen for pay in paid if pay.kind == kind and pay.year == year + 1) for year in range(last)]
            for kind in sums(paid)
        },
        {stage: by_kind for stage in STAGES if (by_kind := sums(pay for pay in paid if pay.stage == stage))},
    )


def sums(payments: Iterable[Payment]) -> dict[str, int]:
    """Add up payments by kind of money, in the order of kinds."""
    totals = dict.fromkeys(KINDS, 0)
    for payment in payments:
        totals[payment.kind] += payment.fen
    return {kind: amount for kind, amount in totals.items() if amount}


def spread(
    chosen: Sequence[str], payments_by_id: Mapping[str, Sequence[Payment]], limits: Sequence[Limit]
) -> list[Payment]:
    """Return the payments of chosen policies; a shared cap leaves the earlier ones and takes from the later ones."""
    paid = []
    for kind in KINDS:
        blocks = [
            (frozenset({id_}), [pay for pay in payments_by_id[id_] if pay.kind == kind and pay.fen]) for id_ in chosen
        ]
        for limit in sorted(
            (shared for shared in limits if shared.kind == kind), key=lambda shared: len(shared.policies)
        ):
            inside = [block for block in blocks if block[0] & limit.policies]
            apart = [block for block in blocks if not block[0] & limit.policies]
            members = frozenset().union(*(block[0] for block in inside))
            remaining, within = fen(limit.most), []
            for pay in sorted((pay for block in inside for pay in block[1]), key=_order):
                amount = min(pay.fen, remaining)
                remaining -= amount
                within.append(Payment(pay.year, pay.stage, pay.kind, amount))
            blocks = [*apart, (members, within)]
        paid += [pay for block in blocks for pay in block[1] if pay.fen]
    return paid


def _order(payment: Payment) -> tuple[int, int]:
    return payment.year, STAGES.index(payment.stage)


def capped(chosen: Sequence[str], sums_by_id: Mapping[str, Sums], limits: Sequence[Limit]) -> dict[str, int]:
    """Add up by kind of money; what policies share a cap for counts up to it, inner caps before those around them."""
    sums = {}
    for kind in KINDS:
        blocks = [(frozenset({id_}), sums_by_id[id_].get(kind, 0)) for id_ in chosen]
        for limit in sorted(
            (shared for shared in limits if shared.kind == kind), key=lambda shared: len(shared.policies)
        ):
            inside = [block for block in blocks if block[0] & limit.policies]
            apart = [block for block in blocks if not block[0] & limit.policies]
            members = frozenset().union(*(block[0] for block in inside))
            blocks = [*apart, (members, min(fen(limit.most), sum(block[1] for block in inside)))]
        sums[kind] = sum(block[1] for block in blocks)
    return {kind: amount for kind, amount in sums.items() if amount}


class _Search:
    """Branch and bound over policies that exclude each other; what excludes nothing more is always taken."""

    def __init__(
        self,
        ids: tuple[str, ...],
        sums_by_id: Mapping[str, Sums],
        excludes: frozenset[frozenset[str]],
        limits: Sequence[Limit],
    ) -> None:
        self.ids, self.sums_by_id, self.excludes, self.limits = ids, sums_by_id, excludes, limits
        self.best: tuple[str, ...] = ()
        self.rank: Rank = ()

    def descend(self, taken: tuple[str, ...], open_: tuple[str, ...]) -> None:
        """Settle the policy with the most conflicts both ways, as long as the rest could still be better."""
        if self.best and self._rank((*taken, *open_)) < self.rank:
            return
        conflicts = {
            id_: [other for other in open_ if other != id_ and frozenset({id_, other}) in self.excludes]
            for id_ in open_
        }
        if not any(conflicts.values()):
            self._weigh(tuple(sorted((*taken, *open_), key=self.ids.index)))
            return
        chosen = max(conflicts, key=lambda conflict: len(conflicts[conflict]))
        remaining = tuple(id_ for id_ in open_ if id_ != chosen)
        self.descend((*taken, chosen), tuple(id_ for id_ in remaining if id_ not in conflicts[chosen]))
        self.descend(taken, remaining)

    def _rank(self, chosen: tuple[str, ...]) -> Rank:
        return (*rank(capped(chosen, self.sums_by_id, self.limits)), len(chosen))

    def _weigh(self, chosen: tuple[str, ...]) -> None:
        rank, places = self._rank(chosen), [self.ids.index(id_) for id_ in chosen]
        better = rank > self.rank or (rank == self.rank and places < [self.ids.index(id_) for id_ in self.best])
        if not self.best or better:
            self.best, self.rank = chosen, rank
