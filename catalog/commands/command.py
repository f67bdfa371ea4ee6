"""What a command is."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from catalog.languages import Language, Sentence

DONE, DATA_ERRORS, USAGE, BUG = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Run:
    """One call of a command: the portal's folder, the language of messages, and the options."""

    root: Path
    language: Language
    options: argparse.Namespace

    def say(self, sentence: Sentence) -> None:
        """Print a sentence in the language of the call."""
        print(sentence.in_(self.language))


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, one sentence about it, its options, and what it does (returns the exit code)."""

    name: str
    says: Sentence
    options: Callable[[argparse.ArgumentParser, Language], None]
    run: Callable[[Run], int]
