"""``verify``: set the day of the last verification of records."""

import argparse

from investment_portal.cli.changed_records import add_diff, finish
from investment_portal.cli.command import Command, Run, add_date, today
from investment_portal.editing.acts import VERIFIED, verified
from investment_portal.editing.records import kinds_with, records_named
from investment_portal.languages import Language, Sentence

IDS = Sentence(
    "编号；重名时写“种类/编号”；只写种类（如 contact）即该类全部",
    "ids; KIND/ID where several have the same; a kind (as contact) stands for all its records",
)


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("ids", nargs="+", metavar="ID", help=IDS.in_(language))
    add_diff(parser, language)
    add_date(parser, language)


def run(call: Run) -> int:
    """Set the day in each record."""
    day = today(call)
    places = records_named(call.root, call.options.ids, kinds_with(VERIFIED))
    return finish(call, verified(call.root, places, day))


COMMAND = Command(
    "verify",
    Sentence("把记录的核实日期改为今天", "note that records were verified today"),
    options,
    run,
)
