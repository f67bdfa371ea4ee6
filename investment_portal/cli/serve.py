"""``serve``: the site on this machine while its records are written."""

import argparse
import errno

from investment_portal.cli.command import DONE, Command, Misuse, Run, add_date, today
from investment_portal.languages import Language, Sentence
from investment_portal.preview.server import LOOPBACK
from investment_portal.preview.session import Session

PORT = Sentence("端口，默认 8000；0 表示任选一个空闲的", "port; default: 8000; 0 takes any free one")
USUAL, HIGHEST = 8000, 65535
ENDED = Sentence("已结束。", "Ended.")
RETRY = Sentence("结束占用它的程序，或用 --port 换一个。", "End what uses it, or choose another with --port.")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("--port", default=str(USUAL), metavar="N", help=PORT.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Serve until Ctrl-C."""
    port = _port(call.options.port)
    today(call)  # a date that cannot be read is refused before anything starts

    def print_sentence(sentence: Sentence) -> None:
        # Whoever reads the output through a pipe wants each line when it is said.
        print(sentence.in_(call.language), flush=True)

    try:
        session = Session(call.root, port, call.language, lambda: today(call), print_sentence)
    except OSError as error:
        raise _taken(port, error) from error
    try:
        session.open()
        session.run()
    except KeyboardInterrupt:
        call.print_sentence(ENDED)
    finally:
        session.close()
    return DONE


def _port(typed: str) -> int:
    if typed.isascii() and typed.isdigit() and int(typed) <= HIGHEST:
        return int(typed)
    raise Misuse(
        Sentence(
            f"--port 应为 0 到 {HIGHEST} 的整数，实际写的是“{typed}”。",
            f"--port is a whole number from 0 to {HIGHEST}; got “{typed}”.",
        )
    )


def _taken(port: int, error: OSError) -> Misuse:
    if error.errno == errno.EADDRINUSE:
        sentence = Sentence(f"端口 {port} 已被占用。", f"Port {port} is in use already. ")
    elif error.errno == errno.EACCES:
        sentence = Sentence(f"没有使用端口 {port} 的权限。", f"Port {port} needs rights that you do not have. ")
    else:
        sentence = Sentence(f"{LOOPBACK}:{port} 打不开（{error}）。", f"{LOOPBACK}:{port} cannot be opened ({error}). ")
    return Misuse(Sentence(sentence.zh + RETRY.zh, sentence.en + RETRY.en))


COMMAND = Command(
    "serve",
    Sentence(
        "在本机预览，保存即更新，问题显示在页面上",
        "preview on this machine: saves show at once, problems over the page",
    ),
    options,
    run,
)
