"""What a reader can find: a record or a hand-written page, with what it is called and what it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.languages import other
from catalog.model.base import Model
from catalog.model.kinds import KINDS
from catalog.model.names import name_of
from catalog.model.policy import Policy
from catalog.search.record_text import record_text
from catalog.trace.derived import lasting
from catalog.views.benefits import benefit, test
from catalog.views.context import Context

ORDER = ("policy", "sector", "park", "chain", "firm", "event", "result", "contact", "notice", "project")
"""Kinds of records with a page, the few before the many; hand-written pages come before them all."""

PAGE = "page"


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to be found."""

    kind: str
    address: str
    title: str
    other: str
    """The name in the other language: people search for what they were told."""
    summary: str
    text: str


def record_documents(context: Context) -> Iterator[Document]:
    """Give a document for every record that has a page, or a place on one."""
    for kind in ORDER:
        for id_, record in context.catalog.records[kind].items():
            yield Document(*_told(context, kind, id_, record))


@lasting
def _told(context: Context, kind: str, id_: str, record: Model) -> tuple[str, str, str, str, str, str]:
    name, summary = name_of(record), getattr(record, "summary", None)
    return (
        kind,
        context.record_address(kind, id_) if KINDS[kind].column else f"results/#result-{id_}",
        name.in_(context.language),
        name.in_(other(context.language)),
        summary.in_(context.language) if summary else "",
        "\n".join([record_text(context, record), *_sentences(context, record)]),
    )


def _sentences(context: Context, record: Model) -> Iterator[str]:
    """Give the sentences that a page makes of a policy's declarations: nobody has written them."""
    if isinstance(record, Policy):
        yield from (benefit(one, context) for one in record.benefits)
        yield from (test(one, context) for one in record.eligibility)
