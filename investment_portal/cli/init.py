"""``init``: a portal for another district, which builds at once."""

import argparse
import sys
from pathlib import Path
from typing import Any

from investment_portal.cli.command import DONE, Command, Misuse, Run, add_date, today
from investment_portal.languages import Language, Sentence
from investment_portal.starter.answers import QUESTIONS, PortalQuestion, WrongAnswer, answers, sectors
from investment_portal.starter.portal import portal_files

DIR = Sentence("新门户的文件夹，新的或空的", "folder of the new portal: a new or empty one")
YES = Sentence("不提问，没有给出的用默认值", "ask nothing: take the defaults of what is not given")
INTRO = Sentence("直接回车即采用方括号里的默认值。", "Enter takes the default in brackets.")
CHOICE = Sentence("可选产业：", "Sectors to choose from:")
VERSION_CONTROL = frozenset({".git", ".hg", ".svn"})


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=DIR.in_(language))
    for question in QUESTIONS:
        parser.add_argument(f"--{question.option}", default=None, metavar="TEXT", help=question.text.in_(language))
    parser.add_argument("--yes", action="store_true", help=YES.in_(language))
    add_date(parser, language)


def run(call: Run) -> int:
    """Write the files by the answers, and print the next steps."""
    folder: Path = call.options.folder.absolute()
    day = today(call)
    _require_empty(folder)
    new = answers(_values(call), day)
    count = 0
    try:
        for name, text in portal_files(new, call.language):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            count += 1
    except OSError as error:
        why = error.strerror or str(error)
        raise Misuse(Sentence(f"“{folder}”写不进去：{why}。", f"“{folder}” cannot be written: {why}.")) from error
    call.print_sentence(
        Sentence(
            f"{folder}：“{new.district.zh}”的新门户，{count} 个文件。",
            f"{folder}: a new portal of {new.district.en}, {count} files.",
        )
    )
    call.print_sentence(_next(call, folder))
    return DONE


def _require_empty(folder: Path) -> None:
    """Refuse a folder that holds anything but the files of version control."""
    if folder.is_dir():
        held = sorted(path.name for path in folder.iterdir() if path.name not in VERSION_CONTROL)
        if not held:
            return
        sentence = Sentence(
            f"“{folder}”里已有内容（{held[0]}），不能在这里新建门户。请换一个新的或空的文件夹。",
            f"“{folder}” holds something already ({held[0]}). Choose a new or empty folder.",
        )
        raise Misuse(sentence)
    if folder.exists() or folder.is_symlink():
        raise Misuse(Sentence(f"“{folder}”不是文件夹。", f"“{folder}” is not a folder."))


def _values(call: Run) -> dict[str, Any]:
    """Return the value of each question: from its option, from the terminal, or its default."""
    asks = not call.options.yes and sys.stdin.isatty() and sys.stdout.isatty()
    if asks:
        call.print_sentence(INTRO)
    values: dict[str, Any] = {}
    for question in QUESTIONS:
        answer = getattr(call.options, question.option.replace("-", "_"))
        if answer is None and asks:
            values[question.option] = _ask(call, question, question.default(values))
        else:
            values[question.option] = _checked(question, question.default(values) if answer is None else answer)
    return values


def _checked(question: PortalQuestion, answer: str) -> Any:
    """Return the value of an answer; refuse one that cannot be used."""
    try:
        return question.check(answer)
    except WrongAnswer as wrong:
        zh, en = wrong.sentence
        raise Misuse(Sentence(f"--{question.option}：{zh}", f"--{question.option}: {en}")) from wrong


def _ask(call: Run, question: PortalQuestion, default: str) -> Any:
    """Return the value of the first answer that can be used."""
    if question.option == "sectors":
        call.print_sentence(CHOICE)
        for id_, sector in sectors().items():
            print(f"  {id_:<12} {sector['name']['zh']} · {sector['name']['en']}")
    while True:
        try:
            typed = input(f"{question.text.in_(call.language)} [{default}]: ")
            return question.check(typed.strip() or default)
        except WrongAnswer as wrong:
            call.print_sentence(wrong.sentence)
        except EOFError:
            raise KeyboardInterrupt from None


def _next(call: Run, folder: Path) -> Sentence:
    """Return the next steps."""
    line = call.invocation.line
    check, serve = line("check", portal=folder), line("serve", portal=folder)
    new = line("new", "project", "my-project", portal=folder)
    return Sentence(
        f"下一步：\n  {serve}    预览\n  {new}    新建项目\n  {check}    检查\n其余见其中的 README.md。",
        f"Next:\n  {serve}    look at it\n  {new}    begin a project\n  {check}    check it\n"
        "Its README.md has the rest.",
    )


COMMAND = Command(
    "init",
    Sentence("为另一个地区新建一个门户", "make a portal for another district"),
    options,
    run,
)
