"""Watch what a portal is built from, the theme included, and report a save once the saving has finished."""

import queue
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from investment_portal.content.theme_files import THEME
from investment_portal.models.kinds import KINDS
from investment_portal.validation.record_files import SITE

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver, ObservedWatch

FILES = frozenset({"mkdocs.yml", "mkdocs.en.yml"})
FOLDERS = frozenset({Path(kind.place).parts[0] for kind in KINDS.values()} | {Path(SITE).parts[0], "docs", "overrides"})
"""Entries at the top of a portal that go into its site."""

READING = frozenset({"opened", "closed_no_write"})
"""Events that the build itself causes."""

ASIDE = ("~", ".swp", ".tmp")
"""Endings of names under which editors put files aside."""

QUIET = 0.2
"""Seconds without a further change after which saving is over: editors write in several steps."""

WAKE = 0.5
"""Seconds after which waiting looks up, so that Ctrl-C works where a wait cannot be interrupted."""


class Watch(FileSystemEventHandler):
    """Collects the changes below ``root``, from ``start`` to ``close``."""

    def __init__(self, root: Path) -> None:
        """Watch nothing yet."""
        self.root = root.resolve()
        self._theme = THEME.resolve()
        self._changes: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._observer: BaseObserver = Observer()
        self._watches: dict[str, ObservedWatch] = {}

    def start(self) -> None:
        """Start watching; where the system limits the number of watched folders, poll them instead."""
        try:
            self._begin()
        except OSError:
            self._observer, self._watches = PollingObserver(), {}
            self._begin()

    def _begin(self) -> None:
        """Watch the top of the portal alone, its input folders and the theme with all that is below them."""
        self._observer.schedule(self, str(self.root), recursive=False)
        for name in sorted(FOLDERS):
            self._follow(name)
        self._observer.schedule(self, str(self._theme), recursive=True)
        self._observer.start()

    def close(self) -> None:
        """End the thread that watches, if there is one."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def stop(self) -> None:
        """End the waiting."""
        self._changes.put(None)

    def changes(self) -> Iterator[list[str]]:
        """Yield, save by save, the files that changed, until ``stop``."""
        while True:
            name = self._next(WAKE)
            names: list[str] = []
            while isinstance(name, str):
                names.append(name)
                name = self._next(QUIET)
            if names:
                yield sorted(set(names))
            if name is None:
                return

    def _next(self, seconds: float) -> str | bool | None:
        """Return the next change; ``False`` where none came in time, ``None`` at the end."""
        try:
            return self._changes.get(timeout=seconds)
        except queue.Empty:
            return False

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change, unless it is a read or concerns no input."""
        if event.event_type in READING or (event.is_directory and event.event_type == "modified"):
            return
        for path in (event.src_path, event.dest_path):
            name = self._input(path if isinstance(path, str) else path.decode())
            if name in FOLDERS:
                self._follow(name)
            if name:
                self._changes.put(name)

    def _input(self, path: str) -> str:
        """Return the name of an input; nothing for other files and for those that editors or Python put aside."""
        if path and Path(path).is_relative_to(self._theme):
            inside, wanted = Path(path).relative_to(self._theme.parent.parent), True
        elif path and Path(path).is_relative_to(self.root):
            inside = Path(path).relative_to(self.root)
            wanted = bool(inside.parts) and (inside.parts[0] in FOLDERS or inside.as_posix() in FILES)
        else:
            return ""
        aside = any(part.startswith((".", "__pycache__")) or part.endswith(ASIDE) for part in inside.parts)
        return inside.as_posix() if wanted and not aside else ""

    def _follow(self, name: str) -> None:
        """Watch a folder; one that was removed and came back is watched anew."""
        if name in self._watches:
            self._observer.unschedule(self._watches.pop(name))
        if (self.root / name).is_dir():
            self._watches[name] = self._observer.schedule(self, str(self.root / name), recursive=True)
