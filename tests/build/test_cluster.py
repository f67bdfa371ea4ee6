"""A cluster: the site does not depend on who renders its pages, nor on who is lost meanwhile."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from investment_portal.build.build import build
from investment_portal.build.cluster import ClusterWorkers
from investment_portal.build.result import BuildOptions
from investment_portal.publish.site import PublishedSite
from investment_portal.refusals import ClusterError
from tests.build.test_same import portal, tree
from tests.sites import REPOSITORY, TINY_DAY, Site

__all__ = ["portal"]

WAIT_SECONDS = 60


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

    def start(type_: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [
            sys.executable, "-m", f"distributed.cli.dask_{type_}", "--scheduler-file", str(place), "--no-dashboard",
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
