"""What a tab is told, as data: the script that shows it knows no words of its own."""

import json

from catalog.languages import Language, Sentence
from catalog.problems import Level, Problem
from catalog.problems.reports import LEVELS, count
from catalog.serve.board import Moment

HIDE = Sentence("收起", "Hide")
SHOW = Sentence("展开", "Show")
OLD_SITE = Sentence(
    "有错误，页面仍是上一次生成的内容。", "There are errors; the page is the last one that could be built."
)
NO_SITE = Sentence("有错误，网站还没有生成。", "There are errors; the site could not be built yet.")


def message(moment: Moment, language: Language) -> str:
    """Write a moment as JSON: the site's name, the problems, and the words around them."""
    return json.dumps(
        {
            "site": moment.site,
            "language": language,
            "heading": count(moment.problems).in_(language),
            "note": note(moment).in_(language),
            "hide": HIDE.in_(language),
            "show": SHOW.in_(language),
            "problems": [_problem(one, language) for one in errors_first(moment)],
        },
        ensure_ascii=False,
    )


def errors_first(moment: Moment) -> list[Problem]:
    """Put what stops the site before what does not, each by its place."""
    return sorted(moment.problems, key=lambda one: one.level is not Level.ERROR)


def note(moment: Moment) -> Sentence:
    """Say what errors mean for the page below them; warnings mean nothing for it."""
    if all(one.level is not Level.ERROR for one in moment.problems):
        return Sentence("", "")
    return OLD_SITE if moment.site else NO_SITE


def place(problem: Problem) -> str:
    """Write file, line and column as editors read them."""
    return ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)


def _problem(one: Problem, language: Language) -> dict[str, str]:
    return {
        "place": place(one),
        "level": one.level.value,
        "label": LEVELS[one.level].in_(language),
        "rule": one.rule,
        "path": one.path,
        "sentence": one.sentence.in_(language),
        "hint": one.hint.in_(language),
    }
