"""Runs one command line and prints as JSON what it cost: COMMAND LOG LIMIT. It needs nothing but Python itself."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

PROCESSES = Path("/proc")
EVERY = 0.1
"""Seconds between two looks at the memory; more often would slow what is measured."""
REST = 30
"""How many times as long as a look takes there is none: the kernel goes through all memory of a process for it."""
MEGABYTE = 2**20


def group_and_pages(status: str) -> tuple[int, int]:
    """Read off a line of ``/proc/PID/stat`` the process group and the pages of memory in use.

    The program's name stands in brackets and may hold brackets and blanks itself.
    """
    fields = status[status.rindex(")") + 2 :].split()
    return int(fields[2]), int(fields[21])


class Watch:
    """Looks at the memory of a process group until it has ended; ends it after ``limit`` seconds."""

    def __init__(self, group: int, limit: float) -> None:
        """Begin to look."""
        self.group = group
        self.peak = 0.0
        self.stopped = False
        self._until = time.monotonic() + limit
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        page = os.sysconf("SC_PAGE_SIZE")
        took = 0.0
        while not self._over.wait(max(EVERY, REST * took)):
            began = time.monotonic()
            used = sum(_process(place, pages * page) for place, group, pages in _all() if group == self.group)
            self.peak = max(self.peak, used / MEGABYTE)
            took = time.monotonic() - began
            if time.monotonic() > self._until:
                self.stopped = True
                os.killpg(self.group, signal.SIGKILL)
                return


def _all() -> Iterator[tuple[Path, int, int]]:
    """Yield place, group and pages of every process; on a system without ``/proc`` of none."""
    for entry in PROCESSES.glob("[0-9]*/stat"):
        try:
            yield entry.parent, *group_and_pages(entry.read_text("utf-8", errors="replace"))
        except (OSError, ValueError, IndexError):
            continue  # it ended between two looks


def _process(place: Path, limit: int) -> int:
    """Return the bytes that a process uses: of what several share, its part (``Pss`` of the kernel)."""
    try:
        return share_in((place / "smaps_rollup").read_text("utf-8"))
    except (OSError, LookupError):
        return limit


def share_in(rollup: str) -> int:
    """Read the bytes off ``/proc/PID/smaps_rollup``."""
    line = next((line for line in rollup.splitlines() if line.startswith("Pss:")), None)
    if line is None:
        raise LookupError(rollup)
    return int(line.split()[1]) * 1024


def busy_in(statistics: str) -> float:
    """Read off ``/proc/stat`` for how many seconds the machine's processors have worked, whoever for."""
    total = statistics.split("\n", maxsplit=1)[0].split()
    user, nice, system, _, _, interrupts, soft, stolen = (int(ticks) for ticks in total[1:9])
    return (user + nice + system + interrupts + soft + stolen) / os.sysconf("SC_CLK_TCK")


def _busy() -> float:
    statistics = PROCESSES / "stat"
    return busy_in(statistics.read_text("utf-8")) if statistics.exists() else 0.0


def watched(command: str, log: Path, limit: float) -> dict[str, float | str]:
    """Run a command in a process group of its own; ``why`` says what went wrong, if anything did."""
    os.sync()  # what others left to be written is not this command's burden
    with log.open("wb") as output:
        before, start = _busy(), time.monotonic()
        process = subprocess.Popen(  # noqa: S602 - command lines of our own, several programs each
            command, shell=True, stdout=output, stderr=output, start_new_session=True
        )
        watch = Watch(process.pid, limit)
        _, status, usage = os.wait4(process.pid, 0)
        seconds, worked = time.monotonic() - start, _busy() - before
        watch.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    processor = usage.ru_utime + usage.ru_stime
    failed = f"exit code {process.returncode}" if process.returncode else ""
    return {
        "seconds": seconds,
        "processor": processor,
        "others": max(0.0, worked - processor) / (seconds * (os.cpu_count() or 1)),
        "memory": max(watch.peak, usage.ru_maxrss * 1024 / MEGABYTE),
        "why": f"stopped after {limit:g} seconds" if watch.stopped else failed,
    }


if __name__ == "__main__":
    print(json.dumps(watched(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]))))
