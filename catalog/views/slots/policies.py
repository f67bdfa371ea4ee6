"""Policies: the library, the coverage matrix, and the entry on the home page."""

from catalog.derive.coverage import in_force, matrix, reaches
from catalog.model.lists import EnterpriseType, Instrument
from catalog.show.values import show
from catalog.views.cards import policy_card
from catalog.views.context import Context
from catalog.views.matcher.entry import entry as matcher_entry
from catalog.views.parts import Cards, Cell, Jump, Link, Section, Table
from catalog.views.slots.slot import Blocks, Slot


def library(context: Context) -> Blocks:
    """Give the coverage matrix, then the policies by instrument; those no longer in force come last."""
    words, language, day = context.words, context.language, context.day
    policies = [policy for policy in context.catalog.policies.values() if not policy.withdrawn]
    groups = []
    for instrument in Instrument:
        own = [policy for policy in policies if policy.instrument is instrument and policy.in_force(day)]
        if own:
            groups.append(
                Section(
                    instrument.value,
                    show(instrument, language),
                    [Cards([policy_card(context, one) for one in own], rows=True)],
                )
            )
    ended = [policy for policy in policies if not policy.in_force(day)]
    if ended:
        groups.append(
            Section(
                "ended",
                words["ended_policies"],
                [Cards([policy_card(context, one) for one in ended], rows=True)],
                words["ended_note"],
            )
        )
    jump = Jump(words["by_instrument"], [Link(group.title, f"#{group.id}") for group in groups])
    return [matcher_entry(context), jump, coverage(context), *groups]


def coverage(context: Context) -> Section:
    """Give the matrix sector x type of enterprise: how many policies in force reach each cell."""
    words, language = context.words, context.language
    cells = matrix(context.catalog, context.day)
    most = max((len(policies) for policies in cells.values()), default=0)
    rows = [
        [
            Cell(Link(sector.name.in_(language), f"{context.record_href('sector', sector.id)}#policies")),
            *(_count(len(cells[sector.id, enterprise]), most) for enterprise in EnterpriseType),
        ]
        for sector in context.catalog.sectors.values()
    ]
    head = [words["sector"], *(show(enterprise, language) for enterprise in EnterpriseType)]
    return Section(
        "coverage", words["coverage"], [Table(words["coverage_caption"], head, rows)], words["coverage_note"]
    )


def _count(count: int, most: int) -> Cell:
    """Give a cell of the matrix, shaded in three steps up to the fullest one."""
    return Cell(str(count), number=True, tone=-(-3 * count // most) if count else 0)


def entry(context: Context) -> Blocks:
    """Give the way into the package by need: each instrument with how many policies it has."""
    words, language = context.words, context.language
    policies = [policy for policy in in_force(context.catalog, context.day) if reaches(policy, None)]
    links = [
        Link(
            f"{show(instrument, language)} {sum(one.instrument is instrument for one in policies)}",
            context.href(f"policies/#{instrument.value}"),
        )
        for instrument in Instrument
        if any(one.instrument is instrument for one in policies)
    ]
    return [
        Section(
            "policies",
            words["policies_by_need"],
            [Jump(words["by_instrument"], links), matcher_entry(context)],
            words.count("policies_note", len(policies)),
        )
    ]


SLOTS = (Slot("policy-list", library), Slot("policy-entry", entry))
