"""Findings: what is wrong with a record, before it is known where that stands in its file."""

from catalog.languages import NOTHING, Sentence
from catalog.problems.problem import Level
from catalog.value import Value

Path = tuple[str | int, ...]


class Finding(Value):
    """A mistake in one record, at a key path of it; ``of_key`` points at the key rather than at its value."""

    rule: str
    kind: str
    id: str
    path: Path
    sentence: Sentence
    hint: Sentence = NOTHING
    level: Level = Level.ERROR
    of_key: bool = False
