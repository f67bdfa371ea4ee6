"""Links to procedures, with the working days that they take."""

from collections.abc import Iterable

from investment_portal.components.context import Context
from investment_portal.components.parts import Fact, Link
from investment_portal.domain.procedures import Timetable, procedures_for, timetable
from investment_portal.formatting.numbers import DASH
from investment_portal.models.procedure import Procedure
from investment_portal.models.project import Project

ADDRESS = "how-to-set-up/"
"""The page that has the shortcode of procedures."""


def procedure_anchor(id_: str) -> str:
    """Return the name of the place of a procedure on its page."""
    return f"procedure-{id_}"


def total_days(times: Timetable) -> str:
    """Return the working days of a procedure as a number, or as two with a dash."""
    return DASH.join(dict.fromkeys((str(times.least), str(times.most))))


def procedure_links(context: Context, procedures: Iterable[Procedure], page: str) -> list[Link]:
    """Link to procedures on a page, each with its working days where they are known."""
    links = []
    for procedure in procedures:
        name, times = procedure.name.in_(context.language), timetable(procedure.steps)
        text = context.words("procedure_link", name=name, days=total_days(times)) if times.most else name
        links.append(Link(text, f"{page}#{procedure_anchor(procedure.id)}"))
    return links


def time_to_operation(context: Context, project: Project) -> list[Fact]:
    """Return the working days to operation of the procedures for a project of this kind; nothing without any."""
    procedures = procedures_for(context.catalog, project.kind)
    links = procedure_links(context, procedures, context.href(ADDRESS))
    note = context.words["example"] if any(procedure.example for procedure in procedures) else ""
    return [Fact(context.words["procedure_time"], tuple(links), note)] if links else []
