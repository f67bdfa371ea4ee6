"""The guide: a few answers lead an investor to projects, support, places with their costs, steps and a contact."""

from collections.abc import Sequence
from typing import Any

from investment_portal.components.context import Context
from investment_portal.components.land import ready_fact
from investment_portal.components.parts import Link, Part
from investment_portal.domain.coverage import in_force, reaches
from investment_portal.domain.incentives.declare import declare as declare_incentives
from investment_portal.domain.incentives.declare import yuan_for
from investment_portal.domain.origins import is_foreign
from investment_portal.domain.route_declaration import declare as declare_routes
from investment_portal.formatting.values import show
from investment_portal.models.controlled_values import ProjectKind
from investment_portal.models.park import Park
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.site import enterprise_types
from investment_portal.pages.contacts.routes import contact_card
from investment_portal.pages.matcher.links import ADDRESS as MATCHER
from investment_portal.pages.matcher.questions import questions
from investment_portal.pages.matcher.support import support_data
from investment_portal.value import Value

PLANS: dict[str, tuple[str, ...]] = {
    "plant": (ProjectKind.INVESTMENT.value,),
    "land": (ProjectKind.LAND.value, ProjectKind.INVESTMENT.value),
    "hall": (ProjectKind.BUILDING.value,),
    "park": (ProjectKind.PARK.value,),
    "stake": (ProjectKind.FINANCING.value,),
}
"""Plans of an investor, and the kinds of project that fit each."""

STEPS = 5
"""Stages of setting up, each with a word; the page of steps has them in full."""


class Way(Value):
    """Where a reader of one sector finds everything, without a script."""

    title: str
    links: Sequence[Link]


class Guide(Part):
    """The questions, the links without a script, and the data of the script."""

    component = "guide"
    sectors: Sequence[tuple[str, str]]
    types: Sequence[tuple[str, str]]
    plans: Sequence[tuple[str, str]]
    places: Sequence[tuple[str, str]]
    origins: Sequence[tuple[str, str]]
    ways: Sequence[Way]
    steps: Sequence[str]
    data: dict[str, Any]


def guide(context: Context) -> Guide:
    """Make the guide as of the day."""
    words, language, catalog = context.words, context.language, context.catalog
    return Guide(
        sectors=[(sector.id, sector.name.in_(language)) for sector in catalog.sectors.values()],
        types=[(type_, name.in_(language)) for type_, name in enterprise_types(catalog.site).items()],
        plans=[(name, words[f"guide_plan_{name}"]) for name in PLANS],
        places=[(park.id, park.name.in_(language)) for park in catalog.parks.values()],
        origins=[(origin.id, origin.name.in_(language)) for origin in catalog.origins.values()],
        ways=[_way(context, sector) for sector in catalog.sectors],
        steps=[words[f"guide_step_{number}"] for number in range(1, STEPS + 1)],
        data=_data(context),
    )


def _way(context: Context, sector: str) -> Way:
    words, catalog = context.words, context.catalog
    sector_href = context.record_href("sector", sector)
    count = sum(reaches(policy, sector) for policy in in_force(catalog, context.day))
    links = [Link(words["column_projects"], sector_href)]
    if count:  # without policies the page of the sector has no such section
        links.append(Link(words.count("guide_policies", count), f"{sector_href}#policies"))
    links += [
        Link(park.name.in_(context.language), context.record_href("park", park.id))
        for park in catalog.parks.values()
        if sector in park.sectors
    ]
    return Way(catalog.sectors[sector].name.in_(context.language), links)


def _data(context: Context) -> dict[str, Any]:
    language, catalog = context.language, context.catalog
    package = declare_incentives(catalog, context.day)
    open_ = [contact for contact in catalog.contacts.values() if contact.reachable(context.day)]
    first, more = questions(context, package)
    return {
        **support_data(context, package),
        "asked": [question.fact for question in (*first, *more)],
        "foreign": {id_: is_foreign(catalog, id_) for id_ in catalog.origins},
        "policies": {
            policy.id: {
                "name": catalog.policies[policy.id].name.in_(language),
                "href": context.record_href("policy", policy.id),
            }
            for policy in package.policies
        },
        "plans": PLANS,
        "parks": [_park(context, park) for park in catalog.parks.values()],
        "routes": declare_routes(catalog),
        "contacts": {contact.id: _contact(context, contact.id) for contact in open_},
        "rates": {currency: str(yuan_for(currency, catalog.site)) for currency in _currencies(context)},
        "index": context.shared(f"assets/data/projects.{language}.js"),
        "name": f"projects.{language}",
        "projects": context.href("projects/"),
        "matcher": context.href(MATCHER),
        "enquiry": context.href("enquiry/"),
        "shortlist": context.href("shortlist/"),
        "words": context.words.group("guide_script"),
    }


def _currencies(context: Context) -> list[str]:
    return [CNY, *(rate.currency for rate in context.catalog.site.rates)]


def _park(context: Context, park: Park) -> dict[str, Any]:
    """Return the prices of a place, each with its unit and day."""
    language = context.language
    return {
        "id": park.id,
        "name": park.name.in_(language),
        "href": context.record_href("park", park.id),
        "sectors": list(park.sectors),
        "land": f"{ready.label} {ready.value}" if (ready := ready_fact(context, park)).known else "",
        "prices": [
            [show(price.utility, language), f"{show(price.value, language)} {price.unit.in_(language)}"]
            for price in park.prices
        ],
    }


def _contact(context: Context, id_: str) -> dict[str, str]:
    card = contact_card(context, context.catalog.contacts[id_])
    return {
        "name": card.name,
        "href": card.href,
        "phone": card.phone,
        "dial": card.phone_href,
        "mail": card.mail,
        "hours": card.hours,
    }
