"""A record must be verified again when its time is up."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.record import Record
from catalog.problems.finding import Finding
from catalog.problems.problem import Level
from catalog.rules.rule import Rule

STANDING = ("event", "result", "notice", "firm")
"""Kinds that tell of something past: they do not go stale."""


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find records whose review is overdue."""
    for kind, records in catalog.records.items():
        for id_, record in records.items():
            if kind in STANDING or not isinstance(record, Record) or record.withdrawn:
                continue
            due = record.due_on(catalog.site.review_every)
            if due < day:
                said = Sentence(
                    f"应在 {due} 前再次核实，已逾期 {(day - due).days} 天。",
                    f"To be verified again by {due}; {(day - due).days} days overdue.",
                )
                hint = Sentence("核实内容后更新 verified_on。", "Verify the content, then update verified_on.")
                yield Finding("record-overdue", kind, id_, ("verified_on",), said, hint, Level.WARNING)


RULE = Rule(
    "record-overdue",
    Sentence("记录按周期重新核实。", "A record is verified again in time."),
    check,
    settings=True,
    apart=True,
    dated=True,
)
