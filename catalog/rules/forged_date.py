"""Dates must be possible: nothing is published in the future, or verified before it was published."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy
from catalog.model.project import Project
from catalog.model.record import Record
from catalog.model.walk import each
from catalog.rules.rule import DatedRecordCheck, Rule, Violation

PAST = ("published_on", "verified_on", "status_on", "issued_on", "as_of")
"""Keys of dates in the past, anywhere in a record."""


def check_record(record: Record, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield dates that are impossible on a day."""
    for path, value in each(date, record):
        if value > day and path[-1] in PAST:
            said = Sentence(
                f"日期不得晚于今天（{day}），实际写的是 {value}。",
                f"The date must not be after today ({day}); got {value}.",
            )
            yield Violation(path, said, HINT)
    if record.published_on <= day:
        yield from _order(record)


HINT = Sentence(
    "改成真实日期；电脑日期不对时用 --date。", "Put the true date; use --date where the computer's clock is wrong."
)


def _order(record: Record) -> Iterator[Violation]:
    """Yield dates that come before another which they must follow."""
    published = record.published_on
    if isinstance(record, Policy) and record.issued_on and published < record.issued_on:
        said = Sentence(
            f"发布日期（{published}）不得早于发文日期（{record.issued_on}）。",
            f"Published on {published}, before the policy was issued on {record.issued_on}.",
        )
        yield Violation(("published_on",), said)
    if record.verified_on < published:
        said = Sentence(
            f"核实日期（{record.verified_on}）不得早于发布日期（{published}）。",
            f"Verified on {record.verified_on}, before it was published on {published}.",
        )
        yield Violation(("verified_on",), said)
    if record.withdrawn and record.withdrawn.on < published:
        said = Sentence(
            f"撤回日期（{record.withdrawn.on}）不得早于发布日期（{published}）。",
            f"Withdrawn on {record.withdrawn.on}, before it was published on {published}.",
        )
        yield Violation(("withdrawn", "on"), said)
    if isinstance(record, Project) and record.valid_until and record.valid_until < published:
        said = Sentence(
            f"有效期至（{record.valid_until}）不得早于发布日期（{published}）。",
            f"Valid until {record.valid_until}, which is before it was published on {published}.",
        )
        yield Violation(("valid_until",), said)


RULE = Rule(
    "forged-date",
    Sentence(
        "日期必须可能：不晚于今天，先发布后核实。", "Dates are possible: not in the future, published before verified."
    ),
    [DatedRecordCheck(Record, check_record)],
)
