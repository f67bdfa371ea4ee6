"""The public form of the package: all that decides on incentives, apart from the models.

Names here stand in pages and in the scripts that read them, so that nothing renamed in the model leaks. Money is in
yuan, areas are in square metres, and all figures are exact fractions.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from investment_portal.value import Value


class Condition(Value):
    """A test of one fact (within bounds, one of some words, yes or no), or of several: one, all or none of them count.

    ``any``, ``all`` and ``none`` hold the tests of a group, which has no fact of its own.
    """

    fact: str = ""
    least: Fraction | None = None
    most: Fraction | None = None
    one_of: Sequence[str] | None = None
    yes: bool | None = None
    any: Sequence["Condition"] = ()
    all: Sequence["Condition"] = ()
    none: Sequence["Condition"] = ()

    @property
    def inner(self) -> Sequence["Condition"]:
        """The tests of a group."""
        return (*self.any, *self.all, *self.none)


class DeclaredTier(Value):
    """A tier: from this size of the base on, a sum or a share of the base."""

    start: Fraction
    amount: Fraction | None = None
    rate: Fraction | None = None


class Award(Value):
    """One benefit.

    ``form`` is rate, tiers, fixed, each or service; ``unit`` is the size of one unit of the base. Where ``marginal``
    the rate of each tier counts for the part of the base within it. ``cap`` and ``floor`` limit a year, ``cap_all``
    all years together; ``parts`` are the shares in which the whole is paid, one a year; the first payment falls in
    ``from_year`` of the benefit.
    """

    form: str
    kind: str = ""
    base: str = ""
    rate: Fraction | None = None
    amount: Fraction | None = None
    unit: Fraction = Fraction(1)
    tiers: Sequence[DeclaredTier] = ()
    cap: Fraction | None = None
    floor: Fraction | None = None
    years: int = 1
    marginal: bool = False
    cap_all: Fraction | None = None
    parts: Sequence[Fraction] = ()
    only_if: Sequence[Condition] = ()
    from_year: int = 1


class Declared(Value):
    """One policy: validity, conditions, benefits, the policies that it excludes, the day its money was used up."""

    id: str
    start: date
    end: date | None
    conditions: Sequence[Condition]
    benefits: Sequence[Award]
    excludes: Sequence[str] = ()
    exhausted: date | None = None


class Limit(Value):
    """A shared cap of several policies, for one kind of money."""

    policies: frozenset[str]
    kind: str
    most: Fraction


class Package(Value):
    """The policies in their order, the limits that join them, and the facts that no figure of another exceeds.

    ``bounds`` names for a fact the one that bounds it: equipment never costs more than the whole investment.
    """

    policies: Sequence[Declared]
    limits: Sequence[Limit] = ()
    bounds: Mapping[str, str] = {}
