"""The state of the preview (the served site and its problems), and its messages to open tabs."""

import json
import threading
from collections.abc import Sequence

from investment_portal.languages import Language, Sentence
from investment_portal.problem_reports import LEVELS, count
from investment_portal.problems import Level, Problem
from investment_portal.value import Value


class SiteState(Value):
    """One state: ``site`` names the site that is served (nothing until a first build came off)."""

    serial: int = 0
    site: str = ""
    problems: tuple[Problem, ...] = ()


class ReloadHub:
    """Holds the moment that counts, and wakes whoever waits for the next one."""

    def __init__(self) -> None:
        """Begin without a site."""
        self._changed = threading.Condition()
        self._now = SiteState()
        self._closed = False

    @property
    def now(self) -> SiteState:
        """The moment that counts."""
        return self._now

    @property
    def closed(self) -> bool:
        """Return whether nothing more will come."""
        return self._closed

    def put(self, site: str, problems: Sequence[Problem]) -> None:
        """Replace the moment."""
        with self._changed:
            self._now = SiteState(self._now.serial + 1, site, tuple(problems))
            self._changed.notify_all()

    def close(self) -> None:
        """Release all waiting threads."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def after(self, serial: int, seconds: float) -> SiteState | None:
        """Wait for a moment later than ``serial``; nothing where none came in time, or none will come."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._now.serial > serial, seconds)
            return self._now if self._now.serial > serial and not self._closed else None


HIDE = Sentence("收起", "Hide")
SHOW = Sentence("展开", "Show")
OLD_SITE = Sentence(
    "有错误，页面仍是上一次生成的内容。", "There are errors; the page is the last one that could be built."
)
NO_SITE = Sentence("有错误，网站还没有生成。", "There are errors; the site could not be built yet.")


def message(moment: SiteState, language: Language) -> str:
    """Write a moment as JSON: the site's name, the problems, and the words around them."""
    return json.dumps(
        {
            "site": moment.site,
            "language": language,
            "heading": count(moment.problems).in_(language),
            "note": note(moment).in_(language),
            "hide": HIDE.in_(language),
            "show": SHOW.in_(language),
            "problems": [_problem(problem, language) for problem in errors_first(moment)],
        },
        ensure_ascii=False,
    )


def errors_first(moment: SiteState) -> list[Problem]:
    """Put what stops the site before what does not, each by its place."""
    return sorted(moment.problems, key=lambda problem: problem.level is not Level.ERROR)


def note(moment: SiteState) -> Sentence:
    """Return what errors mean for the page below them; warnings mean nothing for it."""
    if all(problem.level is not Level.ERROR for problem in moment.problems):
        return Sentence("", "")
    return OLD_SITE if moment.site else NO_SITE


def place(problem: Problem) -> str:
    """Write file, line and column as editors read them."""
    return ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)


def _problem(problem: Problem, language: Language) -> dict[str, str]:
    return {
        "place": place(problem),
        "level": problem.level.value,
        "label": LEVELS[problem.level].in_(language),
        "rule": problem.rule,
        "path": problem.path,
        "sentence": problem.sentence.in_(language),
        "hint": problem.hint.in_(language),
    }
