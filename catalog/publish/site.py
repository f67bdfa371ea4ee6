"""A published site: which files stand in it, and how it comes to hold those of a new build.

What a build made differently is staged beside the target. Then the whole tree is staged, what did not change is linked,
and both are exchanged in one step. Only in a large site of which little changed, where linking would take longer than
all the rest, do the changed files go to their places one by one.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from catalog.publish.moves import decide, decided, in_order, make
from catalog.publish.swap import recover, swap
from catalog.publish.target import MARKED, MARKER, clear
from catalog.value import Value

SMALL = 1000
"""Files up to which a site is always exchanged as a whole."""

FEW = 500
"""Changed files of a larger site up to which they are always moved one by one: a pass of some milliseconds."""

PART = 20
"""And beyond that the part of its files: linking all the others would take many times as long."""

State = tuple[int, int]
"""How a file looks on disk: its size, and when it was last written."""


class Published(Value):
    """What a build wrote: how many files there are, and how many of them are new or changed."""

    files: int
    changed: int


class Manifest(Value):
    """How the files and folders of a site looked when it was published."""

    files: Mapping[str, State]
    folders: Mapping[str, int]


class Site:
    """The site at ``target``; what a stopped build left is finished or cleared first."""

    def __init__(self, target: Path, manifest: Manifest | None = None) -> None:
        """Look at what is there; without a manifest, at all of it."""
        target.parent.mkdir(parents=True, exist_ok=True)
        self.target, self.staged = target, target.with_name(f".{target.name}-staged")
        recover(target)
        left = decided(self.staged) if (self.staged / MARKER).is_file() else None
        if left:
            make(left, self.staged, target)
        clear(self.staged)
        self._known = manifest.files if manifest else {}
        self._folders: dict[str, int] = {}
        """Folders in which nothing has been put or dropped since they were last looked at."""
        self.intact: set[str] = set()
        """Files that are as the last build left them."""
        self.there: set[str] = set()
        """Files that stand in the target, by whomever written."""
        self._names: set[str] = set()
        self._changed: set[str] = set()
        if manifest is None:
            self.there = {name for name, _ in _files(target)}
        else:
            self._verify(manifest)

    @property
    def whole(self) -> bool:
        """Whether the site is just as the last build left it."""
        return bool(self._known) and len(self.intact) == len(self._known) and self.there == self.intact

    def _verify(self, manifest: Manifest) -> None:
        base = f"{self.target}/"
        for name, state in manifest.files.items():
            try:
                found = os.stat(base + name, follow_symlinks=False)  # noqa: PTH116 - ten thousand times
            except OSError:
                continue
            self.there.add(name)
            if (found.st_size, found.st_mtime_ns) == state:
                self.intact.add(name)
        for folder, written in manifest.folders.items():
            try:
                now = os.stat(base + folder, follow_symlinks=False).st_mtime_ns  # noqa: PTH116 - the same
            except OSError:
                continue
            if now == written:
                self._folders[folder] = written
            else:
                self.there |= {f"{folder}{name}" for name, _ in _files(self.target / folder)}

    def begin(self) -> None:
        """Make the staged folder, its marker first: what is stopped from here on, the next build may clear."""
        self.staged.mkdir(exist_ok=True)
        (self.staged / MARKER).write_bytes(MARKED.encode())

    def put(self, name: str, content: bytes) -> bool:
        """Stage a file unless it stands in the target as it is; say whether it differs."""
        if name in self.there and _same(self.target / name, content):
            return False
        path = self.staged / name
        try:
            path.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return True

    def publish(self, names: set[str], changed: set[str]) -> Published:
        """Bring the target to hold just ``names``, of which ``changed`` are staged; all others stay as they are."""
        names = names | {MARKER}
        gone = self.there - names
        if self.put(MARKER, MARKED.encode()):
            changed = changed | {MARKER}
        large = self.target.exists() and len(names) > SMALL
        if large and len(changed) + len(gone) <= max(FEW, len(names) // PART) and not _collide(changed, gone):
            moves = in_order(changed - self.there, changed & self.there, gone)
            if moves.put or moves.drop:
                decide(self.staged, moves)
                make(moves, self.staged, self.target)
            for name in changed | gone:
                self._touch(name)
        else:
            self._link(names - changed)
            swap(self.staged, self.target)
            self._folders.clear()
        self._names, self._changed = names, changed
        return Published(len(names), len(changed))

    def _touch(self, name: str) -> None:
        """Forget how the folders looked that a file lies in; one that was made or went changes the one above it."""
        while name:
            name = name.rpartition("/")[0]
            self._folders.pop(f"{name}/" if name else "", None)

    def _link(self, names: Iterable[str]) -> None:
        made: set[Path] = set()
        for name in names:
            old, new = self.target / name, self.staged / name
            if new.parent not in made:
                new.parent.mkdir(parents=True, exist_ok=True)
                made.add(new.parent)
            try:
                os.link(old, new)
            except OSError:
                shutil.copy2(old, new)

    def end(self) -> None:
        """Clear what is staged: what failed half-way, or the old site after an exchange."""
        clear(self.staged)

    def manifest(self) -> Manifest:
        """Tell how the files of the site look now."""
        files: dict[str, State] = {}
        base = f"{self.target}/"
        for name in sorted(self._names):
            if name in self.intact and name not in self._changed:
                files[name] = self._known[name]
            else:
                with suppress(OSError):
                    found = os.stat(base + name)  # noqa: PTH116 - the same
                    files[name] = (found.st_size, found.st_mtime_ns)
        folders = {name.rpartition("/")[0] + "/" if "/" in name else "" for name in files}
        return Manifest(files, {folder: self._written(folder) for folder in sorted(folders)})

    def _written(self, folder: str) -> int:
        known = self._folders.get(folder)
        return os.stat(f"{self.target}/{folder}").st_mtime_ns if known is None else known  # noqa: PTH116 - the same


def _files(folder: Path) -> Iterable[tuple[str, Path]]:
    for path in folder.rglob("*") if folder.is_dir() else ():
        if not path.is_dir() or path.is_symlink():
            yield path.relative_to(folder).as_posix(), path


def _same(path: Path, content: bytes) -> bool:
    try:
        return not path.is_symlink() and path.read_bytes() == content
    except OSError:
        return False


def _collide(changed: set[str], gone: set[str]) -> bool:
    """Say whether a folder must become a file or a file a folder, which cannot be done file by file."""
    return any(one.startswith(f"{other}/") for one in changed for other in gone) or any(
        other.startswith(f"{one}/") for one in changed for other in gone
    )
