"""Collect all sections of a portal's status, and write them as text and as JSON."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from unicodedata import east_asian_width

from investment_portal.cli.status_report import translations
from investment_portal.cli.status_report.fill_rates import FillRate, rates
from investment_portal.cli.status_report.section import StatusSection
from investment_portal.cli.status_report.sections import (
    BUDGETS,
    EXPIRING,
    GAPS,
    GUIDES,
    IDLE,
    OVERDUE,
    UNFILLED,
    UNTRANSLATED,
)
from investment_portal.languages import Language, Sentence
from investment_portal.pages.projects.facet_kinds import FACETS
from investment_portal.pages.projects.facets import FacetFill, facets_filled
from investment_portal.problem_reports import problem_fields
from investment_portal.problems import Problem
from investment_portal.validation.loaded_portal import LoadedPortal
from investment_portal.value import Value

SECTIONS: tuple[StatusSection, ...] = (
    OVERDUE,
    EXPIRING,
    BUDGETS,
    GAPS,
    GUIDES,
    UNTRANSLATED,
    translations.SECTION,
    IDLE,
    UNFILLED,
)
"""In the order in which staff work through them."""


class SectionResult(Value):
    """A section with its items; ``unavailable`` is the reason where it cannot be checked."""

    section: StatusSection
    items: list[Problem]
    unavailable: Sentence | None = None


class StatusReport(Value):
    """The sections of a portal's status on a day, and the fill rates of project fields and list filters."""

    day: date
    results: list[SectionResult]
    fill: list[FillRate]
    facets: list[FacetFill]
    least: int
    """The share of projects, in whole hundredths, that must fill a filter."""


def status_report(portal: LoadedPortal, day: date) -> StatusReport:
    """Return the status of a portal on a day; items keep the order in which they are found."""
    results = []
    for section in SECTIONS:
        unavailable = section.unavailable(portal)
        findings = [] if unavailable else list(section.find(portal, day))
        items = [finding if isinstance(finding, Problem) else portal.problem(finding) for finding in findings]
        results.append(SectionResult(section, items, unavailable))
    site, projects = portal.catalog.site, portal.catalog.projects.values()
    filled = {facet.name: sum(bool(facet.of(project, site)) for project in projects) for facet in FACETS}
    facets = facets_filled(filled, len(projects), site)
    return StatusReport(day, results, rates(portal.catalog), facets, int(site.facet_fill_rate * 100))


Report = Callable[[StatusReport, Language], str]

TITLE = Sentence("需要处理的事项（{day}）", "What needs a person, {day}")
NOTHING = Sentence("无", "nothing")
NOT_CHECKED = Sentence("没有检查", "not looked at")
FILL = Sentence("项目字段填写率（项目总数：{of}）", "Share of projects that fill each field (projects: {of})")
FULL = Sentence("全部填写：{names}", "Filled by all: {names}")
FILTERS = Sentence(
    "项目列表的筛选项（填写率达到 {least} % 的才显示）",
    "Filters of the project list (shown where at least {least} % fill them)",
)
HIDDEN = Sentence("未显示", "not shown")
SUM = Sentence("共 {count} 项需要处理。", "Items in all: {count}.")


def text(report: StatusReport, language: Language) -> str:
    """Write the sections with their items, then the fill rates of fields and filters, then the sum."""
    lines = [TITLE.in_(language).format(day=report.day), ""]
    for result in report.results:
        lines += _section(result, language)
    lines += [*_fill(report.fill, language), "", *_facets(report.facets, report.least, language)]
    count = sum(len(result.items) for result in report.results)
    return "\n".join([*lines, "", SUM.in_(language).format(count=count)])


def _section(result: SectionResult, language: Language) -> Iterator[str]:
    name = result.section.description.in_(language)
    if result.unavailable:
        why = result.unavailable.in_(language)
        yield f"{name}：{NOT_CHECKED.zh}。{why}" if language == "zh" else f"{name}: {NOT_CHECKED.en}. {why}"
    elif not result.items:
        yield f"{name}：{NOTHING.zh}" if language == "zh" else f"{name}: {NOTHING.en}"
    else:
        yield f"{name}（{len(result.items)}）" if language == "zh" else f"{name} ({len(result.items)})"
        hint = ""
        for item in result.items:
            place = f"{item.file}:{item.line}" if item.line else item.file
            yield f"  {place}  {item.sentence.in_(language)}"
            # The same advice need not be read twice in a row.
            if item.hint.in_(language) not in ("", hint):
                hint = item.hint.in_(language)
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
    for facet in sorted(facets, key=lambda facet: facet.percent):
        label = facet.facet.label.in_(language)
        hidden = "" if facet.shown else f"  {HIDDEN.in_(language)}"
        share = f"{facet.facet.name} {facet.count}/{facet.of}"
        yield f"  {facet.percent:3} %  {label}{' ' * (width - _width(label))}  {share}{hidden}"


def _width(label: str) -> int:
    """Count the columns that a label takes in a terminal."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in label)


def as_json(report: StatusReport, _language: Language) -> str:
    """Write everything in both languages."""
    return json.dumps(
        {
            "day": report.day.isoformat(),
            "sections": [
                {
                    "id": result.section.id,
                    "title": result.section.description._asdict(),
                    "unavailable": result.unavailable._asdict() if result.unavailable else None,
                    "items": [problem_fields(item) for item in result.items],
                }
                for result in report.results
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
