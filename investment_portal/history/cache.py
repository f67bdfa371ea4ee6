"""The cache of what old versions of records contain; ids of git never change."""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

import investment_portal
from investment_portal.history.change import ChangeForm, ChangeValue, FieldChange, Named
from investment_portal.languages import Sentence

PARTS = ("content", "models", "validation", "formatting", "history")


@dataclass(slots=True)
class CachedChanges:
    """Cached results: the day on which a version was published (empty: unreadable), and changes between two."""

    published: dict[str, str] = field(default_factory=dict)
    changes: dict[str, list[FieldChange]] = field(default_factory=dict)


def load_changes(root: Path) -> CachedChanges:
    """Return the changes stored by an earlier build; a cache that is missing, damaged or of other code is empty."""
    try:
        stored = json.loads(_place(root).read_text("utf-8"))
        if stored.pop("sum") != _sum(stored):
            return CachedChanges()
        published = {str(name): str(day) for name, day in stored["published"].items()}
        changes = {str(pair): [change_of(change) for change in data] for pair, data in stored["changes"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return CachedChanges()
    return CachedChanges(published, changes)


def save_changes(root: Path, cached_changes: CachedChanges) -> None:
    """Keep what was found out, in one step; where nothing can be written, the next build finds it out anew."""
    place = _place(root)
    data = {
        "published": cached_changes.published,
        "changes": {pair: [plain_change(change) for change in data] for pair, data in cached_changes.changes.items()},
    }
    text = json.dumps({**data, "sum": _sum(data)}, ensure_ascii=False, sort_keys=True)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        for old in place.parent.glob("*.json"):
            if old != place:
                old.unlink()
        fresh = place.with_suffix(f".{os.getpid()}.new")
        fresh.write_text(text, "utf-8")
        fresh.replace(place)


def _sum(data: dict[str, Any]) -> str:
    """Add it all up, so that damage is noticed which leaves the form whole."""
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _place(root: Path) -> Path:
    return root / ".cache" / "history" / f"{_code()}.json"


@cache
def _code() -> str:
    """Return the version of the cache: a hash of the code and the library versions."""
    base = Path(investment_portal.__file__).parent
    digest = hashlib.sha256(msgspec.__version__.encode())
    for part in PARTS:
        for path in sorted((base / part).rglob("*.py")):
            digest.update(path.relative_to(base).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def plain_change(change: FieldChange) -> list[Any]:
    """Return a change as plain values."""
    sides = [
        [list(item) if isinstance(item, Sentence) else {item.kind: item.id} for item in side]
        for side in (change.before, change.after)
    ]
    return [*change.label, change.form.value, *sides, change.material]


def change_of(stored: list[Any]) -> FieldChange:
    """Convert plain values into a change."""
    zh, en, form, before, after, material = stored
    if not isinstance(material, bool):
        raise TypeError(f"{material!r} is neither true nor false")
    return FieldChange(
        Sentence(_text(zh), _text(en)),
        ChangeForm(form),
        tuple(_change_value(change_value) for change_value in before),
        tuple(_change_value(change_value) for change_value in after),
        material,
    )


def _change_value(stored: Any) -> ChangeValue:
    if isinstance(stored, dict):
        ((kind, id_),) = stored.items()
        return Named(_text(kind), _text(id_))
    zh, en = stored
    return Sentence(_text(zh), _text(en))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
