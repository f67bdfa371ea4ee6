"""Workers: results do not depend on who computes them, nor on who is lost meanwhile."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from investment_portal.build.build import BuildOptions, build
from investment_portal.build.cluster import ClusterWorkers
from investment_portal.build.refusal import ClusterError
from investment_portal.build.workers import Workers
from investment_portal.publish.site import Site as PublishedSite
from tests.build.test_same import portal, tree
from tests.sites import REPOSITORY, TINY_DAY, Site

__all__ = ["portal"]

SHARDS = [[number, number + 1] for number in range(40)]
WAIT_SECONDS = 60


def squares(state: int, shard: list[int]) -> list[int]:
    """Return the squares of a shard's numbers, multiplied by the state."""
    return [state * number * number for number in shard]


def squares_by_dying(state: int, shard: list[int]) -> list[int]:
    """Kill the worker in the middle of the work; compute the squares elsewhere."""
    if shard[0] == SHARDS[len(SHARDS) // 2][0] and os.environ.get("TEST_PARENT") != str(os.getpid()):
        os.kill(os.getpid(), signal.SIGKILL)
    return squares(state, shard)


EXPECTED = sorted(squares(3, shard) for shard in SHARDS)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_shard_is_computed_once(count: int) -> None:
    """In one process or several."""
    with Workers(3, count) as workers:
        assert sorted(workers.map(squares, SHARDS)) == EXPECTED


def test_no_shard_is_lost_with_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a killed worker leaves undone, and what it was never given, is computed by the parent."""
    monkeypatch.setenv("TEST_PARENT", str(os.getpid()))
    with Workers(3, 2) as workers:
        assert sorted(workers.map(squares_by_dying, SHARDS)) == EXPECTED


def test_other_work_is_done_meanwhile() -> None:
    """Piece by piece; what is left of it stays with the caller."""
    done: list[int] = []

    def other() -> Iterator[None]:
        for number in range(1000):
            done.append(number)
            yield

    left = other()
    with Workers(3, 2) as workers:
        assert sorted(workers.map(squares, SHARDS, left)) == EXPECTED
    list(left)
    assert done == list(range(1000))


def test_an_error_is_raised_here() -> None:
    """With its own type, although it arose elsewhere."""
    with Workers(3, 2) as workers, pytest.raises(TypeError):
        list(workers.map(squares, cast("list[list[int]]", [*SHARDS, [None]])))


def test_the_spawn_method_gives_the_same_site(portal: Path, full: Site, tmp_path: Path) -> None:
    """Processes that share nothing with their parent get all they need as data."""
    program = (
        "import multiprocessing, sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from investment_portal.build.build import BuildOptions, build\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    root, out, day = Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3])\n"
        "    build(root, out, day, BuildOptions(jobs=2))\n"
    )
    script = tmp_path / "program.py"
    script.write_text(program, "utf-8")
    command = [sys.executable, str(script), str(portal), str(tmp_path / "site"), str(TINY_DAY)]
    subprocess.run(  # noqa: S603 - our own program
        command, check=True, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}
    )
    assert tree(tmp_path / "site") == tree(full.out)


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until something is the case."""
    end = time.monotonic() + WAIT_SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and two workers as processes of their own; return the address, and the workers."""
    place = tmp_path / "scheduler.json"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    log = (tmp_path / "log").open("wb")

    def start(what: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [
            sys.executable, "-m", f"distributed.cli.dask_{what}", "--scheduler-file", str(place), "--no-dashboard",
        ]  # fmt: skip
        return subprocess.Popen(  # noqa: S603 - the same
            [*command, *arguments], env=environment, stdout=log, stderr=log, cwd=tmp_path
        )

    scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0")
    processes = [scheduler]
    try:
        wait_for(place.is_file)
        workers = [start("worker", "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1") for _ in range(2)]
        processes += workers
        address = json.loads(place.read_text("utf-8"))["address"]
        wait_for(lambda: workers_at(address) == len(workers))
        yield address, workers
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()
        log.close()


def workers_at(address: str) -> int:
    """Return the number of workers of a scheduler; none where it cannot be used yet."""
    try:
        with ClusterWorkers(None, address) as workers:
            return workers.count
    except ClusterError:
        return 0


def test_a_cluster_that_loses_a_worker_gives_the_same_site(
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    portal: Path,
    full: Site,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One of two workers is killed after the first pages have come."""
    address, (first, _) = cluster
    put = PublishedSite.put
    pages = []

    def put_and_kill(site: PublishedSite, path: str, key: str, content: bytes) -> None:
        if path.endswith("index.html"):
            pages.append(path)
            first.kill()
        put(site, path, key, content)

    monkeypatch.setattr(PublishedSite, "put", put_and_kill)
    build(portal, tmp_path / "site", TINY_DAY, BuildOptions(cluster=address))
    assert first.wait() == -signal.SIGKILL
    assert pages
    assert tree(tmp_path / "site") == tree(full.out)


def test_a_cluster_that_does_not_answer(portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is refused with a sentence; the site stays as it was."""
    monkeypatch.setattr("investment_portal.build.cluster.CONNECT_SECONDS", 1)
    with pytest.raises(ClusterError, match="cannot be reached"):
        build(portal, tmp_path / "site", TINY_DAY, BuildOptions(cluster="tcp://127.0.0.1:9"))
    assert not (tmp_path / "site").exists()
