"""A content page: its place, address, front matter and text."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from investment_portal.characters import without_invisible
from investment_portal.content.merge_marks import merge_faults
from investment_portal.content.paths import is_usable
from investment_portal.content.text import LIST_MARK, Fault, Unreadable, decode, invisible_faults, read_bytes
from investment_portal.content.yaml_loader import load_text
from investment_portal.languages import LANGUAGES, Language, Sentence, language_path
from investment_portal.problems import Level, Problem
from investment_portal.value import Value

LAYOUT_FILE = "_frame.md"
FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
CODE = re.compile(
    r"^(?P<fence>```++|~~~++).*?^(?P=fence)|(?<!`)(?P<ticks>`++).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL | re.MULTILINE
)
"""Code: a run of signs ends at the next run of that length; runs are taken whole, so that a long one ends soon."""


class ContentPage(Value):
    """A page as staff wrote it; ``name`` is its file below ``docs/LANGUAGE``."""

    language: Language
    name: str
    text: str
    front: dict[str, Any]

    @property
    def file(self) -> str:
        """The file, relative to the portal."""
        return f"docs/{self.language}/{self.name}"

    @property
    def is_layout(self) -> bool:
        """Return whether this is the frame of a column of catalogue pages."""
        return posixpath.basename(self.name) == LAYOUT_FILE

    @property
    def address(self) -> str:
        """The page's address below the site's root: ``en/about/``."""
        stem = self.name.removesuffix(".md")
        stem = "" if stem == "index" else stem.removesuffix("/index")
        return language_path(self.language) + (f"{stem}/" if stem else "")

    @property
    def prose(self) -> str:
        """The text with its code blanked out, each sign still at its place."""
        return CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), self.text)

    def problem(self, rule: str, offset: int, sentence: Sentence, hint: Sentence) -> Problem:
        """Make a problem at a place in the text."""
        before = self.text[:offset]
        line, column = before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
        return Problem(self.file, line, column, rule, "", sentence, hint)


def read_pages(root: Path) -> tuple[list[ContentPage], list[Problem]]:
    """Read every page; one that cannot be read is a problem and is left out."""
    pages, problems = [], []
    for language in LANGUAGES:
        for path in _files(root / "docs" / language):
            file = path.relative_to(root).as_posix()
            try:
                text, front, faults = _parts(decode(read_bytes(path, root)))
            except Unreadable as error:
                text, front, faults = "", {}, error.faults
            problems += [
                Problem(file, fault.line, fault.column, fault.rule, "", fault.sentence, fault.hint, fault.level)
                for fault in faults
            ]
            if not any(fault.level is Level.ERROR for fault in faults):
                pages.append(ContentPage(language, path.relative_to(root / "docs" / language).as_posix(), text, front))
    return pages, problems


def _parts(typed: str) -> tuple[str, dict[str, Any], list[Fault]]:
    """Return the text of a page, its front matter, and the faults of both; line ends of Windows count as others."""
    conflicts, text = merge_faults(typed.replace("\r\n", "\n"), page=True)
    hidden = invisible_faults(text)
    front, faults = _front(without_invisible(text) if hidden else text)
    return text, front, [*conflicts, *hidden, *faults]


def _files(folder: Path) -> Iterator[Path]:
    """Yield the pages of a language; names that cannot be used are a problem of their own."""
    for path in sorted(folder.rglob("*.md")):
        if not path.name.startswith(".") and is_usable(path.relative_to(folder).as_posix()):
            yield path


def _front(text: str) -> tuple[dict[str, Any], list[Fault]]:
    match = FRONT.match(text)
    if match is None:
        return {}, []
    try:
        content = load_text(match[1])
    except Unreadable as error:
        return {}, [_lower(fault) for fault in error.faults]
    value = content.value if isinstance(content.value, dict) else {}
    return value, [_lower(fault) for fault in content.faults if fault.rule != LIST_MARK]


def _lower(fault: Fault) -> Fault:
    """Count the line of dashes above the front matter."""
    line = fault.line + 1 if fault.line else 0
    return Fault(fault.rule, fault.sentence, fault.hint, line, fault.column, fault.path, fault.level)
