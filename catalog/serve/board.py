"""What every open tab must know: which site is served, and what is wrong with the records now."""

import threading
from collections.abc import Sequence

from catalog.problems import Problem
from catalog.value import Value


class Moment(Value):
    """One state: ``site`` names the site that is served (nothing until a first build came off)."""

    serial: int = 0
    site: str = ""
    problems: tuple[Problem, ...] = ()


class Board:
    """Holds the moment that counts, and wakes whoever waits for the next one."""

    def __init__(self) -> None:
        """Begin without a site."""
        self._changed = threading.Condition()
        self._now = Moment()
        self._closed = False

    @property
    def now(self) -> Moment:
        """The moment that counts."""
        return self._now

    @property
    def closed(self) -> bool:
        """Whether nothing more will come."""
        return self._closed

    def put(self, site: str, problems: Sequence[Problem]) -> None:
        """Replace the moment."""
        with self._changed:
            self._now = Moment(self._now.serial + 1, site, tuple(problems))
            self._changed.notify_all()

    def close(self) -> None:
        """Let all who wait go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def after(self, serial: int, seconds: float) -> Moment | None:
        """Wait for a moment later than ``serial``; nothing where none came in time, or none will come."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._now.serial > serial, seconds)
            return self._now if self._now.serial > serial and not self._closed else None
