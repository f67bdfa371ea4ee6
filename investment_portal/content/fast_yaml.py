"""Fast path for the usual YAML file: plain values without places.

The values are those of the careful loader (``catalog/read/door.py``). Whatever that loader refuses or reports is left
to it: it parses the file again and owns every message and every place.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from catalog.read.builder import DEEPEST
from catalog.read.scalars import Scalar, plain
from catalog.read.text import FORBIDDEN, LARGEST


class _Unusual(Exception):  # noqa: N818 - not a mistake: the careful loader parses the file
    """The file holds something that the fast path leaves to the careful loader."""


def parse_usual(raw: bytes) -> dict[str, Any] | None:
    """Return the keys and values of a file; None where the careful loader must parse it."""
    if len(raw) > LARGEST or raw.startswith(b"\xef\xbb\xbf"):
        return None
    try:
        return None if FORBIDDEN.search(raw.decode("utf-8")) else _document(iter(yaml.CBaseLoader(raw).get_event, None))
    except (_Unusual, yaml.YAMLError, UnicodeError):
        return None


def _document(events: Iterator[yaml.Event]) -> dict[str, Any]:
    """Build the only document of a stream, which must be a mapping."""
    for event in events:
        if isinstance(event, MappingStartEvent):
            value = _mapping(event, events, 1)
            break
        if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            raise _Unusual
    else:
        raise _Unusual
    if any(isinstance(event, yaml.DocumentStartEvent) for event in events):
        raise _Unusual
    return value


def _mapping(start: MappingStartEvent, events: Iterator[yaml.Event], depth: int) -> dict[str, Any]:
    _check_group(start, depth)
    mapping: dict[str, Any] = {}
    for event in events:
        if not isinstance(event, ScalarEvent):
            if isinstance(event, MappingEndEvent):
                return mapping
            raise _Unusual
        key = event.value
        if key in mapping or event.anchor is not None or event.tag is not None:
            raise _Unusual
        value = next(events)
        mapping[key] = _scalar(value) if isinstance(value, ScalarEvent) else _group(value, events, depth)
    raise _Unusual


def _sequence(start: SequenceStartEvent, events: Iterator[yaml.Event], depth: int) -> list[Any]:
    _check_group(start, depth)
    sequence: list[Any] = []
    for event in events:
        if isinstance(event, SequenceEndEvent):
            return sequence
        sequence.append(_scalar(event) if isinstance(event, ScalarEvent) else _group(event, events, depth))
    raise _Unusual


def _group(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Any:
    if isinstance(event, MappingStartEvent):
        return _mapping(event, events, depth + 1)
    if isinstance(event, SequenceStartEvent):
        return _sequence(event, events, depth + 1)
    raise _Unusual


def _scalar(event: ScalarEvent) -> Scalar:
    if event.anchor is not None or event.tag is not None:
        raise _Unusual
    text: str = event.value
    return text if event.style else plain(text)


def _check_group(start: yaml.CollectionStartEvent, depth: int) -> None:
    if start.anchor is not None or start.tag is not None or depth > DEEPEST:
        raise _Unusual
