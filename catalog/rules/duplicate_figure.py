"""A figure's id belongs to one figure of its record: pages quote and link to it by that id."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule

HINT = Sentence("改其中一个编号。", "Give one of them another id.")


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find the second figure of a record that carries an id."""
    for kind in ("event", "result"):
        for record in catalog.records[kind].values():
            first: dict[str, int] = {}
            for number, figure in enumerate(record.figures):
                place = first.setdefault(figure.id, number)
                if place != number:
                    said = Sentence(
                        f"同一记录里指标编号不得重复，“{figure.id}”已是第 {place + 1} 个指标的编号。",
                        f"Figures of one record have ids of their own; “{figure.id}” is that of figure {place + 1}.",
                    )
                    yield Finding("duplicate-figure", kind, record.id, ("figures", number, "id"), said, HINT)


RULE = Rule(
    "duplicate-figure",
    Sentence("同一记录里的指标编号不得重复。", "No two figures of one record share an id."),
    check,
    apart=True,
)
