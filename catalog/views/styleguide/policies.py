"""Samples of what only pages about policies show, from the portal's own policies."""

from collections.abc import Iterator

from catalog.derive.windows import running
from catalog.views.context import Context
from catalog.views.desks import desk
from catalog.views.parts import Part
from catalog.views.policies.actions import actions
from catalog.views.policies.answers import answers
from catalog.views.policies.coverage import coverage
from catalog.views.policies.library import automatic, library
from catalog.views.policies.months import agenda, strip
from catalog.views.policies.papers import papers
from investment_portal.components.countdown import countdown_script
from investment_portal.domain.dataset import Dataset


def policies(context: Context, _: Dataset) -> Iterator[tuple[str, list[Part]]]:
    """Give each part that the portal's policies can fill."""
    found = list(context.catalog.policies.values())
    bureau = context.catalog.contacts.get(context.catalog.site.bureau)
    dated = running(found, context.day)
    yield "answers", [answers(context, policy) for policy in found[:1]]
    yield "countdown", countdown_script(context, found)
    yield "actions", [part for policy in dated[:1] for part in actions(context, policy)]
    yield "checklist", [part for policy in found[:1] for part in papers(context, policy)]
    yield "automatic", list(automatic(context).parts)
    yield "library", [library(context, desk(context, bureau) if bureau else None)]
    yield "matrix", list(coverage(context).parts)
    yield "strip", [strip(context, dated)]
    yield "agenda", agenda(context, dated)
