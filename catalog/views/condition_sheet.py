"""The condition sheet: everything that could break the deal, each known or said to be unknown, with a meter."""

from collections.abc import Sequence

from catalog.model.base import fields_of
from catalog.model.project import Conditions, Project
from catalog.views.context import Context
from catalog.views.desks import Whom
from catalog.views.fields import facts
from catalog.views.parts import Fact, Link, Part, Section


class ConditionSheet(Part):
    """Conditions of a site: how many of ``total`` are ``known``, and each of them."""

    component = "condition_sheet"
    label: str
    known: int
    total: int
    conditions: Sequence[Fact]
    ask: str
    desk: Link | None = None
    """Whom to ask, said at each condition that is not known."""


def condition_section(context: Context, project: Project, whom: Whom | None) -> Section:
    """Return the sheet of a project; what is unknown says whom to ask."""
    conditions = facts(context, project.conditions, fields_of(Conditions))
    known = sum(one.known for one in conditions)
    label = context.words("completeness", known=known, all=len(conditions))
    if known == len(conditions) or whom is None:
        sheet = ConditionSheet(label, known, len(conditions), conditions, "")
    else:
        ask = context.words("ask", desk=whom.name, phone=whom.phone or whom.mail)
        named = Link(context.words("project_ask_desk", desk=whom.name), context.record_href("contact", whom.id))
        sheet = ConditionSheet(label, known, len(conditions), conditions, ask, named)
    return Section("conditions", context.words["conditions"], [sheet])
