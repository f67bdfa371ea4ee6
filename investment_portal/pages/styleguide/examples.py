"""Examples of components for the style guide: changes, charts, contacts, policies."""

from collections.abc import Iterator

from msgspec.structs import replace

from investment_portal.components.charts.bars import bars
from investment_portal.components.charts.funnel import funnel, sequences
from investment_portal.components.charts.line import over_periods
from investment_portal.components.charts.steps import comparable
from investment_portal.components.charts.waterfall import by_sector
from investment_portal.components.context import Context
from investment_portal.components.countdown import countdown_script
from investment_portal.components.parts import Part
from investment_portal.domain.windows import running
from investment_portal.history.compare import compare
from investment_portal.history.history import Revision
from investment_portal.models.controlled_values import ProjectStage
from investment_portal.models.policy import Policy
from investment_portal.models.procedure import Procedure, ProcedureStep
from investment_portal.models.quantities import MoneyRange, WorkingDaysRange
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.result import Result
from investment_portal.pages.changes.happenings import ChangeType, Happening, happenings
from investment_portal.pages.contacts.network import network
from investment_portal.pages.contacts.route_finder import finder_section
from investment_portal.pages.contacts.routes import contact_card, route_section
from investment_portal.pages.contacts.sheet import contact_sheet
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.enquiry.data import names_chunks
from investment_portal.pages.policies.calendar import WINDOW, actions, agenda, strip
from investment_portal.pages.policies.coverage import coverage
from investment_portal.pages.policies.library import automatic, library
from investment_portal.pages.policies.page import answers, papers
from investment_portal.pages.procedures.timetable import procedure_section


def changed(data: Dataset) -> list[Happening]:
    """Return a day on which a field of each sort changed, then what the records' own dates tell of the latest days."""
    project, *others = (data.project(id_) for id_ in list(data.index.projects)[:2])
    before = replace(
        project,
        investment=MoneyRange.parse("1 亿元"),
        stage=next(stage for stage in ProjectStage if stage is not project.stage),
        valid_until=None if project.valid_until else project.verified_on,
        summary=others[0].summary if others else project.name,
        gaps=project.gaps[1:],
        contacts=[],
    )
    revision = Revision(project.verified_on, compare(before, project), formerly=f"{project.id}-1")
    return [
        Happening(project.verified_on, ChangeType.REVISED, "project", project, revision),
        *happenings(data, 12).shown,
    ]


def charts(context: Context, data: Dataset) -> Iterator[tuple[str, list[Part]]]:
    """Yield each chart that the portal's figures can fill."""
    name = context.words["column_results"]
    results = list(context.catalog.results.values())
    for result in results[:1]:
        yield "bars", [bars(context, name, comparable(result.figures))]
        yield "funnel", [funnel(context, name, run) for run in sequences(result.figures)]
        yield "line", over_periods(context, [result, _a_year_later(result)])
    yield "waterfall", by_sector(context, name, data.index.projects.values())


def _a_year_later(result: Result) -> Result:
    """Make a second period, so that a line has somewhere to go."""
    moved = {key: PartialDate(getattr(result, key).year + 1) for key in ("from_", "until")}
    return replace(result, **{"id": f"{result.id}-later", **moved})


def people(context: Context, data: Dataset) -> Iterator[tuple[str, list[Part]]]:
    """Yield each part, made from the portal's own contacts."""
    yield "ladder", list(route_section(context, sector=next(iter(context.catalog.sectors))).parts)
    yield "desk_sheet", [contact_sheet(context, context.catalog.contacts[context.catalog.site.bureau])]
    yield "route_finder", list(finder_section(context, names_chunks(data)).parts)
    yield "network", [network(context)]


def _as_procedure(context: Context, policy: Policy) -> list[Part]:
    """Return the steps of a policy as a procedure, all after the first at the same time."""
    steps = [
        ProcedureStep(
            id=f"step-{number}",
            name=step.name,
            authority=step.authority,
            bring=step.bring,
            result=step.result,
            days=WorkingDaysRange.parse(f"{number}–{number + 2}"),
            cost=step.cost,
            legal_basis=step.legal_basis,
            recourse=step.recourse,
            after=["step-1"] if number > 1 else [],
        )
        for number, step in enumerate(policy.steps, 1)
    ]
    procedure = Procedure(
        id=policy.id,
        published_on=policy.published_on,
        verified_on=policy.verified_on,
        name=policy.name,
        summary=policy.summary,
        steps=steps,
    )
    return list(procedure_section(context, procedure).parts)


def policies(context: Context, _: Dataset) -> Iterator[tuple[str, list[Part]]]:
    """Yield each part that the portal's policies can fill."""
    listed = list(context.catalog.policies.values())
    bureau = context.catalog.contacts.get(context.catalog.site.bureau)
    dated = running(listed, context.day)
    yield "answers", [answers(context, policy) for policy in listed[:1]]
    yield "procedure", [part for policy in listed[:1] for part in _as_procedure(context, policy)]
    yield "countdown", countdown_script(context, listed)
    entries = [(policy, f"{context.record_href('policy', policy.id)}{WINDOW}") for policy in dated[:1]]
    yield "actions", [part for policy, entry in entries for part in actions(context, policy, entry)]
    yield "checklist", [part for policy in listed[:1] for part in papers(context, policy)]
    yield "automatic", list(automatic(context).parts)
    yield "library", [library(context, contact_card(context, bureau) if bureau else None)]
    yield "matrix", list(coverage(context).parts)
    yield "strip", [strip(context, dated)]
    yield "agenda", agenda(context, dated)
