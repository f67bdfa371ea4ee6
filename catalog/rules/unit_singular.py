"""A figure of exactly one says its unit in the singular."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.problems.got import quoted
from catalog.problems.problem import Level
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find figures that English pages would show as "1 projects"."""
    for kind in ("event", "result"):
        for record in catalog.records[kind].values():
            for number, figure in enumerate(record.figures):
                unit = figure.unit
                if unit and figure.value == 1 and unit.one is None and unit.en.endswith("s"):
                    shown = quoted(unit.en)
                    said = Sentence(
                        f"数值为 1 时英文单位应有单数，“{shown}”没有。",
                        f"For exactly one the English unit needs a singular; “{shown}” has none.",
                    )
                    guess = quoted(unit.en.removesuffix("s"))
                    hint = Sentence(
                        f"在 unit 里加一行，例如“one: {guess}”。", f"Add a line to unit, such as “one: {guess}”."
                    )
                    yield Finding(
                        "unit-singular", kind, record.id, ("figures", number, "unit", "en"), said, hint, Level.WARNING
                    )


RULE = Rule(
    "unit-singular",
    Sentence("数值为 1 的指标，英文单位要有单数。", "The English unit of a figure of one has a singular."),
    check,
    apart=True,
)
