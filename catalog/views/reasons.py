"""Why a policy stands on a project's page: what of both fits, said in words."""

from collections.abc import Iterator

from catalog.model.lists import EnterpriseType, PolicyStage
from catalog.model.policy import Policy
from catalog.model.project import Project
from catalog.views.context import Context
from catalog.views.fields import joined

AHEAD = (PolicyStage.SETTLING, PolicyStage.BUILDING, PolicyStage.PRODUCTION)
"""What lies ahead of whoever takes up a project that is looking for an investor."""

FEW = 3
"""As many types of enterprise are named; more are counted, and the policy's own page lists them."""


def reasons(context: Context, project: Project, policy: Policy) -> list[str]:
    """Give the reasons, the strongest first, and for whom and when it helps."""
    return reasons_of(context, project.sector, policy, named=policy.id in project.policies)


def reasons_of(context: Context, sector: str, policy: Policy, *, named: bool) -> list[str]:
    """Give the reasons, which are the same for all projects of a sector that name the policy, or do not."""
    first = [context.words["project_why_named"]] if named else []
    return [*first, _sector(context, sector, policy), *_terms(context, policy)]


def _sector(context: Context, sector: str, policy: Policy) -> str:
    if policy.sectors == "all":
        return context.words["project_why_every_sector"]
    if sector in policy.sectors:
        name = context.catalog.sectors[sector].name.in_(context.language)
        return context.words("project_why_sector", sector=name)
    # The project names a policy of other sectors: the department has the last word, and the page must not hide it.
    sectors = [context.catalog.sectors[id_].name for id_ in policy.sectors]
    return context.words("project_why_other_sector", sectors=joined(context, sectors))


def _terms(context: Context, policy: Policy) -> Iterator[str]:
    words = context.words
    if policy.enterprise_types == "all":
        yield words["project_why_every_type"]
    elif len(policy.enterprise_types) > FEW:
        yield words("project_why_many_types", count=len(policy.enterprise_types), all=len(EnterpriseType))
    else:
        yield words("project_why_types", types=joined(context, policy.enterprise_types))
    helps = [stage for stage in AHEAD if policy.stages == "all" or stage in policy.stages]
    if helps:
        yield words("project_why_stages", stages=joined(context, helps))
