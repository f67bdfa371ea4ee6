"""The template files of a portal's pages: their texts, a digest of all, and faults with file and line."""

import hashlib
from bisect import bisect_left
from fnmatch import fnmatchcase
from pathlib import Path

from investment_portal.content.theme_files import OVERRIDES, shown_path, theme_files
from investment_portal.languages import Language, Sentence


class TemplateFault(Exception):  # noqa: N818 - the word that all reports use
    """A template that cannot be compiled or rendered."""

    def __init__(self, file: str, line: int, reason: str | Sentence) -> None:
        """Store the place, relative to the portal, and the reason; a message of Jinja is in one language."""
        super().__init__(file, line, reason)
        self.file, self.line = file, line
        self.reason = Sentence(reason, reason) if isinstance(reason, str) else Sentence(*reason)

    def __str__(self) -> str:
        """Return the fault as ``FILE:LINE: REASON``."""
        return self.in_("en")

    def in_(self, language: Language) -> str:
        """Return the fault as ``FILE:LINE: REASON`` in a language."""
        return f"{self.file}:{self.line}: {self.reason.in_(language)}"


PART = "pages"
SUFFIXES = frozenset({".html", ".svg"})


class Sources:
    """All template files of the theme's folder ``pages``, or of the portal's overrides in their place, read once.

    A page's template is composed of several files. Its lines are numbered through all files, in the order of their
    names, so that a line number leads to file and line. Numbers begin above the length of the longest file: a smaller
    number is a line of the file in question, not yet renumbered.
    """

    def __init__(self, root: Path) -> None:
        """Read the files of the portal at ``root``."""
        self.texts: dict[str, str] = {}
        self._files: dict[str, str] = {}
        content = hashlib.blake2b(digest_size=16)
        for name, path in theme_files(root, PART).items():
            if path.suffix not in SUFFIXES:
                continue
            self._files[name] = shown_path(path, root)
            data = path.read_bytes()
            content.update(f"{name}\0{len(data)}\0".encode())
            content.update(data)
            try:
                self.texts[name] = data.decode()
            except UnicodeDecodeError as error:
                line = data.count(b"\n", 0, error.start) + 1
                raise TemplateFault(self.file(name), line, "the file is not UTF-8") from error
        self.digest = content.digest()
        """Digest of the names and bytes of all files."""
        lengths = [text.count("\n") + 2 for text in self.texts.values()]
        start = max(lengths, default=0)
        self._starts: list[int] = []
        for length in lengths:
            self._starts.append(start)
            start += length
        self._names = list(self.texts)
        self._start = dict(zip(self._names, self._starts, strict=True))

    def matching(self, pattern: str) -> list[str]:
        """Return the names that match a pattern such as ``components/*.html``, sorted."""
        return [name for name in self._names if fnmatchcase(name, pattern)]

    def start(self, name: str) -> int:
        """Return the number before that of a file's first line; 0 for any other text."""
        return self._start.get(name, 0)

    def place(self, name: str, number: int) -> tuple[str, int]:
        """Return file and line of a number met in the template ``name``."""
        index = bisect_left(self._starts, number) - 1
        if index >= 0:
            name, number = self._names[index], number - self._starts[index]
        return self.file(name), number

    def file(self, name: str) -> str:
        """Return the path of a template for messages; of one that is missing, where the portal can have its own."""
        return self._files.get(name, f"{OVERRIDES}/{PART}/{name}")
