"""Several hands at one task: a share of it for each of a few processes, begun as copies of this one."""

import gc
import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, BinaryIO, TypeVar

Done = TypeVar("Done")


def hands(asked: int | None, tasks: int, worth: int) -> int:
    """Say how many processes to use: as many as asked, else one a core; no second one for less than ``worth`` tasks."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1  # a copy of a process that has threads may wait for ever for what they held
    return max(1, min(asked or os.cpu_count() or 1, tasks // worth))


def share_out(count: int, work: Callable[[int], Iterable[Done]]) -> Iterator[Done]:
    """Do ``work(0)`` to ``work(count - 1)`` side by side and give what each comes to, one thing after the other.

    What other processes come to waits on disk until it is its turn. What fails elsewhere is done again here, so that a
    failure is seen where it arises.
    """
    gc.freeze()  # copies share what nobody writes to: Python would mark each object that it looks at
    started = [_start(work, share) for share in range(1, count)]
    try:
        yield from work(0)
        for share in range(1, count):
            process, spool = started[0]
            _, status = os.waitpid(process, 0)
            started.pop(0)
            with spool:
                yield from work(share) if status else _told(spool)
    finally:
        gc.unfreeze()
        for process, spool in started:
            spool.close()
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def apart(work: Callable[[], Done]) -> Done:
    """Do something in a process of its own, so that what it takes to do it does not stay in memory."""
    if hands(2, 2, 1) == 1:
        return work()
    process, spool = _start(lambda _: [work()], 0)
    _, status = os.waitpid(process, 0)
    with spool:
        return work() if status else next(_told(spool))


def _start(work: Callable[[int], Iterable[Any]], share: int) -> tuple[int, BinaryIO]:
    """Begin a process; give its number and where what it came to will stand."""
    spool: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - two processes hold it
    process = os.fork()
    if process:
        return process, spool
    code = 1
    try:
        for one in work(share):
            pickle.dump(one, spool, pickle.HIGHEST_PROTOCOL)
        spool.flush()
        code = 0
    finally:
        os._exit(code)  # nothing of what this process was copied from ends here


def _told(spool: BinaryIO) -> Iterator[Any]:
    spool.seek(0)
    with suppress(EOFError):
        while True:
            yield pickle.load(spool)  # noqa: S301 - from our own copy
