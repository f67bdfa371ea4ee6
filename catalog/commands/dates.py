"""Today is an input: ``--date``, else ``SOURCE_DATE_EPOCH``, else the local date."""

import argparse
import os
import re
from datetime import UTC, date, datetime

from catalog.commands.command import Misuse
from catalog.languages import Language, Sentence

HELP = Sentence("按这一天计算（2026-01-31），默认为今天", "the day to reckon from (2026-01-31); default: today")
EPOCH = re.compile("[0-9]{1,11}")


def add_date(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add ``--date``."""
    parser.add_argument("--date", default=None, metavar="D", help=HELP.in_(language))


def today(options: argparse.Namespace) -> date:
    """Give the day that a run reckons from."""
    if options.date is not None:
        return _day(options.date)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        return _of_epoch(epoch)
    return datetime.now().astimezone().date()


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


def _of_epoch(typed: str) -> date:
    try:
        if EPOCH.fullmatch(typed):
            return datetime.fromtimestamp(int(typed), UTC).date()
    except (ValueError, OverflowError, OSError):
        pass
    raise Misuse(
        Sentence(
            f"环境变量 SOURCE_DATE_EPOCH 应为秒数，实际是“{typed}”。",
            f"SOURCE_DATE_EPOCH must be a number of seconds; got “{typed}”.",
        )
    )
