"""The compliance report for machines (``compliance.json``) and for people (``downloads/self-check.xlsx``)."""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from investment_portal.components.context import Context
from investment_portal.domain.compliance.registry import DUTIES_BY_KEY
from investment_portal.domain.compliance.report import Report
from investment_portal.formatting.same_workbook import WRITTEN_ON, same_bytes
from investment_portal.formatting.words import Words
from investment_portal.languages import LANGUAGES, Language, Sentence
from investment_portal.models.site import Site, site_root
from investment_portal.pages.compliance.view import JSON_FILE, WORKBOOK
from investment_portal.validation.fair_competition.categories import CATEGORIES, RULE_SET

SHEET_WIDTHS = (
    (24, 22, 14, 60, 48, 44, 30, 14, 14, 14, 24),
    (60, 12, 40, 14, 14, 24),
    (36, 44),
    (28, 22, 60, 36, 30, 14, 14, 14, 24),
    (32, 28, 60, 30, 14),
)
"""Widths of the columns of each sheet, in characters."""


def compliance_json(report: Report, site: Site, _contexts: Mapping[Language, Context]) -> Iterator[tuple[str, bytes]]:
    """Yield the report as JSON, in the languages of the portal at once."""
    duties = []
    for assessed in report.duties:
        duty, assessment = DUTIES_BY_KEY[assessed.key], assessed.assessment
        evidence = None if assessment.address is None else f"{site_root(site)}{assessment.address}"
        duties.append(
            {
                "key": duty.key,
                "group": duty.group.value,
                "label": _both(duty.label),
                "source": {
                    "document": _both(duty.source.document),
                    "article": _both(duty.source.article),
                    "text_at_hand": duty.source.at_hand,
                },
                "veto": duty.veto,
                "effect": str(assessed.effect),
                "state": assessment.state.value,
                "figure": _both(assessment.figure),
                "action": _both(assessment.action) if assessment.action else None,
                "evidence": evidence,
                "setting": assessment.setting or None,
                "holds_until": assessment.until.isoformat() if assessment.until else None,
            }
        )
    content = {
        "site": site_root(site),
        "demonstration": site.demo,
        "states": {state.value: count for state, count in report.counts().items()},
        "duties": duties,
        "fair_competition": _fair_competition(report),
        "outside_links": [
            {"address": address, "pages": pages, "first_page": first} for address, pages, first in report.outside
        ],
        "yearly_report": {
            "year": report.year,
            "lines": [
                {"label": _both(figure.label), "value": _both(figure.value) if figure.value else None}
                for figure in report.yearly
            ],
        },
    }
    yield JSON_FILE, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _fair_competition(report: Report) -> dict[str, Any]:
    """Return the categories of questioned wording with their rules, and what a review allowed."""
    return {
        "rules_of": RULE_SET.isoformat(),
        "categories": [
            {
                "id": category.id.value,
                "label": _both(category.id.label),
                "rule": _both(category.sentence),
                "regulation": _both(category.regulation),
                "measures": _both(category.measures),
                "text_at_hand": category.official_text,
                "effect": category.level.value,
            }
            for category in CATEGORIES.values()
        ],
        "reviewed": [
            {
                "record": f"{review.kind}/{review.id}",
                "category": review.category.value,
                "reason": _both(review.reason),
                "by": _both(review.by),
                "on": review.on.isoformat(),
            }
            for review in report.reviewed
        ],
    }


def _both(sentence: Sentence) -> dict[str, str]:
    return {language: sentence.in_(language) for language in LANGUAGES}


def self_check(report: Report, site: Site, contexts: Mapping[Language, Context]) -> Iterator[tuple[str, bytes]]:
    """Yield the quarterly self-check as a workbook: duties, addresses of other sites, yearly report, wording.

    It is in the first language, as the bureau keeps it, and has empty columns for whoever checks.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - only where the report changed: its import takes a tenth of a second

    language = LANGUAGES[0]
    words = contexts[language].words
    book = Workbook()
    book.properties.creator = site.operator.in_(language)
    book.properties.created = WRITTEN_ON
    del book["Sheet"]
    first = book.create_sheet(words["compliance_duty"])
    names = ("duty", "key", "state", "figure", "action", "document", "article", "at_hand")
    head = [words[f"compliance_{name}"] for name in (*names, "checked_by", "checked_on", "remark")]
    first.append(head)
    for assessed in report.duties:
        duty, assessment = DUTIES_BY_KEY[assessed.key], assessed.assessment
        texts = (duty.label, assessment.figure, assessment.action, duty.source.document, duty.source.article)
        label, figure, action, document, article = (text.in_(language) for text in texts)
        at_hand = words["compliance_checked" if duty.source.at_hand else "compliance_unchecked"]
        state = words[f"compliance_{assessment.state.value}"]
        first.append([label, duty.key, state, figure, action, document, article, at_hand])
    second = book.create_sheet(words["compliance_outside"])
    outside = ("address", "linked_from", "first_page", "checked_by", "checked_on", "remark")
    second.append([words[f"compliance_{name}"] for name in outside])
    for address, pages, page in report.outside:
        second.append([address, pages, page])
    third = book.create_sheet(str(report.year))
    third.append([words["compliance_line"], words["compliance_value"]])
    for line in report.yearly:
        third.append([line.label.in_(language), line.value.in_(language) if line.value else None])
    fourth, fifth = (book.create_sheet(words[f"compliance_{name}"]) for name in ("wording", "reviewed"))
    for row in _category_rows(words, language):
        fourth.append(row)
    for row in _review_rows(report, words, language):
        fifth.append(row)
    for sheet, widths in zip(book.worksheets, SHEET_WIDTHS, strict=True):
        _format(sheet, widths)
    buffer = io.BytesIO()
    book.save(buffer)
    yield WORKBOOK, same_bytes(buffer.getvalue(), book.properties.modified)


def _category_rows(words: Words, language: Language) -> Iterator[list[str]]:
    """Yield the head and a row of each category of questioned wording, with empty columns for whoever checks."""
    names = ("category", "key", "rule", "regulation", "measures", "at_hand", "checked_by", "checked_on", "remark")
    yield [words[f"compliance_{name}"] for name in names]
    for category in CATEGORIES.values():
        texts = (category.sentence, category.regulation, category.measures)
        sentence, regulation, measures = (text.in_(language) for text in texts)
        at_hand = words["compliance_checked" if category.official_text else "compliance_unchecked"]
        yield [category.id.label.in_(language), category.id.value, sentence, regulation, measures, at_hand]


def _review_rows(report: Report, words: Words, language: Language) -> Iterator[list[str]]:
    """Yield the head and a row of each wording that a review allowed."""
    yield [words[f"compliance_{name}"] for name in ("record", "category", "reason", "reviewed_by", "reviewed_on")]
    for review in report.reviewed:
        texts = (review.category.label, review.reason, review.by)
        yield [f"{review.kind}/{review.id}", *(text.in_(language) for text in texts), review.on.isoformat()]


def _format(sheet: Any, widths: Sequence[int]) -> None:
    """Set the widths of the columns in characters; the head stays in view, and every text is shown as it is."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above

    sheet.freeze_panes = "A2"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text that begins with = is no formula
    for number, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + number)].width = width
