"""Translate the mistakes of a record into findings with messages in both languages."""

from collections.abc import Iterable
from typing import Any

from investment_portal.models.base import Model
from investment_portal.models.careful import Mistake
from investment_portal.problems import Finding
from investment_portal.validation.messages import MESSAGES, intended_key
from investment_portal.validation.mistake_context import Message, Path, RecordMistake, keys_at


def findings_in(mistakes: Iterable[Mistake], kind: str, id_: str, model: type[Model], value: Any) -> list[Finding]:
    """Return a finding for every mistake of one record, each once."""
    in_record = [RecordMistake.of(one, model, value) for one in mistakes]
    misspelt = _misspelt(in_record)
    findings = []
    for mistake in in_record:
        if mistake.kind == "missing" and mistake.path in misspelt:
            continue
        rule, sentence, hint = _message(mistake)
        findings.append(Finding(rule, kind, id_, mistake.path, sentence, hint, of_key=rule == "unknown-key"))
    return findings


def _misspelt(mistakes: list[RecordMistake]) -> set[Path]:
    """Return the required keys that are there but misspelt: such a mistake is reported once."""
    return {
        (*mistake.path[:-1], intended)
        for mistake in mistakes
        if mistake.kind == "unknown-key"
        for keys in [keys_at(mistake.model, mistake.path[:-1], mistake.record)]
        for intended in [intended_key(str(mistake.path[-1]), keys)]
        if intended
    }


def _message(mistake: RecordMistake) -> Message:
    refused = mistake.refused
    if refused is not None:
        return Message(refused.rule, refused.sentence, refused.hint)
    return MESSAGES[mistake.kind](mistake)
