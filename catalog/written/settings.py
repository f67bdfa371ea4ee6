"""The settings of the pages can be read: those of MkDocs, and the words of the interface."""

from pathlib import Path

from catalog.languages import LANGUAGES, Sentence
from catalog.problems import Problem
from catalog.read.fault import Fault, Unreadable
from catalog.read.text import read_bytes
from catalog.show.words import word_files
from investment_portal.content.loader import load

FILES = ("mkdocs.yml", "mkdocs.en.yml")
MKDOCS_OWN = {"tag", "alias"}
"""What records may not hold but the settings of MkDocs may."""

NOT_SETTINGS = Sentence("文件内容应为“键: 值”。", "The file must hold keys and values.")


def settings_problems(root: Path) -> list[Problem]:
    """Find what keeps the settings of the pages from being read."""
    return [
        Problem(name, fault.line, fault.column, fault.rule, "", fault.sentence, fault.hint)
        for name in (*FILES, *_words(root))
        for fault in _faults(root / name, root)
    ]


def _words(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for language in LANGUAGES for path in word_files(root, language)]


def _faults(path: Path, root: Path) -> list[Fault]:
    try:
        content = load(read_bytes(path, root))
    except Unreadable as error:
        return [error.fault]
    found = [fault for fault in content.faults if fault.rule not in MKDOCS_OWN]
    if not isinstance(content.value, dict) and not found:
        found.append(Fault("not-a-record", NOT_SETTINGS, line=1, column=1))
    return found
