"""Files of a portal before and after a change, and how they are written."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from investment_portal.content.text import Unreadable, decode, read_bytes
from investment_portal.content.yaml_writer import BOM
from investment_portal.languages import Sentence
from investment_portal.refusals import RefusedError
from investment_portal.value import Value


class FileChange(Value):
    """A file with its text before and after; None stands for no file."""

    name: str
    before: str | None
    after: str | None


class UnreadableFileError(RefusedError):
    """A file that must be mended before it can be changed."""


def text_of(root: Path, name: str) -> str:
    """Return the text of a file as it stands, line ends and a byte order mark included.

    Raise ``UnreadableFileError``, with file and line, where it is no text.
    """
    try:
        raw = read_bytes(root / name, root)
        mark = BOM.encode()
        return BOM + decode(raw.removeprefix(mark)) if raw.startswith(mark) else decode(raw)
    except Unreadable as error:
        raise unreadable_file(name, error) from error


def unreadable_file(name: str, error: Unreadable) -> UnreadableFileError:
    """Return the error that a file cannot be changed, with its line and what is wrong."""
    place = f"{name}:{error.fault.line}" if error.fault.line else name
    zh, en = error.fault.sentence
    return UnreadableFileError(Sentence(f"{place}：{zh}", f"{place}: {en}"))


def write_files(root: Path, changes: Iterable[FileChange]) -> None:
    """Write the files, each in one step; raise ``OSError`` where one cannot be written."""
    for change in changes:
        path = root / change.name
        if change.after is None:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_text(change.after, "utf-8", newline="")
        if path.exists():
            fresh.chmod(path.stat().st_mode)
        fresh.replace(path)


def changed_lines(change: FileChange) -> Iterator[str]:
    """Yield the lines of a file that differ, with some around them, as ``diff -u`` writes them."""
    before, after = ((text or "").splitlines() for text in (change.before, change.after))
    yield from list(unified_diff(before, after, lineterm="", n=1))[2:]
