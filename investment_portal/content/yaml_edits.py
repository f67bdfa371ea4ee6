"""Edits of a YAML text that bring it from one value to another, where its nodes stand."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import yaml

from investment_portal.characters import FOUND
from investment_portal.content.careful_yaml import STAND_IN, Loader
from investment_portal.content.yaml_text import NOT_LITERAL, flow_text, is_short, scalar_text

STEP = 2
"""Columns by which a group is indented, where the text has no group that shows its own step."""


def same(value: Any, other: Any) -> bool:
    """Return whether two values are equal, in type too: 1 is neither true nor 1.0; the order of keys does not count."""
    if isinstance(value, dict) and isinstance(other, dict):
        return value.keys() == other.keys() and all(same(value[key], other[key]) for key in value)
    if isinstance(value, list) and isinstance(other, list):
        return len(value) == len(other) and all(map(same, value, other))
    return type(value) is type(other) and str(value) == str(other)


END_OF_BLOCK = re.compile(r"(?:\r?\n[ \t]*)+\Z")


class Entry(NamedTuple):
    """An entry of a group or list: where its key or dash begins, where the key ends, where its value may begin."""

    key: str | int
    start: int
    key_end: int
    value_from: int
    """The place behind the colon or dash."""
    node: "Node"

    @property
    def end(self) -> int:
        """The end of what the entry holds."""
        return max(self.node.end, self.value_from)


class Node(NamedTuple):
    """A value of the text: its place, its style, its entries where it is a group or list."""

    start: int
    end: int
    column: int
    style: str
    """``'``, ``"``, ``|``, ``>`` or nothing; ``{`` for groups and lists in brackets."""
    entries: list[Entry]

    def entry(self, key: str | int) -> Entry | None:
        """Return the entry of a key."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def child(self, key: str | int) -> "Node | None":
        """Return the value of a key."""
        entry = self.entry(key)
        return entry.node if entry else None


class TextEdits:
    """The edits that bring a text from one value to another."""

    def __init__(self, text: str) -> None:
        """Find where the values of a text stand."""
        self.text = text
        self.line_end = "\r\n" if "\r\n" in text else "\n"
        self._edits: list[tuple[int, int, str]] = []
        self._steps: list[int] = []
        self._list_steps: list[int] = []
        # Characters that cannot be seen might end a line; they are replaced as in reading.
        seen = FOUND.sub(STAND_IN, text)
        self._dashes = [
            token.start_mark.index
            for token in yaml.scan(seen, Loader=Loader)
            if isinstance(token, yaml.BlockEntryToken)
        ]
        root = yaml.compose(seen, Loader=Loader)
        self.root = self._node(root) if root is not None else None
        self._step = min(self._steps, default=STEP)
        self._list_step = max(set(self._list_steps), key=self._list_steps.count, default=STEP)

    def _node(self, node: Any) -> Node:
        start, end = node.start_mark.index, node.end_mark.index
        column = node.start_mark.column
        if isinstance(node, yaml.ScalarNode):
            style = node.style or ""
            if style in {"|", ">"}:
                block = self.text[start:end]
                keeps = "+" in block.split("\n", 1)[0].split("#")[0]
                end = start + len(block.removesuffix("\n").removesuffix("\r") if keeps else END_OF_BLOCK.sub("", block))
            return Node(start, end, column, style, [])
        entries = []
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                colon = self.text.index(":", key.end_mark.index) + 1
                inner = self._node(value)
                entries.append(Entry(key.value, key.start_mark.index, key.end_mark.index, colon, inner))
                if not node.flow_style and inner.entries and inner.style != "{":
                    steps = self._list_steps if isinstance(value, yaml.SequenceNode) else self._steps
                    steps.append(inner.column - column)
        else:
            for number, value in enumerate(node.value):
                inner = self._node(value)
                at = value.start_mark.index
                dash = at if node.flow_style else self._dashes[bisect_left(self._dashes, at) - 1]
                entries.append(Entry(number, dash, dash, dash + (not node.flow_style), inner))
        if node.flow_style:
            return Node(start, end, column, "{", entries)
        return Node(start, max(entry.end for entry in entries), column, "", entries)

    def written(self, before: Any, value: Any) -> str:
        """Return the text with the edits that make it hold a value."""
        if self.root is None or self.root.start == self.root.end:
            lines = self._block(value, 0)
            head = self.text if self.text.endswith("\n") or not self.text else self.text + self.line_end
            return head + self._joined(lines) + self.line_end
        root = Entry("", 0, 0, self.root.start, self.root)
        if self._differs_wholly(self.root, before, value):
            lines = self._block(value, 0)
            self._edit(self.root.start, self._end_of_line(self.root.end), self._joined(lines))
        else:
            self._update(root, before, value, -self._step)
        text = self.text
        for start, end, new in sorted(self._edits, key=lambda edit: (edit[0], edit[1]), reverse=True):
            text = text[:start] + new + text[end:]
        return text

    @staticmethod
    def _differs_wholly(node: Node, before: Any, value: Any) -> bool:
        if not value or type(before) is not type(value) or not isinstance(value, dict | list):
            return True
        return node.style != "{" and isinstance(value, dict) and not any(entry.key in value for entry in node.entries)

    def _block(self, value: Any, column: int) -> list[str]:
        """Return a value in lines of its own."""
        if isinstance(value, dict) and value:
            return self._group(value, column)
        if isinstance(value, list) and value:
            return self._list(value, column)
        inline, block = self._rendered(value, column - self._step)
        return [inline, *block]

    def _edit(self, start: int, end: int, new: str) -> None:
        self._edits.append((start, end, new))

    def _update(self, entry: Entry, old: Any, new: Any, column: int, *, in_list: bool = False) -> None:
        """Change the value of an entry whose key or dash stands in a column."""
        if same(old, new):
            return
        node = entry.node
        if node.style == "{":
            self._update_flow(entry, old, new, column, in_list=in_list)
        elif isinstance(old, dict) and isinstance(new, dict) and any(inner.key in new for inner in node.entries):
            self._update_group(node, old, new)
        elif isinstance(old, list) and isinstance(new, list) and old and new and self._begins_line(node.entries[0]):
            self._update_list(node, old, new)
        else:
            self._replace(entry, new, column, in_list=in_list)

    def _update_flow(self, entry: Entry, old: Any, new: Any, column: int, *, in_list: bool) -> None:
        """Change a group or list in brackets: word by word where its form stays, else as a whole."""
        node = entry.node
        if not is_short(new) or not new or not old:
            self._replace(entry, new, column, in_list=in_list)
        elif _alike(old, new):
            self._update_words(node, old, new)
        else:
            self._edit(node.start, node.end, flow_text(new))

    def _update_words(self, node: Node, old: Any, new: Any) -> None:
        for entry in node.entries:
            before, after = old[entry.key], new[entry.key]
            if isinstance(after, dict | list):
                self._update_words(entry.node, before, after)
            elif not same(before, after):
                gap = "" if entry.node.end > entry.node.start else " "
                new_text = gap + scalar_text(after, entry.node.style, in_flow=True)
                self._edit(entry.node.start, entry.node.end, new_text)

    def _update_group(self, node: Node, old: dict[str, Any], new: dict[str, Any]) -> None:
        stay = [entry for entry in node.entries if entry.key in new]
        first = node.entries[0]
        gone = [entry for entry in node.entries if entry.key not in new]
        if first in gone and not self._begins_line(first):
            # The dash of a list stands before the first key: the next one takes the place.
            leading = node.entries[: node.entries.index(stay[0])]
            gone = [entry for entry in gone if entry not in leading]
            between = self.text[self._end_of_line(leading[-1].end) : stay[0].start]
            if between.strip():
                self._edit(first.start, self._end_of_line(leading[-1].end), "")
            else:
                self._edit(first.start, stay[0].start, "")
        for entry in gone:
            self._edit(self._start_of_line(entry.start), self._next_line(entry.end), "")
        for entry in stay:
            self._update(entry, old[str(entry.key)], new[str(entry.key)], node.column)
        before: Entry | None = None
        added: dict[str, Any] = {}
        places = {entry.key: entry for entry in stay}
        for key, value in (*new.items(), (None, None)):
            if key in places or key is None:
                if added:
                    self._add_keys(before, stay[0], added, node.column)
                before, added = places.get(key or "", before), {}
            else:
                added[str(key)] = value

    def _add_keys(self, before: Entry | None, first: Entry, added: dict[str, Any], column: int) -> None:
        lines = self._group(added, column)
        if before:
            place = self._end_of_line(before.end)
            self._edit(place, place, self.line_end + self._joined(lines))
        else:
            self._edit(first.start, first.start, self._joined(lines).lstrip() + self.line_end + " " * column)

    def _update_list(self, node: Node, old: list[Any], new: list[Any]) -> None:
        column = node.column
        matcher = SequenceMatcher(
            None, [_frozen(item) for item in old], [_frozen(item) for item in new], autojunk=False
        )
        removed: list[int] = []
        added: list[tuple[int, list[int]]] = []
        for tag, start, end, new_start, new_end in matcher.get_opcodes():
            if tag == "equal":
                continue
            pairs = min(end - start, new_end - new_start)
            for offset in range(pairs):
                entry = node.entries[start + offset]
                self._update(entry, old[start + offset], new[new_start + offset], column, in_list=True)
            removed += range(start + pairs, end)
            if new_end > new_start + pairs:
                added.append((start + pairs, list(range(new_start + pairs, new_end))))
        moved = {_frozen(old[number]): number for number in removed}
        for place, numbers in added:
            lines = "".join(self._item_text(node, old, new[number], moved, column) for number in numbers)
            if place:
                at = self._end_of_line(node.entries[place - 1].end)
                self._edit(at, at, self.line_end + lines.removesuffix(self.line_end))
            else:
                at = self._start_of_line(node.entries[0].start)
                self._edit(at, at, lines)
        taken = {_frozen(new[number]) for _, numbers in added for number in numbers}
        for number in removed:
            start = self._start_of_line(node.entries[number].start)
            if _frozen(old[number]) in taken:
                start = self._with_comments(start, column)
            self._edit(start, self._next_line(node.entries[number].end), "")

    def _item_text(self, node: Node, old: list[Any], item: Any, moved: dict[Any, int], column: int) -> str:
        """Return the lines of a new entry of a list; one that was removed elsewhere keeps its lines and comments."""
        number = moved.get(_frozen(item))
        if number is None or not same(old[number], item):
            return self._joined(self._list([item], column)) + self.line_end
        entry = node.entries[number]
        start = self._with_comments(self._start_of_line(entry.start), column)
        return self.text[start : self._end_of_line(entry.end)] + self.line_end

    def _with_comments(self, start: int, column: int) -> int:
        """Return where the comments begin that stand right above a line, in its column."""
        while start:
            above = self.text.rfind("\n", 0, start - 1) + 1
            line = self.text[above:start]
            if not line.startswith(" " * column + "#"):
                break
            start = above
        return start

    def _replace(self, entry: Entry, new: Any, column: int, *, in_list: bool) -> None:
        """Write another value behind a key or dash; a comment behind it stays."""
        node = entry.node
        on_line = self.text.find("\n", entry.value_from, node.start) < 0
        inline, block = self._rendered(new, column, in_list=in_list, style=node.style)
        if inline in {"|", "|-"} and node.style == "|":
            block = self._indented_as(node, block)
        whole = "\n" not in self.text[node.start : node.end] and node.style not in {"|", ">"}
        if on_line and whole and not block:
            gap = " " if node.start in {node.end, entry.value_from} else ""
            if node.start == node.end:
                self._edit(entry.value_from, entry.value_from, f"{gap}{inline}" if inline else "")
            elif inline:
                self._edit(node.start, node.end, gap + inline)
            else:
                self._edit(entry.value_from, node.end, "")
            return
        header = self.text[node.start : self._end_of_line(node.start)]
        if node.style == "|" and on_line and header.partition("#")[0].strip() == inline:
            self._edit(node.start + len(header), self._end_of_line(entry.end), self.line_end.join(["", *block]))
            return
        comment = self._comment(entry, on_line=on_line)
        if comment and in_list and isinstance(new, dict | list) and new:
            inline, block = "", self._block(new, column + STEP)
        head = "".join(f" {part}" for part in (inline, comment) if part)
        self._edit(entry.value_from, self._end_of_line(entry.end), self.line_end.join([head, *block]))

    def _indented_as(self, node: Node, lines: list[str]) -> list[str]:
        """Return the lines of a text with the indentation of the one that they replace."""
        old = [line for line in self.text[node.start : node.end].split("\n")[1:] if line.strip()]
        shift = old[0][: len(old[0]) - len(old[0].lstrip(" "))] if old else ""
        has_digit = any(sign.isdigit() for sign in self.text[node.start : self._end_of_line(node.start)].split("#")[0])
        if not shift or has_digit:
            return lines
        shared = min(len(line) - len(line.lstrip(" ")) for line in lines if line)
        return [shift + line[shared:] if line else "" for line in lines]

    def _comment(self, entry: Entry, *, on_line: bool) -> str:
        """Return the comment behind a key, or behind its value."""
        node = entry.node
        if not on_line:
            rest = self.text[entry.value_from : self._end_of_line(entry.value_from)]
        elif node.style in {"|", ">"}:
            rest = self.text[node.start : self._end_of_line(node.start)].lstrip("|>+-0123456789")
        elif node.entries and node.style != "{":
            return ""
        else:
            rest = self.text[node.end : self._end_of_line(node.end)]
        return rest.strip() if rest.strip().startswith("#") else ""

    def _rendered(self, value: Any, column: int, *, in_list: bool = False, style: str = "") -> tuple[str, list[str]]:
        """Return what stands behind a key in a column, and the lines below it."""
        inner = column + (STEP if in_list else self._step)
        if isinstance(value, dict) and value:
            lines = self._group(value, inner)
            return (lines[0].lstrip(), lines[1:]) if in_list else ("", lines)
        if isinstance(value, list) and value:
            return "", self._list(value, column + (STEP if in_list else self._list_step))
        if isinstance(value, dict | list):
            return ("{}" if isinstance(value, dict) else "[]"), []
        if isinstance(value, str) and ("\n" in value or style == "|") and not NOT_LITERAL.search(value):
            ends = value.endswith("\n")
            lines = value.removesuffix("\n").split("\n")
            return ("|" if ends else "|-"), [" " * inner + line if line else "" for line in lines]
        if style == ">" and isinstance(value, str) and "\n" not in value and not NOT_LITERAL.search(value):
            return ">-", [" " * inner + value]
        return scalar_text(value, style), []

    def _group(self, group: dict[str, Any], column: int) -> list[str]:
        lines = []
        for key, value in group.items():
            inline, block = self._rendered(value, column)
            lines += [" " * column + f"{scalar_text(str(key))}: {inline}".rstrip(), *block]
        return lines

    def _list(self, items: list[Any], column: int) -> list[str]:
        lines = []
        for item in items:
            inline, block = self._rendered(item, column, in_list=True)
            lines += [" " * column + f"- {inline}".rstrip(), *block]
        return lines

    def _joined(self, lines: Sequence[str]) -> str:
        return self.line_end.join(lines)

    def _begins_line(self, entry: Entry) -> bool:
        return not self.text[self._start_of_line(entry.start) : entry.start].strip()

    def _start_of_line(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _end_of_line(self, place: int) -> int:
        end = self.text.find("\n", place)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > place and self.text[end - 1] == "\r" else end

    def _next_line(self, place: int) -> int:
        end = self.text.find("\n", place)
        return len(self.text) if end < 0 else end + 1


def _frozen(value: Any) -> Any:
    """Return a value that can be compared and be a key, equal where ``same`` says so."""
    if isinstance(value, dict):
        return "dict", frozenset((key, _frozen(inner)) for key, inner in value.items())
    if isinstance(value, list):
        return "list", tuple(_frozen(item) for item in value)
    return type(value).__name__, str(value)


def _alike(old: Any, new: Any) -> bool:
    """Return whether two values differ in words only."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(_alike(old[key], new[key]) for key in old)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_alike, old, new))
    return not isinstance(old, dict | list) and not isinstance(new, dict | list)
