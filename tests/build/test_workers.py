"""Workers return the results of a single process, however they are started and wherever one fails."""

import multiprocessing
import os
import shutil
import signal
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.build import load, pipeline
from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions
from investment_portal.workers import AHEAD, Workers, shards_of, worker_count
from tests.pages.test_rebuild import digests
from tests.sites import Site, tiny_portal

HERE = os.getpid()


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count no threads: the runner of the tests may have some."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


class State(NamedTuple):
    """The state that the tasks below share."""

    parent: int
    bad: int = -1


def squares(_state: State, shard: Sequence[int]) -> tuple[int, list[int]]:
    """Return the process and the squares."""
    return os.getpid(), [number**2 for number in shard]


def raise_(state: State, shard: Sequence[int]) -> list[int]:
    """Fail at one number, wherever it runs."""
    if state.bad in shard:
        raise LookupError(f"lost in {os.getpid()}")
    return list(shard)


def raise_elsewhere(state: State, shard: Sequence[int]) -> list[int]:
    """Fail at one number, but in the parent."""
    if state.bad in shard and os.getpid() != state.parent:
        raise LookupError("lost")
    return list(shard)


def die_elsewhere(state: State, shard: Sequence[int]) -> list[int]:
    """Be killed at one number, but in the parent."""
    if state.bad in shard and os.getpid() != state.parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(shard)


def unpicklable(_state: State, shard: Sequence[int]) -> list[object]:
    """Return what no process can send to another."""
    return [*shard, threading.Lock()]


SHARDS = [[number, number + 1] for number in range(0, 60, 2)]


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
@pytest.mark.parametrize("count", [2, 3])
def test_every_shard_is_done_once(method: str, count: int) -> None:
    """In other processes, in whatever order; the same as in one."""
    with Workers(State(HERE), count, start_method=method) as workers:
        results = list(workers.map(squares, iter(SHARDS)))
    with Workers(State(HERE), 1) as workers:
        expected = list(workers.map(squares, iter(SHARDS)))
    assert sorted(done for _, done in results) == sorted(done for _, done in expected)
    assert HERE not in {process for process, _ in results}
    assert {process for process, _ in expected} == {HERE}


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_one_may_be_used_again(method: str) -> None:
    """With another task."""
    with Workers(State(HERE), 2, start_method=method) as workers:
        assert len(list(workers.map(squares, SHARDS))) == len(SHARDS)
        assert sorted(workers.map(raise_, SHARDS)) == SHARDS


def test_no_work() -> None:
    """Is done by any number of processes."""
    for count in (1, 2):
        with Workers(State(HERE), count) as workers:
            assert list(workers.map(squares, [])) == []


@pytest.mark.parametrize("count", [1, 2])
def test_an_error_is_seen_here(count: int) -> None:
    """With its place, since the shard is run again in this process."""
    with Workers(State(HERE, bad=31), count) as workers, pytest.raises(LookupError, match=f"lost in {HERE}") as caught:
        list(workers.map(raise_, SHARDS))
    assert caught.traceback[-1].name == "raise_"


@pytest.mark.parametrize("bad", [0, 31, 59])
def test_what_fails_elsewhere_is_done_again_here(bad: int) -> None:
    """Nothing is lost, and nothing is done twice."""
    with Workers(State(HERE, bad), 2) as workers:
        assert sorted(workers.map(raise_elsewhere, SHARDS)) == SHARDS


def test_results_that_cannot_be_sent() -> None:
    """Are computed here."""
    with Workers(State(HERE), 2) as workers:
        assert sorted(shard[0] for shard in workers.map(unpicklable, SHARDS[:3])) == [0, 2, 4]  # type: ignore[type-var]


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("bad", [0, 31, 59])
def test_a_killed_worker_costs_time_alone(bad: int, method: str) -> None:
    """Whatever it was doing; the rest is done here."""
    with Workers(State(HERE, bad), 2, start_method=method) as workers:
        assert sorted(workers.map(die_elsewhere, SHARDS)) == SHARDS


def test_all_workers_killed_in_the_middle() -> None:
    """From outside, while results are being taken."""
    with Workers(State(HERE), 2) as workers:
        results = []
        for process, done in workers.map(squares, SHARDS):
            results.append(done)
            if len(results) == 3:
                _kill(process)
    assert sorted(results) == [[a**2, b**2] for a, b in SHARDS]


def _kill(process: int) -> None:
    if process != HERE:
        os.kill(process, signal.SIGKILL)


def test_other_work_is_done_meanwhile() -> None:
    """Piece by piece; what is left of it stays with the caller."""
    done: list[int] = []

    def other() -> Iterator[None]:
        for number in range(1000):
            done.append(number)
            yield

    remaining = other()
    with Workers(State(HERE), 2) as workers:
        assert len(list(workers.map(squares, SHARDS, remaining))) == len(SHARDS)
    assert done
    list(remaining)
    assert done == list(range(1000))


def test_few_shards_wait() -> None:
    """Shards are made as they are needed, not all at once: what they hold would pile up in memory."""
    begun: list[int] = []

    def shards() -> Iterator[list[int]]:
        for shard in SHARDS:
            begun.append(shard[0])
            yield shard

    with Workers(State(HERE), 2) as workers:
        for number, _ in enumerate(workers.map(squares, shards()), 1):
            assert len(begun) <= number + 2 * AHEAD + 1


def test_no_process_stays() -> None:
    """Where somebody stops in the middle, too."""
    processes: set[int] = set()
    with Workers(State(HERE), 2) as workers:
        for process, _ in workers.map(squares, SHARDS):
            processes.add(process)
            break
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@given(st.integers(0, 500), st.integers(1, 9), st.integers(1, 70))
def test_shards_cover_all_tasks_once(tasks: int, count: int, limit: int) -> None:
    """In order, none empty, none above the limit, and a few for each worker where there are enough tasks."""
    shards = list(shards_of(range(tasks), count, limit))
    assert [task for shard in shards for task in shard] == list(range(tasks))
    assert all(0 < len(shard) <= limit for shard in shards)
    assert len(shards) >= min(tasks, 2 * count)


@pytest.mark.parametrize(
    ("jobs", "tasks", "minimum", "cores", "count"),
    [
        (None, 0, 10, 4, 1), (None, 9, 10, 4, 1), (None, 19, 10, 4, 1), (None, 20, 10, 4, 2), (None, 999, 10, 4, 4),
        (1, 999, 10, 4, 1), (8, 999, 10, 4, 8), (8, 35, 10, 4, 3), (None, 999, 10, None, 1),
    ],
)  # fmt: skip
def test_as_many_as_the_work_is_worth(
    monkeypatch: pytest.MonkeyPatch, jobs: int | None, tasks: int, minimum: int, cores: int | None, count: int
) -> None:
    """As many as asked for, else one a core, each with enough to do."""
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert worker_count(jobs, tasks, minimum) == count


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_site_by_several_processes(full: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    """Is the same site, also where they are started anew rather than copied."""
    context = multiprocessing.get_context
    started: list[str] = []

    def chosen(name: str | None = None) -> Any:
        started.append(name or method)
        return context(name or method)

    monkeypatch.setattr(multiprocessing, "get_context", chosen)
    monkeypatch.setattr(load, "FILES_PER_WORKER", 1)
    monkeypatch.setattr(pipeline, "PAGES_PER_WORKER", 1)
    portal = tiny_portal(tmp_path / "portal")
    shutil.copytree(full.portal / ".cache/layouts", portal / ".cache/layouts")
    assert build(portal, tmp_path / "site", full.day, BuildOptions(jobs=2)).published
    assert started.count(method) >= 2
    assert digests(tmp_path / "site") == digests(full.out)


def test_no_copy_of_a_process_with_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """It might wait for ever for a lock that a thread held; one that is started anew does not."""
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    for method, count in (("fork", 1), ("spawn", 4)):
        monkeypatch.setattr(multiprocessing, "get_start_method", lambda default=method: default)
        assert worker_count(4, 999, 10) == count
