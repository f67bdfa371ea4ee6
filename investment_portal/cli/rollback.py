"""``rollback``: publish again what was published before."""

import argparse
import sys
import time

from investment_portal.cli.command import DATA_ERRORS, DONE, Command, Run
from investment_portal.cli.deploy import TARGET, add_ssh, summary
from investment_portal.languages import Language, Sentence
from investment_portal.publish.deploy.address import open_target
from investment_portal.publish.deploy.target import DeployOptions, TransferError

RELEASE = Sentence("版本编号或其开头几位，默认为上一个", "the release, or its first digits; default: the one before")
LIST = Sentence("只列出保留的版本", "only list the releases that are kept")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("target", metavar="TARGET", help=TARGET.in_(language))
    parser.add_argument("release", nargs="?", default=None, metavar="RELEASE", help=RELEASE.in_(language))
    parser.add_argument("--list", action="store_true", help=LIST.in_(language))
    add_ssh(parser, language)


def run(call: Run) -> int:
    """Go back, and say to which release; or list what there is."""
    start = time.perf_counter()
    try:
        target = open_target(call.options.target, call.options.ssh)
        if call.options.list:
            releases, current = target.releases()
            for known in reversed(releases):
                mark = "*" if known.id == current else " "
                call.print_sentence(
                    Sentence(
                        f"{mark} {known.id}  {known.time:%Y-%m-%d %H:%M} UTC  {known.files} 个文件",
                        f"{mark} {known.id}  {known.time:%Y-%m-%d %H:%M} UTC  {known.files} files",
                    )
                )
            return DONE
        call.print_sentence(
            summary(target.rollback(call.options.release, DeployOptions()), time.perf_counter() - start)
        )
    except TransferError as error:
        print(error.sentence.in_(call.language), file=sys.stderr)
        return DATA_ERRORS
    return DONE


COMMAND = Command("rollback", Sentence("退回之前发布的版本", "publish a release before again"), options, run)
