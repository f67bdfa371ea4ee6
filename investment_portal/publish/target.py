"""Where a site may be written: never over anything that was not made here."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from investment_portal.languages import Sentence
from investment_portal.refusals import OutputPathError

MARKER = ".portal-site"
"""A file at the top of each published site, by which the next build knows that it may replace the folder."""

CACHE, PREVIEW = ".cache", "serve"
"""The folder of the cache, and the one in it that holds the site of the preview."""

MARKED = "investment-portal writes this folder anew at every build; do not keep anything else in it.\n"


def refusal(target: Path, portal: Path, read: frozenset[str]) -> Sentence | None:
    """Return why a site must not be written to ``target``; ``read`` names the folders that the portal is read from."""
    return overlap(target, portal, read) or (None if is_ours(target) else _foreign(target))


def overlap(target: Path, portal: Path, read: frozenset[str]) -> Sentence | None:
    """Return why nothing must be written to ``target``: the portal's own content is there."""
    if portal.is_relative_to(target):
        return Sentence(
            f"网站不能输出到“{target}”：门户本身在里面。",
            f"The site cannot go to “{target}”: the portal is in it.",
        )
    parts = target.relative_to(portal).parts if target.is_relative_to(portal) else ("",)
    inside = parts[0]
    if inside == CACHE and parts[1:2] != (PREVIEW,):
        return Sentence(
            f"网站不能输出到“{inside}”里：那里是缓存，随时会清空。",
            f"The site cannot be written into “{inside}”: the cache is there, which is cleared at times.",
        )
    if inside in read:
        return Sentence(
            f"网站不能输出到“{inside}”里：那里是门户的内容。",
            f"The site cannot be written into “{inside}”: the portal's own content is there.",
        )
    return None


def _foreign(target: Path) -> Sentence:
    return Sentence(
        f"“{target}”里有别的内容，不能覆盖。请换一个新的或空的文件夹；确实不要了，先自行删除。",
        f"“{target}” holds something else, which a site must not replace. Choose a new or empty folder, "
        "or delete this one yourself.",
    )


def is_ours(folder: Path) -> bool:
    """Return whether a folder may be replaced: it is not there, it is empty, or it was made here."""
    if not folder.exists():
        return not folder.is_symlink()
    return folder.is_dir() and ((folder / MARKER).is_file() or not any(folder.iterdir()))


def clear(folder: Path) -> None:
    """Delete a folder that was made here, its marker last: a stop half-way leaves what the next build may clear.

    Folders that were made read-only are made writable first. Raise ``OutputPathError`` where something stays: the
    marker stays too, so that the next build clears the folder once that is gone.
    """
    if not is_ours(folder):
        raise FileExistsError(errno.EEXIST, "not made by investment-portal", str(folder))
    if not folder.exists():
        return
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            _make_writable(path)
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != MARKER:
            with suppress(OSError):
                path.unlink(missing_ok=True)
    remaining = next((path for path in folder.iterdir() if path.name != MARKER), None)
    if remaining:
        raise OutputPathError(
            Sentence(
                f"“{remaining}”删不掉，网站没有改动。请关闭占用它的程序或取得权限，自行删除后再生成。",
                f"“{remaining}” cannot be deleted; the site was not changed. Close the program that holds it or get "
                "the permission, delete it yourself, then build again.",
            )
        )
    shutil.rmtree(folder, ignore_errors=True)


def _make_writable(folder: Path) -> None:
    for parent, _, _ in os.walk(folder):
        with suppress(OSError):
            Path(parent).chmod(0o700)
