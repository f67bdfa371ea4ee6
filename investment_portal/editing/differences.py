"""Differences between two values of a record, and both versions joined where two people changed it."""

from collections.abc import Iterator
from typing import Any

from investment_portal.content.yaml_edits import same
from investment_portal.content.yaml_values import Path
from investment_portal.content.yaml_writer import REMOVED, KeyOrder, ValueChange, placed

SHOWN = 60
"""Signs of a value in a table of changes."""


def differences(before: Any, after: Any, path: Path = ()) -> Iterator[tuple[Path, Any, Any]]:
    """Yield what differs between two values: key path, old and new value."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*before, *after]):
            yield from differences(before.get(key), after.get(key), (*path, key))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from differences(old, new, (*path, number))
    elif not same(before, after):
        yield path, before, after


def changes_between(before: Any, after: Any, path: Path = ()) -> Iterator[ValueChange]:
    """Yield the changes that make one value of the other, group by group; lists are set as a whole."""
    if isinstance(before, dict) and isinstance(after, dict) and (path == () or (before and after)):
        for key in [key for key in after if key not in before or not same(before[key], after[key])]:
            yield from changes_between(before.get(key), after[key], (*path, key))
        # A group is never empty in between: keys go last.
        yield from (ValueChange((*path, key), REMOVED) for key in before if key not in after)
    elif not same(before, after):
        yield ValueChange(path, after)


def shown_value(value: Any) -> str:
    """Return a value on one line, cut where it is long."""
    if value is None:
        return "—"
    if isinstance(value, dict):
        shown = "; ".join(f"{key}: {shown_value(inner)}" for key, inner in value.items())
    elif isinstance(value, list):
        shown = ", ".join(map(shown_value, value))
    else:
        shown = " ".join(str(value).split())
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"


def joined(base: Any, mine: Any, theirs: Any, order: KeyOrder, path: Path = ()) -> tuple[Any, list[Path]]:
    """Return a value with the changes that two people made to ``base``, and the paths that both changed differently.

    There ``theirs`` stays. Groups are joined key by key, lists as a whole.
    """
    if same(base, mine) or same(mine, theirs):
        return theirs, []
    if same(base, theirs):
        return mine, []
    if not (isinstance(base, dict) and isinstance(mine, dict) and isinstance(theirs, dict)):
        return theirs, [path]
    result, conflicts = dict(theirs), []
    for key in dict.fromkeys([*theirs, *mine, *base]):
        value, inner = joined(base.get(key), mine.get(key), theirs.get(key), order, (*path, key))
        conflicts += inner
        if value is None and theirs.get(key) is not None:
            del result[key]
        elif key in result:
            result[key] = value
        elif value is not None:
            result = placed(result, key, value, order(path))
    return result, conflicts
