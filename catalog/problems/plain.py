"""Problems as plain values, as they are kept between runs."""

from typing import Any

from catalog.languages import Sentence
from catalog.problems.problem import Level, Problem


def plain(one: Problem) -> tuple[Any, ...]:
    """Take a problem apart."""
    said, hint = tuple(one.sentence), tuple(one.hint)
    return (one.file, one.line, one.column, one.rule, one.path, said, hint, one.level.value)


def problem(parts: tuple[Any, ...]) -> Problem:
    """Put a problem together."""
    file, line, column, rule, path, said, hint, level = parts
    return Problem(file, line, column, rule, path, Sentence(*said), Sentence(*hint), Level(level))
