"""Verify and withdraw records."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from investment_portal.content.yaml_writer import ValueChange
from investment_portal.editing.files import FileChange, text_of
from investment_portal.editing.records import RecordError, RecordPlace, change_records, record_places, value_of
from investment_portal.languages import Sentence
from investment_portal.problems import did_you_mean

VERIFIED = "verified_on"


def verified(root: Path, places: Sequence[RecordPlace], day: date) -> list[FileChange]:
    """Return the files of records that were verified on a day; records verified later stay as they are."""
    due = [place for place in places if str(_value(root, place).get(VERIFIED, "")) < day.isoformat()]
    return change_records(root, [(place, [ValueChange((VERIFIED,), day.isoformat())]) for place in due])


def withdrawn(
    root: Path, place: RecordPlace, day: date, reason: Sentence, successor: str | None = None
) -> list[FileChange]:
    """Return the file of a record that is withdrawn on a day, for a reason, with the record that replaces it."""
    if _value(root, place).get("withdrawn"):
        raise RecordError(Sentence(f"{place.name} 已经撤回。", f"{place.name} has been withdrawn already."))
    if successor is not None:
        _require_successor(root, place, successor)
    block = {
        "on": day.isoformat(),
        "reason": {"zh": reason.zh, "en": reason.en},
        **({"successor": successor} if successor else {}),
    }
    return change_records(root, [(place, [ValueChange(("withdrawn",), block)])])


def _require_successor(root: Path, place: RecordPlace, successor: str) -> None:
    others = {id_ for kind, id_ in record_places(root, [place.kind])} - {place.id}
    if successor not in others:
        hint = did_you_mean(successor, sorted(others))
        raise RecordError(
            Sentence(
                f"接替它的“{successor}”不是同类的另一条记录。{hint.zh}",
                f"“{successor}” is not another record of this kind. {hint.en}".rstrip(),
            )
        )


def _value(root: Path, place: RecordPlace) -> dict[str, Any]:
    value = value_of(place.file, text_of(root, place.file))
    for step in place.path:
        value = value[step]
    return value if isinstance(value, dict) else {}
