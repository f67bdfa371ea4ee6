"""Write a new record: as a file of its own, or at the end of the file of its kind."""

from pathlib import Path
from typing import Any

from investment_portal.content.careful_yaml import parse
from investment_portal.content.text import Unreadable, decode, read_bytes
from investment_portal.editing.scaffold.request import Refused
from investment_portal.languages import Sentence


def write_file(path: Path, root: Path, text: str) -> None:
    """Write a file that is not there yet, inside the portal."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.parent.resolve().is_relative_to(root.resolve()):
            name = path.parent.relative_to(root).as_posix()
            raise Refused(
                Sentence(f"“{name}”是指向门户目录之外的链接。", f"“{name}” is a link that leads out of the portal.")
            )
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        name = path.relative_to(root).as_posix()
        why = error.strerror or str(error)
        raise Refused(Sentence(f"“{name}”写不进去：{why}。", f"“{name}” cannot be written: {why}.")) from error


def append(path: Path, root: Path, snippet: str) -> bool:
    """Add a record at the end of a list, if the file then reads as before with this record added; say whether it did.

    Only bytes are added, so that all comments stay.
    """
    if not path.exists():
        write_file(path, root, snippet)
        return True
    try:
        raw = read_bytes(path, root)
        before = _value(raw)
        end = b"\r\n" if b"\r\n" in raw else b"\n"
        addition = (b"" if raw.endswith(b"\n") or not raw else end) + snippet.encode().replace(b"\n", end)
        after = _value(raw + addition)
    except Unreadable:
        return False
    added = _value(snippet.encode())
    if not isinstance(before, dict) or after != {**before, **added}:
        return False
    try:
        with path.open("ab") as file:
            file.write(addition)
    except OSError:
        return False
    return True


def _value(raw: bytes) -> Any:
    return parse(decode(raw)).value
