"""Keys that stand one level too deep or too high: one message each, and none for what follows from it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from investment_portal.languages import Sentence
from investment_portal.problems import quoted
from investment_portal.validation.messages import before_comma, intended_key, unspaced_key
from investment_portal.validation.mistake_context import Message, Path, RecordMistake, keys_at


class Explained(NamedTuple):
    """Messages by the path of their key, and the paths of mistakes that follow from them."""

    messages: dict[Path, Message]
    following: set[tuple[str, Path]]
    """The kind of a mistake and its path."""


def explain_keys(mistakes: Sequence[RecordMistake]) -> Explained:
    """Return what is wrong with the keys of a record where one mistake causes others."""
    explained = Explained({}, set())
    inside: dict[Path, list[str]] = {}
    for mistake in mistakes:
        if mistake.kind != "unknown-key":
            continue
        group, key, keys = mistake.path[:-1], str(mistake.path[-1]), mistake.siblings
        unspaced = unspaced_key(key, keys)
        owner = _owner_inside(mistake, key)
        above = None if owner else _owner_above(mistake, key)
        if owner:
            inside.setdefault((*group, owner), []).append(key)
        elif above is not None:
            explained.messages[mistake.path] = _too_deep(key, str(group[len(above)]))
            explained.following.add(("missing", (*above, key)))
        elif before_comma(_at(mistake.record, group), key, keys) is not None:
            explained.following.update(_cut_off(mistake, key))
        elif intended := unspaced[0] if unspaced else intended_key(key, keys):
            explained.following.add(("missing", (*group, intended)))
    for path, names in inside.items():
        explained.messages[(*path[:-1], names[0])] = _too_high(names, str(path[-1]))
        explained.following.update(("missing", (*path, name)) for name in names)
        explained.following.update(("unknown-key", (*path[:-1], name)) for name in names[1:])
        if _at(mistakes[0].record, path) is None:
            explained.following.update({("group", path), ("text", path)})
    return explained


def _cut_off(mistake: RecordMistake, first: str) -> Iterator[tuple[str, Path]]:
    """Yield the other pieces of a text that commas within braces cut."""
    group = _at(mistake.record, mistake.path[:-1])
    names = list(group)
    for name in names[names.index(first) + 1 :]:
        if name in mistake.siblings or group[name] is not None:
            return
        yield "unknown-key", (*mistake.path[:-1], name)


def _owner_inside(mistake: RecordMistake, key: str) -> str | None:
    """Return the group that stands before a key and should hold it."""
    siblings = _at(mistake.record, mistake.path[:-1])
    owner = None
    for name in siblings if isinstance(siblings, dict) else ():
        if name == key:
            break
        owner = name if name in mistake.siblings else owner
    if owner is None:
        return None
    path = (*mistake.path[:-1], owner)
    value = _at(mistake.record, path)
    fits = value is None or (isinstance(value, dict) and key not in value)
    return owner if fits and key in keys_at(mistake.model, path, mistake.record) else None


def _owner_above(mistake: RecordMistake, key: str) -> Path | None:
    """Return the path of the group around a key's own that should hold it."""
    group = mistake.path[:-1]
    for end in range(len(group) - 1, -1, -1):
        value = _at(mistake.record, group[:end])
        free = isinstance(value, dict) and isinstance(group[end], str) and key not in value
        if free and key in keys_at(mistake.model, group[:end], mistake.record):
            return group[:end]
    return None


def _too_deep(key: str, owner: str) -> Message:
    sentence = Sentence(
        f"“{key}”写在了“{quoted(owner)}”里面，它属于上一级。",
        f"“{key}” stands inside “{quoted(owner)}”, but belongs on its level.",
    )
    hint = Sentence(f"与“{quoted(owner)}”左对齐。", f"Begin it in the column of “{quoted(owner)}”.")
    return Message("unknown-key", sentence, hint)


def _too_high(names: list[str], owner: str) -> Message:
    zh, en = "、".join(f"“{name}”" for name in names), ", ".join(f"“{name}”" for name in names)
    verb = "belongs" if len(names) == 1 else "belong"
    sentence = Sentence(f"{zh}应写在“{owner}”里面。", f"{en} {verb} inside “{owner}”.")
    hint = Sentence(
        "在行首补两个空格。", "Put two spaces before each of them." if names[1:] else "Put two spaces before it."
    )
    return Message("unknown-key", sentence, hint)


def _at(value: Any, path: Path) -> Any:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value
