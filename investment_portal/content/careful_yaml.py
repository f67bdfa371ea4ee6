"""The careful path for YAML: values with their places, built from the events of the parser; owns every message.

Works on the parser's events, so that nothing is built from tags, aliases or nesting that a record has no use for.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from investment_portal.content.text import Fault, Unreadable
from investment_portal.content.yaml_errors import FULL_WIDTH_COLON, explain, explain_character
from investment_portal.content.yaml_values import YamlDocument, plain
from investment_portal.languages import NOTHING, Sentence
from investment_portal.problems import quoted

DEEPEST = 24
"""Levels of nesting; the deepest record of the first portal has 7."""

WRITE_OUT = Sentence("请把内容直接写在这里。", "Write the content out here.")
QUOTE_ANCHOR = Sentence("文字若以 & 开头，请加引号。", "Quote a text that begins with &.")
QUOTE_TAG = Sentence("文字若以 ! 开头，请加引号。", "Quote a text that begins with !.")
QUOTE_KEY = Sentence("花括号、方括号开头的文字要加引号。", "Quote a text that begins with a brace or a bracket.")
TWO_FILES = Sentence("请把第二份内容存成另一个文件。", "Save the second part as a file of its own.")
FLATTEN = Sentence("检查括号或“- ”是否写多了。", "Look for brackets or dashes too many.")


@dataclass(slots=True)
class OpenNode:
    """One open group or list: its value, and the line in which each key first stood."""

    value: Any
    lines: dict[str, int] = field(default_factory=dict)


class Builder:
    """Takes events and fills a document."""

    def __init__(self) -> None:
        """Begin with an empty document."""
        self.document = YamlDocument()
        self._levels: list[OpenNode] = []
        self._path: list[str | int] = []
        self._key: str | None = None
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Handle one event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            _refuse_extras(event, self._path)
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            _refuse_extras(event, self._path)
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            said = Sentence("不能用 YAML 的 *引用。", "YAML aliases (*name) are not accepted.")
            raise _fault("alias", event, self._path, said, WRITE_OUT)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                said = Sentence(
                    "一个文件只能有一份记录，这里出现了第二个“---”。",
                    "One file holds one record; a second “---” stands here.",
                )
                raise _fault("several-documents", event, self._path, said, TWO_FILES)

    def _awaits_key(self) -> bool:
        return bool(self._levels) and isinstance(self._levels[-1].value, dict) and self._key is None

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._awaits_key():
            self._name(event)
        else:
            self._put(event, plain(event.value) if event.implicit[0] and not event.style else event.value)

    def _name(self, event: yaml.ScalarEvent) -> None:
        key, lines = event.value, self._levels[-1].lines
        path = (*self._path, key)
        if key in lines:
            shown = quoted(key)
            said = Sentence(
                f"一个键只能写一次，“{shown}”在第 {lines[key]} 行已经写过。",
                f"A key stands once; “{shown}” stands in line {lines[key]} already.",
            )
            hint = Sentence("删去其中一个。", "Delete one of them.")
            self.document.faults.append(Fault("duplicate-key", said, hint, *_at(event), path))
        lines.setdefault(key, _at(event)[0])
        self.document.keys.setdefault(path, _at(event))
        self._key = key

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._levels) >= DEEPEST:
            said = Sentence(
                f"嵌套最多 {DEEPEST} 层，这里更深。", f"Nesting has {DEEPEST} levels at the most; this is deeper."
            )
            raise _fault("too-deep", event, self._path, said, FLATTEN)
        if self._awaits_key():
            said = Sentence("键必须是一个词，实际是一组内容。", "A key must be one word; got a group.")
            raise _fault("bad-key", event, self._path, said, QUOTE_KEY)
        inner: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        step = self._put(event, inner)
        if self._levels:
            self._path.append(step)
        self._levels.append(OpenNode(inner))
        self._key = None

    def _close(self) -> None:
        self._levels.pop()
        if self._levels:
            self._path.pop()

    def _put(self, event: yaml.Event, value: Any) -> str | int:
        step: str | int = ""
        if not self._levels:
            self.document.value = value
        elif isinstance(group := self._levels[-1].value, dict):
            step = self._key or ""
            group.setdefault(step, value)
            self._key = None
        else:
            step = len(group)
            group.append(value)
        self.document.values.setdefault((*self._path, step) if self._levels else (), _at(event))
        return step


def _refuse_extras(event: Any, path: list[str | int]) -> None:
    if event.anchor is not None:
        raise _fault(
            "alias",
            event,
            path,
            Sentence("不能用 YAML 的 &锚点。", "YAML anchors (&name) are not accepted."),
            QUOTE_ANCHOR,
        )
    if event.tag is not None and event.tag != "!":
        shown = quoted(event.tag.replace("tag:yaml.org,2002:", "!!"))
        said = Sentence(f"不能用 YAML 标签“{shown}”。", f"YAML tags (“{shown}”) are not accepted.")
        raise _fault("tag", event, path, said, QUOTE_TAG)


def _fault(rule: str, event: Any, path: list[str | int], said: Sentence, hint: Sentence = NOTHING) -> Unreadable:
    return Unreadable(Fault(rule, said, hint, *_at(event), tuple(path)))


def _at(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


__all__ = ["YamlDocument", "parse"]

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MENDED_LIMIT = 20
"""Full-width colons that are mended in one file: each costs another reading."""


def parse(text: str) -> YamlDocument:
    """Parse one YAML document; raises ``Unreadable`` where nothing of it can be used.

    A full-width colon behind a key is a fault but hides no other: it is mended in passing, and the rest is read.
    """
    mended: list[Fault] = []
    while True:
        try:
            document = _read(text)
        except Unreadable as error:
            if error.fault.rule != FULL_WIDTH_COLON or len(mended) == MENDED_LIMIT:
                # What stands first is told first; the next run finds the rest.
                raise (Unreadable(mended[0]) if mended else error) from None
            mended.append(error.fault)
            text = _mend(text, error.fault)
            continue
        for fault in mended:
            _shift(document, fault)
        document.faults += mended
        return document


def _read(text: str) -> YamlDocument:
    builder = Builder()
    try:
        for event in yaml.parse(text, Loader=Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(explain(text, error)) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise Unreadable(explain_character(text)) from error
    return builder.document


def _mend(text: str, fault: Fault) -> str:
    """Write the colon as YAML wants it."""
    lines = text.split("\n")
    line = lines[fault.line - 1]
    lines[fault.line - 1] = f"{line[: fault.column - 1]}: {line[fault.column :]}"
    return "\n".join(lines)


def _shift(document: YamlDocument, fault: Fault) -> None:
    """Take back the blank that mending put behind the colon: places are those of the file."""
    for path, (line, column) in document.values.items():
        if line == fault.line and column > fault.column:
            document.values[path] = (line, column - 1)
