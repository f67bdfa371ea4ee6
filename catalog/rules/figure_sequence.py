"""A figure follows one above it: of its record, its channel and its sort, and that no other figure follows."""

from collections.abc import Iterator, Sequence

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.claim import size
from catalog.model.event import Event
from catalog.model.result import Figure, Result
from catalog.problems.nearest import did_you_mean
from catalog.rules.rule import RecordCheck, Rule, Violation

MOVE = Sentence(
    "按先后顺序排列指标，先发生的写在上面。", "List the figures in the order of the steps, the first on top."
)
ONE = Sentence(
    "只在真正的下一步写 follows，其余指标单独列出。", "Keep follows on the true next step; let the others stand alone."
)
APART = Sentence("删去 follows。", "Delete follows.")


def check_record(record: Event | Result, catalog: Catalog) -> Iterator[Violation]:
    """Yield steps that follow no figure above, one of another channel or sort, or one that has a next step.

    Each step follows a figure above it, so no circle is possible.
    """
    for number, said, hint in _misplaced(record.figures):
        yield Violation(("figures", number, "follows"), said, hint)


def _misplaced(figures: Sequence[Figure]) -> Iterator[tuple[int, Sentence, Sentence]]:
    places = {figure.id: number for number, figure in reversed(list(enumerate(figures)))}
    taken: set[str] = set()
    for number, figure in enumerate(figures):
        named = figure.follows
        if named is None:
            continue
        if named not in places:
            said = Sentence(f"本记录没有指标“{named}”。", f"This record has no figure “{named}”.")
            yield number, said, did_you_mean(named, [one.id for one in figures[:number]])
        elif places[named] >= number:
            said = Sentence(
                f"上一步应写在本指标上面，“{named}”不在上面。", f"The step before must stand above; “{named}” does not."
            )
            yield number, said, MOVE
        elif named in taken:
            said = Sentence(
                f"一个指标只有一个下一步，“{named}”已有。", f"A figure has one next step; “{named}” has one."
            )
            yield number, said, ONE
        elif _sort(figure) != _sort(figures[places[named]]):
            said = Sentence(
                f"前后两步须同渠道、同为数量或金额等，与“{named}”不同。",
                f"Steps share their channel and sort (counts, or sums); “{named}” differs.",
            )
            yield number, said, APART
        taken.add(named)


def _sort(figure: Figure) -> tuple[str, str]:
    return figure.channel.value, size(figure.value)[0]


RULE = Rule(
    "figure-sequence",
    Sentence(
        "指标的上一步（follows）是同一记录、同一渠道里写在上面的一个同类指标。",
        "A figure follows one that stands above it in the same record, of the same channel and sort.",
    ),
    [RecordCheck(Event, check_record), RecordCheck(Result, check_record)],
)
