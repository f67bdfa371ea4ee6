"""Dates must be possible: nothing is published in the future, or verified before it was published."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy
from catalog.model.project import Project
from catalog.model.record import Record
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find dates that cannot be true on ``day``."""
    for kind, records in catalog.records.items():
        for id_, record in records.items():
            if not isinstance(record, Record):
                continue
            for name in ("published_on", "verified_on", "status_on", "issued_on"):
                value = getattr(record, name, None)
                if value and value > day:
                    said = Sentence(f"日期 {value} 晚于今天（{day}）。", f"The date {value} is later than today ({day}).")
                    yield Finding("forged-date", kind, id_, (name,), said)
            earliest = _earliest(record)
            if earliest and record.published_on < earliest:
                said = Sentence(f"发布日期 {record.published_on} 早于发文日期 {earliest}。", f"Published on {record.published_on}, before it was issued on {earliest}.")
                yield Finding("forged-date", kind, id_, ("published_on",), said)
            if record.verified_on < record.published_on:
                said = Sentence("核实日期早于发布日期。", "Verified before it was published.")
                yield Finding("forged-date", kind, id_, ("verified_on",), said)
            if isinstance(record, Project) and record.valid_until and record.valid_until < record.published_on:
                said = Sentence("有效期早于发布日期。", "Its validity ends before it was published.")
                yield Finding("forged-date", kind, id_, ("valid_until",), said)


def _earliest(record: Record) -> date | None:
    return record.issued_on if isinstance(record, Policy) else None


RULE = Rule("forged-date", Sentence("日期必须可能：不晚于今天，先发布后核实。", "Dates are possible: not in the future, published before verified."), check)
