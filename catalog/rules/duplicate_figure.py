"""A figure's id belongs to one figure of its record: pages quote and link to it by that id."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.event import Event
from catalog.model.result import Result
from catalog.rules.rule import RecordCheck, Rule, Violation

HINT = Sentence("改其中一个编号。", "Give one of them another id.")


def check_record(record: Event | Result, catalog: Catalog) -> Iterator[Violation]:
    """Yield figures whose id is that of a figure above."""
    first: dict[str, int] = {}
    for number, figure in enumerate(record.figures):
        place = first.setdefault(figure.id, number)
        if place != number:
            said = Sentence(
                f"同一记录里指标编号不得重复，“{figure.id}”已是第 {place + 1} 个指标的编号。",
                f"Figures of one record have ids of their own; “{figure.id}” is that of figure {place + 1}.",
            )
            yield Violation(("figures", number, "id"), said, HINT)


RULE = Rule(
    "duplicate-figure",
    Sentence("同一记录里的指标编号不得重复。", "No two figures of one record share an id."),
    [RecordCheck(Event, check_record), RecordCheck(Result, check_record)],
)
