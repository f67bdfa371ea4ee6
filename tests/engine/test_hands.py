"""Several processes come to what one comes to."""

import os
import threading
from pathlib import Path

import pytest

from catalog.build import build
from catalog.hands import hands, share_out
from tests.pages.test_rebuild import digests
from tests.sites import TINY_DAY, Site, tiny_portal


def test_each_share_is_done_once_and_given_in_order() -> None:
    """The first by this process."""
    done = share_out(3, lambda share: (share, os.getpid()))
    assert [share for share, _ in done] == [0, 1, 2]
    assert len({process for _, process in done}) == 3
    assert done[0][1] == os.getpid()


def test_what_fails_elsewhere_is_done_again_here() -> None:
    """So that a failure is seen with its cause, and one of the other process alone does no harm."""
    here = os.getpid()

    def fail(share: int) -> int:
        if share == 1 and os.getpid() != here:
            os._exit(9)
        return share

    assert share_out(2, fail) == [0, 1]

    def raise_(share: int) -> int:
        if share:
            raise LookupError("lost")
        return share

    with pytest.raises(LookupError, match="lost"):
        share_out(2, raise_)


def test_what_fails_here_ends_the_others() -> None:
    """No process is left behind."""

    def fail(share: int) -> int:
        if share == 0:
            raise LookupError
        threading.Event().wait(60)
        return share

    with pytest.raises(LookupError):
        share_out(2, fail)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_few_tasks_and_threads_make_one_hand() -> None:
    """A second process must be worth it, and none is begun beside a thread."""
    assert hands(4, 99, 100) == 1
    assert hands(4, 250, 100) == 2
    assert hands(1, 1000, 100) == 1
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    assert hands(4, 1000, 100) == 1
    waiting.set()
    thread.join()


def test_jobs_change_no_byte(full: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many share the work."""
    for module in ("produce", "examine", "load.recall"):
        monkeypatch.setattr(f"catalog.{module}.WORTH", 1)
    portal = tiny_portal(tmp_path / "portal")
    made = build(portal, tmp_path / "site", TINY_DAY, jobs=5)
    assert made.published
    assert digests(tmp_path / "site") == digests(full.out)
