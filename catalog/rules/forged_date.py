"""Dates must be possible: nothing is published in the future, or verified before it was published."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from catalog.languages import NOTHING, Sentence
from catalog.model.base import Model, fields_of
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy
from catalog.model.project import Project
from catalog.model.record import Record
from catalog.model.walk import each
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule

PAST = ("published_on", "verified_on", "status_on", "issued_on", "as_of")
"""Keys whose date tells of something that has happened, wherever in a record they stand."""

Path = tuple[str | int, ...]


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find dates that cannot be true on ``day``."""
    for kind, records in catalog.records.items():
        for id_, record in records.items():
            for path, said in _future(record, day):
                yield Finding("forged-date", kind, id_, path, said, HINT)
            for path, said in _order(record) if isinstance(record, Record) and record.published_on <= day else ():
                yield Finding("forged-date", kind, id_, path, said, NOTHING)


HINT = Sentence(
    "改成真实日期；电脑日期不对时用 --date。", "Put the true date; use --date where the computer's clock is wrong."
)


def _future(record: Model, day: date) -> Iterator[tuple[Path, Sentence]]:
    for path, group in each(Model, record):
        for name in _past(type(group)):
            value = getattr(group, name)
            if value and value > day:
                said = Sentence(
                    f"日期不得晚于今天（{day}），实际写的是 {value}。",
                    f"The date must not be after today ({day}); got {value}.",
                )
                yield (*path, name), said


@cache
def _past(model: type[Model]) -> tuple[str, ...]:
    return tuple(name for name in PAST if name in fields_of(model))


def _order(record: Record) -> Iterator[tuple[Path, Sentence]]:
    published = record.published_on
    if isinstance(record, Policy) and record.issued_on and published < record.issued_on:
        said = Sentence(
            f"发布日期（{published}）不得早于发文日期（{record.issued_on}）。",
            f"Published on {published}, before the policy was issued on {record.issued_on}.",
        )
        yield ("published_on",), said
    if record.verified_on < published:
        said = Sentence(
            f"核实日期（{record.verified_on}）不得早于发布日期（{published}）。",
            f"Verified on {record.verified_on}, before it was published on {published}.",
        )
        yield ("verified_on",), said
    if record.withdrawn and record.withdrawn.on < published:
        said = Sentence(
            f"撤回日期（{record.withdrawn.on}）不得早于发布日期（{published}）。",
            f"Withdrawn on {record.withdrawn.on}, before it was published on {published}.",
        )
        yield ("withdrawn", "on"), said
    if isinstance(record, Project) and record.valid_until and record.valid_until < published:
        said = Sentence(
            f"有效期至（{record.valid_until}）不得早于发布日期（{published}）。",
            f"Valid until {record.valid_until}, which is before it was published on {published}.",
        )
        yield ("valid_until",), said


RULE = Rule(
    "forged-date",
    Sentence(
        "日期必须可能：不晚于今天，先发布后核实。", "Dates are possible: not in the future, published before verified."
    ),
    check,
    apart=True,
    dated=True,
)
