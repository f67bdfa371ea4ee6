"""A figure of exactly one says its unit in the singular."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.event import Event
from catalog.model.result import Result
from catalog.problems.got import quoted
from catalog.problems.problem import Level
from catalog.rules.rule import RecordCheck, Rule, Violation


def check_record(record: Event | Result, catalog: Catalog) -> Iterator[Violation]:
    """Yield units of figures that English pages would show as "1 projects"."""
    for number, figure in enumerate(record.figures):
        unit = figure.unit
        if unit and figure.value == 1 and unit.one is None and unit.en.endswith("s"):
            shown = quoted(unit.en)
            said = Sentence(
                f"数值为 1 时英文单位应有单数，“{shown}”没有。",
                f"For exactly one the English unit needs a singular; “{shown}” has none.",
            )
            guess = quoted(unit.en.removesuffix("s"))
            hint = Sentence(f"在 unit 里加一行，例如“one: {guess}”。", f"Add a line to unit, such as “one: {guess}”.")
            yield Violation(("figures", number, "unit", "en"), said, hint, Level.WARNING)


RULE = Rule(
    "unit-singular",
    Sentence("数值为 1 的指标，英文单位要有单数。", "The English unit of a figure of one has a singular."),
    [RecordCheck(Event, check_record), RecordCheck(Result, check_record)],
)
