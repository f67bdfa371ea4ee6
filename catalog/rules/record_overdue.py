"""A record must be verified again when its time is up."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.event import Event
from catalog.model.firm import Firm
from catalog.model.notice import Notice
from catalog.model.record import Record
from catalog.model.result import Result
from catalog.problems.problem import Level
from catalog.rules.rule import DatedRecordCheck, Rule, Violation

LASTING = (Event, Result, Notice, Firm)
"""Models of records about the past, which need no further verification."""


def check_record(record: Record, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield the last verification where the next one is overdue."""
    if record.withdrawn or isinstance(record, LASTING):
        return
    due = record.due_on(catalog.site.review_every)
    if due < day:
        said = Sentence(
            f"应在 {due} 前再次核实，已逾期 {(day - due).days} 天。",
            f"To be verified again by {due}; {(day - due).days} days overdue.",
        )
        hint = Sentence("核实内容后更新 verified_on。", "Verify the content, then update verified_on.")
        yield Violation(("verified_on",), said, hint, Level.WARNING)


RULE = Rule(
    "record-overdue",
    Sentence("记录按周期重新核实。", "A record is verified again in time."),
    [DatedRecordCheck(Record, check_record, settings=True)],
)
