"""Find every concern of a portal, and report them for a clerk and for machines."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from unicodedata import east_asian_width

from investment_portal.cli.concerns import translations
from investment_portal.cli.concerns.concern import Concern
from investment_portal.cli.concerns.concerns import EXPIRING, GAPS, GUIDES, IDLE, OVERDUE, UNFILLED, UNTRANSLATED
from investment_portal.cli.concerns.fill_rates import FillRate, rates
from investment_portal.languages import Language, Sentence
from investment_portal.pages.projects.facet_kinds import FACETS
from investment_portal.pages.projects.facets import FacetFill, facets_filled
from investment_portal.problem_reports import problem_fields
from investment_portal.problems import Problem
from investment_portal.validation.portal import Portal
from investment_portal.value import Value

CONCERNS: tuple[Concern, ...] = (
    OVERDUE,
    EXPIRING,
    GAPS,
    GUIDES,
    UNTRANSLATED,
    translations.CONCERN,
    IDLE,
    UNFILLED,
)
"""In the order in which a clerk takes them up."""


class Looked(Value):
    """A concern with what was found, each at its place; ``hindered`` says why one could not look."""

    concern: Concern
    matters: list[Problem]
    hindered: Sentence | None = None


class StatusReport(Value):
    """The concerns of a portal on a day, and the fill rates of project fields and list filters."""

    day: date
    looked: list[Looked]
    fill: list[FillRate]
    facets: list[FacetFill]
    least: int
    """The share of projects, in whole hundredths, that must fill a filter."""


def status_report(portal: Portal, day: date) -> StatusReport:
    """Take the concerns in turn; what each finds stays in its own order."""
    looked = []
    for concern in CONCERNS:
        hindered = concern.hindered(portal)
        found = [] if hindered else list(concern.look(portal, day))
        matters = [one if isinstance(one, Problem) else portal.problem(one) for one in found]
        looked.append(Looked(concern, matters, hindered))
    site, projects = portal.catalog.site, portal.catalog.projects.values()
    filled = {facet.name: sum(bool(facet.of(one, site)) for one in projects) for facet in FACETS}
    facets = facets_filled(filled, len(projects), site)
    return StatusReport(day, looked, rates(portal.catalog), facets, int(site.facet_fill_rate * 100))


Report = Callable[[StatusReport, Language], str]

TITLE = Sentence("需要处理的事项（{day}）", "What needs a person, {day}")
NOTHING = Sentence("无", "nothing")
NOT_LOOKED = Sentence("没有检查", "not looked at")
FILL = Sentence("项目字段填写率（项目总数：{of}）", "Share of projects that fill each field (projects: {of})")
FULL = Sentence("全部填写：{names}", "Filled by all: {names}")
FILTERS = Sentence(
    "项目列表的筛选项（填写率达到 {least} % 的才显示）",
    "Filters of the project list (shown where at least {least} % fill them)",
)
HIDDEN = Sentence("未显示", "not shown")
SUM = Sentence("共 {count} 项需要处理。", "Matters in all: {count}.")


def text(report: StatusReport, language: Language) -> str:
    """Write the concerns with what each found, then the fill rates of fields and filters, then the sum."""
    lines = [TITLE.in_(language).format(day=report.day), ""]
    for looked in report.looked:
        lines += _concern(looked, language)
    lines += [*_fill(report.fill, language), "", *_facets(report.facets, report.least, language)]
    count = sum(len(looked.matters) for looked in report.looked)
    return "\n".join([*lines, "", SUM.in_(language).format(count=count)])


def _concern(looked: Looked, language: Language) -> Iterator[str]:
    name = looked.concern.description.in_(language)
    if looked.hindered:
        why = looked.hindered.in_(language)
        yield f"{name}：{NOT_LOOKED.zh}。{why}" if language == "zh" else f"{name}: {NOT_LOOKED.en}. {why}"
    elif not looked.matters:
        yield f"{name}：{NOTHING.zh}" if language == "zh" else f"{name}: {NOTHING.en}"
    else:
        yield f"{name}（{len(looked.matters)}）" if language == "zh" else f"{name} ({len(looked.matters)})"
        hint = ""
        for matter in looked.matters:
            place = f"{matter.file}:{matter.line}" if matter.line else matter.file
            yield f"  {place}  {matter.sentence.in_(language)}"
            # The same advice need not be read twice in a row.
            if matter.hint.in_(language) not in ("", hint):
                hint = matter.hint.in_(language)
                yield f"      → {hint}"
    yield ""


def _fill(fill: list[FillRate], language: Language) -> Iterator[str]:
    yield FILL.in_(language).format(of=fill[0].of if fill else 0)
    some = [rate for rate in fill if rate.filled < rate.of]
    width = max((_width(rate.label.in_(language)) for rate in some), default=0)
    for rate in some:
        label = rate.label.in_(language)
        yield f"  {rate.percent:3} %  {label}{' ' * (width - _width(label))}  {rate.field} {rate.filled}/{rate.of}"
    full = [rate.label.in_(language) for rate in fill if rate.filled == rate.of]
    if full:
        yield "  " + FULL.in_(language).format(names=("、" if language == "zh" else ", ").join(full))


def _facets(facets: list[FacetFill], least: int, language: Language) -> Iterator[str]:
    yield FILTERS.in_(language).format(least=least)
    width = max(_width(facet.facet.label.in_(language)) for facet in facets)
    for one in sorted(facets, key=lambda facet: facet.percent):
        label = one.facet.label.in_(language)
        hidden = "" if one.shown else f"  {HIDDEN.in_(language)}"
        share = f"{one.facet.name} {one.count}/{one.of}"
        yield f"  {one.percent:3} %  {label}{' ' * (width - _width(label))}  {share}{hidden}"


def _width(label: str) -> int:
    """Count the columns that a label takes in a terminal."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in label)


def as_json(report: StatusReport, _language: Language) -> str:
    """Write everything in both languages."""
    return json.dumps(
        {
            "day": report.day.isoformat(),
            "concerns": [
                {
                    "id": looked.concern.id,
                    "says": looked.concern.description._asdict(),
                    "hindered": looked.hindered._asdict() if looked.hindered else None,
                    "matters": [problem_fields(matter) for matter in looked.matters],
                }
                for looked in report.looked
            ],
            "fill": [
                {"field": rate.field, "label": rate.label._asdict(), "filled": rate.filled, "of": rate.of}
                for rate in report.fill
            ],
            "facets": [
                {
                    "facet": facet.facet.name,
                    "label": facet.facet.label._asdict(),
                    "filled": facet.count,
                    "of": facet.of,
                    "shown": facet.shown,
                }
                for facet in report.facets
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


REPORTS: dict[str, Report] = {"text": text, "json": as_json}
