"""A published site: which files stand in it, and how it comes to hold those of a new build.

What a build made differently is staged beside the target. Then the whole tree is staged, what did not change is linked,
and both are exchanged in one step. Only in a large site of which little changed, where linking would take longer than
all the rest, do the changed files go to their places one by one.
"""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from investment_portal.cache.store import StoredOutput
from investment_portal.publish.manifest import sha256_of
from investment_portal.publish.moves import decide, decided, in_order, make
from investment_portal.publish.swap import recover, swap
from investment_portal.publish.target import MARKED, MARKER, clear
from investment_portal.refusals import OutputPathError
from investment_portal.value import Value

SMALL = 1000
"""Files up to which a site is always exchanged as a whole."""

FEW = 500
"""Changed files of a larger site up to which they are always moved one by one: a pass of some milliseconds."""

PART = 20
"""And beyond that the part of its files: linking all the others would take many times as long."""

UNKNOWN = "unknown"
"""In the place of the digest of a file that must be read."""


class Published(Value):
    """The result of publishing: how many files there are, and how many of them are new or changed."""

    files: int
    changed: int


class StagedFile(NamedTuple):
    """A file of the new site: its digest, size and time of writing; ``changed`` where it was written."""

    digest: str
    size: int
    written: int
    changed: bool = True


class Staging:
    """Stages files of a new site beside its target. It is plain data: several processes can stage files at once."""

    def __init__(self, target: str, staged: str) -> None:
        """Take the target and the folder beside it."""
        self._target, self._staged = target, staged
        self._folders: set[str] = set()

    def stage(self, path: str, content: bytes, last: str) -> StagedFile:
        """Stage a file, unless the target holds the same content.

        ``last`` is the digest of the file in the target, ``UNKNOWN`` where it must be read, empty where there is none.
        """
        digest = sha256_of(content)
        if last == digest:
            return StagedFile(digest, len(content), 0, changed=False)
        if last == UNKNOWN and _same(Path(self._target, path), content):
            status = os.stat(f"{self._target}/{path}")  # noqa: PTH116 - ten thousand times
            return StagedFile(digest, status.st_size, status.st_mtime_ns, changed=False)
        return StagedFile(digest, len(content), self._write(path, content))

    def _write(self, path: str, content: bytes) -> int:
        """Write a staged file; return its time of writing. A page takes one call for its folder and one for itself."""
        folder = path.rpartition("/")[0]
        if folder and folder not in self._folders:
            try:
                os.mkdir(f"{self._staged}/{folder}")  # noqa: PTH102 - half the time of Path.mkdir, ten thousand times
            except FileNotFoundError:
                self._make(folder)
            except FileExistsError:
                pass
            self._folders.add(folder)
        with open(f"{self._staged}/{path}", "wb", buffering=0) as file:  # noqa: PTH123 - the same
            view = memoryview(content)
            while view:
                view = view[file.write(view) :]
            return os.fstat(file.fileno()).st_mtime_ns

    def _make(self, folder: str) -> None:
        """Make a folder and those above it, but not the one for all of them: without its marker nothing could clear it.

        A worker may outlive the build that started it by a moment, and the next build clears what that one staged.
        """
        for name in reversed([folder, *_folders_of(folder)]):
            with suppress(FileExistsError):
                os.mkdir(f"{self._staged}/{name}")  # noqa: PTH102 - as above


class PublishedSite:
    """The site at ``target``, with the files and folders of the last build.

    The rest of a stopped build is finished or cleared first.
    """

    def __init__(self, target: Path, outputs: Mapping[str, StoredOutput], folders: Mapping[str, int]) -> None:
        """Look at the files that the last build left, or at all files where there was none."""
        target.parent.mkdir(parents=True, exist_ok=True)
        self.target, self.staged = target, target.with_name(f".{target.name}-staged")
        recover(target)
        moves = decided(self.staged) if (self.staged / MARKER).is_file() else None
        if moves:
            make(moves, self.staged, target)
        clear(self.staged)
        self.known, self.known_folders, self._folders = outputs, folders, dict(folders)
        self.intact: set[str] = set()
        """Files that are as the last build left them."""
        self.there: set[str] = set()
        """Files in the target, of any origin."""
        self.now: dict[str, StoredOutput] = {}
        """Files of the new site; those that are staged have their final looks."""
        self.changed: set[str] = set()
        self.staging = Staging(str(target), str(self.staged))
        if outputs:
            self._verify()
        else:
            self.there = set(_files(str(target)))

    @property
    def whole(self) -> bool:
        """Return whether the site is just as the last build left it."""
        return bool(self.known) and len(self.intact) == len(self.known) and self.there == self.intact

    def _verify(self) -> None:
        base = f"{self.target}/"
        for name, output in self.known.items():
            try:
                status = os.stat(base + name, follow_symlinks=False)  # noqa: PTH116 - ten thousand times
            except OSError:
                continue
            self.there.add(name)
            if status.st_size == output.size and status.st_mtime_ns == output.written:
                self.intact.add(name)
        for folder, written in list(self._folders.items()):
            try:
                now = os.stat(base + folder, follow_symlinks=False).st_mtime_ns  # noqa: PTH116 - the same
            except OSError:
                del self._folders[folder]
                continue
            if now != written:
                del self._folders[folder]
                self.there |= {f"{folder}{name}" for name in _files(base + folder)}

    def holds(self, path: str, key: str) -> bool:
        """Return whether the target has a file as it was made under this key."""
        return path in self.intact and self.known[path].key == key

    def keeps(self, path: str, key: str) -> bool:
        """Return whether the target has a file as it was made under this key; it then stays."""
        if not self.holds(path, key):
            return False
        self.now[path] = self.known[path]
        return True

    def begin(self) -> None:
        """Make the staged folder, its marker first: what is stopped from here on, the next build may clear.

        What an earlier attempt put into the site is forgotten.
        """
        self.now, self.changed, self.staging = {}, set(), Staging(str(self.target), str(self.staged))
        self.staged.mkdir(exist_ok=True)
        (self.staged / MARKER).write_bytes(MARKED.encode())

    def last(self, path: str) -> str:
        """Return the digest of a file in the target; ``UNKNOWN`` where it is not as the last build left it."""
        if path in self.intact:
            return self.known[path].digest
        return UNKNOWN if path in self.there else ""

    def put(self, path: str, key: str, content: bytes) -> None:
        """Stage a file, unless the target holds the same content."""
        self.enter(path, key, self.staging.stage(path, content, self.last(path)))

    def enter(self, path: str, key: str, file: StagedFile) -> None:
        """Enter a file that ``staging`` has staged."""
        if path in self.now:
            raise ValueError(f"{path} is written twice")
        written = file.written or self.known[path].written
        self.now[path] = StoredOutput(key, file.digest, file.size, written)
        if file.changed:
            self.changed.add(path)

    def read(self, path: str) -> bytes:
        """Return the content of a file of the new site."""
        return ((self.staged if path in self.changed else self.target) / path).read_bytes()

    def publish(self) -> Published:
        """Make the target hold just the files that were kept or put."""
        self.put(MARKER, "", MARKED.encode())
        names = self.now.keys()
        gone = self.there - names
        large = self.target.exists() and len(names) > SMALL
        few = len(self.changed) + len(gone) <= max(FEW, len(names) // PART)
        if large and few and not self._collide(gone):
            moves = in_order(self.changed - self.there, self.changed & self.there, gone)
            if moves.put or moves.drop:
                decide(self.staged, moves)
                make(moves, self.staged, self.target)
            for name in self.changed | gone:
                self._touch(name)
        elif self.changed or gone:
            self._link(names - self.changed)
            swap(self.staged, self.target)
            self._folders.clear()
        return Published(len(names), len(self.changed))

    def _collide(self, gone: Collection[str]) -> bool:
        """Return whether a folder must become a file or a file a folder, which cannot be done file by file.

        A folder that somebody replaced by a link to a folder counts as a file.
        """
        base = f"{self.target}/"
        return (
            any(folder in gone for name in self.changed for folder in _folders_of(name))
            or any(os.path.isdir(base + name) for name in self.changed)  # noqa: PTH112 - half the time of Path.is_dir
            or any(os.path.islink(base + name) for name in gone)  # noqa: PTH114 - the same
        )

    def _touch(self, name: str) -> None:
        """Drop the known state of the folders of a file; a folder that was made or deleted changes the one above it."""
        while name:
            name = name.rpartition("/")[0]
            self._folders.pop(f"{name}/" if name else "", None)

    def _link(self, names: Iterable[str]) -> None:
        created: set[Path] = set()
        for name in names:
            old, new = self.target / name, self.staged / name
            if new.parent not in created:
                new.parent.mkdir(parents=True, exist_ok=True)
                created.add(new.parent)
            try:
                os.link(old, new)
            except OSError:
                shutil.copy2(old, new)

    def end(self) -> None:
        """Clear the staging folder: an incomplete build, or the old site after an exchange.

        Where something in it cannot be deleted, the next build says so.
        """
        with suppress(OutputPathError):
            clear(self.staged)

    def folders(self) -> dict[str, int]:
        """Return the folders of the site with their times of change, after it was published."""
        names = {name.rpartition("/")[0] + "/" if "/" in name else "" for name in self.now}
        return {
            folder: self._folders[folder] if folder in self._folders else os.stat(f"{self.target}/{folder}").st_mtime_ns  # noqa: PTH116 - the same
            for folder in sorted(names)
        }


def _files(folder: str) -> Iterator[str]:
    """Yield the files below a folder by their paths from there; a link counts as a file."""
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from (f"{entry.name}/{name}" for name in _files(entry.path))
        else:
            yield entry.name


def _folders_of(name: str) -> Iterator[str]:
    """Yield the folders that a file lies in, the innermost first."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _same(path: Path, content: bytes) -> bool:
    with suppress(OSError):
        return not path.is_symlink() and path.read_bytes() == content
    return False
