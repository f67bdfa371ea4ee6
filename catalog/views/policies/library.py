"""The library: every policy by instrument, the filters over it, and those that nobody needs to apply for."""

from collections.abc import Mapping, Sequence
from typing import Any

from catalog.derive.coverage import in_force
from catalog.derive.windows import to_come
from catalog.model.lists import Delivery, Instrument
from catalog.model.policy import Policy
from catalog.show.values import show
from catalog.views.benefits import gist
from catalog.views.cards import policy_card
from catalog.views.context import Context
from catalog.views.parts import Cards, Desk, Fact, Part, Section
from catalog.views.policies.facets import Facet, facets, values_of


class Library(Part):
    """Groups of cards with filters over them; ``data`` is what the script needs, one entry a card, in their order."""

    component = "library"
    facets: Sequence[Facet]
    groups: Sequence[Section]
    said: str
    desk: Desk | None
    data: Mapping[str, Any]


class Automatic(Part):
    """Policies that are paid without applying."""

    component = "automatic"
    policies: Sequence[Fact]


def library(context: Context, desk: Desk | None) -> Library:
    """Group the policies by instrument; those to come and those that have ended stand last."""
    groups = _groups(context)
    ordered = [policy for _, policies in groups for policy in policies]
    valid = sum(policy.in_force(context.day) for policy in ordered)
    return Library(
        facets(context, ordered),
        [_section(context, name, policies) for name, policies in groups],
        context.words("library_all", count=len(ordered), valid=valid),
        desk,
        {
            "policies": [values_of(context, policy) for policy in ordered],
            "words": context.words.group("library"),
        },
    )


def _groups(context: Context) -> list[tuple[str, list[Policy]]]:
    day = context.day
    policies = [policy for policy in context.catalog.policies.values() if not policy.withdrawn]
    valid = [policy for policy in policies if policy.in_force(day)]
    groups = [(kind.value, [one for one in valid if one.instrument is kind]) for kind in Instrument]
    groups.append(("coming", [policy for policy in policies if to_come(policy, day)]))
    groups.append(("ended", [policy for policy in policies if not policy.in_force(day) and not to_come(policy, day)]))
    return [(name, found) for name, found in groups if found]


def _section(context: Context, name: str, policies: Sequence[Policy]) -> Section:
    words = context.words
    titles = {"coming": words["library_coming"], "ended": words["ended_policies"]}
    title = titles.get(name) or next(show(one, context.language) for one in Instrument if one.value == name)
    cards = [policy_card(context, one) for one in policies]
    return Section(name, title, [Cards(cards, rows=True)], words["ended_note"] if name == "ended" else "")


def automatic(context: Context) -> Section:
    """Give the policies in force that are paid without applying, with what they give."""
    found = [policy for policy in in_force(context.catalog, context.day) if policy.delivery is Delivery.AUTOMATIC]
    shown = [
        Fact(
            policy.name.in_(context.language),
            context.record_href("policy", policy.id),
            gist(context, policy.benefits[0]),
        )
        for policy in found
    ]
    words = context.words
    return Section(
        "automatic", words["library_automatic"], [Automatic(shown)] if shown else [], words["library_automatic_note"]
    )
