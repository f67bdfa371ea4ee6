"""``diff``: what changed in the catalogue since a revision, in words of both languages."""

import argparse
from collections.abc import Iterator, Sequence

from investment_portal.cli.command import DONE, Command, Misuse, Run
from investment_portal.git import NoHistory
from investment_portal.history.change import ChangeForm
from investment_portal.history.diff import SETTINGS, Difference, Fate, commit_of, differences
from investment_portal.history.wording import Name, naming, tell, title
from investment_portal.languages import LANGUAGES, Language, Sentence, other
from investment_portal.models.kinds import KINDS
from investment_portal.validation.reading import read_portal

REVISION = Sentence("git 版本：提交、标签、分支，或 HEAD~5", "a revision of git: a commit, tag or branch, or HEAD~5")
CANNOT = Sentence("无法比较：{why}。", "Nothing to compare with: {why}.")
SINCE = Sentence("自 {revision} 以来的变动：", "Changes since {revision}:")
NOTHING_CHANGED = Sentence("记录没有变动。", "No record has changed.")
COUNT = Sentence("共 {count} 条记录有变动。", "Records that changed: {count}.")
NAMED = Sentence("{kind}“{name}”（{id}）：{fate}", "{kind} “{name}” ({id}): {fate}")
UNNAMED = Sentence("{kind} {id}：{fate}", "{kind} {id}: {fate}")
FORMERLY = Sentence("原编号 {former}", "formerly {former}")
OF_SETTINGS = Sentence("网站设置", "settings")


def options(parser: argparse.ArgumentParser, language: Language) -> None:
    """Declare the options."""
    parser.add_argument("revision", metavar="REV", help=REVISION.in_(language))


def run(call: Run) -> int:
    """Compare, and say it first in the language of the call, then in the other."""
    revision = call.options.revision
    try:
        found = list(differences(call.root, commit_of(call.root, revision)))
    except NoHistory as error:
        said = Sentence(*(CANNOT.in_(language).format(why=error.why.in_(language)) for language in LANGUAGES))
        raise Misuse(said) from error
    name = naming(read_portal(call.root).catalog)
    print("\n\n".join("\n".join(_told(found, revision, one, name)) for one in (call.language, other(call.language))))
    return DONE


def _told(found: Sequence[Difference], revision: str, language: Language, name: Name) -> Iterator[str]:
    if not found:
        yield NOTHING_CHANGED.in_(language)
        return
    yield SINCE.in_(language).format(revision=revision)
    for one in found:
        yield from _record(one, language, name)
    yield COUNT.in_(language).format(count=len(found))


def _record(difference: Difference, language: Language, name: Name) -> Iterator[str]:
    label = OF_SETTINGS if difference.kind == SETTINGS else KINDS[difference.kind].label
    said = NAMED if difference.record is not None else UNNAMED
    called = title(difference.record).in_(language) if difference.record is not None else ""
    fate = difference.fate.value.in_(language)
    yield "  " + said.in_(language).format(kind=label.in_(language), name=called, id=difference.id, fate=fate)
    if difference.fate is Fate.RENAMED:
        yield "    " + FORMERLY.in_(language).format(former=difference.formerly)
    for change in difference.fields:
        line = tell(change, language, name)
        yield f"    {line.sentence}"
        if line.form is ChangeForm.TEXT:
            yield from (f"      − {_one_line(text)}" for text in line.before)
            yield from (f"      + {_one_line(text)}" for text in line.after)


def _one_line(text: str) -> str:
    return " ".join(text.split())


COMMAND = Command(
    "diff",
    Sentence("用文字说明自某个 git 版本以来记录的变动", "say in words what changed since a revision of git"),
    options,
    run,
)
