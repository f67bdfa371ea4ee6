"""Derived functions: asked once, told apart by their answers, asked again where their ground has changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from catalog.kept.ledger import Ledger, State
from catalog.kept.making import Asking, Task, complete
from catalog.model.lists import ProjectKind
from catalog.trace.derived import FUNCTIONS, Memory, derived, lasting, meant
from catalog.trace.noted import noted
from catalog.trace.reads import Read, note, watching


class Ground:
    """Values by name, each reading noted."""

    outlook = ()

    def __init__(self, **values: int) -> None:
        """Take the values."""
        self.values, self.memory, self.asked = values, Memory(), 0

    def read(self, name: str) -> int:
        """Read a value."""
        note("value", name)
        return self.values[name]

    def standing(self) -> "Ground":
        """Look the same from everywhere."""
        return self


@derived
def larger(ground: Ground, first: str, second: str) -> str:
    """Name the larger of two values."""
    ground.asked += 1
    return max(first, second, key=ground.read)


@lasting
def shout(ground: Ground, first: str, second: str) -> str:
    """Name the larger loudly."""
    return larger(ground, first, second).upper()


@derived
def perhaps(ground: Ground, name: str) -> str:
    """Shout only where a value says so."""
    return shout(ground, "a", "b") if ground.read(name) else ""


def test_asked_once() -> None:
    """Who asks depends on the answer, not on what it was found from."""
    ground = Ground(a=1, b=2)
    for _ in range(2):
        with watching() as reads:
            assert larger(ground, "a", "b") == "b"
        assert [read[0] for read in reads.others] == ["@derived"]
    assert ground.asked == 1


def test_who_lives_with_a_failure_depends_on_its_cause() -> None:
    """The value that was missing may come."""
    ground = Ground(a=1)
    with watching() as reads, pytest.raises(KeyError):
        larger(ground, "a", "c")
    assert ("value", "c") in reads.others


def test_only_plain_values_and_records_are_asked_about() -> None:
    """Anything else cannot be named so that the next build knows it."""
    with pytest.raises(TypeError, match="plain values"):
        larger(Ground(), ProjectKind.LAND, "a")
    day = date(2026, 6, 30)
    assert meant(("@date", day.isoformat()), lambda *_: None) == day
    assert meant(("@record", "project", "x"), lambda *named: named) == ("project", "x")
    assert meant((1, ("@date", "2026-06-30")), lambda *_: None) == (1, day)
    with pytest.raises(LookupError):
        meant(("@object", 1), lambda *_: None)


@pytest.fixture
def made() -> list[str]:
    """Collect what was made."""
    return []


def run(path: Path, ground: Ground, made: list[str]) -> str:
    """Run one task that asks; give what it came to."""
    ledger = Ledger(path, b"code")
    asking = Asking(lambda _: ground, lambda *_: None)
    facts: dict[Read, str] = {("value", name): str(value) for name, value in ground.values.items()}
    ledger.compare(State({}, facts, {}), asking.again)
    asking.last(ledger, [ground])

    def make() -> str:
        made.append("made")
        return shout(ground, "a", "b")

    complete(ledger, [Task(("task",), make)], asking, 1, 1)
    ledger.keep()
    ledger.close()
    answer: str = ledger.entered(("task",))
    return answer


def test_an_answer_that_stays_the_same_ends_a_change(tmp_path: Path, made: list[str]) -> None:
    """And one that differs does not; also over many builds, and after the ledger was damaged."""
    path = tmp_path / "ledger"
    for values, told, count in (
        ({"a": 1, "b": 2}, "B", 1),
        ({"a": 1, "b": 2}, "B", 1),
        ({"a": 1, "b": 5}, "B", 1),
        ({"a": 4, "b": 5}, "B", 1),
        ({"a": 6, "b": 5}, "A", 2),
        ({"a": 7, "b": 5}, "A", 2),
        ({"a": 7, "b": 9}, "B", 3),
    ):
        assert run(path, Ground(**values), made) == told
        assert len(made) == count, values
    path.write_bytes(path.read_bytes()[:-1])
    assert run(path, Ground(a=7, b=9), made) == "B"
    assert len(made) == 4


def test_lasting_answers_come_from_the_last_build(tmp_path: Path, made: list[str]) -> None:
    """Without asking what they rest on."""
    run(tmp_path / "ledger", Ground(a=1, b=2), made)
    ground = Ground(a=1, b=2)
    ledger = Ledger(tmp_path / "ledger", b"code")
    asking = Asking(lambda _: ground, lambda *_: None)
    ledger.compare(State({}, {("value", "a"): "1", ("value", "b"): "2"}, {}), asking.again)
    asking.last(ledger, [ground])
    assert shout(ground, "a", "b") == "B"
    assert ground.asked == 0
    ledger.close()


def test_an_answer_wanted_anew_is_not_one_that_no_longer_holds(tmp_path: Path) -> None:
    """Whoever is asked again may want what it did not want before: also if that has not been asked again yet."""

    def run(**values: int) -> str:
        ground = Ground(**values)
        ledger = Ledger(tmp_path / "ledger", b"code")
        asking = Asking(lambda _: ground, lambda *_: None)
        asking.last(ledger, [ground])
        facts: dict[Read, str] = {("value", name): str(value) for name, value in values.items()}
        ledger.compare(State({}, facts, {}), asking.again)
        tasks = [
            Task(("first",), lambda: perhaps(ground, "c")),
            Task(("second",), lambda: shout(ground, "a", "b")),
        ]
        complete(ledger, tasks, asking, 1, 1)
        ledger.keep()
        ledger.close()
        told: str = ledger.entered(("first",))
        return told

    assert not run(a=1, b=2, c=0)
    assert run(a=3, b=2, c=1) == "A"
    assert run(a=3, b=4, c=1) == "B"


def test_a_ledger_forgets_what_nothing_depends_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[str]
) -> None:
    """So that it does not grow for ever, and works as before."""
    monkeypatch.setattr("catalog.kept.ledger.ROOM", 0)
    path = tmp_path / "ledger"
    sizes = []
    for turn in range(12):
        run(path, Ground(a=turn % 3, b=2 - turn % 3, **{f"x{turn:02}": 1}), made)
        sizes.append(path.stat().st_size)
    assert max(sizes[6:]) <= max(sizes[:6])
    before = len(made)
    assert run(path, Ground(a=11 % 3, b=2 - 11 % 3, x11=1), made)
    assert len(made) == before


def test_fields_can_be_noted() -> None:
    """As if they were plain ones."""
    from dataclasses import dataclass  # noqa: PLC0415

    @dataclass(frozen=True)
    class Owner:
        day: int

    noted(Owner, day="@day")
    with watching() as reads:
        owner = Owner(3)
        assert not reads.others
        assert owner.day == 3
    assert reads.others == {("@day",)}
    assert replace(owner, day=4).day == 4
    assert "larger" in " ".join(FUNCTIONS)
