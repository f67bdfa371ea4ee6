"""Coverage: which policies in force reach which sector and type of enterprise."""

from datetime import date

from investment_portal.memo import memoized
from investment_portal.models.catalog import Catalog
from investment_portal.models.policy import Policy
from investment_portal.models.site import enterprise_types


def in_force(catalog: Catalog, day: date) -> list[Policy]:
    """Return the policies that apply on a day."""
    return list(_in_force(catalog, day))


@memoized
def _in_force(catalog: Catalog, day: date) -> tuple[Policy, ...]:
    return tuple(policy for policy in catalog.policies.values() if policy.in_force(day))


def reaches(policy: Policy, sector: str | None, enterprise: str | None = None) -> bool:
    """Return whether a policy is meant for a sector and a type of enterprise."""
    for_sector = sector is None or policy.sectors == "all" or sector in policy.sectors
    return for_sector and (
        enterprise is None or policy.enterprise_types == "all" or enterprise in policy.enterprise_types
    )


def matrix(catalog: Catalog, day: date) -> dict[tuple[str, str], list[Policy]]:
    """Return for each sector and type of enterprise the policies in force."""
    policies = in_force(catalog, day)
    return {
        (sector, enterprise): [policy for policy in policies if reaches(policy, sector, enterprise)]
        for sector in catalog.sectors
        for enterprise in enterprise_types(catalog.site)
    }


@memoized
def applying(catalog: Catalog, sector: str, named: tuple[str, ...], day: date) -> tuple[Policy, ...]:
    """Return the policies in force that apply to a project: those it names, those of its sector, then general ones."""
    first = [catalog.policies[id_] for id_ in named if id_ in catalog.policies]
    fitting = [policy for policy in in_force(catalog, day) if reaches(policy, sector)]
    fitting.sort(key=lambda policy: policy.sectors == "all")
    ordered = {policy.id: policy for policy in (*first, *fitting) if policy.in_force(day)}
    return tuple(ordered.values())
