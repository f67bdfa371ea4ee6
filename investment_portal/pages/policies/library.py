"""The library of policies: every policy by instrument, with facets over it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from investment_portal.components.cards import policy_card
from investment_portal.components.context import Context
from investment_portal.components.incentives import gist
from investment_portal.components.parts import Cards, ContactCard, Fact, Part, Section
from investment_portal.domain.coverage import in_force, reaches
from investment_portal.domain.windows import Applying, Validity, applying, to_come, validity
from investment_portal.formatting.values import show
from investment_portal.models.choice import Choice
from investment_portal.models.controlled_values import Delivery, Instrument, PolicyStage
from investment_portal.models.policy import Policy
from investment_portal.models.site import enterprise_types
from investment_portal.value import Value


class FacetValue(Value):
    """One value of a facet, with how many policies have it."""

    id: str
    label: str
    count: int


class PolicyFacet(Value):
    """A facet: its name in the address, its label, its values in the order of their list."""

    name: str
    label: str
    values: Sequence[FacetValue]


class _FacetKind(Value):
    """How a facet is made: its possible values with their labels, and which of them a policy has."""

    name: str
    known: Callable[[Context], Sequence[tuple[str, str]]]
    of: Callable[[Context, Policy], Iterable[str]]


def _listed(choice: type[Choice]) -> Callable[[Context], Sequence[tuple[str, str]]]:
    return lambda context: [(option.value, show(option, context.language)) for option in choice]


def _sectors(context: Context) -> Sequence[tuple[str, str]]:
    return [(sector.id, sector.name.in_(context.language)) for sector in context.catalog.sectors.values()]


def _enterprise_types(context: Context) -> Sequence[tuple[str, str]]:
    return [(id_, name.in_(context.language)) for id_, name in enterprise_types(context.catalog.site).items()]


FACETS = (
    _FacetKind(
        "sector", _sectors, lambda context, policy: [id_ for id_ in context.catalog.sectors if reaches(policy, id_)]
    ),
    _FacetKind(
        "enterprise",
        _enterprise_types,
        lambda context, policy: [type_ for type_, _ in _enterprise_types(context) if reaches(policy, None, type_)],
    ),
    _FacetKind(
        "stage", _listed(PolicyStage), lambda _, policy: PolicyStage if policy.stages == "all" else policy.stages
    ),
    _FacetKind("instrument", _listed(Instrument), lambda _, policy: [policy.instrument]),
    _FacetKind("delivery", _listed(Delivery), lambda _, policy: [policy.delivery]),
    _FacetKind("apply", _listed(Applying), lambda context, policy: [applying(policy, context.day)]),
    _FacetKind(
        "validity", _listed(Validity), lambda context, policy: validity(policy, context.day, context.catalog.site)
    ),
)
"""The names are part of public addresses and never change."""


def values_of(context: Context, policy: Policy) -> dict[str, list[str]]:
    """Return the values that a policy has in each facet."""
    return {kind.name: [str(value) for value in kind.of(context, policy)] for kind in FACETS}


def facets(context: Context, policies: Iterable[Policy]) -> list[PolicyFacet]:
    """Return the facets; a value that no policy has is left out, and so is a facet with fewer than two."""
    had = [values_of(context, policy) for policy in policies]
    shown_facets = []
    for kind in FACETS:
        values = [
            FacetValue(id_, label, count)
            for id_, label in kind.known(context)
            if (count := sum(id_ in policy_values[kind.name] for policy_values in had))
        ]
        if len(values) > 1:
            shown_facets.append(PolicyFacet(kind.name, context.words[f"policy_list_by_{kind.name}"], values))
    return shown_facets


class Library(Part):
    """Groups of cards with filters over them; ``data`` is that of the script, one entry a card, in their order."""

    component = "policy_list"
    facets: Sequence[PolicyFacet]
    groups: Sequence[Section]
    count: str
    contact: ContactCard | None
    data: Mapping[str, Any]


class Automatic(Part):
    """Policies that are paid without applying."""

    component = "automatic_policies"
    policies: Sequence[Fact]


def library(context: Context, contact: ContactCard | None) -> Library:
    """Group the policies by instrument; future and ended ones come last."""
    groups = _groups(context)
    ordered = [policy for _, policies in groups for policy in policies]
    valid = sum(policy.in_force(context.day) for policy in ordered)
    return Library(
        facets(context, ordered),
        [_section(context, name, policies) for name, policies in groups],
        context.words("policy_list_all", count=len(ordered), valid=valid),
        contact,
        {
            "policies": [values_of(context, policy) for policy in ordered],
            "words": context.words.group("policy_list"),
        },
    )


def _groups(context: Context) -> list[tuple[str, list[Policy]]]:
    day = context.day
    policies = [policy for policy in context.catalog.policies.values() if not policy.withdrawn]
    valid = [policy for policy in policies if policy.in_force(day)]
    groups = [(kind.value, [policy for policy in valid if policy.instrument is kind]) for kind in Instrument]
    groups.append(("coming", [policy for policy in policies if to_come(policy, day)]))
    groups.append(("ended", [policy for policy in policies if not policy.in_force(day) and not to_come(policy, day)]))
    return [(name, members) for name, members in groups if members]


def _section(context: Context, name: str, policies: Sequence[Policy]) -> Section:
    words = context.words
    titles = {"coming": words["policy_list_coming"], "ended": words["ended_policies"]}
    title = titles.get(name) or next(
        show(instrument, context.language) for instrument in Instrument if instrument.value == name
    )
    cards = [policy_card(context, policy) for policy in policies]
    return Section(name, title, [Cards(cards, rows=True)], words["ended_note"] if name == "ended" else "")


def automatic(context: Context) -> Section:
    """Return the policies in force that are paid without applying, with their benefits."""
    policies = [policy for policy in in_force(context.catalog, context.day) if policy.delivery is Delivery.AUTOMATIC]
    shown = [
        Fact(
            policy.name.in_(context.language),
            context.record_href("policy", policy.id),
            gist(context, policy.benefits[0]),
        )
        for policy in policies
    ]
    words = context.words
    return Section(
        "automatic",
        words["policy_list_automatic"],
        [Automatic(shown)] if shown else [],
        words["policy_list_automatic_note"],
    )
