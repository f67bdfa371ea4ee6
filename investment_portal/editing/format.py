"""The usual form of a record's file: keys in the order of the model, even spacing; comments and values stay."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from investment_portal.content.text import Unreadable
from investment_portal.content.yaml_edits import Entry, Node, TextEdits, same
from investment_portal.content.yaml_values import Path as KeyPath
from investment_portal.content.yaml_writer import BOM, KeyOrder
from investment_portal.editing.files import FileChange, text_of, unreadable_file
from investment_portal.editing.records import RecordError, RecordPlace, key_order, value_of
from investment_portal.languages import Sentence
from investment_portal.models.kinds import KINDS

BEFORE_VALUE = re.compile(r"[ \t]+(?=[^ \t\n#]|\Z)")
BLANK_LINES = re.compile(r"\n{3,}")
END_OF_LINE = re.compile(r"[ \t]+(?=\n)")


def formatted(root: Path, places: Sequence[RecordPlace]) -> list[FileChange]:
    """Return the files of records that are not in the usual form yet, with the form that they should have."""
    files = {place.file: key_order(KINDS[place.kind]) for place in places}
    changes = []
    for name, order in files.items():
        before = text_of(root, name)
        try:
            after = format_text(before, order)
        except Unreadable as error:
            raise unreadable_file(name, error) from error
        if not same(value_of(name, before), value_of(name, after)):
            raise RecordError(
                Sentence(
                    f"{name} 里有特殊写法，不能自动整理，请手工调整。",
                    f"{name} is written in a way that cannot be put in order automatically; do so by hand.",
                )
            )
        if before != after:
            changes.append(FileChange(name, before, after))
    return changes


def format_text(text: str, order: KeyOrder) -> str:
    """Return the text of a file in the usual form."""
    text = text.removeprefix(BOM).replace("\r\n", "\n")
    if text and not text.endswith("\n"):
        text += "\n"
    text = _ordered(text, order)
    return _spaced(text)


class _Block(NamedTuple):
    """The lines of an entry with the comments above it."""

    key: str
    text: str


def _ordered(text: str, order: KeyOrder) -> str:
    """Sort the entries of each group by the order, the innermost groups first."""
    for depth in range(_depth(TextEdits(text).root), -1, -1):
        edits = TextEdits(text)
        if edits.root is None:
            return text
        for node, path in sorted(_groups(edits.root, (), depth), key=lambda item: item[0].start, reverse=True):
            text = _with_sorted_group(text, node, order(path))
    return text


def _depth(node: Node | None) -> int:
    inner = [_depth(entry.node) for entry in node.entries] if node and node.style != "{" else []
    return 1 + max(inner) if inner else 0


def _groups(node: Node, path: KeyPath, depth: int) -> list[tuple[Node, KeyPath]]:
    """Return the groups at a depth with their paths."""
    if node.style == "{" or not node.entries:
        return []
    if depth == 0:
        return [(node, path)] if isinstance(node.entries[0].key, str) else []
    return [group for entry in node.entries for group in _groups(entry.node, (*path, entry.key), depth - 1)]


def _with_sorted_group(text: str, node: Node, order: Sequence[str]) -> str:
    ranks = {key: rank for rank, key in enumerate(order)}
    keys = [str(entry.key) for entry in node.entries]
    wanted = sorted(keys, key=lambda key: ranks.get(key, len(ranks)))
    if wanted == keys or not order:
        return text
    blocks = _blocks(text, node)
    by_key = {block.key: block.text for block in blocks}
    start = _block_start(text, node.entries[0], node, first=True)
    last = text.find("\n", node.entries[-1].end)
    end = len(text) if last < 0 else last + 1
    body = "".join(by_key[key] for key in wanted)
    first_line = text.rfind("\n", 0, node.entries[0].start) + 1
    if text[first_line : node.entries[0].start].strip():  # the dash of a list stands before the first key
        body = body[node.column :] if body.startswith(" " * node.column) else body
    return text[:start] + body + text[end:]


def _blocks(text: str, node: Node) -> list[_Block]:
    """Return the entries of a group with their lines; comments right above an entry belong to it."""
    starts = [_block_start(text, entry, node, first=number == 0) for number, entry in enumerate(node.entries)]
    last = text.find("\n", node.entries[-1].end)
    ends = [*starts[1:], len(text) if last < 0 else last + 1]
    blocks = []
    for entry, start, end in zip(node.entries, starts, ends, strict=True):
        lines = text[start:end]
        if start == entry.start and start != text.rfind("\n", 0, start) + 1:
            lines = " " * node.column + lines
        blocks.append(_Block(str(entry.key), lines))
    return blocks


def _block_start(text: str, entry: Entry, node: Node, *, first: bool) -> int:
    start = text.rfind("\n", 0, entry.start) + 1
    if text[start : entry.start].strip():
        return entry.start
    while start and not first:
        above = text.rfind("\n", 0, start - 1) + 1
        line = text[above:start]
        if not line.startswith(" " * node.column + "#"):
            break
        start = above
    return start


def _spaced(text: str) -> str:
    """Return the text with one space behind colons, no spaces at the ends of lines, at most one blank line."""
    edits = TextEdits(text)
    if edits.root is None:
        return text
    texts: list[tuple[int, int]] = []
    colons: list[int] = []
    _collect(edits.root, texts, colons)
    pieces, place = [], 0
    for start, end in [*sorted(texts), (len(text), len(text))]:
        gap = text[place:start]
        offset = place
        for colon in reversed([colon for colon in colons if offset <= colon <= start]):
            match = BEFORE_VALUE.match(gap, colon - offset)
            if match:
                gap = gap[: match.start()] + " " + gap[match.end() :]
        gap = BLANK_LINES.sub("\n\n", END_OF_LINE.sub("", gap)) if "\n" in gap else gap
        pieces += [gap, text[start:end]]
        place = end
    return "".join(pieces).rstrip("\n").lstrip("\n") + "\n"


def _collect(node: Node, texts: list[tuple[int, int]], colons: list[int]) -> None:
    """Collect where values stand that must not be touched, and where values may begin."""
    if not node.entries or node.style == "{":
        texts.append((node.start, node.end))
    else:
        for entry in node.entries:
            if isinstance(entry.key, str):
                colons.append(entry.value_from)
            _collect(entry.node, texts, colons)
