"""A procedure as a part of a page: its time in a sentence, a chart of its steps, and a table of all that they take."""

from collections.abc import Sequence
from decimal import Decimal

from investment_portal.components.charts.scale import percent_of
from investment_portal.components.context import Context
from investment_portal.components.fields import fact, facts, make_fact
from investment_portal.components.parts import Badge, Fact, Link, Part, Section, SourceLine
from investment_portal.domain.procedures import StepSpan, Timetable, timetable
from investment_portal.formatting.numbers import DASH
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.procedure import Procedure, ProcedureStep
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.quantities.money import yuan
from investment_portal.pages.procedures.links import procedure_anchor, total_days
from investment_portal.pages.provenance import source_text
from investment_portal.value import Value

DATES = ("as_of", "published_on", "verified_on")


class StepColumn(Value):
    """A column of a step: its heading, and one value or several with their labels."""

    head: str
    facts: Sequence[Fact]


class StepRow(Value):
    """A step: its number, what comes before it, its columns, and its bar in per cent of the longest time."""

    number: int
    name: str
    anchor: str
    after: str
    columns: Sequence[StepColumn]
    start: Decimal
    width: Decimal
    span: str
    slack: str
    """How late the step can be; empty on the critical path."""
    critical: bool


class ProcedureTimetable(Part):
    """The chart and the table of a procedure."""

    component = "procedure"
    badges: Sequence[Badge]
    total: Sequence[str]
    caption: str
    name: str
    rows: Sequence[StepRow]


def procedure_section(context: Context, procedure: Procedure) -> Section:
    """Return a procedure as a section."""
    words, language = context.words, context.language
    times = timetable(procedure.steps)
    name = procedure.name.in_(language)
    part = ProcedureTimetable(
        [Badge(words["example"], "example")] if procedure.example else [],
        _totals(context, procedure, times),
        words("procedure_chart", name=name),
        name,
        _rows(context, procedure, times),
    )
    dates = [
        words("dated", label=date.label, day=date.value) for date in facts(context, procedure, DATES, known_only=True)
    ]
    if procedure.kinds:
        kinds = words["separator"].join(show(kind, language) for kind in procedure.kinds)
        dates.insert(0, words("dated", label=label_of(Procedure, "kinds").in_(language), day=kinds))
    parts: list[Part] = [part, SourceLine(words["semicolon"].join(dates))]
    if procedure.source:
        parts.append(SourceLine(source_text(context, procedure.source)))
    return Section(procedure_anchor(procedure.id), name, parts, procedure.summary.in_(language))


def _totals(context: Context, procedure: Procedure, times: Timetable) -> list[str]:
    """Return how long the procedure takes, what that leaves out, and what the steps cost as far as it is known."""
    words, steps = context.words, procedure.steps
    sentences = []
    if times.most:
        days = total_days(times)
        sentences.append(
            words("procedure_total_parallel", days=days, steps=len(steps), parallel=len(times.parallel))
            if times.parallel
            else words("procedure_total", days=days, steps=len(steps))
        )
    if times.unknown:
        sentences.append(words.count("procedure_unknown", len(times.unknown)))
    costs = [step.cost for step in steps if step.cost]
    if any(cost.amount for cost in costs) and all(cost.currency == CNY for cost in costs):
        cost = show(yuan(sum((cost.amount for cost in costs), Decimal(0))), context.language)
        silent = len(steps) - len(costs)
        sentences.append(words("procedure_cost", cost=cost))
        if silent:
            sentences.append(words.count("procedure_cost_unknown", silent))
    return sentences


def _rows(context: Context, procedure: Procedure, times: Timetable) -> list[StepRow]:
    words, language = context.words, context.language
    numbers = {step.id: str(number) for number, step in enumerate(procedure.steps, 1)}
    whole = Decimal(times.most)
    rows = []
    for step in procedure.steps:
        span, slack = times.spans[step.id], times.slack[step.id]
        known = step.id not in times.unknown
        start = percent_of(Decimal(span.start), whole)
        rows.append(
            StepRow(
                int(numbers[step.id]),
                step.name.in_(language),
                f"{procedure_anchor(procedure.id)}-{step.id}",
                _after(context, [numbers[id_] for id_ in step.after]),
                _columns(context, step),
                start,
                percent_of(Decimal(span.end), whole) - start,
                _span(span) if known else words["unknown"],
                words.count("procedure_slack", slack) if slack and known else "",
                known and not slack,
            )
        )
    return rows


def _after(context: Context, numbers: Sequence[str]) -> str:
    words = context.words
    if not numbers:
        return words["procedure_first"]
    if len(numbers) == 1:
        return words("procedure_after_one", steps=numbers[0])
    return words("procedure_after", steps=words["separator"].join(numbers))


def _span(span: StepSpan) -> str:
    """Return the first and the last working day of a step, counted from 1; a step without a day has 0."""
    days = (str(span.start + 1), str(span.end)) if span.end > span.start else ("0",)
    return DASH.join(dict.fromkeys(days))


def _columns(context: Context, step: ProcedureStep) -> list[StepColumn]:
    words = context.words
    basis = facts(context, step, ("legal_basis", "recourse"), known_only=True)
    if step.legal_basis and step.legal_link:
        basis[0] = Fact(basis[0].label, Link(step.legal_basis.in_(context.language), step.legal_link))
    cost = [fact(context, step, "cost") if step.cost.amount else Fact("", words["procedure_free"])] if step.cost else []
    cost += [Fact("", step.cost_note.in_(context.language))] if step.cost_note else []
    papers = words["semicolon"].join(text.in_(context.language) for text in step.bring)
    bring = [Fact(label_of(ProcedureStep, "bring").in_(context.language), papers)] if papers else []
    unknown = [make_fact(context, "", None)]
    return [
        StepColumn(words["procedure_authority"], facts(context, step, ("authority", "contact"), known_only=True)),
        StepColumn(words["procedure_papers"], [*bring, *facts(context, step, ("result",), known_only=True)] or unknown),
        StepColumn(words["procedure_days"], [fact(context, step, "days")]),
        StepColumn(words["procedure_costs"], cost or unknown),
        StepColumn(words["procedure_basis"], basis or unknown),
    ]
