"""A problem is a value: where it stands, which rule says so, what is wrong and how to mend it."""

from enum import StrEnum

from catalog.languages import NOTHING, Sentence
from catalog.value import Value


class Level(StrEnum):
    """How much a problem weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Value, order=True):
    """One mistake at one place.

    ``file`` is relative to the portal with forward slashes; ``line`` and ``column`` count from 1, 0 where
    the whole file is meant; ``path`` is the key path inside the file, as ``conditions.water``.
    """

    file: str
    line: int
    column: int
    rule: str
    path: str
    sentence: Sentence
    hint: Sentence = NOTHING
    level: Level = Level.ERROR
