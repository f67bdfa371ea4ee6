"""The one door to YAML: text in, plain values and their places out.

Works on the parser's events, so that nothing is built from tags, aliases or nesting that a record has no use for.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from catalog.languages import Sentence
from catalog.read.fault import Fault, Unreadable
from catalog.read.scalars import plain
from catalog.read.syntax import explain

DEEPEST = 24
"""Levels of nesting; the deepest record of the first portal has 7."""

Path = tuple[str | int, ...]
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Document:
    """One file's content: ``value``, where each key and each value stands, and faults that did not stop the reading."""

    value: Any = None
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place(self, path: Path, *, of_key: bool = False) -> tuple[int, int]:
        """Find line and column of a key path, or of the nearest level above it that stands in the file."""
        while path:
            found = self.keys.get(path) if of_key else self.values.get(path) or self.keys.get(path)
            if found:
                return found
            path, of_key = path[:-1], True
        return (1, 1)


def parse(text: str) -> Document:
    """Parse one YAML document; raises ``Unreadable`` where nothing of it can be used."""
    document = Document()
    builder = _Builder(document)
    try:
        for event in yaml.parse(text, Loader=Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(explain(text, error)) from error
    except yaml.YAMLError as error:
        raise Unreadable(Fault("syntax", Sentence("文件里有 YAML 不允许的字符。", "The file holds a character that YAML forbids."),
                               line=1, column=1)) from error  # fmt: skip
    return document


class _Builder:
    """Builds values from events with a stack of its own, so that depth is counted rather than suffered."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stack: list[Any] = []
        self.path: list[str | int] = []
        self.key: str | None = None
        self.documents = 0

    def take(self, event: yaml.Event) -> None:
        """Handle one event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_extras(event)
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_extras(event)
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
            if self.stack:
                self.path.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise self._fault("alias", event, "不支持 YAML 的 *引用。", "YAML aliases (*name) are not accepted.",
                              Sentence("请把内容直接写在这里。", "Write the content out here."))  # fmt: skip
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self._fault("several-documents", event, "一个文件只能有一份记录（出现了第二个 ---）。",
                                  "One file holds one record (a second --- was found).")  # fmt: skip

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value = plain(event.value) if event.implicit[0] and not event.style else event.value
        if self.stack and isinstance(self.stack[-1], dict) and self.key is None:
            self._name(event, value)
        else:
            self._put(event, value)

    def _name(self, event: yaml.ScalarEvent, value: Any) -> None:
        key = event.value
        path = (*self.path, key)
        if key in self.stack[-1]:
            line, _ = self.document.keys[path]
            self.document.faults.append(Fault("duplicate-key",
                Sentence(f"“{key}”写了两次（第一次在第 {line} 行）。", f"“{key}” stands twice (first in line {line})."),
                Sentence("删去其中一个。", "Delete one of them."), *_at(event), path))  # fmt: skip
        self.document.keys.setdefault(path, _at(event))
        self.key = key

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.stack) >= DEEPEST:
            raise self._fault("too-deep", event, f"嵌套超过 {DEEPEST} 层。", f"Nested deeper than {DEEPEST} levels.")
        if self.stack and isinstance(self.stack[-1], dict) and self.key is None:
            raise self._fault("bad-key", event, "键必须是一个词。", "A key must be one word.")
        inner: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        step = self._put(event, inner)
        if self.stack:
            self.path.append(step)
        self.stack.append(inner)
        self.key = None

    def _put(self, event: yaml.Event, value: Any) -> str | int:
        step: str | int = ""
        if not self.stack:
            self.document.value = value
        elif isinstance(self.stack[-1], dict):
            step = self.key or ""
            self.stack[-1].setdefault(step, value)
            self.key = None
        else:
            step = len(self.stack[-1])
            self.stack[-1].append(value)
        self.document.values.setdefault((*self.path, step) if self.stack else (), _at(event))
        return step

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            raise self._fault("alias", event, "不支持 YAML 的 &锚点。", "YAML anchors (&name) are not accepted.",
                              Sentence("文字若以 & 开头，请加引号。", "Quote a text that begins with &."))  # fmt: skip
        if event.tag is not None and event.tag != "!":
            raise self._fault("tag", event, f"不支持 YAML 标签“{event.tag}”。", f"YAML tags (“{event.tag}”) are not accepted.",
                              Sentence("文字若以 ! 开头，请加引号。", "Quote a text that begins with !."))  # fmt: skip

    def _fault(self, rule: str, event: Any, zh: str, en: str, hint: Sentence = Sentence("", "")) -> Unreadable:
        return Unreadable(Fault(rule, Sentence(zh, en), hint, *_at(event), tuple(self.path)))


def _at(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


