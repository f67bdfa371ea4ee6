"""The careful path for YAML: values with their places, built from the events of the parser; owns every message.

Works on the parser's events, so that nothing is built from tags, aliases or nesting that a record has no use for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import yaml

from investment_portal.characters import FOUND, ODD_SPACES, WRAP, code_of, without_invisible
from investment_portal.content.merge_marks import merge_faults
from investment_portal.content.text import (
    COMMENT_IN_TEXT,
    FORBIDDEN,
    LOST_PARAGRAPHS,
    Fault,
    Unreadable,
    hidden_after,
    invisible_faults,
)
from investment_portal.content.yaml_errors import (
    BULLET,
    FULL_WIDTH_COLON,
    entry_mark,
    explain,
    explain_character,
    odd_indent,
)
from investment_portal.content.yaml_values import Path, YamlDocument, plain
from investment_portal.languages import NOTHING, Sentence
from investment_portal.problems import Level, quoted

DEEPEST = 24
"""Levels of nesting; the deepest record of the first portal has 7."""

WRITE_OUT = Sentence("请把内容直接写在这里。", "Write the content out here.")
QUOTE_ANCHOR = Sentence("文字若以 & 开头，请加引号。", "Quote a text that begins with &.")
QUOTE_TAG = Sentence("文字若以 ! 开头，请加引号。", "Quote a text that begins with !.")
QUOTE_KEY = Sentence("花括号、方括号开头的文字要加引号。", "Quote a text that begins with a brace or a bracket.")
TWO_FILES = Sentence("请把第二份内容存成另一个文件。", "Save the second part as a file of its own.")
QUOTE_OR_APART = Sentence(
    "是文字就把整段放进引号；是注释就另起一行。", "Quote the whole text, or put the comment on a line of its own."
)
COMMENT = re.compile(r"[ \t]+(#.*?)\s*\Z")
"""A comment behind a value."""

BREAK = re.compile("\r\n|[\n\r\x85]")
"""The end of a line in YAML; the invisible characters that do so too are gone before."""

SLACK = 8
"""Signs by which a line can stand further on than the lines before it say."""

STAND_IN = "\u200b"
"""Takes the place of every invisible character while a text is parsed: some of them would end a line."""

FLATTEN = Sentence("检查括号或“- ”是否写多了。", "Look for brackets or dashes too many.")


@dataclass(slots=True)
class OpenNode:
    """One open group or list: its value, and the line in which each key first stood."""

    value: Any
    lines: dict[str, int] = field(default_factory=dict)


class Builder:
    """Takes events and fills a document."""

    def __init__(self, text: str) -> None:
        """Begin with an empty document."""
        self.document = YamlDocument()
        # The mark of a value that is missing at the end of a text is on the line after it.
        self._source = [*BREAK.split(text), ""]
        self._hiding = STAND_IN in text
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
            sentence = Sentence("不能用 YAML 的 *引用。", "YAML aliases (*name) are not accepted.")
            raise _fault("alias", event, self._path, sentence, WRITE_OUT)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                sentence = Sentence(
                    "一个文件只能有一份记录，这里出现了第二个“---”。",
                    "One file holds one record; a second “---” stands here.",
                )
                raise _fault("several-documents", event, self._path, sentence, TWO_FILES)

    def _awaits_key(self) -> bool:
        return bool(self._levels) and isinstance(self._levels[-1].value, dict) and self._key is None

    def _scalar(self, event: Any) -> None:
        if self._hiding or (event.style == '"' and self._has_escapes(event)):
            self._uncover(event)
        if self._awaits_key():
            self._name(event)
            return
        if event.end_mark.line > event.start_mark.line and event.style != "|":
            self._join_wrapped(event)
        step = self._put(event, plain(event.value) if event.implicit[0] and not event.style else event.value)
        self._check_written(event, step)

    def _has_escapes(self, event: Any) -> bool:
        return any("\\" in line for line in self._source[event.start_mark.line : event.end_mark.line + 1])

    def _uncover(self, event: Any) -> None:
        """Drop characters that cannot be seen; those that an escape stands for are a fault of the value."""
        control = FORBIDDEN.search(event.value)
        if control:
            self.document.faults.append(_control_fault(control[0], event, self._next_path()))
            event.value = FORBIDDEN.sub("", event.value)
        shown = without_invisible(event.value)
        if shown != event.value:
            place = FOUND.search(event.value)
            if place and not self._hiding:
                message = hidden_after(event.value[: place.start()], FOUND.findall(event.value))
                self.document.faults.append(Fault("invisible-character", *message, *_at(event), self._next_path()))
            event.value = shown

    def _next_path(self) -> Path:
        """Return the path of the value that comes next."""
        if not self._levels:
            return ()
        group = self._levels[-1].value
        return (*self._path, (self._key or "") if isinstance(group, dict) else len(group))

    def _join_wrapped(self, event: Any) -> None:
        """Take back the blanks that YAML puts between wrapped lines, where Chinese has none."""
        pieces, begin, place = [], 0, 0
        for line, following in pairwise(self._lines_of(event)):
            start = event.value.find(line, place, place + len(line) + SLACK)
            if start < 0:  # a line with escapes: the blanks stay
                return
            place = start + len(line)
            if WRAP.search(f"{line[-1:]}\n{following[:1]}") and event.value.startswith(f" {following[:1]}", place):
                pieces.append(event.value[begin:place])
                begin = place + 1
        event.value = "".join([*pieces, event.value[begin:]])

    def _lines_of(self, event: Any) -> list[str]:
        """Return the lines of a text as they stand in the file, without their indentation and the outer quotes."""
        first, last = event.start_mark, event.end_mark
        lines = self._source[first.line : last.line + 1]
        lines[-1] = lines[-1][: last.column]
        lines[0] = lines[0][first.column :]
        if event.style == ">":
            del lines[0]
        elif event.style:
            lines[0], lines[-1] = lines[0][1:], lines[-1][:-1]
        return [line.strip() for line in lines]

    def _check_written(self, event: Any, step: str | int) -> None:
        """Add the faults of a text that YAML reads otherwise than its writer meant."""
        path = (*self._path, step) if self._levels else ()
        if event.style in {"|", ">"}:
            cut = None
        else:
            cut = COMMENT.match(self._source[event.end_mark.line][event.end_mark.column :])
        if cut:
            self.document.faults.append(_cut_off(event, cut, path))
        if event.style != "|" and event.end_mark.line > event.start_mark.line:
            lines = self._lines_of(event)
            while lines and not lines[-1]:
                lines.pop()
            if "" in lines or (not event.style and len(lines) > 1):
                self.document.faults.append(_run_together(event, path, lost="" in lines))
        if not event.style:
            self.document.faults += self._entry_marks(event, path)

    def _entry_marks(self, event: Any, path: Path) -> Iterator[Fault]:
        """Yield the first line of a value that seems to be an entry of a list, but does not begin as one."""
        lines = self._lines_of(event)
        listed = [BULLET.match(line) for line in lines]
        if len(lines) > 1 and (all(listed) or any(line.startswith("- ") for line in lines[1:])):
            place, line = next((place, line) for place, line in enumerate(lines) if not line.startswith("- "))
            first = event.start_mark.line + 1 + place
            indent = event.start_mark.column if not place else len(self._source[first - 1]) - len(line)
            yield entry_mark(line, first, indent + 1, path)

    def _name(self, event: yaml.ScalarEvent) -> None:
        key, lines = event.value, self._levels[-1].lines
        path = (*self._path, key)
        if key in lines:
            shown = quoted(key)
            sentence = Sentence(
                f"一个键只能写一次，“{shown}”在第 {lines[key]} 行已经写过。",
                f"A key stands once; “{shown}” stands in line {lines[key]} already.",
            )
            hint = Sentence("删去其中一个。", "Delete one of them.")
            self.document.faults.append(Fault("duplicate-key", sentence, hint, *_at(event), path))
        lines.setdefault(key, _at(event)[0])
        self.document.keys.setdefault(path, _at(event))
        self._key = key

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._levels) >= DEEPEST:
            sentence = Sentence(
                f"嵌套最多 {DEEPEST} 层，这里更深。", f"Nesting has {DEEPEST} levels at the most; this is deeper."
            )
            raise _fault("too-deep", event, self._path, sentence, FLATTEN)
        if self._awaits_key():
            sentence = Sentence("键必须是一个词，实际是一组内容。", "A key must be one word; got a group.")
            raise _fault("bad-key", event, self._path, sentence, QUOTE_KEY)
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
        sentence = Sentence(f"不能用 YAML 标签“{shown}”。", f"YAML tags (“{shown}”) are not accepted.")
        raise _fault("tag", event, path, sentence, QUOTE_TAG)


def _cut_off(event: Any, cut: re.Match[str], path: Path) -> Fault:
    """Return the fault that a number sign cuts a text off."""
    shown = quoted(cut[1])
    sentence = Sentence(
        f"“ #”后面是注释，不会发布：“{shown}”。", f"The text after “ #” is a comment and is not published: “{shown}”."
    )
    line, column = event.end_mark.line + 1, event.end_mark.column + cut.start(1) + 1
    return Fault(COMMENT_IN_TEXT, sentence, QUOTE_OR_APART, line, column, path, Level.WARNING)


def _run_together(event: Any, path: Path, *, lost: bool) -> Fault:
    """Return the fault that a text of several lines is not marked as one."""
    key = quoted(next((step for step in reversed(path) if isinstance(step, str)), ""))
    if event.style == ">":
        sentence = Sentence(
            f"“{key}”用“>”会把各段连在一起。", f"“>” joins the lines of “{key}”, so that its paragraphs run together."
        )
    else:
        sentence = Sentence(
            f"“{key}”有多行文字却没有“|”，{'分段会丢失' if lost else '各行会连成一行'}。",
            f"“{key}” has several lines but no “|”: its {'paragraphs' if lost else 'lines'} will run together.",
        )
    hint = Sentence(f"写成“{key}: |”，文字在下面缩进。", f"Write “{key}: |” and indent the text below.")
    return Fault(LOST_PARAGRAPHS, sentence, hint, *_at(event), path, Level.WARNING)


def _fault(rule: str, event: Any, path: list[str | int], sentence: Sentence, hint: Sentence = NOTHING) -> Unreadable:
    return Unreadable(Fault(rule, sentence, hint, *_at(event), tuple(path)))


def _control_fault(sign: str, event: Any, path: Path) -> Fault:
    sentence = Sentence(
        f"文字里不得有控制字符；这里的转义写法代表 {code_of(sign)}。",
        f"A text must hold no control characters; an escape here stands for {code_of(sign)}.",
    )
    hint = Sentence("删去以“\\”开头的这个转义写法。", "Delete the escape, which begins with “\\”.")
    return Fault("control-character", sentence, hint, *_at(event), path)


def _at(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


__all__ = ["YamlDocument", "parse"]

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

ODD_INDENT = re.compile(
    rf"^( *)([{''.join(sign for sign in ODD_SPACES if sign != chr(9))}])(?=[^\S\n]*(?:- |[A-Za-z_]+:(?: |$)))",
    re.MULTILINE,
)
"""The indentation of a key or an entry that holds another space than the usual one."""

MENDED_LIMIT = 20
"""Full-width colons that are mended in one file: each costs another reading."""


def parse(text: str) -> YamlDocument:
    """Parse one YAML document; raises ``Unreadable`` where nothing of it can be used.

    Marks of a merge, invisible characters and full-width colons behind a key are faults but hide no others: they are
    mended in passing, and the rest is read.
    """
    mended: list[Fault] = []
    conflicts, text = merge_faults(text)
    hidden = invisible_faults(text)
    text = FOUND.sub(STAND_IN, text)
    indented, text = _indentation_faults(text)
    hidden += indented
    while True:
        try:
            document = _read(text)
        except Unreadable as error:
            if error.fault.rule != FULL_WIDTH_COLON or len(mended) == MENDED_LIMIT:
                # What may be the cause is told first; the next run finds the rest.
                cause = [] if conflicts else [*mended[:1], error.fault][:1]
                raise Unreadable(*conflicts, *hidden, *cause) from None
            mended.append(error.fault)
            text = _mend(text, error.fault)
            continue
        for fault in mended:
            _shift(document, fault)
        document.faults += conflicts + [_with_path(fault, document) for fault in hidden] + mended
        return document


def _indentation_faults(text: str) -> tuple[list[Fault], str]:
    """Return a fault for the first line that is indented by other spaces, and the text with usual ones."""
    match = ODD_INDENT.search(text)
    if not match:
        return [], text
    line = text.count("\n", 0, match.start()) + 1
    faults = [odd_indent(match[2], line, len(match[1]) + 1)]
    while ODD_INDENT.search(text):
        text = ODD_INDENT.sub(lambda match: match[1] + ("  " if match[2] == "\u3000" else " "), text)
    return faults, text


def _with_path(fault: Fault, document: YamlDocument) -> Fault:
    """Return a fault with the path of the value or key in which it stands."""
    places = ((place, path) for places in (document.keys, document.values) for path, place in places.items())
    before = [(place, path) for place, path in places if place <= (fault.line, fault.column)]
    path = max(before, key=lambda item: item[0], default=((1, 1), ()))[1]
    return Fault(fault.rule, fault.sentence, fault.hint, fault.line, fault.column, path, fault.level)


def _read(text: str) -> YamlDocument:
    builder = Builder(text)
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
