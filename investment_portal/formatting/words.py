"""Interface words of a language: those of the theme, or the portal's own words in their place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from investment_portal.content.paths import is_usable
from investment_portal.content.text import read_bytes
from investment_portal.content.theme_files import OVERRIDES, THEME
from investment_portal.content.yaml_loader import load
from investment_portal.languages import Language, Sentence
from investment_portal.problems import did_you_mean
from investment_portal.refusals import RegistryError

PART = "words"

SYNONYM = "synonym"
"""Prefix of the names of groups of synonyms of the search; a portal may add groups."""


class Words(dict[str, str]):
    """Words by name; a missing one is a mistake in the code, reported with its name."""

    def __init__(self, language: Language, entries: Mapping[str, str]) -> None:
        """Hold the words of one language."""
        super().__init__(entries)
        self.language = language
        self._groups: dict[str, dict[str, str]] = {}

    def __missing__(self, name: str) -> str:
        """Report a missing word."""
        raise RegistryError(_missing(name, self.language, self))

    def __call__(self, name: str, /, **values: object) -> str:
        """Return a sentence with its gaps filled: ``words("about", sum="10")``."""
        return self[name].format(**values)

    def group(self, name: str) -> dict[str, str]:
        """Return the words that belong together for a script: ``NAME_empty`` as ``empty``."""
        start = f"{name}_"
        if name not in self._groups:
            self._groups[name] = {key.removeprefix(start): word for key, word in self.items() if key.startswith(start)}
        return dict(self._groups[name])

    def count(self, name: str, count: int) -> str:
        """Return a sentence about a number of things: ``NAME_one`` for exactly one, where the language has it."""
        chosen = f"{name}_one" if count == 1 and f"{name}_one" in self else name
        return self(chosen, count=count)


def _missing(name: str, language: Language, known: Iterable[str]) -> Sentence:
    """Return the message that the theme lacks a word, with the closest one."""
    folder, hint = f"investment_portal/theme/words/{language}", did_you_mean(name, known)
    return Sentence(
        f"主题没有名为“{name}”的文字（{language}）。请写进 {folder} 里的文件，其他语言同样要写。{hint.zh}",
        f"The theme has no word “{name}” in {language}. Write it in a file of {folder}, and in every other language. "
        f"{hint.en}".strip(),
    )


def word_files(root: Path, language: Language) -> list[Path]:
    """Return the files with a portal's own words; each holds only those that differ from the theme."""
    paths = sorted((root / OVERRIDES / PART / language).glob("*.yaml"))
    return [path for path in paths if is_usable(path.name)]


def theme_words(language: Language, file: str = "*.yaml") -> dict[str, str]:
    """Return the words of the theme by name, all or those of one file."""
    return _read(sorted((THEME / PART / language).glob(file)), THEME)


def read_words(root: Path, language: Language, file: str = "*.yaml") -> Words:
    """Read the words of a language, or those of one file of the theme; every value is text."""
    return Words(language, theme_words(language, file) | _read(word_files(root, language), root))


def present_name(name: str) -> str:
    """Return the present name of a word; files of a portal may still have the former one."""
    return re.sub(r"_desk$", "_contact", re.sub(r"^brief_", "enquiry_", name))


def _read(paths: Sequence[Path], root: Path) -> dict[str, str]:
    """Read files of words. The check reports files without words, and words that occur twice."""
    entries: dict[str, str] = {}
    for path in paths:
        words = load(read_bytes(path, root)).value
        if isinstance(words, dict):
            entries |= {present_name(str(name)): str(word) for name, word in words.items()}
    return entries
