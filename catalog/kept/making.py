"""Makes what is not good any more, by several hands where it is much, and enters it with all that it was made from."""

import hashlib
import marshal
import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from msgspec import msgpack

from catalog.hands import hands, share_out
from catalog.kept.atoms import atoms_of
from catalog.kept.ledger import CODE, Answer, Ledger, Made
from catalog.trace.derived import FUNCTIONS, LASTING, Ground, Key, Memory, Remembered, meant
from catalog.trace.reads import Read, Reads, watching
from catalog.value import Value

MOST = 1 << 20
"""Bytes of answers after which what was made is handed over; an entry counts as ``ENTRY`` of them."""

ENTRY = 1 << 13


class Task(Value):
    """Something to make, and the key under which it is entered; what is made is plain.

    What is made of the same records bears the same name in ``together``: one hand makes it, and reads them once.
    """

    key: Key
    make: Callable[[], Any]
    together: Key = ()


class Asking:
    """Derived functions by their keys: what they answered in this build, and how to ask them again."""

    def __init__(self, ground: Callable[[Key], Ground], record: Callable[[str, str], Any]) -> None:
        """Take what gives the ground for an outlook, and records by kind and id."""
        self._ground, self._record = ground, record
        self._told: set[Key] = set()
        self._packed: dict[Key, bytes] = {}

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
                if found is not None and found.reads is not None:
                    content = self.content(asked, found.answer)
                    answers[asked] = Answer(list(atoms_of(found.reads)), print_of(found.answer), content)
                    waiting += [read[1] for read in found.reads.others if read[0] == "@derived"]  # type: ignore[misc]
        self._told |= answers.keys()
        return answers

    def remembered(self, key: Key) -> Remembered | None:
        """Give what was derived in this build, unless it was told since."""
        return self._ground(key[1]).memory.get(key)

    def tell(self, key: Key) -> tuple[Reads, str, bytes | None] | None:
        """Give what an answer of this build rests on, its print, and itself if it is to last; nothing a second time."""
        memory = self._ground(key[1]).memory
        found = memory.get(key)
        if found is None or found.reads is None or key in self._told:
            return None
        content = self.content(key, found.answer)
        if content:
            self._packed[key] = content
            del memory[key]
        else:
            memory[key] = Remembered(found.answer, None, found.about)
        return found.reads, print_of(found.answer), content

    def content(self, key: Key, answer: Any) -> bytes | None:
        """Give an answer as it is kept, if it is to last."""
        return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL) if key[0] in LASTING else None

    def last(self, ledger: Ledger, grounds: Iterable[Ground]) -> None:
        """Let answers that last be found: what was told, as small as it is kept, and what still holds from before."""
        for ground in grounds:
            ground.memory.last = partial(self._find, ledger, ground.memory)

    def _find(self, ledger: Ledger, memory: Memory, key: Key) -> Remembered | None:
        told = self._packed.get(key)
        content = told or ledger.answer(key)
        if not content:
            return None
        found = Remembered(pickle.loads(content), None)  # noqa: S301 - our own, or its sum was checked
        if not told:
            memory[key] = found
        return found


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
    asked = sorted((task for task in tasks if not ledger.find(task.key, good)), key=lambda task: task.together)
    count = hands(jobs, len(asked), worth)
    size = -(-len(asked) // count)
    for packed in share_out(count, lambda share: _make(asked[share * size : (share + 1) * size], asking)):
        ledger.enter(Made(*marshal.loads(packed)))  # noqa: S302 - from ourselves
    return {task.key for task in asked}


def _make(tasks: Iterable[Task], asking: Asking) -> Iterator[bytes]:
    """Make tasks; give what came of them some at a time, so that little of it is in memory."""
    batch = Batch(asking)
    for task in tasks:
        batch.make(task)
        if batch.size > MOST:
            yield batch.packed()
            batch = Batch(asking)
    yield batch.packed()


class Batch:
    """What came of some tasks, with the answers that it rests on, in a form that is quick to hand over."""

    def __init__(self, asking: Asking) -> None:
        """Begin with nothing."""
        self._asking, self.size = asking, 0
        self._numbers: dict[Read, int] = {}
        self._entries: list[tuple[Key, bytes, Any]] = []
        self._answers: dict[Key, tuple[Key, bytes, str, bytes | None]] = {}

    def make(self, task: Task) -> None:
        """Do a task."""
        with watching() as reads:
            made = task.make()
        self._entries.append((task.key, self._numbered(reads), made))
        self.size += ENTRY

    def packed(self) -> bytes:
        """Give it as it is handed over."""
        return marshal.dumps((list(self._numbers), self._entries, list(self._answers.values())))

    def _numbered(self, reads: Reads) -> bytes:
        for read in reads.others:
            if read[0] == "@derived":
                self._settle(read[1])  # type: ignore[arg-type]
        numbers = self._numbers
        return array(CODE, [numbers.setdefault(atom, len(numbers)) for atom in atoms_of(reads)]).tobytes()

    def _settle(self, key: Key) -> None:
        told = self._asking.tell(key)
        if told:
            reads, print_, content = told
            self._answers[key] = (key, self._numbered(reads), print_, content)
            self.size += len(content or b"")


def print_of(answer: Any) -> str:
    """Tell an answer from others: records in it count by their names, not by what is in them."""
    try:
        told = PLAINLY.encode(answer)
    except OverflowError:  # a number of more than 64 bits
        told = repr(answer).encode()
    return hashlib.sha256(told).hexdigest()[:24]


PLAINLY = msgpack.Encoder(enc_hook=repr)
"""Writes answers for their prints; whatever it does not know, records among them, as it names itself."""
