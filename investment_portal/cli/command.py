"""A command, and its day: ``--date``, else ``SOURCE_DATE_EPOCH``, else now, each in the portal's own time zone."""

import argparse
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, tzinfo
from pathlib import Path

from investment_portal.cli.invocation import Invocation
from investment_portal.clock import day_now, day_of, zone_of
from investment_portal.languages import Language, Sentence
from investment_portal.value import Value

DONE, DATA_ERRORS, USAGE, BUG = 0, 1, 2, 3
INTERRUPTED = 130
"""The exit code that shells expect after a stop from the keyboard."""


class Misuse(Exception):  # noqa: N818 - it says how a command was used, and becomes an exit code
    """Ends a command that was called in a wrong way; the sentence says how."""

    def __init__(self, sentence: Sentence) -> None:
        """Carry the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


class Run(Value):
    """One call of a command: the portal's folder, the language of messages, the options, and how it was started."""

    root: Path
    language: Language
    options: argparse.Namespace
    invocation: Invocation

    def print_sentence(self, sentence: Sentence) -> None:
        """Print a sentence in the language of the call."""
        print(sentence.in_(self.language))

    def line(self, *words: str) -> str:
        """Return the line that runs another command on the same portal, as it works for this person."""
        return self.invocation.line(*words, portal=self.root)


@contextmanager
def writing(call: Run, count: int) -> Iterator[None]:
    """Print how many files were written; raise ``Misuse`` with the name of one that cannot be."""
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise Misuse(
            Sentence(
                f"“{error.filename}”写不进去：{why}。改好后再运行一次。",
                f"“{error.filename}” cannot be written: {why}. Mend that and run it again.",
            )
        ) from error
    call.print_sentence(Sentence(f"已写入 {count} 个文件。", f"Files written: {count}."))


class Command(Value):
    """A command: its name, one sentence about it, its options, and what it does (returns the exit code)."""

    name: str
    help: Sentence
    options: Callable[[argparse.ArgumentParser, Language], None]
    run: Callable[[Run], int]


HELP = Sentence("按这一天计算（2026-01-31），默认为今天", "the day to reckon from (2026-01-31); default: today")
EPOCH = re.compile("[0-9]{1,11}")


def add_date(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add ``--date``."""
    parser.add_argument("--date", default=None, metavar="D", help=HELP.in_(language))


def today(run: Run) -> date:
    """Return the day that a run reckons from."""
    if run.options.date is not None:
        return _day(run.options.date)
    epoch, zone = os.environ.get("SOURCE_DATE_EPOCH", ""), zone_of(run.root)
    return _of_epoch(epoch, zone) if epoch else day_now(zone)


def _day(typed: str) -> date:
    # Only this one form: fromisoformat would also take 20260131 and weeks.
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", typed):
        try:
            return date.fromisoformat(typed)
        except ValueError:
            pass
    raise Misuse(
        Sentence(f"--date 应写成 2026-01-31，实际写的是“{typed}”。", f"--date is written 2026-01-31; got “{typed}”.")
    )


def _of_epoch(typed: str, zone: tzinfo) -> date:
    try:
        if EPOCH.fullmatch(typed):
            return day_of(int(typed), zone)
    except (ValueError, OverflowError, OSError):
        pass
    raise Misuse(
        Sentence(
            f"环境变量 SOURCE_DATE_EPOCH 应为秒数，实际是“{typed}”。",
            f"SOURCE_DATE_EPOCH must be a number of seconds; got “{typed}”.",
        )
    )
