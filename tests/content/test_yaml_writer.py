"""A written change is read back as it was meant, and leaves every other line as it is."""

import copy
import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import unified_diff
from pathlib import Path
from random import Random
from typing import Any

import pytest

from investment_portal.content.careful_yaml import parse
from investment_portal.content.text import Unreadable
from investment_portal.content.yaml_edits import same
from investment_portal.content.yaml_writer import (
    REMOVED,
    UnwritableError,
    ValueChange,
    rename_key,
    write_changes,
    write_value,
)
from tests.overlay import PORTAL, SEED

MESSY = Path(__file__).with_name("messy.yaml").read_text("utf-8")
FILES = sorted([*PORTAL.rglob("*.yaml"), *SEED.rglob("*.yaml")])
TEXTS = [path.read_bytes().decode("utf-8") for path in FILES]
EDITS = 100

WORDS = (
    *("甲", "58 亿元", "yes", "12", "true", "null", "", "~", "a: b", "c #d", "- x", '"q"', "it's", " lead", "trail "),
    *("[a", "{b", "*x", "&y", "!z", "@a", "%b", "|", ">", "?", "? a", "a:", "#", "---", "...", "x\\y", "'\"", "a\tb"),
    *("2020-01-01", "1:30", "x,y", "--- a", "?a", "-b", ":c", "1e3", "0x1", ".5", "<<", "长" * 200),
    *("多\n行\n", "多\n\n行：# x", "  two\nlines", "\n\n", "a\n \nb", "a\n\n", "\na\n", "a \nb\n", "a\r\nb"),
)
"""Texts that need care in one style or another."""

TAIL = re.compile(r"(?:^#.*(?:\n|\Z)|^\s*\n)+\Z", re.MULTILINE)

BLOCK = re.compile(r"[|>][+-]?$")

KEYS = ("zh", "en", "键", "note x", "2020", "yes", "a-b")


def value_of(text: str) -> Any:
    """Return what a text holds, as the careful loader reads it."""
    return parse(text.removeprefix("\ufeff")).value


def changed_lines(before: str, after: str) -> list[str]:
    """Return the lines that went and came."""
    lines = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in {"---", "+++"}]


def walk(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield every value with its path."""
    yield path, value
    steps: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from walk(inner, (*path, step))


def any_value(random: Random, depth: int = 0) -> Any:
    """Return a random value: a word, a number, nothing, a group or a list."""
    choice = random.random()
    if depth < 2 and choice < 0.15:
        return {random.choice(KEYS): any_value(random, depth + 1) for _ in range(random.randint(0, 3))}
    if depth < 2 and choice < 0.3:
        return [any_value(random, depth + 1) for _ in range(random.randint(0, 3))]
    if choice < 0.35:
        return random.choice([None, True, False, 3, Decimal("1.50"), 0, -4])
    return random.choice(WORDS)


def any_change(random: Random, value: Any) -> ValueChange:
    """Return a random change of a value: another value, a new key, entries added, removed and moved."""
    path, old = random.choice(list(walk(value)))
    if isinstance(old, dict) and (not path or random.random() < 0.6):
        return ValueChange((*path, random.choice(["zh", "新键", "note"])), any_value(random))
    if isinstance(old, list) and random.random() < 0.8:
        items = copy.deepcopy(old)
        if items and random.random() < 0.6:
            item = items.pop(random.randrange(len(items)))
            if random.random() < 0.5:
                items.insert(random.randint(0, len(items)), item)
        else:
            items.insert(random.randint(0, len(items)), any_value(random))
        return ValueChange(path, items)
    return ValueChange(path, REMOVED if random.random() < 0.2 else any_value(random))


def applied(value: Any, change: ValueChange) -> Any:
    """Return a value with a change, without the writer."""
    value = copy.deepcopy(value)
    *above, last = change.path
    group = value
    for step in above:
        group = group[step]
    if change.value is REMOVED:
        del group[last]
    else:
        group[last] = change.value
    return value


def line_of(text: str, path: tuple[str | int, ...]) -> str:
    """Return the line on which a key or entry begins."""
    document = parse(text)
    return text.splitlines()[(document.keys.get(path) or document.values[path])[0] - 1]


def segments(text: str) -> dict[str, str]:
    """Return the lines of each key at the top of a text; the comments and blank lines below them are left out."""
    document = parse(text.removeprefix("\ufeff"))
    starts = [(line, str(path[0])) for path, (line, _) in document.keys.items() if len(path) == 1]
    lines = text.splitlines(keepends=True)
    ends = [line for line, _ in starts[1:]] + [len(lines) + 1]
    return {
        key: TAIL.sub("", "".join(lines[line - 1 : end - 1])).rstrip()
        for (line, key), end in zip(starts, ends, strict=True)
    }


@pytest.mark.parametrize("form", ["records", "messy", "windows", "mark", "unfinished"])
def test_random_edits(form: str) -> None:
    """Each edit is read back as meant; keys that it does not concern keep their lines, and their comments."""
    random = Random(form)  # noqa: S311 - not for secrets
    texts = {
        "records": TEXTS,
        "messy": [MESSY],
        "windows": [MESSY.replace("\n", "\r\n")],
        "mark": [f"\ufeff{MESSY}"],
        "unfinished": [MESSY.rstrip("\n")],
    }[form]
    for _ in range(EDITS):
        text = random.choice(texts)
        value = value_of(text)
        if not isinstance(value, dict):
            continue
        change = any_change(random, value)
        after = write_changes(text, [change])
        assert same(value_of(after), applied(value, change)), change
        assert after.startswith("\ufeff") == text.startswith("\ufeff")
        assert ("\r\n" in after) == ("\r\n" in text)
        assert "\r\n" not in text or "\n" not in after.replace("\r\n", "")
        before_lines, after_lines = segments(text), segments(after)
        for key, lines in before_lines.items():
            if key != change.path[0]:
                assert after_lines[key] == lines, (change, key)
        assert write_value(after, value_of(after)) == after


def test_unchanged_records_stay() -> None:
    """A record written with what it holds is the same, byte for byte."""
    for text in [*TEXTS, MESSY]:
        assert write_value(text, value_of(text)) == text


def test_one_line_for_one_word() -> None:
    """A word on one line that is replaced by a word changes that line alone."""
    for text in TEXTS[::3]:
        words = [path for path, value in walk(value_of(text)) if path and isinstance(value, str) and value in text]
        words = [path for path in words if not BLOCK.search(line_of(text, path))]
        for path in words[:: max(1, len(words) // 4)]:
            changed = changed_lines(text, write_changes(text, [ValueChange(path, "新的值")]))
            assert [line[0] for line in changed] == ["-", "+"], (path, changed)


def test_there_and_back() -> None:
    """A word changed and changed back leaves the text as it was."""
    for text in TEXTS[::3]:
        value = value_of(text)
        path, word = next((path, word) for path, word in walk(value) if isinstance(word, str) and word)
        assert write_changes(write_changes(text, [ValueChange(path, "x y")]), [ValueChange(path, word)]) == text


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (ValueChange(("name", "zh"), "乙"), ["-    zh: '甲 \"引\"' # Chinese\n", "+    zh: '乙' # Chinese\n"]),
        (ValueChange(("nothing",), "there"), ["-nothing: # empty\n", "+nothing: there # empty\n"]),
        (ValueChange(("empty",), "there"), ["-empty:\n", "+empty: there\n"]),
        (
            ValueChange(("flow", "en"), "x, y"),
            ['-flow: {zh: 甲, en: "b c"}  # flow comment\n', '+flow: {zh: 甲, en: "x, y"}  # flow comment\n'],
        ),
        (
            ValueChange(("text",), "three spaces\n- not a list\nmore\n"),
            ["+   more\n"],
        ),
        (ValueChange(("list", 0), REMOVED), ["-- a   # first\n"]),
        (
            ValueChange(("list", 5, "note"), "short"),
            ["-  note: |\n", "-    para\n", "-\n", "-    two\n", "+  note: |-\n", "+    short\n"],
        ),
    ],
)
def test_edits_as_people_would_make_them(change: ValueChange, lines: list[str]) -> None:
    """Quotes, comments and indentation of what is replaced stay."""
    changed = changed_lines(MESSY, write_changes(MESSY, [change]))
    assert changed == lines


def test_moved_entries_keep_their_comments() -> None:
    """An entry that moves takes its lines and the comments above it along."""
    text = "steps:\n  # the first\n  - zh: 一 # one\n    en: One\n  - zh: 二\n    en: Two\n# end\n"
    items = value_of(text)["steps"]
    after = write_changes(text, [ValueChange(("steps",), items[::-1])])
    expected = "steps:\n  - zh: 二\n    en: Two\n  # the first\n  - zh: 一 # one\n    en: One\n# end\n"
    assert sorted(after.splitlines()) == sorted(expected.splitlines())
    assert value_of(after)["steps"] == items[::-1]


def test_new_keys_stand_where_the_order_has_them() -> None:
    """A new key follows the nearest key before it; without an order it comes last."""
    text = "# head\na: 1\n\n# on d\nd: 4\n"
    order = ("a", "b", "c", "d", "e")
    assert write_changes(text, [ValueChange(("c",), "x")], lambda _: order) == "# head\na: 1\nc: x\n\n# on d\nd: 4\n"
    assert write_changes(text, [ValueChange(("c",), "x")]) == "# head\na: 1\n\n# on d\nd: 4\nc: x\n"
    assert write_changes("d: 4\n", [ValueChange(("a",), "x")], lambda _: order) == "a: x\nd: 4\n"


def test_groups_are_made_on_the_way() -> None:
    """A value below keys that are not there yet makes them."""
    change = ValueChange(("withdrawn", "reason", "zh"), "已落地")
    assert write_changes("a: 1\n", [change]) == "a: 1\nwithdrawn:\n  reason:\n    zh: 已落地\n"
    assert write_changes("", [ValueChange(("a", 0, "zh"), "x")]) == "a:\n  - zh: x\n"


def test_keys_are_renamed_in_place() -> None:
    """The value of a renamed key, its comments and its place stay."""
    text = "a: 1 # one\nold-id: # note\n  name: x\nz: 2\n"
    assert rename_key(text, ("old-id",), "new-id") == text.replace("old-id", "new-id")
    with pytest.raises(UnwritableError):
        rename_key(text, ("old-id",), "a")
    with pytest.raises(UnwritableError):
        rename_key(text, ("missing",), "b")


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: 1\na: 2\n", "a：1\nb: 2\n", "a: !!int 1\n", "a: [\n"])
def test_unusual_files_are_refused(text: str) -> None:
    """A file that reading refuses or mends is not written over."""
    with pytest.raises(Unreadable):
        write_changes(text, [ValueChange(("b",), "x")])


@pytest.mark.parametrize(
    "change",
    [
        ValueChange(("a", "b"), "x"),
        ValueChange(("list", 5), "x"),
        ValueChange(("a",), "hid\u200bden"),
        ValueChange(("a",), "bell\x07"),
    ],
)
def test_impossible_changes_are_refused(change: ValueChange) -> None:
    """A change that would not be read back has a sentence in both languages, and nothing is written."""
    with pytest.raises(UnwritableError) as refused:
        write_changes("a: 1\nlist: [x]\n", [change])
    assert refused.value.sentence.zh
    assert refused.value.sentence.en
