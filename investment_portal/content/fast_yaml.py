r"""Fast path for YAML in the form in which records are usually written: plain values without places.

A regular expression splits the text into entries; two functions nest them by their indentation. The form is a part of
YAML so narrow that each line can be read by itself:

- ``key: value``, ``key:`` above deeper lines, ``- value``, ``- key: value``, blank lines, lines of comment;
- values on one line: plain, in single quotes, in double quotes with no escapes but ``\n``, ``\"`` and ``\\``;
- texts of several lines: ``|``, ``|-``, and ``>-`` without paragraphs;
- ``[a, "b c"]`` and ``{zh: a, en: "b c"}``, not one inside the other.

Anything else (anchors, tags, duplicate keys, tabs, an indentation that fits no level above, ...) is left to the careful
path (``content/careful_yaml.py``), which owns every message and every place. Tests compare the values.
"""

import re
from collections.abc import Iterator
from typing import Any

from investment_portal.characters import FOUND, WRAP, may_be_hiding
from investment_portal.content.text import LARGEST
from investment_portal.content.yaml_values import plain

MAX_DEPTH = 20
"""Levels of nesting; the careful loader reads a few more."""

_NOT = r"\x00-\x1f\x7f-\x9f"
"""Control characters; tabs and line ends are among them."""

_WORD = r"\w[\w-]{0,99}+"
_KEY = rf"{_WORD}(?: {_WORD}){{0,5}}"
_START = rf"""(?:[^\s\-?:,\[\]{{}}#&*!|>'"%@`{_NOT}]|-(?=[0-9]))"""
_PLAIN = rf"{_START}[^:#{_NOT}]*+(?:(?::(?![ \n])|(?<! )#)[^:#{_NOT}]*+)*"
_SINGLE = rf"'[^'{_NOT}]*+'"
_DOUBLE = rf'"[^"\\{_NOT}]*+(?:\\[n"\\][^"\\{_NOT}]*+)*"'
_INNER = rf"[^,?:#\[\]{{}}{_NOT}]*+"
_ITEM = rf"(?:{_START}{_INNER}(?::(?=\w){_INNER})*(?<! )|{_DOUBLE})"
_LIST = rf"\[(?:{_ITEM}(?:, {_ITEM})*)?\]"
_GROUP = rf"\{{(?:{_WORD}: {_ITEM}(?:, {_WORD}: {_ITEM})*)?\}}"
_BLOCK = rf"(?:\|-?|>-)\n( ++)[^ {_NOT}][^{_NOT}]*+(?:\n++\5[^{_NOT}]++)*"

ENTRY = re.compile(
    rf"( *+)(- )?(?:({_KEY}):(?:(?=\n)| ++))?({_PLAIN}|{_SINGLE}|{_DOUBLE}|{_LIST}|{_GROUP}|{_BLOCK})?"
    rf"\n++(?: *+#[^{_NOT}]*+\n++)*|(.++)",
    re.DOTALL,
)
"""Indentation, dash, key, value, indentation of a text of several lines; or all the rest that is no entry."""

_SPECIAL = frozenset("'\"[{|>")
_ITEMS = re.compile(rf"(?:({_WORD}): )?({_ITEM})")
_ESCAPE = re.compile(r"\\(.)")

_Entry = tuple[str, str, str, str, str, str]
_END: _Entry = ("", "", "", "", "", "")


class _Unusual(Exception):  # noqa: N818 - not a mistake: the careful loader parses the text
    """The text is not of the usual form."""


def parse_bytes(raw: bytes) -> dict[str, Any] | None:
    """Return the keys and values of a file; None where the careful loader must parse it."""
    if len(raw) > LARGEST:
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if may_be_hiding(raw, text) else _parse(text)


def parse_usual(text: str) -> dict[str, Any] | None:
    """Return the keys and values of a text decoded from UTF-8; None where the careful loader must parse it."""
    return None if FOUND.search(text) else _parse(text)


def _parse(text: str) -> dict[str, Any] | None:
    if not text.endswith("\n") or " \n" in text or "\ufffe" in text or "\uffff" in text:
        return None
    # The line end in front gives blank lines and comments at the start an entry to belong to.
    entries = ENTRY.findall(f"\n{text}")
    if entries[-1][5]:
        return None
    entries.append(_END)
    following = iter(entries)
    next(following)
    first = next(following)
    if first[0] or first[1]:
        return None
    try:
        values, after = _mapping(following, first, 0, 1)
    except _Unusual:
        return None
    return values if after is _END else None


def _mapping(following: Iterator[_Entry], entry: _Entry, indent: int, depth: int) -> tuple[dict[str, Any], _Entry]:
    """Return the mapping that begins with an entry, and the first entry behind it."""
    if depth > MAX_DEPTH:
        raise _Unusual
    mapping: dict[str, Any] = {}
    while True:
        _, _, key, value, inner, _ = entry
        if not key or key in mapping:
            raise _Unusual
        entry = next(following)
        width = len(entry[0])
        if value:
            mapping[key] = plain(value) if value[0] not in _SPECIAL else _marked(value, inner, indent)
        elif width > indent or (width == indent and entry[1]):
            nested = _sequence if entry[1] else _mapping
            mapping[key], entry = nested(following, entry, width, depth + 1)
            width = len(entry[0])
        else:
            mapping[key] = None
        if width != indent or entry[1] or entry is _END:
            return mapping, entry


def _sequence(following: Iterator[_Entry], entry: _Entry, indent: int, depth: int) -> tuple[list[Any], _Entry]:
    """Return the list that begins with an entry, and the first entry behind it."""
    if depth > MAX_DEPTH:
        raise _Unusual
    sequence: list[Any] = []
    while True:
        _, _, key, value, inner, _ = entry
        if key:
            item: Any
            item, entry = _mapping(following, entry, indent + len("- "), depth + 1)
        elif value:
            item = plain(value) if value[0] not in _SPECIAL else _marked(value, inner, indent)
            entry = next(following)
        else:
            raise _Unusual
        sequence.append(item)
        if not entry[1] or len(entry[0]) != indent:
            return sequence, entry


def _marked(value: str, inner: str, indent: int) -> Any:
    """Return what a value that is not plain stands for; its first sign tells its form."""
    match value[0]:
        case "'":
            return value[1:-1]
        case '"':
            return _unquote(value)
        case "[":
            return [_item(item) for _, item in _ITEMS.findall(value)]
        case "{":
            items = _ITEMS.findall(value)
            group = {key: _item(item) for key, item in items}
            if len(group) < len(items):
                raise _Unusual
            return group
        case _:
            return _lines(value, inner, indent)


def _lines(value: str, inner: str, indent: int) -> str:
    if len(inner) <= indent:
        raise _Unusual
    head, _, text = value.partition("\n")
    text = text.removeprefix(inner)
    if head == ">-":
        if "\n\n" in text or f"\n{inner} " in text:
            raise _Unusual
        return WRAP.sub("", text.replace(f"\n{inner}", "\n")).replace("\n", " ")
    text = text.replace(f"\n{inner}", "\n")
    return text if head == "|-" else f"{text}\n"


def _item(text: str) -> Any:
    return _unquote(text) if text[0] == '"' else plain(text)


def _unquote(text: str) -> str:
    text = text[1:-1]
    return _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], text) if "\\" in text else text
