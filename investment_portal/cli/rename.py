"""``rename``: give a record another id, everywhere."""

import argparse

from investment_portal.cli.changed_records import add_diff, finish
from investment_portal.cli.command import Command, Misuse, Run, add_date
from investment_portal.editing.rename import renamed
from investment_portal.editing.scaffold.request import Refused, kind_named
from investment_portal.languages import Language, Sentence
from investment_portal.models.kinds import KINDS

KIND = Sentence(f"记录种类：{'、'.join(KINDS)}", f"kind of record: {', '.join(KINDS)}")
OLD, NEW = Sentence("现在的编号", "its id now"), Sentence("新编号", "its new id")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("kind", metavar="KIND", help=KIND.in_(language))
    parser.add_argument("old", metavar="OLD", help=OLD.in_(language))
    parser.add_argument("new", metavar="NEW", help=NEW.in_(language))
    add_diff(parser, language)
    add_date(parser, language)


def run(call: Run) -> int:
    """Rename the record, and what refers to it."""
    try:
        kind = kind_named(call.options.kind)
    except Refused as refused:
        raise Misuse(refused.sentence) from refused
    return finish(call, renamed(call.root, kind, call.options.old, call.options.new))


COMMAND = Command(
    "rename",
    Sentence(
        "改一条记录的编号，引用和链接一并改，旧网址转到新网址", "give a record another id: references and links follow"
    ),
    options,
    run,
)
