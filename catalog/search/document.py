"""What a reader can find: a record or a hand-written page, with what it is called and what it says."""

from collections.abc import Iterator
from typing import Any

from catalog.languages import other
from catalog.memo import memoized
from catalog.model.base import Model
from catalog.model.kinds import KINDS
from catalog.model.names import name_of
from catalog.model.policy import Policy
from catalog.search.record_text import record_text
from catalog.value import Value
from catalog.views.benefits import benefit, test
from catalog.views.context import Context
from investment_portal.domain.dataset import Dataset

ORDER = ("policy", "sector", "park", "chain", "firm", "event", "result", "contact", "notice", "project")
"""Kinds of records with a page, the few before the many; hand-written pages come before them all."""

PAGE = "page"


class Heading(Value):
    """What one thing that can be found is called, and where it stands."""

    kind: str
    address: str
    title: str
    other: str
    """The name in the other language: people search for what they were told."""
    summary: str


class Document(Value):
    """A hand-written page: its heading and what it says."""

    heading: Heading
    text: str


@memoized
def records_found(data: Dataset) -> list[tuple[str, Any]]:
    """Return every record that has a page, or a place on one, with its kind; projects by their summaries."""
    records = dict(data.records())
    return [(kind, record) for kind in ORDER for record in records[kind].values()]


def record_heading(context: Context, kind: str, record: Any) -> Heading:
    """Return the heading of a record, or of a project's summary."""
    name, summary = name_of(record), getattr(record, "summary", None)
    return Heading(
        kind,
        context.record_address(kind, record.id) if KINDS[kind].column else f"results/#result-{record.id}",
        name.in_(context.language),
        name.in_(other(context.language)),
        summary.in_(context.language) if summary else "",
    )


def record_says(context: Context, record: Model) -> str:
    """Give the text of a record, with the sentences that its page makes of its declarations."""
    return "\n".join([record_text(context, record), *_sentences(context, record)])


def _sentences(context: Context, record: Model) -> Iterator[str]:
    """Give the sentences that a page makes of a policy's declarations: nobody has written them."""
    if isinstance(record, Policy):
        yield from (benefit(one, context) for one in record.benefits)
        yield from (test(one, context) for one in record.eligibility)
