"""What a command is."""

import argparse
from collections.abc import Callable
from pathlib import Path

from catalog.languages import Language, Sentence
from catalog.value import Value

DONE, DATA_ERRORS, USAGE, BUG = 0, 1, 2, 3
INTERRUPTED = 130
"""What shells expect of a program that was stopped from the keyboard."""


class Misuse(Exception):  # noqa: N818 - it says how a command was used, and becomes an exit code
    """Ends a command that was called in a wrong way; the sentence says how."""

    def __init__(self, sentence: Sentence) -> None:
        """Carry the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


class Run(Value):
    """One call of a command: the portal's folder, the language of messages, and the options."""

    root: Path
    language: Language
    options: argparse.Namespace

    def say(self, sentence: Sentence) -> None:
        """Print a sentence in the language of the call."""
        print(sentence.in_(self.language))


class Command(Value):
    """A command: its name, one sentence about it, its options, and what it does (returns the exit code)."""

    name: str
    says: Sentence
    options: Callable[[argparse.ArgumentParser, Language], None]
    run: Callable[[Run], int]
