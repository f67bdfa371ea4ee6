"""Today is an input: ``--date``, else ``SOURCE_DATE_EPOCH``, else the local date."""

import argparse
import os
from datetime import UTC, date, datetime

from catalog.languages import Language, Sentence

HELP = Sentence("按这一天计算（2026-01-31），默认为今天", "the day to reckon from (2026-01-31); default: today")


def add_date(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add ``--date``."""
    parser.add_argument("--date", type=date.fromisoformat, default=None, metavar="D", help=HELP.in_(language))


def today(options: argparse.Namespace) -> date:
    """Give the day that a run reckons from."""
    given: date | None = options.date
    if given:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()
