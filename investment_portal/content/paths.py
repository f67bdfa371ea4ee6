"""Names and kinds of the files of a portal, before any of them is opened."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from investment_portal.characters import INVISIBLE
from investment_portal.content.text import COPY, FORBIDDEN, Fault, Unreadable, check_file, check_inside, not_opened
from investment_portal.languages import Sentence
from investment_portal.problems import Problem

PUBLISHED = ("docs", "overrides")
"""Folders whose files all go into the site."""

DATA = ("projects", "policies", "contacts", "district")
"""Folders of records."""

RENAME = Sentence(
    "请改名，最好只用小写字母、数字和连字符；中文名乱码多因解压时编码不对。",
    "Rename it, best with small letters, digits and hyphens only; archives unpacked wrongly leave such names.",
)
CIRCLE = Sentence("链接又指回上级文件夹。", "The link leads back to a folder above it.")


UNUSABLE = re.compile(rf"{FORBIDDEN.pattern}|[\t\n\r{''.join(INVISIBLE)}]")


def is_usable(name: str) -> bool:
    """Return whether a name or path is UTF-8 without characters that cannot be seen."""
    return UNUSABLE.search(name) is None


def shown(name: str) -> str:
    r"""Return a name that can be printed: bytes that are not UTF-8 as ``\xb0``, control characters as ``\n``."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return UNUSABLE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def name_problem(path: str) -> Problem:
    """Return the problem of a file or folder that cannot be used by its name; ``path`` is relative to the portal."""
    name = shown(path.rpartition("/")[2])
    sentence = Sentence(
        f"文件名应为 UTF-8 编码、不含控制字符；实际是“{name}”。",
        f"A file name must be UTF-8 without control characters; got “{name}”.",
    )
    return Problem(shown(path), 0, 0, "file-name", "", sentence, RENAME)


def path_problems(root: Path) -> Iterator[Problem]:
    """Yield every name that cannot be used, and what below ``docs`` and ``overrides`` cannot be read or leads out.

    The folders of records are checked while they are read.
    """
    top = os.path.abspath(root)  # noqa: PTH100 - links stay as they are
    if not is_usable(top):
        sentence = Sentence(
            f"门户所在的路径应为 UTF-8 编码、不含控制字符；实际是“{shown(top)}”。",
            f"The path of the portal must be UTF-8 without control characters; got “{shown(top)}”.",
        )
        yield Problem(".", 0, 0, "file-name", "", sentence, RENAME)
    outside = [problem for folder in (*PUBLISHED, *DATA) for problem in _linked_outside(root, folder)]
    yield from outside
    closed = {problem.file for problem in outside}
    for folder in PUBLISHED:
        if folder not in closed:
            yield from _Walk(root).problems(folder, (os.path.realpath(root),))
    for parent, folders, files in os.walk(root / "district"):
        below = Path(parent).relative_to(root).as_posix()
        yield from (name_problem(f"{below}/{name}") for name in (*folders, *files) if not is_usable(name))


def _linked_outside(root: Path, folder: str) -> Iterator[Problem]:
    """Yield a problem for a folder of the portal, and each folder of records in it, that is a link out of the portal.

    The files in it are checked one by one; the listing alone would read folders of others.
    """
    below = sorted(path.name for path in root.joinpath(folder).glob("*") if path.is_symlink() and path.is_dir())
    for path in (folder, *(f"{folder}/{name}" for name in below if folder in DATA)):
        try:
            check_inside(root / path, root)
        except Unreadable as error:
            yield _problem(path, error.fault)
            return


class _Walk:
    """A walk through a folder and all that links inside it lead to, each folder once by a link."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._linked: set[str] = set()

    def problems(self, folder: str, above: tuple[str, ...]) -> Iterator[Problem]:
        """Yield the problems below a folder; ``above`` are the real paths of the folders that it stands in."""
        place = self._root / folder
        try:
            with os.scandir(place) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except FileNotFoundError:
            return
        except OSError as error:
            yield _problem(folder, not_opened(error, folder=True).fault)
            return
        above = (*above, os.path.realpath(place))
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if not is_usable(entry.name):
                yield name_problem(path)
            elif entry.is_dir(follow_symlinks=False):
                yield from self.problems(path, above)
            elif not entry.is_file(follow_symlinks=False):
                yield from self._other(path, above)

    def _other(self, path: str, above: tuple[str, ...]) -> Iterator[Problem]:
        """Yield the problems of a link, a pipe or a device."""
        place = self._root / path
        try:
            real = check_inside(place, self._root)
            if not os.path.isdir(place):  # noqa: PTH112 - raises nothing
                # Editors leave broken links under hidden names beside a file that is open.
                if os.path.exists(place) or not place.name.startswith("."):  # noqa: PTH110 - the same
                    check_file(place, self._root)
                return
        except Unreadable as error:
            yield _problem(path, error.fault)
            return
        if real in above:
            yield Problem(path, 0, 0, "unreadable", "", CIRCLE, COPY)
        elif real not in self._linked:
            self._linked.add(real)
            yield from self.problems(path, above)


def _problem(path: str, fault: Fault) -> Problem:
    return Problem(path, fault.line, fault.column, fault.rule, "", fault.sentence, fault.hint)
