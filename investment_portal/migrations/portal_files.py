"""The files of a portal as migrations change them: in memory, with comments and order kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from investment_portal.content.text import Unreadable, decode, read_bytes, unreadable
from investment_portal.content.yaml_loader import load_with_places
from investment_portal.content.yaml_writer import rename_key
from investment_portal.editing.files import FileChange
from investment_portal.languages import Sentence


class PortalFiles:
    """The text files of a portal; what is written stays in memory until somebody writes ``changes``.

    Reading raises ``Unreadable``, with the file's name, where a file is no text in UTF-8 or no YAML.
    """

    def __init__(self, root: Path) -> None:
        """Take the folder of the portal."""
        self._root = root
        self._before: dict[str, str | None] = {}
        self._after: dict[str, str | None] = {}

    def names(self, pattern: str) -> list[str]:
        """Return the files that match a pattern such as ``projects/*.yaml``, sorted."""
        present = {path.relative_to(self._root).as_posix() for path in self._root.glob(pattern) if path.is_file()}
        return sorted(name for name in present if self.text(name) is not None)

    def text(self, name: str) -> str | None:
        """Return the text of a file as it is now; None where there is none."""
        if name not in self._after:
            path = self._root / name
            with _named(name):
                text = decode(read_bytes(path, self._root)) if path.is_file() else None
            self._before[name] = self._after[name] = text
        return self._after[name]

    def write(self, name: str, text: str | None) -> None:
        """Set the text of a file; None deletes it."""
        self.text(name)
        self._after[name] = text

    def rename_key(self, pattern: str, *path: str, to: str) -> None:
        """Rename a key, given by the way to it, in all files of a pattern; its value and all else stay as they are."""
        for name in self.names(pattern):
            text = self.text(name) or ""
            with _named(name):
                place = load_with_places(text.encode()).keys.get(path)
            if place:
                self.write(name, rename_key(text, path, to))

    @property
    def changes(self) -> Iterator[FileChange]:
        """The files that differ from those of the portal, sorted."""
        for name in sorted(self._after):
            if self._before[name] != self._after[name]:
                yield FileChange(name, self._before[name], self._after[name])


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Add the name of a file, and the line, to what is wrong with it."""
    try:
        yield
    except Unreadable as error:
        fault = error.fault
        place = f"{name}:{fault.line}" if fault.line else name
        zh, en = fault.sentence
        raise unreadable(fault.rule, Sentence(f"{place}：{zh}", f"{place}: {en}")) from error
