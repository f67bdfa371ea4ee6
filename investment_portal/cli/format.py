"""``format``: put the files of records into the usual form."""

import argparse

from investment_portal.cli.changed_records import add_diff, finish
from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Run, add_date
from investment_portal.editing.format import formatted
from investment_portal.editing.records import record_places, records_named
from investment_portal.languages import Language, Sentence
from investment_portal.models.kinds import KINDS

IDS = Sentence("编号或种类；不写即全部", "ids or kinds; none for all")
CHECK = Sentence(
    "只列出还不合格式的文件，有则退出码为 1", "only list the files in another form; exit 1 where there are any"
)


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("ids", nargs="*", metavar="ID", help=IDS.in_(language))
    parser.add_argument("--check", action="store_true", help=CHECK.in_(language))
    add_diff(parser, language)
    add_date(parser, language)


def run(call: Run) -> int:
    """Format the files, or list them."""
    named, kinds = call.options.ids, list(KINDS)
    places = records_named(call.root, named, kinds) if named else list(record_places(call.root).values())
    changes = formatted(call.root, places)
    if not call.options.check:
        return finish(call, changes)
    for change in changes:
        print(change.name)
    return DATA_ERRORS if changes else DONE


COMMAND = Command(
    "format",
    Sentence(
        "整理记录文件：键按规定顺序，空格统一，注释保留",
        "put records in the usual form: order of keys, spacing; comments stay",
    ),
    options,
    run,
)
