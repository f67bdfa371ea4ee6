"""The standard of a policy: what is given as a table, one row for each rate, sum and tier; services below it."""

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from catalog.model.benefit import Fixed, PerUnit, Rate, Service, Tiers
from catalog.model.policy import Policy
from catalog.show.values import show
from catalog.views.benefits import unit
from catalog.views.context import Context
from catalog.views.parts import Bullets, Cell, Part, Table

NONE = "—"


def standard(context: Context, policy: Policy) -> list[Part]:
    """Give the table and the services; a column that no row fills is left out."""
    words = context.words
    rows = [
        [*row, *_limits(benefit, context)]
        for benefit in policy.benefits
        if not isinstance(benefit, Service)
        for row in parts_of(benefit, context)
    ]
    services = [one.text.in_(context.language) for one in policy.benefits if isinstance(one, Service)]
    parts: list[Part] = []
    if rows:
        head = [words[f"policy_column_{name}"] for name in ("item", "standard", "cap", "floor", "years", "note")]
        kept = [place for place in range(len(head)) if any(row[place] != NONE for row in rows)]
        parts.append(
            Table(
                words["policy_standard_caption"],
                [head[place] for place in kept],
                [[Cell(row[place]) for place in kept] for row in rows],
            )
        )
    return [*parts, *([Bullets(services)] if services else [])]


def _limits(given: Any, context: Context) -> Iterator[str]:
    for limit in (given.cap, given.floor):
        yield show(limit, context.language) if limit else NONE
    yield context.words("policy_years", years=given.years) if given.years > 1 else NONE
    yield given.note.in_(context.language) if given.note else NONE


@singledispatch
def parts_of(given: Any, context: Context) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - those registered below need it
    """Give what a benefit is reckoned from, and its rate or sum; several pairs where it has tiers."""
    raise TypeError(f"no row for {type(given).__name__}")


@parts_of.register
def _(given: Rate, context: Context) -> Iterator[tuple[str, str]]:
    yield show(given.base, context.language), show(given.rate, context.language)


@parts_of.register
def _(given: Fixed, context: Context) -> Iterator[tuple[str, str]]:
    yield context.words["policy_fixed"], show(given.amount, context.language)


@parts_of.register
def _(given: PerUnit, context: Context) -> Iterator[tuple[str, str]]:
    amount = show(given.amount, context.language)
    yield show(given.base, context.language), context.words("policy_per_unit", amount=amount, unit=unit(given, context))


@parts_of.register
def _(given: Tiers, context: Context) -> Iterator[tuple[str, str]]:
    base = show(given.base, context.language)
    for tier in given.tiers:
        start = show(tier.from_, context.language)
        yield context.words("policy_tier", base=base, start=start), show(tier.amount or tier.rate, context.language)
