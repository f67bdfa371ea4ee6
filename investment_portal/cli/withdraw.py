"""``withdraw``: say of a record that it is no longer offered, since when and why; its page stays."""

import argparse

from investment_portal.cli.changed_records import add_diff, finish
from investment_portal.cli.command import Command, Run, add_date, today
from investment_portal.editing.acts import withdrawn
from investment_portal.editing.records import kinds_with, record_named
from investment_portal.languages import Language, Sentence

ID = Sentence("编号；重名时写“种类/编号”", "the id; KIND/ID where several have the same")
REASON = Sentence("原因，先中文后英文，各加引号", "the reason in Chinese, then in English, each in quotes")
SUCCESSOR = Sentence("接替它的记录的编号", "the id of the record that replaces it")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("id", metavar="ID", help=ID.in_(language))
    parser.add_argument("--reason", nargs=2, required=True, metavar=("ZH", "EN"), help=REASON.in_(language))
    parser.add_argument("--successor", default=None, metavar="ID", help=SUCCESSOR.in_(language))
    add_diff(parser, language)
    add_date(parser, language)


def run(call: Run) -> int:
    """Write the block ``withdrawn`` into the record."""
    day = today(call)
    place = record_named(call.root, call.options.id, kinds_with("withdrawn"))
    reason = Sentence(*call.options.reason)
    return finish(call, withdrawn(call.root, place, day, reason, call.options.successor))


COMMAND = Command(
    "withdraw",
    Sentence("撤回一条记录，页面保留并注明原因", "withdraw a record: its page stays and says why"),
    options,
    run,
)
