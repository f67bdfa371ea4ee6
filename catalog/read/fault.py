"""What can be wrong with a file before its content is looked at."""

from catalog.languages import NOTHING, Sentence
from catalog.value import Value


class Fault(Value):
    """A mistake in the text of one file; ``line`` and ``column`` count from 1, 0 means the whole file."""

    rule: str
    sentence: Sentence
    hint: Sentence = NOTHING
    line: int = 0
    column: int = 0
    path: tuple[str | int, ...] = ()


class Unreadable(Exception):  # noqa: N818 - it is a finding about the file, which the caller turns into a problem
    """Ends the reading of one file; the fault says why."""

    def __init__(self, fault: Fault) -> None:
        """Carry the fault."""
        super().__init__(fault.sentence.en)
        self.fault = fault
