"""The compliance report as a page shows it: duties by group, addresses of other sites, the yearly report."""

import re
from collections.abc import Sequence
from datetime import date
from html import escape

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.components.parts import (
    Actions,
    Cell,
    Fact,
    Folded,
    KeyFigures,
    Link,
    Part,
    Section,
    SourceLine,
    Table,
)
from investment_portal.domain.compliance.duty import Group, State
from investment_portal.domain.compliance.registry import DUTIES_BY_KEY
from investment_portal.domain.compliance.report import AssessedDuty, Report
from investment_portal.formatting.values import show
from investment_portal.validation.fair_competition.categories import CATEGORIES, RULE_SET
from investment_portal.value import Value

JSON_FILE = "compliance.json"
WORKBOOK = "downloads/self-check.xlsx"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SHORT_LIST = 20
"""Addresses of other sites that the page lists; the workbook has all."""


class ShownDuty(Value):
    """A duty as the page shows it; texts with dates are HTML, ``state`` is the key of its colour."""

    key: str
    label: str
    state: str
    state_name: str
    figure: Markup
    action: str
    source: str
    effect: str
    evidence: Link | None
    setting: str
    veto: bool


class DutyList(Part):
    """Duties of a group, those that need somebody first."""

    component = "duty_list"
    duties: Sequence[ShownDuty]


SETTLED = (State.MET, State.NOT_APPLICABLE)
"""States that ask nothing of anybody: their duties are folded."""

ORDER = (State.NOT_MET, State.DUE_SOON, State.NEEDS_A_PERSON, State.MET, State.NOT_APPLICABLE)


def report_sections(context: Context, report: Report) -> list[Section | Part]:
    """Return the whole report."""
    words, counts = context.words, report.counts()
    figures = [Fact(words[f"compliance_{state.value}"], str(counts[state])) for state in ORDER]
    files = [
        Link(words["compliance_workbook"], context.shared(WORKBOOK)),
        Link(words["compliance_json"], context.shared(JSON_FILE)),
    ]
    blocks: list[Section | Part] = [KeyFigures(figures), Actions([], files)]
    for group in Group:
        duties = [duty for duty in report.duties if DUTIES_BY_KEY[duty.key].group is group]
        duties.sort(key=lambda duty: ORDER.index(duty.assessment.state))
        unsettled = [shown_duty(context, duty) for duty in duties if duty.assessment.state not in SETTLED]
        settled = [shown_duty(context, duty) for duty in duties if duty.assessment.state in SETTLED]
        parts: list[Part] = [DutyList(unsettled)] if unsettled else []
        if settled:
            title = words("compliance_settled", count=str(len(settled)))
            parts.append(Folded(title, [DutyList(settled)], printed=True))
        blocks.append(Section(group.value, words[f"compliance_{group.value}"], parts))
    if report.outside:
        blocks.append(Section("outside", words["compliance_outside"], [_outside(context, report)]))
    blocks.append(_fair_competition(context, report))
    blocks.append(_yearly(context, report))
    return blocks


def shown_duty(context: Context, assessed: AssessedDuty) -> ShownDuty:
    """Return a duty as the page shows it."""
    duty, assessment = DUTIES_BY_KEY[assessed.key], assessed.assessment
    words, language = context.words, context.language
    source = " · ".join(
        part for part in (duty.source.document.in_(language), duty.source.article.in_(language)) if part
    )
    if not duty.source.at_hand:
        source = words("compliance_source", source=source)
    evidence = None
    if assessment.address is not None:
        evidence = Link(words["compliance_evidence"], context.href(assessment.address))
    return ShownDuty(
        duty.key,
        duty.label.in_(language),
        assessment.state.value.replace("_", "-"),
        words[f"compliance_{assessment.state.value}"],
        with_dates(context, begun(assessment.figure.in_(language))),
        assessment.action.in_(language),
        source,
        show(assessed.effect, language),
        evidence,
        assessment.setting,
        duty.veto,
    )


def begun(text: str) -> str:
    """Return a text with a capital; an address, which has no space, stays as it is."""
    return text[:1].upper() + text[1:] if " " in text else text


def with_dates(context: Context, text: str) -> Markup:
    """Return a text in which each day is written as the language has it, readable to scripts."""

    def day(match: re.Match[str]) -> str:
        return f'<time datetime="{match[0]}">{show(date.fromisoformat(match[0]), context.language)}</time>'

    return Markup(DAY.sub(day, escape(text)))  # noqa: S704 - escaped before


def _outside(context: Context, report: Report) -> Part:
    words = context.words
    head = [words["compliance_address"], words["compliance_linked_from"], words["compliance_first_page"]]
    rows = [
        [Cell(address), Cell(str(pages), number=True), Cell(f"/{first.removesuffix('index.html')}")]
        for address, pages, first in report.outside[:SHORT_LIST]
    ]
    return Folded(
        words("compliance_outside_count", count=str(len(report.outside))),
        [Table(words["compliance_outside"], head, rows)],
    )


def _fair_competition(context: Context, report: Report) -> Section:
    """Return the categories of wording that the check questions, and what a review allowed."""
    words, language = context.words, context.language
    head = [
        words["compliance_category"],
        words["compliance_regulation"],
        words["compliance_measures"],
        words["compliance_at_hand"],
    ]
    rows = [
        [
            Cell(show(category.id, language)),
            Cell(category.regulation.in_(language)),
            Cell(category.measures.in_(language)),
            Cell(words["compliance_checked" if category.official_text else "compliance_unchecked"]),
        ]
        for category in CATEGORIES.values()
    ]
    title = words("compliance_categories", count=str(len(rows)))
    parts: list[Part] = [Folded(title, [Table(title, head, rows)])]
    if report.reviewed:
        parts.append(_reviewed(context, report))
    else:
        parts.append(SourceLine(words["compliance_none_reviewed"]))
    note = words("compliance_rule_set", day=show(RULE_SET, language))
    return Section("fair-competition", words["compliance_fair_competition"], parts, note)


def _reviewed(context: Context, report: Report) -> Table:
    words, language = context.words, context.language
    head = [
        words["compliance_record"],
        words["compliance_category"],
        words["compliance_reason"],
        words["compliance_reviewed_by"],
        words["compliance_reviewed_on"],
    ]
    rows = []
    for review in report.reviewed:
        name, href = f"{review.kind}/{review.id}", context.record_href(review.kind, review.id)
        texts = (
            show(review.category, language),
            review.reason.in_(language),
            review.by.in_(language),
            show(review.on, language),
        )
        rows.append([Cell(Link(name, href) if href else name), *(Cell(text) for text in texts)])
    return Table(words["compliance_reviewed"], head, rows)


def _yearly(context: Context, report: Report) -> Section:
    words = context.words
    head = [words["compliance_line"], words["compliance_value"]]
    rows = [
        [Cell(label.in_(context.language)), Cell(value.in_(context.language) if value else words["compliance_blank"])]
        for label, value in ((figure.label, figure.value) for figure in report.yearly)
    ]
    title = words("compliance_yearly", year=str(report.year))
    return Section("yearly", title, [Table(title, head, rows)], words["compliance_yearly_note"])
