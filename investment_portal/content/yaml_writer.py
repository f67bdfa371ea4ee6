"""Write changed values into a YAML text: only the lines of what changes differ afterwards.

Comments, the order of keys, quoting, block texts, indentation, a byte order mark and line ends stay. The parser's nodes
say where each value stands; the text is edited there. What results is read back: it holds what was meant, or the change
is refused.
"""

import copy
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any, Final, NamedTuple

from investment_portal.characters import FOUND
from investment_portal.content.text import DEFERRED, Unreadable, decode
from investment_portal.content.yaml_edits import TextEdits, same
from investment_portal.content.yaml_loader import load_text
from investment_portal.content.yaml_text import scalar_text
from investment_portal.content.yaml_values import Path
from investment_portal.languages import Sentence
from investment_portal.refusals import RefusedError

BOM = "\ufeff"
HARMLESS = DEFERRED | {"invisible-character"}
"""Faults of a text that leave the places of its values known."""


class Removed(Enum):
    """The value of what is to be removed."""

    REMOVED = "removed"


REMOVED: Final = Removed.REMOVED

KeyOrder = Callable[[Path], Sequence[str]]
"""Returns the usual order of the keys of a group, given by its path."""


class ValueChange(NamedTuple):
    """A new value at a key path, or ``REMOVED``.

    Groups on the way are made where they are missing; a list index equal to the list's length adds an entry.
    """

    path: Path
    value: Any = REMOVED


class UnwritableError(RefusedError):
    """A change that cannot be written into a text so that the text then holds it."""


def write_changes(text: str, changes: Iterable[ValueChange], order: KeyOrder = lambda _: ()) -> str:
    """Return the text with these changes, made one after the other.

    A new key stands where ``order`` has it, else behind the keys that are there. Raise ``Unreadable`` where the text is
    no YAML of ours, ``UnwritableError`` where a change does not fit.
    """
    before = _read(text.removeprefix(BOM))
    value = copy.deepcopy(before)
    for change in changes:
        value = _with_change(value, change, order, ())
    return write_value(text, value)


def write_value(text: str, value: Any) -> str:
    """Return the text changed so that it holds a value; where the value holds the same, the text stays as it is."""
    mark = BOM if text.startswith(BOM) else ""
    body = text.removeprefix(BOM)
    before = _read(body)
    if same(before, value):
        return text
    after = TextEdits(body).written(before, value)
    try:
        result = _read(after)
    except Unreadable as error:
        zh, en = error.fault.sentence
        raise UnwritableError(
            Sentence(f"改动写入后文件读不出：{zh}", f"The file could not be read then: {en}")
        ) from error
    if not same(result, value):
        raise UnwritableError(_difference(result, value))
    return mark + after


def rename_key(text: str, path: Path, name: str) -> str:
    """Return the text with another name for the key at a path; its value and its place stay."""
    mark = BOM if text.startswith(BOM) else ""
    body = text.removeprefix(BOM)
    before = _read(body)
    node = TextEdits(body).root
    for step in path[:-1]:
        node = node.child(step) if node else None
    entry = node.entry(path[-1]) if node else None
    if (
        entry is None
        or node is None
        or not isinstance(path[-1], str)
        or any(entry_.key == name for entry_ in node.entries)
    ):
        raise UnwritableError(
            Sentence(f"不能把“{path[-1]}”改名为“{name}”。", f"“{path[-1]}” cannot be renamed to “{name}”.")
        )
    after = body[: entry.start] + scalar_text(name) + body[entry.key_end :]
    if not same(_read(after), _renamed(before, path, name)):
        raise UnwritableError(
            Sentence(f"不能把“{path[-1]}”改名为“{name}”。", f"“{path[-1]}” cannot be renamed to “{name}”.")
        )
    return mark + after


def _read(text: str) -> Any:
    content = load_text(decode(text.encode()))
    harmful = [fault for fault in content.faults if fault.rule not in HARMLESS]
    if harmful:
        raise Unreadable(*harmful)
    return content.value


def _renamed(value: Any, path: Path, name: str) -> Any:
    if len(path) == 1:
        return {name if key == path[0] else key: inner for key, inner in value.items()}
    copied = copy.copy(value)
    copied[path[0]] = _renamed(value[path[0]], path[1:], name)
    return copied


def _with_change(value: Any, change: ValueChange, order: KeyOrder, above: Path) -> Any:
    """Return a value with a change; ``above`` is the path of the value."""
    if not change.path:
        return change.value
    step, *rest = change.path
    inner = ValueChange(tuple(rest), change.value)
    if isinstance(step, int):
        if value is None:
            value = []
        if not isinstance(value, list) or not 0 <= step <= len(value):
            raise UnwritableError(_no_place((*above, step)))
        if not rest and change.value is REMOVED:
            del value[step : step + 1]
        elif step == len(value):
            value.append(_with_change(None, inner, order, (*above, step)))
        else:
            value[step] = _with_change(value[step], inner, order, (*above, step))
        return value
    if value is None:
        value = {}
    if not isinstance(value, dict):
        raise UnwritableError(_no_place((*above, step)))
    if not rest and change.value is REMOVED:
        value.pop(step, None)
        return value
    new = _with_change(value.get(step), inner, order, (*above, step))
    return {**value, step: new} if step in value else placed(value, step, new, order(above))


def placed(group: dict[str, Any], key: str, value: Any, order: Sequence[str]) -> dict[str, Any]:
    """Return a group with a new key behind the last of those that stand before it in the order."""
    before = set(order[: order.index(key)]) if key in order else set(group)
    keys = list(group)
    at = max((place for place, other in enumerate(keys, 1) if other in before), default=0)
    return {other: value if other == key else group[other] for other in (*keys[:at], key, *keys[at:])}


def _no_place(path: Path) -> Sentence:
    shown = ".".join(str(step) for step in path)
    return Sentence(f"“{shown}”在文件里没有位置可写。", f"The file has no place for “{shown}”.")


def _difference(result: Any, value: Any, path: Path = ()) -> Sentence:
    """Return the sentence that names the first value that would not be read back as it was meant."""
    for one_kind in (dict, list):
        if isinstance(result, one_kind) and isinstance(value, one_kind) and len(result) == len(value):
            keys = list(value) if isinstance(value, dict) else range(len(value))
            for key in keys:
                if isinstance(value, dict) and key not in result:
                    return _difference(None, value[key], (*path, key))
                if not same(result[key], value[key]):
                    return _difference(result[key], value[key], (*path, key))
    shown = ".".join(str(step) for step in path) or "—"
    hidden = isinstance(value, str) and FOUND.search(value)
    why = Sentence("，里面有看不见的字符", ", which has invisible characters") if hidden else Sentence("", "")
    return Sentence(
        f"“{shown}”的内容{why.zh}不能原样写入文件。",
        f"The content of “{shown}”{why.en}: it cannot be written as it is.",
    )
