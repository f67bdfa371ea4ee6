"""The input files of a build and their digests, by their state on disk, or by their bytes where that is in doubt.

A file whose size, times and number are those of the last look is not opened. A file changed within the last moments is,
since a clock's tick may hide a second change; so is every file that a link leads to.
"""

import hashlib
import os
import stat
import sys
from bisect import bisect_left
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Any

from investment_portal.cache.checked_files import load, save

FOLDERS = ("contacts", "district", "docs", "overrides", "policies", "projects")
FILES = ("mkdocs.yml", "mkdocs.en.yml")
"""Entries at the top of a portal that go into its site."""

LEFT_OUT = frozenset({"__pycache__", ".git"})
"""Folders without input files."""

CODE = Path(__file__).parent.parent.parent
PACKAGES = ("investment_portal",)
"""Where our own code is, and its folders there."""

THEME, THEME_FOLDER = "theme", "investment_portal/theme"
"""The theme among the inputs, and its folder beside the code: it is an input, not code."""

WRITER = "inputs-2"
RECENT = 3 * 10**9
"""Nanoseconds in which a second change may leave the time stamp as it is; some file systems count by two seconds."""

State = tuple[int, int, int, int]
Seen = tuple[State | None, str]
"""How a file looked, unless that is not to be trusted, and the digest of its bytes."""


class Scan:
    """Every input file with its digest, by its path below the portal, or below the folder of our own code."""

    def __init__(self, root: Path, *, code: Path = CODE, last: dict[str, Seen] | None = None) -> None:
        """Scan all inputs; ``last`` is the last scan, if not that of the last build."""
        self._root, self._code = root, code
        self._place = root / ".cache" / "scan"
        self._now = _now(root)
        self._last: dict[str, Seen] = _recalled(self._place) if last is None else last
        self._seen: dict[str, Seen] = {}
        self.opened = 0
        """How many files had to be read."""
        for name in (*FILES, *FOLDERS):
            path = root / name
            if path.is_symlink():
                self._follow(str(path), name, (), ())
            elif path.is_dir():
                self._enter(str(path), name, (), ())
            elif path.exists():
                self._look(path, name, None)
        for name in PACKAGES:
            self._enter(str(code / name), name, (".py", ".yaml", ".js", ".css", ".html", ".typ"), ())
        self._enter(str(code / THEME_FOLDER), THEME, (), ())
        self.digests: dict[str, str] = {name: digest for name, (_, digest) in self._seen.items()}

    def keep(self) -> None:
        """Leave what was seen for the next build."""
        if self._seen != self._last:
            save(self._place, WRITER, self._seen)

    def holds(self) -> bool:
        """Return whether no input changed since the scan; a file saved during a build may be read in either state."""
        return Scan(self._root, code=self._code, last=self._seen).digests == self.digests

    def below(self, folder: str) -> dict[str, str]:
        """Return the files below a folder with their digests."""
        return {name: digest for name, digest in self.digests.items() if name.startswith(f"{folder}/")}

    def of_theme(self, *parts: str) -> str:
        """Return one digest of parts of the theme, such as ``words/zh``, and of what the portal overrides in them."""
        return self.digest(*(f"{top}/{part}" for part in parts for top in (THEME, "overrides")))

    def digest(self, *names: str) -> str:
        """Return one digest of several files and folders, of their names and bytes."""
        every = self._sorted
        if names:
            # What lies in a folder follows one another: "0" is the sign behind "/".
            bounds = [(bisect_left(every, (f"{name}/",)), bisect_left(every, (f"{name}0",))) for name in names]
            inside = [entry for start, end in bounds for entry in every[start:end]]
            every = [*((name, self.digests[name]) for name in names if name in self.digests), *inside]
        lines = [f"{name}\0{digest}" for name, digest in every]
        return hashlib.sha256("\n".join(lines).encode(errors="surrogateescape")).hexdigest()

    @cached_property
    def _sorted(self) -> list[tuple[str, str]]:
        return sorted(self.digests.items())

    def code(self) -> bytes:
        """Return 16 bytes that differ where the package, a library or Python differ."""
        return hashlib.sha256("\n".join([self.digest(*PACKAGES), *self.surroundings()]).encode()).digest()[:16]

    @staticmethod
    def surroundings() -> list[str]:
        """Return Python and every installed library by name and version."""
        places = [place for place in sys.path if place.endswith(("site-packages", "dist-packages"))]
        names = [name for place in places if os.path.isdir(place) for name in os.listdir(place)]  # noqa: PTH112, PTH208
        return [f"{sys.version} {sys.flags.optimize}", *sorted(name for name in names if name.endswith(".dist-info"))]

    def _enter(self, folder: str, name: str, endings: tuple[str, ...], above: tuple[str, ...]) -> None:
        try:
            with os.scandir(folder) as scanned:
                entries = sorted(scanned, key=attrgetter("name"))
        except OSError:
            return
        self._seen[f"{name}/"] = (None, "folder")
        for entry in entries:
            inside = f"{name}/{entry.name}"
            if entry.name in LEFT_OUT or inside == THEME_FOLDER:
                continue
            if entry.is_symlink():
                self._follow(entry.path, inside, endings, above)
            elif entry.is_dir(follow_symlinks=False):
                self._enter(entry.path, inside, endings, above)
            elif not endings or entry.name.endswith(endings):
                self._look(entry.path, inside, entry.stat(follow_symlinks=False))

    def _follow(self, path: str, name: str, endings: tuple[str, ...], above: tuple[str, ...]) -> None:
        """Resolve a link, and make its target part of the digest; targets outside the portal are not read."""
        real = os.path.realpath(path)
        inside = Path(real).is_dir()
        digest = "" if inside else _digest(path)
        self.opened += not inside
        self._seen[name] = (None, f"-> {real} {digest}")
        if inside and real not in above and self._is_inside(real):
            self._enter(path, name, endings, (*above, real))

    def _is_inside(self, real: str) -> bool:
        """Return whether a folder is inside the portal or the package; what leads out of both is refused later."""
        return any(real.startswith(f"{os.path.realpath(top)}{os.sep}") for top in (self._root, self._code))

    def _look(self, path: str | Path, name: str, status: os.stat_result | None) -> None:
        last, digest = self._last.get(name, (None, ""))
        state = _state(status) if status and stat.S_ISREG(status.st_mode) else None
        if state is None or state != last:
            digest = _digest(path)
            self.opened += 1
        settled = state is not None and max(state[1], state[2]) < self._now - RECENT
        self._seen[name] = (state if settled else None, digest)


def _recalled(place: Path) -> dict[str, Seen]:
    """Return the result of the last scan."""
    stored: dict[str, Any] = load(place, WRITER) or {}
    return {name: (tuple(state) if state else None, digest) for name, (state, digest) in stored.items()}


def _now(root: Path) -> int:
    """Return the time as the file system of the portal does, by which its files are dated."""
    mark = root / ".cache" / "now"
    try:
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
        return mark.stat().st_mtime_ns
    except OSError:
        return 0


def _state(status: os.stat_result) -> State:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def content_digest(content: bytes) -> str:
    """Return the digest of a file's bytes."""
    return hashlib.sha256(content).hexdigest()[:32]


def _digest(path: str | Path) -> str:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - the same
            return "no file"  # who would read a pipe may wait for ever
        with open(path, "rb") as file:  # noqa: PTH123 - half the time of Path.open, ten thousand times
            return content_digest(file.read())
    except OSError as error:
        return f"unreadable: {error.errno}"
