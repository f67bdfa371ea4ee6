"""Translate the mistakes of a record into findings with messages in both languages."""

from collections.abc import Iterable
from typing import Any

from investment_portal.models.base import Model
from investment_portal.models.careful import Mistake
from investment_portal.problems import Finding
from investment_portal.validation.mending import with_hint
from investment_portal.validation.messages import MESSAGES, accepts_number, only_one
from investment_portal.validation.misplaced_keys import explain_keys
from investment_portal.validation.mistake_context import Message, RecordMistake
from investment_portal.validation.value_hints import number_hint

EXPLAINED = 200
"""Mistakes of one record whose cause is looked for: no report shows more of one file."""


def findings_in(mistakes: Iterable[Mistake], kind: str, id_: str, model: type[Model], value: Any) -> list[Finding]:
    """Return a finding for every mistake of one record, each once."""
    in_record = [RecordMistake.of(error, model, value) for error in mistakes]
    explained = explain_keys(in_record[:EXPLAINED])
    findings = []
    for place, mistake in enumerate(in_record):
        if (mistake.kind, mistake.path) in explained.following:
            continue
        message = explained.messages.get(mistake.path) if mistake.kind == "unknown-key" else None
        rule, sentence, hint = message or _message(mistake, explain=place < EXPLAINED)
        of_key = mistake.kind == "unknown-key"
        findings.append(Finding(rule, kind, id_, mistake.path, sentence, hint, of_key=of_key))
    return findings


def _message(mistake: RecordMistake, *, explain: bool) -> Message:
    refused = mistake.refused
    if refused is None:
        return MESSAGES[mistake.kind](mistake)
    message = Message(refused.rule, refused.sentence, refused.hint)
    if not explain:
        return message
    listed = only_one(mistake)
    if listed:
        return message._replace(hint=listed)
    message = with_hint(message, mistake)
    if refused.rule not in {"bad-type", "bad-quantity"} or not isinstance(mistake.typed, str) or message.hint:
        return message
    accepts = accepts_number(mistake)
    return message._replace(hint=number_hint(mistake.typed, accepts)) if accepts("1") else message
