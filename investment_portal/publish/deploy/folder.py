"""A folder of this machine, or of a file server, as a target."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from investment_portal.languages import Sentence
from investment_portal.publish.build_lock import locked
from investment_portal.publish.deploy.release import Release
from investment_portal.publish.deploy.state import CURRENT, RELEASES, STATE
from investment_portal.publish.deploy.target import TransferError
from investment_portal.publish.deploy.trees import Look, Parcel
from investment_portal.publish.manifest import MANIFEST

UNFINISHED = ".unfinished-"
"""The beginning of the name of a folder whose release is not complete."""

FILE_MODE, FOLDER_MODE = 0o644, 0o755
"""Permissions of published files: web servers run as another user, so all can read them, whatever the umask."""


class FolderHost:
    """A target in a folder."""

    def __init__(self, root: Path) -> None:
        """Take the folder; it need not exist."""
        self._root = root
        self.name = str(root)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Wait until no other deployment to this folder runs."""
        if self._root.exists() and not self._root.is_dir():
            raise TransferError(Sentence(f"“{self.name}”不是文件夹。", f"“{self.name}” is not a folder."))
        with _translated_errors(self.name):
            self._root.mkdir(parents=True, exist_ok=True)
        with locked(self._root), _translated_errors(self.name):
            yield

    def look(self) -> Look:
        """Return the state of the target."""
        with _translated_errors(self.name):
            names = {path.name for path in self._root.iterdir()} if self._root.exists() else set()
            state = (self._root / STATE).read_bytes() if STATE in names else b""
            releases = self._root / RELEASES
            trees = sorted(path.name for path in releases.iterdir()) if releases.is_dir() else []
            link = self._root / CURRENT
            current = Path(os.readlink(link)).name if link.is_symlink() else None  # noqa: PTH115 - also a dangling one
            whole = [tree for tree in trees if not tree.startswith(UNFINISHED)]
            return Look(not names, state, current if current in whole else None, whole)

    def manifest(self, tree: str) -> bytes:
        """Return the manifest of a release; nothing where it cannot be read."""
        with suppress(OSError):
            return (self._root / RELEASES / tree / MANIFEST).read_bytes()
        return b""

    def prepare(self, release: Release, parcel: Parcel, progress: Callable[[int, int], None]) -> None:
        """Make the folder of a release; it appears under its name only when it is complete."""
        self._clear()
        fresh = self._root / RELEASES / f"{UNFINISHED}{parcel.name}"
        base = self._root / RELEASES / parcel.base if parcel.base else None
        try:
            fresh.mkdir(parents=True)
            folders = {fresh}
            for path in parcel.keep:
                place = _place(fresh, path, folders)
                if not (base and _link(base / path, place)) and path in release.files:
                    _write(place, release.read(path))
            for done, path in enumerate(parcel.send):
                _write(_place(fresh, path, folders), release.read(path))
                progress(done + 1, len(parcel.send))
            for path, content in parcel.closing.items():
                _write(fresh / path, content)
            for folder in (self._root, self._root / RELEASES, fresh, *(Path(top) for top, _, _ in os.walk(fresh))):
                folder.chmod(FOLDER_MODE)
            fresh.rename(self._root / RELEASES / parcel.name)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise

    def carry(self, tree: str, source: str, paths: Sequence[str]) -> None:
        """Link files of one release into the folder of another that lacks them."""
        goal, base = self._root / RELEASES / tree, self._root / RELEASES / source
        for path in paths:
            if not (goal / path).exists() and (base / path).is_file():
                with suppress(FileExistsError, NotADirectoryError):
                    _link(base / path, _place(goal, path, set()))

    def remove(self, tree: str, paths: Sequence[str]) -> None:
        """Delete files of a release."""
        top = self._root / RELEASES / tree
        for path in paths:
            (top / path).unlink(missing_ok=True)
            with suppress(OSError):
                for folder in (top / path).parents:
                    if folder == top:
                        break
                    folder.rmdir()

    def save(self, state: bytes) -> None:
        """Write the state in one step."""
        self._root.mkdir(parents=True, exist_ok=True)
        fresh = self._root / f"{STATE}.new"
        fresh.write_bytes(state)
        fresh.replace(self._root / STATE)

    def switch(self, tree: str, before: str | None) -> bool:
        """Publish a release in one step; return False where another one than ``before`` is published meanwhile."""
        link, fresh = self._root / CURRENT, self._root / f".{CURRENT}-new"
        if link.exists() and not link.is_symlink():
            raise TransferError(
                Sentence(
                    f"“{link}”不是本程序建立的链接，没有改动。请移走后重新发布。",
                    f"“{link}” is not the link of a deployment and was not touched. Move it away, then deploy.",
                )
            )
        if self.look().current != before:
            return False
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path(RELEASES, tree), target_is_directory=True)
        fresh.replace(link)
        return True

    def discard(self, trees: Sequence[str]) -> None:
        """Delete folders of releases, and what stopped deployments left."""
        for tree in trees:
            shutil.rmtree(self._root / RELEASES / tree, ignore_errors=True)
        self._clear()

    def _clear(self) -> None:
        for path in (self._root / RELEASES).glob(f"{UNFINISHED}*"):
            shutil.rmtree(path, ignore_errors=True)


def _place(top: Path, path: str, folders: set[Path]) -> Path:
    place = top / path
    if place.parent not in folders:
        place.parent.mkdir(parents=True, exist_ok=True)
        folders.add(place.parent)
    return place


def _link(source: Path, place: Path) -> bool:
    """Link a file, or copy it where the file system has no links; return whether it was there."""
    try:
        os.link(source, place)
    except FileNotFoundError:
        return False
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        shutil.copyfile(source, place)
        place.chmod(FILE_MODE)
    return True


def _write(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    place.chmod(FILE_MODE)


@contextmanager
def _translated_errors(name: str) -> Iterator[None]:
    """Convert errors of the system into sentences."""
    try:
        yield
    except OSError as error:
        raise TransferError(_sentence(name, error)) from error


def _sentence(name: str, error: OSError) -> Sentence:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DISK_FULL
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Sentence(
            f"没有权限写入“{error.filename or name}”。线上网站没有变化。",
            f"“{error.filename or name}” may not be written. What readers see has not changed.",
        )
    why = error.strerror or str(error)
    return Sentence(
        f"写不进“{name}”：{why}。线上网站没有变化。",
        f"“{name}” cannot be written: {why}. What readers see has not changed.",
    )


DISK_FULL = Sentence(
    "目标磁盘已满，没有发布；线上网站没有变化。请腾出空间，或用 --keep 少留几个旧版本，再重新发布。",
    "The target's disk is full; nothing was published, what readers see has not changed. "
    "Free some space, or keep fewer releases with --keep, then deploy again.",
)
