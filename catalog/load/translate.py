"""From pydantic's English errors to findings for staff, in both languages."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from catalog.languages import Sentence
from catalog.load.keys import Path, keys_at
from catalog.load.location import key_path, value_at
from catalog.load.mistake import Mistake, Said
from catalog.load.sayings import SAYINGS, meant_key, other
from catalog.model.base import Model
from catalog.problems.finding import Finding


def findings_in(error: ValidationError, kind: str, id_: str, model: type[Model], value: Any) -> list[Finding]:
    """Say every mistake of one record, each once."""
    mistakes = [_mistake(detail, model, value) for detail in error.errors(include_url=False)]
    misspelt = _misspelt(mistakes)
    found = []
    for mistake in mistakes:
        if mistake.error == "missing" and mistake.path in misspelt:
            continue
        rule, sentence, hint = _say(mistake)
        found.append(Finding(rule, kind, id_, mistake.path, sentence, hint, of_key=rule == "unknown-key"))
    return found


def _mistake(detail: ErrorDetails, model: type[Model], value: Any) -> Mistake:
    limits = detail.get("ctx") or {}
    path = key_path(detail["loc"], value, missing=detail["type"] == "missing")
    typed = detail["input"]
    if detail["type"] == "union_tag_invalid":
        path, typed = (*path, "form"), limits.get("tag")
    if detail["type"] == "union_tag_not_found":
        path = (*path, "form")
    if limits.get("key"):
        # The refused value is a group; a location that ends inside it ended with the name of a union's branch.
        group = path if isinstance(value_at(path, value), dict) else path[:-1]
        path = (*group, limits["key"])
    return Mistake(detail["type"], path, typed, limits, model, value)


def _misspelt(mistakes: list[Mistake]) -> set[Path]:
    """Find required keys that are there but misspelt: one mistake, told once."""
    return {
        (*mistake.path[:-1], meant)
        for mistake in mistakes
        if mistake.error == "extra_forbidden"
        for keys in [keys_at(mistake.model, mistake.path[:-1], mistake.record)]
        for meant in [meant_key(str(mistake.path[-1]), keys)]
        if meant
    }


def _say(mistake: Mistake) -> Said:
    limits = mistake.limits
    if "zh" in limits:
        return Said(mistake.error, Sentence(limits["zh"], limits["en"]), Sentence(limits["hint_zh"], limits["hint_en"]))
    return SAYINGS.get(mistake.error, other)(mistake)
