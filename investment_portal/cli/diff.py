"""``diff``: what changed in the catalogue since a revision, in words of both languages."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from investment_portal.cli.command import DONE, Command, Misuse, Run
from investment_portal.git import NoHistory
from investment_portal.history.change import ChangeForm
from investment_portal.history.diff import SETTINGS, Difference, Fate, commit_of, differences
from investment_portal.history.wording import Name, change_line, naming, title
from investment_portal.languages import LANGUAGES, Language, Sentence, other
from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.problem_reports import escape_markdown
from investment_portal.validation.record_reader import read_portal

FORMAT = Sentence("输出格式", "how to write the changes")
REVISION = Sentence("git 版本：提交、标签、分支，或 HEAD~5", "a revision of git: a commit, tag or branch, or HEAD~5")
CANNOT = Sentence("无法比较：{why}。", "Nothing to compare with: {why}.")
SINCE = Sentence("自 {revision} 以来的变动：", "Changes since {revision}:")
NOTHING_CHANGED = Sentence("记录没有变动。", "No record has changed.")
COUNT = Sentence("共 {count} 条记录有变动。", "Records that changed: {count}.")
NAMED = Sentence("{kind}“{name}”（{id}）：{fate}", "{kind} “{name}” ({id}): {fate}")
UNNAMED = Sentence("{kind} {id}：{fate}", "{kind} {id}: {fate}")
FORMERLY = Sentence("原编号 {former}", "formerly {former}")
VERIFIED = Sentence("核实日期改为 {day}：{count} 条记录", "last verified on {day}: {count} in all")
OF_KIND, SEPARATOR = Sentence("{kind}：{ids}", "{kind}: {ids}"), Sentence("、", ", ")
OF_SETTINGS = Sentence("网站设置", "settings")


class Line(NamedTuple):
    """A line of the report: its depth in the list of changes, and its text."""

    depth: int
    text: str


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("revision", metavar="REV", help=REVISION.in_(language))
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help=FORMAT.in_(language))


def run(call: Run) -> int:
    """Compare, and say it first in the language of the call, then in the other."""
    write = _in_markdown if call.options.format == "markdown" else in_text
    reports = changes_since(call.root, call.options.revision)
    print("\n\n".join(write(reports[language]) for language in (call.language, other(call.language))))
    return DONE


def changes_since(root: Path, revision: str) -> dict[Language, list[Line]]:
    """Return the changes of the records since a revision, in words of each language."""
    try:
        changed = list(differences(root, commit_of(root, revision)))
    except NoHistory as error:
        sentence = Sentence(*(CANNOT.in_(language).format(why=error.why.in_(language)) for language in LANGUAGES))
        raise Misuse(sentence) from error
    name = naming(read_portal(root).catalog)
    return {language: list(_lines(changed, revision, language, name)) for language in LANGUAGES}


def in_text(lines: Sequence[Line]) -> str:
    """Return a report as indented text."""
    return "\n".join("  " * line.depth + line.text for line in lines)


def _in_markdown(lines: Sequence[Line]) -> str:
    listed = (f"{'  ' * (line.depth - 1)}- {escape_markdown(line.text)}" for line in lines if line.depth)
    aside = (f"**{escape_markdown(line.text)}**" for line in lines if not line.depth)
    return "\n".join([next(aside), "", *listed, *("\n" + text for text in aside)])


def _lines(changed: Sequence[Difference], revision: str, language: Language, name: Name) -> Iterator[Line]:
    if not changed:
        yield Line(0, NOTHING_CHANGED.in_(language))
        return
    yield Line(0, SINCE.in_(language).format(revision=revision))
    for difference in changed:
        if difference.fate is not Fate.VERIFIED:
            yield from _record(difference, language, name)
    yield from _verifications(changed, language)
    yield Line(0, COUNT.in_(language).format(count=len(changed)))


def _verifications(changed: Sequence[Difference], language: Language) -> Iterator[Line]:
    """Yield a line for each new day of verification, with the records of each kind."""
    days: dict[str, dict[str, list[str]]] = {}
    for difference in changed:
        if difference.verified and isinstance(difference.record, Record):
            kinds = days.setdefault(str(difference.record.verified_on), {})
            kinds.setdefault(difference.kind, []).append(difference.id)
    for day, kinds in sorted(days.items()):
        yield Line(1, VERIFIED.in_(language).format(day=day, count=sum(map(len, kinds.values()))))
        for kind, ids in kinds.items():
            listed = SEPARATOR.in_(language).join(ids)
            yield Line(2, OF_KIND.in_(language).format(kind=KINDS[kind].label.in_(language), ids=listed))


def _record(difference: Difference, language: Language, name: Name) -> Iterator[Line]:
    label = OF_SETTINGS if difference.kind == SETTINGS else KINDS[difference.kind].label
    template = NAMED if difference.record is not None else UNNAMED
    called = title(difference.record).in_(language) if difference.record is not None else ""
    fate = difference.fate.value.in_(language)
    yield Line(1, template.in_(language).format(kind=label.in_(language), name=called, id=difference.id, fate=fate))
    if difference.fate is Fate.RENAMED:
        yield Line(2, FORMERLY.in_(language).format(former=difference.formerly))
    for change in difference.fields:
        line = change_line(change, language, name)
        yield Line(2, f"{line.sentence}")
        if line.form is ChangeForm.TEXT:
            yield from (Line(3, f"− {_single_line(text)}") for text in line.before)
            yield from (Line(3, f"+ {_single_line(text)}") for text in line.after)


def _single_line(text: str) -> str:
    return " ".join(text.split())


COMMAND = Command(
    "diff",
    Sentence("用文字说明自某个 git 版本以来记录的变动", "say in words what changed since a revision of git"),
    options,
    run,
)
