"""The door to YAML: nothing but a fault comes out, places are right, words stay what was typed."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from investment_portal.content.careful_yaml import DEEPEST, parse
from investment_portal.content.text import LARGEST, Unreadable, decode, read_bytes

MARKS = st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#\n\t \\~<=01.：é一\ufeff\u2028\x85", max_size=60)

BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""The characters that end a line in YAML."""


@pytest.mark.fuzz
@given(st.binary(max_size=200))
@example(b"\xff\xfea\x00")
@example(b"\xef\xbb\xbfa: 1")
@example(b"a: \x00")
def test_bytes_are_read_or_refused(raw: bytes) -> None:
    """Whatever stands on disk, the only exception is the one that carries a fault."""
    try:
        parse(decode(raw))
    except Unreadable as error:
        assert error.fault.sentence.zh  # noqa: PT017 - both ends are right


@pytest.mark.fuzz
@given(st.one_of(MARKS, st.text(max_size=80)))
@example("? [a]\n: b")
@example("a: &x 1\nb: *x")
@example('"\\ud800": 1')
@example("\ud800")
@example("<<: {a: 1}")
@example("?")
@example("{0")
@example(": : :")
@example("- - - -")
@example("a: !!python/object:os.system x")
@example("--- a\n--- b")
def test_text_is_read_or_refused(text: str) -> None:
    """The same for any text, also one that YAML's own signs make up."""
    try:
        document = parse(text)
    except Unreadable as error:
        assert error.fault.line >= 0  # noqa: PT017 - both ends are right
    else:
        last = max((line for line, _ in document.values.values()), default=1)
        assert last <= len(BREAKS.split(text)) + 1  # a value that is missing at the end is on the line after it


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 50_000, "- " * 100_000, "? " * 100_000])
def test_deep_nesting_is_a_fault(text: str) -> None:
    """A file cannot crash the parser by its depth."""
    with pytest.raises(Unreadable) as caught:
        parse(text)
    assert caught.value.fault.rule in {"too-deep", "bad-key"}


def test_nesting_up_to_the_limit_is_read() -> None:
    """The limit itself is allowed."""
    assert parse("[" * DEEPEST + "]" * DEEPEST).value is not None
    with pytest.raises(Unreadable):
        parse("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Null", "Null"),
        ("TRUE", "TRUE"),
        ("1:30", "1:30"),
        ("0755", "0755"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e5", "1e5"),
        (".5", ".5"),
        ("+5", "+5"),
        (".inf", ".inf"),
        ("NaN", "NaN"),
        ("2020-02-30", "2020-02-30"),
        ("=", "="),
        ("<<", "<<"),
        ('"12"', "12"),
        ("'true'", "true"),
        ("12", 12),
        ("-3", -3),
        ("1.10", Decimal("1.10")),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, "9" * 19),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_words_stay_as_typed(typed: str, value: object) -> None:
    """Only null, true, false, whole numbers and decimals are not text."""
    value_ = parse(f"a: {typed}").value["a"]
    assert value_ == value
    assert type(value_) is type(value)


@pytest.mark.parametrize("key", ["1", "true", "null", "no", "2020-01-01", "~", "一"])
def test_keys_are_text(key: str) -> None:
    """A key is a word, whatever it looks like."""
    assert list(parse(f"{key}: 1").value) == [key]


KEYS = st.text(alphabet="abcdefg", min_size=1, max_size=3)
VALUES = st.recursive(
    st.one_of(st.integers(-99, 99), st.booleans(), st.none(), st.text(alphabet="ab 一:#'\"\n-", max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=10,
)


@given(VALUES, st.booleans())
def test_what_was_written_is_read(value: object, flow: bool) -> None:
    """Values come back, and each place points at the text of its scalar."""
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=1000)
    document = parse(text.removesuffix("...\n"))
    assert document.value == value
    lines = text.split("\n")
    for path, (line, column) in document.keys.items():
        assert str(path[-1]) in lines[line - 1][column - 1 :] or "? " in text


def test_places() -> None:
    """Keys, values, list items; what is missing is at the group that lacks it."""
    document = parse("a:\n  b: 1\n  c:\n    - x\n    - {d: 2}\n")
    assert document.place(("a", "b")) == (2, 6)
    assert document.place(("a", "b"), of_key=True) == (2, 3)
    assert document.place(("a", "c", 1, "d")) == (5, 11)
    assert document.place(("a", "c", 1, "missing")) == (5, 7)
    assert document.place(("a", "missing")) == (1, 1)
    assert document.place(("missing", "inner")) == (1, 1)
    assert document.place(()) == (1, 1)


def test_duplicate_keys_keep_the_first_value_and_every_fault() -> None:
    """Also inside a group that itself stands twice."""
    document = parse("a: {b: 1}\na:\n  b: 2\n  b: 3\n")
    assert document.value == {"a": {"b": 1}}
    assert [(fault.line, fault.path) for fault in document.faults] == [(2, ("a",)), (4, ("a", "b"))]
    assert "第 3 行" in document.faults[1].sentence.zh


def test_full_width_colon_is_found_above_the_complaint() -> None:
    """The parser complains lines later; the rest of the file is read all the same, each place as in the file."""
    document = parse("name：某项目\n\nkind: land\nstage：ready\nsector:  food\n")
    assert document.value == {"name": "某项目", "kind": "land", "stage": "ready", "sector": "food"}
    places = [(fault.rule, fault.line, fault.column) for fault in document.faults]
    assert places == [("full-width-colon", 1, 5), ("full-width-colon", 4, 6)]
    assert document.values["name",] == (1, 6)
    assert document.values["sector",] == (5, 10)


def test_what_cannot_be_mended_is_told_after_the_colon() -> None:
    """The colon first: the other mistake is found once it is mended."""
    with pytest.raises(Unreadable) as caught:
        parse("name：某项目\n\nkind: land\nplace: [a\n")
    assert caught.value.fault.rule == "full-width-colon"


def test_a_file_full_of_full_width_colons_ends_soon() -> None:
    """Each mended one costs another reading, so that there is a limit."""
    with pytest.raises(Unreadable) as caught:
        parse("a: 1\n" + "".join(f"key{number}：x\n\n" for number in range(3000)))
    assert caught.value.fault.rule == "full-width-colon"


def rule_of(path: Path, root: Path) -> str:
    """Return the rule by which a file is refused."""
    with pytest.raises(Unreadable) as caught:
        read_bytes(path, root)
    return caught.value.fault.rule


def test_only_files_inside_the_portal_are_read(tmp_path: Path) -> None:
    """Folders, broken and circular links, links that lead out, and oversized files are refused."""
    root = tmp_path / "portal"
    root.mkdir()
    (tmp_path / "outside").write_text("a: 1")
    (root / "out.yaml").symlink_to(tmp_path / "outside")
    (root / "broken.yaml").symlink_to("nowhere")
    (root / "circle.yaml").symlink_to("circle.yaml")
    (root / "folder.yaml").mkdir()
    (root / "large.yaml").write_bytes(b"#" * (LARGEST + 1))
    (root / "inner.yaml").write_text("a: 1")
    (root / "link.yaml").symlink_to("inner.yaml")
    assert rule_of(root / "out.yaml", root) == "link-outside"
    assert rule_of(root / "broken.yaml", root) == "unreadable"
    assert rule_of(root / "circle.yaml", root) == "unreadable"
    assert rule_of(root / "folder.yaml", root) == "unreadable"
    assert rule_of(root / "large.yaml", root) == "file-too-large"
    assert rule_of(root / "missing.yaml", root) == "unreadable"
    assert read_bytes(root / "link.yaml", root) == b"a: 1"
