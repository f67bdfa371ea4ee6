"""The standard of a policy as a table, one row for each rate, sum and tier, and its worked example."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import singledispatch
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.fields import facts, make_fact
from investment_portal.components.incentives import label, paid_parts, service, test, unit
from investment_portal.components.parts import Bullets, Cell, Fact, Facts, KeyFigures, Part, Table
from investment_portal.domain.incentives.worked_example import Sum, amount, stated
from investment_portal.formatting.values import show
from investment_portal.models.base import fields_of
from investment_portal.models.benefit import Fixed, PerUnit, Rate, Service, Tiers
from investment_portal.models.facts import InvestorFact
from investment_portal.models.policy import Policy, WorkedExample
from investment_portal.models.quantities.money import yuan
from investment_portal.models.site import enterprise_types

NONE = "—"
HEAD = ("item", "standard", "cap", "floor", "years", "paid", "note")
"""The columns of the standard."""


def standard(context: Context, policy: Policy) -> list[Part]:
    """Return the table and the services; a column that no row fills is left out."""
    words = context.words
    rows = [
        [*row, *_limits(benefit, context)]
        for benefit in policy.benefits
        if not isinstance(benefit, Service)
        for row in parts_of(benefit, context)
    ]
    services = [service(benefit, context) for benefit in policy.benefits if isinstance(benefit, Service)]
    parts: list[Part] = []
    if rows:
        head = [words[f"policy_column_{name}"] for name in HEAD]
        filled = [place for place in range(len(head)) if any(row[place] != NONE for row in rows)]
        parts.append(
            Table(
                words["policy_standard_caption"],
                [head[place] for place in filled],
                [[Cell(row[place]) for place in filled] for row in rows],
            )
        )
    return [*parts, *([Bullets(services)] if services else [])]


def _limits(award: Any, context: Context) -> Iterator[str]:
    words, language = context.words, context.language
    caps = [show(award.cap, language)] if award.cap else []
    if award.cap_all_years:
        caps.append(words("policy_cap_all", sum=show(award.cap_all_years, language)))
    yield words["semicolon"].join(caps) or NONE
    yield show(award.floor, language) if award.floor else NONE
    yield _years(award, context)
    yield paid_parts(award, context) if award.paid else NONE
    notes = [words("policy_only_if", tests=words["and"].join(test(condition, context) for condition in award.only_if))]
    notes = [*(notes if award.only_if else []), *([award.note.in_(language)] if award.note else [])]
    yield words["semicolon"].join(notes) or NONE


def _years(award: Any, context: Context) -> str:
    """Format for how many years a benefit is given, and from which on."""
    first, last = award.from_year, award.from_year + award.years - 1
    if first == 1:
        return context.words("policy_years", years=award.years) if award.years > 1 else NONE
    return context.words("policy_years_from" if last > first else "policy_in_year", first=first, last=last)


@singledispatch
def parts_of(award: Any, context: Context) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - those registered below need it
    """Return base and rate or sum of a benefit; several pairs where it has tiers."""
    raise TypeError(f"no row for {type(award).__name__}")


@parts_of.register
def _(award: Rate, context: Context) -> Iterator[tuple[str, str]]:
    yield label(award.base, context), show(award.rate, context.language)


@parts_of.register
def _(award: Fixed, context: Context) -> Iterator[tuple[str, str]]:
    yield context.words["policy_fixed"], show(award.amount, context.language)


@parts_of.register
def _(award: PerUnit, context: Context) -> Iterator[tuple[str, str]]:
    amount = show(award.amount, context.language)
    yield label(award.base, context), context.words("policy_per_unit", amount=amount, unit=unit(award, context))


@parts_of.register
def _(award: Tiers, context: Context) -> Iterator[tuple[str, str]]:
    base = label(award.base, context)
    ends = [show(tier.from_, context.language) for tier in award.tiers[1:]]
    for tier, end in zip(award.tiers, [*ends, ""], strict=True):
        start = show(tier.from_, context.language)
        if award.marginal:
            item = context.words("policy_part" if end else "policy_part_above", base=base, start=start, end=end)
            yield item, show(tier.rate, context.language)
            continue
        yield context.words("policy_tier", base=base, start=start), show(tier.amount or tier.rate, context.language)


Typed = Mapping[str, Any]


def example(context: Context, policy: Policy) -> list[Part]:
    """Work the example out; a policy without one, or with services only, has none."""
    example_ = policy.worked_example
    if example_ is None:
        return []
    words, site, typed = context.words, context.catalog.site, example_.stated()
    facts_stated = stated(typed, site)
    worked = [(benefit, sum_) for benefit in policy.benefits if (sum_ := amount(benefit, facts_stated, site))]
    rows = [
        [
            Cell(_name(context, benefit, sum_)),
            Cell(_way(context, benefit, sum_, typed)),
            Cell(show(sum_.total, context.language), number=True),
        ]
        for benefit, sum_ in worked
    ]
    if not rows:
        return []
    head = [words[f"policy_column_{name}"] for name in ("item", "way", "sum")]
    listed = [name for name in fields_of(WorkedExample) if name not in ("enterprise_type", "more")]
    shown = facts(context, example_, listed, known_only=True)
    if example_.enterprise_type:
        type_ = enterprise_types(site)[example_.enterprise_type].in_(context.language)
        shown.append(make_fact(context, label(InvestorFact.ENTERPRISE_TYPE, context), type_))
    shown += [make_fact(context, label(selected.fact, context), typed[selected.fact]) for selected in example_.more]
    parts: list[Part] = [Facts(shown)]
    parts.append(Table(words["policy_example_caption"], head, rows))
    return [*parts, KeyFigures(list(_totals(context, worked)))]


def _totals(context: Context, worked: Sequence[tuple[Any, Sum]]) -> Iterator[Fact]:
    """Add up sums of one kind of money: a loan is never added to a grant."""
    words = context.words
    kinds = dict.fromkeys(benefit.money for benefit, _ in worked)
    for kind in kinds:
        sums = [sum_.total.amount for benefit, sum_ in worked if benefit.money is kind]
        label = words["policy_example_total" if len(sums) > 1 else "policy_example_sum"]
        if len(kinds) > 1:
            label = words("benefit_kind", kind=show(kind, context.language), said=label)
        yield make_fact(context, label, yuan(sum(sums, Decimal(0))))


def _name(context: Context, benefit: Any, sum_: Sum) -> str:
    """Return the name of the row of the standard that applies: of tiers the one that was reached."""
    rows = list(parts_of(benefit, context))
    if sum_.slices:
        return context.words("policy_by_parts", base=label(benefit.base, context))
    return rows[benefit.tiers.index(sum_.reached)][0] if sum_.reached else rows[0][0]


def _way(context: Context, benefit: Rate | Tiers | Fixed | PerUnit | Service, sum_: Sum, typed: Typed) -> str:
    """Write the calculation, limits and years included."""
    words, language = context.words, context.language
    yearly = show(sum_.yearly, language)
    text = _before(context, benefit, sum_, typed)
    if sum_.held:
        text += words[f"policy_way_{sum_.held}"].format(sum=yearly)
    if not isinstance(benefit, Service) and benefit.years > 1:
        total = show(sum_.total, language)
        if sum_.held_all:
            text += words("policy_way_cap_all", sum=yearly, years=benefit.years, total=total)
        else:
            text += words("policy_way_years", sum=yearly, years=benefit.years, total=total)
    if sum_.parts:
        text += words("policy_way_paid", parts=words["separator"].join(show(part, language) for part in sum_.parts))
    return text


def _before(context: Context, benefit: Any, sum_: Sum, typed: Typed) -> str:
    words, language = context.words, context.language
    before = show(sum_.before, language)
    if isinstance(benefit, Fixed):
        return before
    if sum_.slices:
        parts = words["plus"].join(
            words("policy_way_slice", part=show(part, language), rate=show(tier.rate, language))
            for part, tier in zip(sum_.slices, benefit.tiers, strict=False)
        )
        return words("policy_way_parts", parts=parts, sum=before)
    base = show(typed[benefit.base], language)
    if isinstance(benefit, PerUnit):
        return words("policy_way_unit", base=base, amount=show(benefit.amount, language), sum=before)
    rate = benefit.rate if isinstance(benefit, Rate) else sum_.reached and sum_.reached.rate
    if rate:
        return words("policy_way_rate", rate=show(rate, language), base=base, sum=before)
    return words("policy_way_tier", base=base, sum=before)
