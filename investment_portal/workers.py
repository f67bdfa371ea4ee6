"""Workers: functions over shards of plain input, run by any ``concurrent.futures.Executor``.

A task is a module-level function of a state and a shard. Both are plain data and so is the result, so that another
process or another machine can run it.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

State = TypeVar("State")
Shard = TypeVar("Shard")
Result = TypeVar("Result")

AHEAD = 2
"""Shards for each worker that wait at it or run: the results of more would pile up in memory."""

OPEN_FILES = 256
"""Files that a process must be allowed to open for others to be started."""

NOTHING_LEFT = object()
"""Returned when there is no other work left."""

_STATE: list[Any] = []
"""The state of this worker process, set once when it starts."""


class Workers(Generic[State]):
    """Runs tasks with one state: in this process, or in several where the work is worth them."""

    def __init__(self, state: State, count: int, *, start_method: str | None = None) -> None:
        """Start no process yet; ``start_method`` is one of ``multiprocessing``, the system's default without it."""
        self._state, self.count, self._start_method = state, count, start_method
        self._executor: "Executor | None" = None  # noqa: UP037 - imported for type checkers alone

    def __enter__(self) -> "Workers[State]":
        """Start the processes, if there is more than one."""
        if self.count > 1:
            import multiprocessing  # noqa: PLC0415 - a small build needs none of it
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - the same

            context = multiprocessing.get_context(self._start_method)
            self._executor = ProcessPoolExecutor(self.count, context, _set_state, (self._state,))
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the processes."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def map(
        self, task: Callable[[State, Shard], Result], shards: Iterable[Shard], meanwhile: Iterator[object] | None = None
    ) -> Iterator[Result]:
        """Yield the result of each shard, in the order in which they are finished.

        ``meanwhile`` is other work, which this process does piece by piece while it would wait for the workers; what is
        left of it when they have finished stays with the caller.

        A shard that fails elsewhere is run again here: an error is seen with its place, and a lost worker costs time
        alone.
        """
        if self._executor is None:
            for shard in shards:
                yield task(self._state, shard)
            return
        from concurrent.futures import FIRST_COMPLETED, wait  # noqa: PLC0415 - the same

        waiting, other = iter(shards), iter(()) if meanwhile is None else meanwhile
        running = {self._submit(task, shard): shard for shard in islice(waiting, AHEAD * self.count)}
        while running:
            finished = wait(running, 0).done
            if not finished and next(other, NOTHING_LEFT) is NOTHING_LEFT:
                finished = wait(running, return_when=FIRST_COMPLETED).done
            for future in finished:
                shard = running.pop(future)
                running.update((self._submit(task, following), following) for following in islice(waiting, 1))
                yield self._result(task, shard, future)

    def _submit(self, task: Callable[[State, Shard], Result], shard: Shard) -> "Future[Result]":
        """Return the shard's future; where no worker is left to take it, one that has failed already."""
        try:
            return self._start(task, shard)
        except (RuntimeError, OSError) as error:
            from concurrent.futures import Future  # noqa: PLC0415 - the same

            refused: Future[Result] = Future()
            refused.set_exception(error)
            return refused

    def _start(self, task: Callable[[State, Shard], Result], shard: Shard) -> "Future[Result]":
        if self._executor is None:
            raise RuntimeError("the workers have not been started")
        return self._executor.submit(_run, task, shard)

    def _result(self, task: Callable[[State, Shard], Result], shard: Shard, future: "Future[Result]") -> Result:
        try:
            return future.result()
        except Exception:  # noqa: BLE001 - whatever it was, it is raised here if it happens again
            return task(self._state, shard)


def worker_count(jobs: int | None, tasks: int, minimum: int) -> int:
    """Return the number of processes: the requested number, else one a core; each has ``minimum`` tasks at least."""
    count = max(1, min(jobs or os.cpu_count() or 1, tasks // minimum))
    if count == 1:
        return 1
    import multiprocessing  # noqa: PLC0415 - a small build needs none of it

    if threading.active_count() > 1 and multiprocessing.get_start_method() == "fork":
        return 1  # a copy of a process that has threads may wait for ever for a lock that one of them held
    if _open_files() < OPEN_FILES:
        return 1  # a pool that cannot open all its pipes leaves processes behind
    return count


def _open_files() -> int:
    """Return how many files this process may open."""
    if sys.platform == "win32":
        return OPEN_FILES
    import resource  # noqa: PLC0415 - not on every system

    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def shards_of(tasks: Sequence[Shard], count: int, limit: int) -> Iterator[Sequence[Shard]]:
    """Cut tasks into shards: a few for each worker, so that all finish at about the same time, of ``limit`` at most."""
    size = max(1, min(limit, -(-len(tasks) // (4 * count))))
    return (tasks[start : start + size] for start in range(0, len(tasks), size))


def _set_state(state: Any) -> None:
    """Take the state, and end with the parent: a copy of the process would hold its lock on the portal for ever."""
    _STATE[:] = [state]
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing  # noqa: PLC0415 - there is another process

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _run(task: Callable[[Any, Shard], Result], shard: Shard) -> Result:
    return task(_STATE[0], shard)
