"""Run a command: find it, run it, and turn its end into an exit code."""

import argparse
import errno
import gc
import io
import locale
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from investment_portal.cli.command import BUG, DATA_ERRORS, DONE, INTERRUPTED, USAGE, Command, Misuse, Run
from investment_portal.cli.invocation import INSTALLED, Invocation
from investment_portal.languages import LANGUAGES, Language, Sentence
from investment_portal.refusals import RefusedError, RegistryError
from investment_portal.version import PACKAGE, version

NAMES: tuple[str, ...] = (
    *("check", "build", "serve", "new", "verify", "withdraw", "rename", "format", "export", "import", "translate"),
    *("schema", "status", "diff", "accessibility", "preview", "deploy", "rollback", "verify-site", "pack", "init"),
    *("upgrade", "mcp"),
)
"""The commands, in the order in which help lists them."""

MODULES = {"import": "import_workbook"}
"""Modules of commands whose name no module can have."""


def command(name: str) -> Command:
    """Return a command; only now is its module imported, so that no command waits for what another needs."""
    module = MODULES.get(name, name.replace("-", "_"))
    module_command: Command = import_module(f"investment_portal.cli.{module}").COMMAND
    return module_command


ABOUT = Sentence(
    "投资促进门户生成器：把 YAML 记录变成中英文网站。",
    "Investment portal generator: YAML records in, a Chinese and English site out.",
)
MORE = Sentence("每个命令都可以加 --help 查看说明。", "Every command explains itself with --help.")
LANG = Sentence("提示信息的语言", "language of messages")
PORTAL = Sentence("门户所在目录", "folder of the portal")
VERSION = Sentence("显示版本号", "print the version")
OUR_BUG = Sentence(
    "程序内部出错，这不是您的数据问题。请把以上信息发给开发者。",
    "The generator itself failed; this is not a mistake in your data. Please send the lines above to the developers.",
)
WRONG_CODE = Sentence(
    "生成器的代码有误，不是您的数据问题；网站没有改动：",
    "The generator's code has a mistake, not your data; the site was not changed:",
)
STOPPED = Sentence("已中断，网站没有改动。", "Interrupted; the site was not changed.")


LOOKS = (2_000_000, 20, 100)
"""How seldom Python looks for objects that hold each other alone: there are few, among a million that stay.

A build of one changed record ends before the first look.
"""

TOO_LONG = Sentence("路径太长", "This path is too long")
SHOWN = 60
"""Signs that are shown of it."""

NO_PORTAL = Sentence("门户所在目录不存在", "There is no such folder")


def run(portal: Path | None = None) -> NoReturn:
    """Run the command line of this process, for the portal in the current folder unless another is given, and exit."""
    code = main(sys.argv[1:], portal or Path.cwd(), program=sys.argv[0])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # all is said and kept: to take a million objects apart takes half a second


def main(arguments: Sequence[str], portal: Path, program: str = INSTALLED) -> int:
    """Run one command line for the portal in a folder and return the exit code; ``program`` is ``sys.argv[0]``."""
    _replace_unprintable()
    gc.set_threshold(*LOOKS)
    language = message_language(arguments)
    try:
        return _parse_and_run(arguments, portal, language, program)
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        print(f"{TOO_LONG.in_(language)}: {str(error.filename)[:SHOWN]}…", file=sys.stderr)
        return USAGE
    except RegistryError as error:
        print(WRONG_CODE.in_(language), error.sentence.in_(language), sep="\n", file=sys.stderr)
        return BUG


def _parse_and_run(arguments: Sequence[str], portal: Path, language: Language, program: str) -> int:
    invocation = Invocation(program, portal)
    parser = _parser(language, portal, command_argument(arguments), invocation.name)
    if not arguments:
        print(parser.format_help())
        return DONE
    try:
        options = parser.parse_args(arguments)
    except SystemExit as end:
        return USAGE if end.code else DONE
    if options.command is None:
        print(parser.format_help())
        return USAGE
    return _run(options, language, invocation)


def _run(options: argparse.Namespace, language: Language, invocation: Invocation) -> int:
    root = Path(options.portal).resolve()
    if not root.is_dir():
        print(f"{NO_PORTAL.in_(language)}: {root}", file=sys.stderr)
        return USAGE
    try:
        done: int = options.run(Run(root, language, options, invocation))
        sys.stdout.flush()
    except (Misuse, RefusedError) as error:
        print(error.sentence.in_(language), file=sys.stderr)
        return USAGE
    except RegistryError:
        raise
    except KeyboardInterrupt:
        print(STOPPED.in_(language), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; what is still in the buffer must not fail at the interpreter's end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DATA_ERRORS
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            raise
        traceback.print_exc()
        print(OUR_BUG.in_(language), file=sys.stderr)
        return BUG
    return done


def _replace_unprintable() -> None:
    """Show a replacement where a terminal lacks a sign."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def message_language(arguments: Sequence[str]) -> Language:
    """Choose the language of messages before options can be parsed: ``--lang``, else the locale, else Chinese."""
    for argument, following in zip(arguments, (*arguments, "")[1:], strict=True):
        wanted = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and wanted in LANGUAGES:
            return "en" if wanted == "en" else "zh"
    name = (
        os.environ.get("LC_ALL")
        or os.environ.get("LC_MESSAGES")
        or os.environ.get("LANG")
        or locale.getlocale()[0]
        or ""
    )
    return "en" if name.lower().startswith("en") else "zh"


def command_argument(arguments: Sequence[str]) -> Sequence[str]:
    """Return the command that is asked for, where one is; else all of them, which help and errors list."""
    remaining = list(arguments)
    while remaining and remaining[0].startswith("-"):
        named = remaining.pop(0)
        if named in {"--lang", "--portal"} and remaining:
            remaining.pop(0)
    return remaining[:1] if remaining and remaining[0] in NAMES else NAMES


class ShowVersion(argparse.Action):
    """Prints the version and ends the run; it is looked up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print it."""
        print(PACKAGE, version())
        parser.exit()


def _parser(language: Language, portal: Path, names: Sequence[str], program: str) -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, help=LANG.in_(language))
    shared.add_argument("--portal", default=str(portal), metavar="DIR", help=PORTAL.in_(language))
    parser = argparse.ArgumentParser(
        prog=program,
        description=ABOUT.in_(language),
        epilog=MORE.in_(language),
        parents=[shared],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=ShowVersion, nargs=0, help=VERSION.in_(language))
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(metavar="COMMAND")
    for command_ in (command(name) for name in names):
        subparser = commands.add_parser(
            command_.name, help=command_.help.in_(language), description=command_.help.in_(language), allow_abbrev=False
        )
        subparser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=LANG.in_(language))
        subparser.add_argument("--portal", default=argparse.SUPPRESS, metavar="DIR", help=PORTAL.in_(language))
        command_.options(subparser, language)
        subparser.set_defaults(command=command_.name, run=command_.run)
    return parser
