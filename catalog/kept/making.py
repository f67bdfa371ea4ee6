"""Makes what is not good any more, by several hands where it is much, and enters it with all that it was made from."""

import hashlib
import marshal
import pickle
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from catalog.hands import hands, share_out
from catalog.kept.atoms import atoms_of
from catalog.kept.ledger import CODE, Answer, Ledger, Made
from catalog.trace.derived import FUNCTIONS, LASTING, Ground, Key, Remembered, meant
from catalog.trace.reads import Read, Reads, watching


class Task(NamedTuple):
    """Something to make, and the key under which it is entered; what is made is plain."""

    key: Key
    make: Callable[[], Any]


class Asking:
    """Derived functions by their keys: what they answered in this build, and how to ask them again."""

    def __init__(self, ground: Callable[[Key], Ground], record: Callable[[str, str], Any]) -> None:
        """Take what gives the ground for an outlook, and records by kind and id."""
        self._ground, self._record = ground, record
        self._told: set[Key] = set()

    def again(self, key: Key) -> dict[Key, Answer]:
        """Ask a function what it was asked in the last build; give its answer and those below it not given before."""
        try:
            about = [meant(one, self._record) for one in key[2:]]
            FUNCTIONS[key[0]](self._ground(key[1]), *about)
        except Exception:  # noqa: BLE001 - what it was asked about may be gone: who needs an answer asks anew
            self._told.discard(key)
            return {}
        answers: dict[Key, Answer] = {}
        waiting = [key]
        while waiting:
            asked = waiting.pop()
            if asked not in answers and (asked == key or asked not in self._told):
                found = self.remembered(asked)
                if found.reads is not None:
                    content = self.content(asked, found.answer)
                    answers[asked] = Answer(list(atoms_of(found.reads)), print_of(found.answer), content)
                    waiting += [read[1] for read in found.reads.others if read[0] == "@derived"]  # type: ignore[misc]
        self._told |= answers.keys()
        return answers

    def remembered(self, key: Key) -> Remembered:
        """Give what was derived in this build."""
        return self._ground(key[1]).memory[key]

    def content(self, key: Key, answer: Any) -> bytes | None:
        """Give an answer as it is kept, if it is to last."""
        return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL) if key[0] in LASTING else None

    def last(self, ledger: Ledger, grounds: Iterable[Ground]) -> None:
        """Let answers of the last build be found that still hold."""

        def find(key: Key) -> Remembered | None:
            content = ledger.answer(key)
            return Remembered(pickle.loads(content), None) if content else None  # noqa: S301 - its sum was checked

        for ground in grounds:
            ground.memory.last = find


def complete(  # noqa: PLR0913 - what it takes to make them
    ledger: Ledger,
    tasks: Sequence[Task],
    asking: Asking,
    jobs: int | None,
    worth: int,
    *,
    good: Callable[[Any], bool] = lambda _: True,
) -> set[Key]:
    """Make and enter every task that is not ``good`` as it was entered in the last build; name those that were made."""
    asked = [task for task in tasks if not ledger.find(task.key, good)]
    count = hands(jobs, len(asked), worth)
    size = -(-len(asked) // count)
    shares = share_out(count, lambda share: _make(asked[share * size : (share + 1) * size], asking))
    for packed in shares:
        ledger.enter(Made(*marshal.loads(packed)))  # noqa: S302 - from ourselves
    return {task.key for task in asked}


def _make(tasks: Iterable[Task], asking: Asking) -> bytes:
    """Make tasks; give what came of them in a form that is quick to hand over."""
    numbers: dict[Read, int] = {}
    entries: list[tuple[Key, bytes, Any]] = []
    answers: dict[Key, tuple[Key, bytes, str, bytes | None]] = {}

    def numbered(reads: Reads) -> bytes:
        for read in reads.others:
            if read[0] == "@derived" and read[1] not in answers:
                settle(read[1])  # type: ignore[arg-type]
        return array(CODE, [numbers.setdefault(atom, len(numbers)) for atom in atoms_of(reads)]).tobytes()

    def settle(key: Key) -> None:
        found = asking.remembered(key)
        if found.reads is not None:
            answers[key] = (key, b"", "", None)
            content = asking.content(key, found.answer)
            answers[key] = (key, numbered(found.reads), print_of(found.answer), content)

    for key, make in tasks:
        with watching() as reads:
            made = make()
        entries.append((key, numbered(reads), made))
    return marshal.dumps((list(numbers), entries, list(answers.values())))


def print_of(answer: Any) -> str:
    """Tell an answer from others: records in it count by their names, not by what is in them."""
    return hashlib.sha256(repr(answer).encode()).hexdigest()[:24]
