"""Several hands at one task: a share of it for each of a few processes, begun as copies of this one."""

import os
import pickle
import threading
from collections.abc import Callable
from typing import Any, TypeVar

Done = TypeVar("Done")


def hands(asked: int | None, tasks: int, worth: int) -> int:
    """Say how many processes to use: as many as asked, else one a core; no second one for less than ``worth`` tasks."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1  # a copy of a process that has threads may wait for ever for what they held
    return max(1, min(asked or os.cpu_count() or 1, tasks // worth))


def share_out(count: int, work: Callable[[int], Done]) -> list[Done]:
    """Do ``work(0)`` to ``work(count - 1)`` side by side and give what each came to.

    What fails elsewhere is done again here, so that a failure is seen where it arises.
    """
    started = [_start(work, share) for share in range(1, count)]
    try:
        done = [work(0)]
    except BaseException:
        for process, answers in started:
            os.close(answers)
            os.kill(process, 9)
            os.waitpid(process, 0)
        raise
    told = [_told(process, answers) for process, answers in started]
    return [*done, *(work(share) if one is None else one[0] for share, one in enumerate(told, 1))]


def _start(work: Callable[[int], Any], share: int) -> tuple[int, int]:
    """Begin a process; give its number and where its answer comes out."""
    answers, tell = os.pipe()
    process = os.fork()
    if process:
        os.close(tell)
        return process, answers
    code = 1
    try:
        os.close(answers)
        with open(tell, "wb") as file:  # noqa: PTH123 - a number, not a path
            pickle.dump(work(share), file, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)  # nothing of what this process was copied from ends here


def _told(process: int, answers: int) -> tuple[Any] | None:
    """Wait for a process; nothing where it failed."""
    with open(answers, "rb") as file:
        raw = file.read()
    _, status = os.waitpid(process, 0)
    return (pickle.loads(raw),) if status == 0 else None  # noqa: S301 - from our own copy
