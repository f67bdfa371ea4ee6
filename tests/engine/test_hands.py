"""Several processes come to what one comes to."""

import os
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import cast

import pytest

from catalog.hands import apart, hands, share_out
from tests.pages.test_rebuild import digests
from tests.sites import REPOSITORY, TINY_DAY, Site, tiny_portal


def test_each_share_is_done_once_and_given_in_order() -> None:
    """The first by this process; things of a share one after the other."""
    done = list(share_out(3, lambda share: [(share, os.getpid()), (share + 10, os.getpid())]))
    assert [given for given, _ in done] == [0, 10, 1, 11, 2, 12]
    assert len({process for _, process in done}) == 3
    assert done[0][1] == os.getpid()


def test_what_fails_elsewhere_is_done_again_here() -> None:
    """So that a failure is seen with its cause, and one of the other process alone does no harm."""
    here = os.getpid()

    def fail(share: int) -> Iterator[int]:
        yield share
        if share == 1 and os.getpid() != here:
            os._exit(9)
        yield share + 10

    assert list(share_out(2, fail)) == [0, 10, 1, 11]

    def raise_(share: int) -> Iterator[int]:
        if share:
            raise LookupError("lost")
        yield share

    with pytest.raises(LookupError, match="lost"):
        list(share_out(2, raise_))


def test_what_is_done_apart_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what it loaded nor its process; what fails there is done again here."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # the tests' own runner may have threads
    here = os.getpid()
    known: list[int] = []

    def learn() -> int:
        known.append(os.getpid())
        return os.getpid()

    there = apart(learn)
    assert there != here
    assert not known
    with pytest.raises(ProcessLookupError):
        os.kill(there, 0)

    def fail() -> int:
        if os.getpid() != here:
            os._exit(9)
        return os.getpid()

    assert apart(fail) == here


def test_what_fails_here_ends_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is left behind; neither is one where nobody wants the rest."""
    begun: list[int] = []
    fork = os.fork

    def count() -> int:
        begun.append(process := fork())
        return process

    def fail(share: int) -> Iterator[int]:
        yield share
        if share == 0:
            raise LookupError
        threading.Event().wait(60)

    monkeypatch.setattr(os, "fork", count)
    with pytest.raises(LookupError):
        list(share_out(2, fail))
    shares = cast("Generator[int]", share_out(2, fail))
    assert next(shares) == 0
    shares.close()
    assert len(begun) == 2
    for process in begun:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_few_tasks_and_threads_make_one_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process must be worth it, and none is begun beside a thread."""
    # The tests' own runner may have threads.
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert hands(4, 99, 100) == 1
    assert hands(4, 250, 100) == 2
    assert hands(1, 1000, 100) == 1
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert hands(4, 1000, 100) == 1


SEVERAL = """
import sys
from datetime import date
from pathlib import Path
import catalog.examine, catalog.load.recall, catalog.making
from investment_portal.build.build import build

for module in (catalog.examine, catalog.load.recall, catalog.making):
    module.WORTH = 1
portal, out, day = sys.argv[1:]
sys.exit(not build(Path(portal), Path(out), date.fromisoformat(day), jobs=5).published)
"""


def test_jobs_change_no_byte(full: Site, tmp_path: Path) -> None:
    """However many share the work; a process of its own has no threads, which would forbid to share."""
    portal = tiny_portal(tmp_path / "portal")
    asked = [sys.executable, "-c", SEVERAL, str(portal), str(tmp_path / "site"), TINY_DAY.isoformat()]
    subprocess.run(asked, check=True, cwd=REPOSITORY)  # noqa: S603 - our own words
    assert digests(tmp_path / "site") == digests(full.out)
