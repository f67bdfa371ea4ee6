"""The ledger: what was made in the last build, from what, and what of that has changed since.

Entries are plain values under plain keys. An entry is still good where nothing that it depends on differs; an answer
that was derived counts as different only where, asked again, it comes out differently.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

from catalog.kept.atoms import Marks, changes
from catalog.kept.box import close_box, open_box
from catalog.kept.contents import Contents, Where
from catalog.trace.derived import Key
from catalog.trace.reads import Read, watching

CODE = "I"
"""Numbers of things are kept as four bytes each."""

LATER = frozenset({("@pages",)})
"""Facts that are known only when a part of the work is done."""

ROOM = 10_000
"""Things that nothing depends on for which there is always room."""


class State(NamedTuple):
    """All that anything can depend on: the records by kind, and everything else by its name."""

    records: Mapping[str, Marks]
    facts: Mapping[Read, str]
    fields: Mapping[str, tuple[str, ...]]
    """The names of each kind's fields."""


class Answer(NamedTuple):
    """What a derived function answered: from what, a print of it, and where it is to last, the answer itself."""

    atoms: Iterable[Read]
    print: str
    content: bytes | None = None


class Made(NamedTuple):
    """What a process made: its own numbering of things, then entries and answers by those numbers."""

    atoms: list[Read]
    entries: list[tuple[Key, bytes, Any]]
    answers: list[tuple[Key, bytes, str, bytes | None]]


Again = Callable[[Key], Mapping[Key, Answer]]
"""Asks a derived function again: its answer and those that it rests on; nothing where it can no longer be asked."""


class Ledger:
    """The ledger of one task, kept in one file."""

    def __init__(self, path: Path, writer: bytes) -> None:
        """Open it; a ledger that is missing, damaged, or was kept by other code is an empty one."""
        self._path, self._writer = path, writer
        kept: dict[str, Any] = open_box(path, writer) or {}
        self._contents = Contents(path, kept.get("contents"))
        self.extra: dict[str, Any] = kept.get("extra", {})
        """What the ledger itself wants to find again."""
        self._records: dict[str, dict[str, bytes]] = kept.get("records", {})
        self._facts: dict[Read, str] = kept.get("facts", {})
        self._atoms: list[Read] = kept.get("atoms", [])
        self._numbers: dict[Read, int] = {}
        self._answers: dict[Key, tuple[bytes, str, Where]] = kept.get("answers", {})
        self._entries: dict[Key, tuple[bytes, Any]] = kept.get("entries", {})
        self._dirty: set[int] = set()
        self._settle: Callable[[Key], None] = lambda _: None
        self._now: dict[Key, tuple[bytes, Any]] = {}

    def compare(self, state: State, again: Again) -> None:
        """Find out what has changed since the last build."""
        self._numbers = {atom: number for number, atom in enumerate(self._atoms)}
        differing = [atom for kind in state.fields for atom in self._changes(kind, state)]
        facts = (self._facts.keys() | state.facts.keys()) - LATER
        differing += [fact for fact in facts if self._facts.get(fact) != state.facts.get(fact)]
        self._dirty = {self._numbers[atom] for atom in differing if atom in self._numbers}
        self._records = {kind: dict(marks) for kind, marks in state.records.items()}
        self._facts = {**{fact: told for fact, told in self._facts.items() if fact in LATER}, **state.facts}
        if self._dirty:
            self._ask_again(again)

    def _changes(self, kind: str, state: State) -> Iterator[Read]:
        return changes(self._records.get(kind, {}), state.records.get(kind, {}), kind, state.fields[kind])

    def _ask_again(self, again: Again) -> None:
        """Ask every derived function again whose ground has changed, those that others rest on first."""
        unsure = self._unsure()
        waiting = set(unsure)
        keys = {self._numbers["@derived", key]: key for key in unsure if ("@derived", key) in self._numbers}

        def settle(key: Key) -> None:
            if key not in waiting:
                return
            waiting.remove(key)
            numbers = _unpack(self._answers[key][0])
            for number in sorted(keys.keys() & numbers):
                settle(keys[number])
            if self._dirty.isdisjoint(numbers):
                return
            before, answers = self._answers.pop(key)[1], again(key)
            for asked, answer in answers.items():
                if asked not in self._answers:
                    self._answers[asked] = (self._pack(answer.atoms), answer.print, self._contents.put(answer.content))
            if key not in answers or answers[key].print != before:
                self._dirty.add(self._numbers["@derived", key])

        self._settle = settle
        for key in unsure:
            settle(key)
        self._settle = lambda _: None

    def _unsure(self) -> list[Key]:
        """Name the answers of which nobody knows whether they hold: something that they rest on differs, or may."""
        numbers_of = {atom[1]: number for atom, number in self._numbers.items() if atom[0] == "@derived"}
        derived = set(numbers_of.values())
        found: dict[Any, None] = {}
        left = [(key, _unpack(packed)) for key, (packed, _, _) in self._answers.items()]
        touched = [key for key, numbers in left if not self._dirty.isdisjoint(numbers)]
        left = [(key, numbers) for key, numbers in left if not derived.isdisjoint(numbers)]
        while touched:
            found |= dict.fromkeys(touched)
            left = [one for one in left if one[0] not in found]
            reached = {numbers_of[key] for key in touched if key in numbers_of}
            touched = [key for key, numbers in left if not reached.isdisjoint(numbers)]
        return list(found)

    def learn(self, fact: Read, now: str) -> None:
        """Add a fact that was not known when the states were compared."""
        if self._facts.get(fact) != now and fact in self._numbers:
            self._dirty.add(self._numbers[fact])
        self._facts[fact] = now

    def find(self, key: Key, good: Callable[[Any], bool]) -> bool:
        """Say whether what was entered in the last build holds and is ``good``; it is then entered for this one."""
        entry = self._entries.get(key)
        if entry is None or not self._dirty.isdisjoint(_unpack(entry[0])) or not good(entry[1]):
            return False
        self._now[key] = entry
        return True

    def answer(self, key: Key) -> bytes | None:
        """Give what a derived function answered in the last build, if it was to last and still holds.

        While others are asked again, one of them may want an answer of which nobody knows yet whether it holds.
        """
        with watching():  # what is read to find that out is not what whoever asks depends on
            self._settle(key)
        found = self._answers.get(key)
        return self._contents.load(found[2]) if found and found[2] else None

    def entered(self, key: Key) -> Any:
        """Give what is entered for this build."""
        return self._now[key][1]

    def enter(self, made: Made) -> None:
        """Enter what was made, perhaps by another process, with the answers that it rests on."""
        own = array(CODE, (self._number(atom) for atom in made.atoms))

        def numbered(packed: bytes) -> bytes:
            return array(CODE, (own[number] for number in _unpack(packed))).tobytes()

        for key, packed, print_, content in made.answers:
            self._answers[key] = (numbered(packed), print_, self._contents.put(content))
        for key, packed, value in made.entries:
            self._now[key] = (numbered(packed), value)

    def keep(self) -> None:
        """Leave the ledger for the next build."""
        self._tidy()
        moved = self._contents.tidy(where for _, _, where in self._answers.values())
        answers = {key: (packed, print_, moved(where)) for key, (packed, print_, where) in self._answers.items()}
        kept = {
            "extra": self.extra, "records": self._records, "facts": self._facts, "atoms": self._atoms,
            "answers": answers, "entries": self._now, "contents": self._contents.number,
        }  # fmt: skip
        if self._contents.flush():
            close_box(self._path, self._writer, kept)

    def close(self) -> None:
        """Let its files go."""
        self._contents.close()

    def _tidy(self) -> None:
        """Forget what no entry depends on any more, once there is more of it than of the rest."""
        if len(self._atoms) <= 2 * self.extra.get("atoms", 0) + ROOM:
            return
        used: set[int] = set()
        waiting = [packed for packed, _ in self._now.values()]
        while waiting:
            new = set(_unpack(waiting.pop())) - used
            used |= new
            asked = (self._asked(number) for number in new)
            waiting += [self._answers[key][0] for key in asked if key in self._answers]
        places = {number: place for place, number in enumerate(sorted(used))}

        def moved(packed: bytes) -> bytes:
            return array(CODE, (places[number] for number in _unpack(packed))).tobytes()

        named = {self._asked(number) for number in used}
        answers = ((key, answer) for key, answer in self._answers.items() if key in named)
        self._answers = {key: (moved(one), print_, content) for key, (one, print_, content) in answers}
        self._now = {key: (moved(one), value) for key, (one, value) in self._now.items()}
        self._atoms = [self._atoms[number] for number in sorted(used)]
        self.extra["atoms"] = len(self._atoms)

    def _asked(self, number: int) -> Key:
        """Give the key of the derived function that a thing is the answer of."""
        atom = self._atoms[number]
        return cast("Key", atom[1]) if atom[0] == "@derived" else ()

    def _pack(self, atoms: Iterable[Read]) -> bytes:
        return array(CODE, (self._number(atom) for atom in atoms)).tobytes()

    def _number(self, atom: Read) -> int:
        number = self._numbers.get(atom)
        if number is None:
            number = self._numbers[atom] = len(self._atoms)
            self._atoms.append(atom)
        return number


def _unpack(packed: bytes) -> "array[int]":
    numbers = array(CODE)
    numbers.frombytes(packed)
    return numbers
