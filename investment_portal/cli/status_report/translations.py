"""Translations that their source has outrun, by the commits of each file."""

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from investment_portal.cli.status_report.section import StatusSection
from investment_portal.clock import day_of
from investment_portal.git import NoHistory, call
from investment_portal.languages import Sentence
from investment_portal.models.reference import each
from investment_portal.models.text import Text
from investment_portal.problems import Finding, Level, Problem
from investment_portal.validation.loaded_portal import LoadedPortal
from investment_portal.value import Value

NOT_COMMITTED = 2**62
"""When a line was changed that is not committed yet: after everything else."""


class Change(Value):
    """A commit, by its id and its time in seconds."""

    commit: str
    at: int


def has_history(root: Path) -> bool:
    """Return whether the portal is in a git repository that has a commit."""
    return _git(root, "rev-parse", "--verify", "--quiet", "HEAD") is not None


def commits_of_files(root: Path) -> dict[str, list[Change]]:
    """Return the commits of each file of the portal, the latest first."""
    output = _git(root, "log", "--format=%x01%H %ct", "--name-only", "--relative", "-z", "--", ".") or ""
    commits: dict[str, list[Change]] = {}
    for entry in output.split("\x01")[1:]:
        head, *names = entry.replace("\n", "\0").split("\0")
        commit, at = head.split(" ")
        for name in filter(None, names):
            commits.setdefault(name, []).append(Change(commit, int(at)))
    return commits


def lines_of(root: Path, name: str) -> list[Change]:
    """Return the commit of each line of a file."""
    output = _git(root, "blame", "--line-porcelain", "--", name) or ""
    changes: list[Change] = []
    commit, at = "", 0
    for line in output.split("\n"):
        if line.startswith("\t"):
            changes.append(Change(commit, at if commit.strip("0") else NOT_COMMITTED))
        elif line.startswith("committer-time "):
            at = int(line.removeprefix("committer-time "))
        elif len(line.split(" ")[0]) in (40, 64) and " " in line:
            commit = line.split(" ")[0]
    return changes


def _git(root: Path, *arguments: str) -> str | None:
    """Return the output of git, None where it refuses."""
    try:
        return call(root, "-c", "core.quotePath=false", *arguments)
    except NoHistory:
        return None


HINT = Sentence(
    "核对英文是否仍与中文一致，不一致的补译。", "See whether the English still says the same; mend it if not."
)
NO_GIT = Sentence("这里没有 git 历史，无法比较先后。", "There is no git history here to compare with.")


class CommitDays(Value):
    """The time zone of the portal and its present day, by which changes are dated."""

    zone: tzinfo
    today: date

    def of(self, change: Change) -> date:
        """Return the day of a change that is committed."""
        return day_of(change.at, self.zone)

    def outran(self, source: Change, translation: Change) -> bool:
        """Return whether a source is newer than its translation: what changed on one day belongs together."""
        if translation.at == NOT_COMMITTED or source.commit == translation.commit:
            return False
        if source.at == NOT_COMMITTED:
            return self.of(translation) != self.today
        return self.of(source) > self.of(translation)


def find(portal: LoadedPortal, day: date) -> Iterator[Finding | Problem]:
    """Compare the lines of both languages in records, and both files of hand-written pages."""
    days = CommitDays(ZoneInfo(portal.catalog.zone), day)
    commits = commits_of_files(portal.root)
    records = portal.catalog.records
    for (kind, id_), name in portal.files.items():
        record = records.get(kind, {}).get(id_)
        # A file that was committed once has both languages from that commit.
        if record is not None and len(commits.get(name, ())) > 1:
            yield from _texts(portal, days, kind, id_)
    for name, changes in sorted(commits.items()):
        twin = name.replace("docs/zh/", "docs/en/", 1)
        if twin != name and twin in commits and days.outran(changes[0], commits[twin][0]):
            yield Problem(twin, 1, 1, "stale", "", _sentence(days, changes[0], commits[twin][0]), HINT, Level.WARNING)


def _texts(portal: LoadedPortal, days: CommitDays, kind: str, id_: str) -> Iterator[Finding]:
    name = portal.files[kind, id_]
    changes = lines_of(portal.root, name)
    written = (portal.root / name).read_text("utf-8").split("\n")
    for path, _ in each(Text, portal.catalog.records[kind][id_]):
        spans = []
        for language in ("zh", "en"):
            place = portal.problem(Finding("stale", kind, id_, (*path, language), HINT, of_key=True))
            spans.append(_latest(changes, written, place.line, place.column))
        source, translation = spans
        if source and translation and days.outran(source, translation):
            sentence = _sentence(days, source, translation)
            yield Finding("stale", kind, id_, (*path, "en"), sentence, HINT, Level.WARNING)


def _latest(changes: Sequence[Change], written: Sequence[str], line: int, column: int) -> Change | None:
    """Return the latest change of a key's lines: its own, and those below that are indented further."""
    last = line
    while last < len(written) and (
        not written[last].strip() or len(written[last]) - len(written[last].lstrip()) >= column
    ):
        last += 1
    return max(changes[line - 1 : last], key=lambda change: change.at, default=None)


def _sentence(days: CommitDays, source: Change, translation: Change) -> Sentence:
    then = days.of(translation)
    if source.at == NOT_COMMITTED:
        return Sentence(f"中文刚改过，英文仍是 {then} 的。", f"The Chinese is newer than the English of {then}.")
    now = days.of(source)
    return Sentence(f"中文改于 {now}，英文仍是 {then} 的。", f"The Chinese is of {now}, the English of {then}.")


def _hindered(portal: LoadedPortal) -> Sentence | None:
    return None if has_history(portal.root) else NO_GIT


SECTION = StatusSection("stale", Sentence("译文落后于原文", "Translations older than their source"), find, _hindered)
