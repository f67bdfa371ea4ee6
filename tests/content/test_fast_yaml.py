"""The fast path accepts only files in which the careful loader has no fault, and gives the same values."""

from itertools import pairwise
from pathlib import Path
from random import Random
from time import process_time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from investment_portal.content.careful_yaml import DEEPEST, parse
from investment_portal.content.fast_yaml import MAX_DEPTH, parse_bytes
from investment_portal.content.text import LARGEST, decode
from tests.content.damage import ODD, damaged
from tests.overlay import PORTAL

USUAL = Path(__file__).with_name("usual.yaml").read_text("utf-8")
"""A text with every form that the fast path reads."""

RECORDS = [path.read_text("utf-8") for path in sorted(PORTAL.rglob("*.yaml"))]
DAMAGES = 12_000


def accepted(text: str) -> bool:
    """Return whether the fast path takes the text; the careful loader must then agree in every value and type."""
    raw = text.encode("utf-8", "surrogatepass")
    value = parse_bytes(raw)
    if value is None:
        return False
    document = parse(decode(raw))
    assert document.faults == []
    # Unlike ==, this tells 1 from True and from Decimal("1.0"), and sees the order of keys.
    assert repr(value) == repr(document.value)
    return True


def test_every_usual_form() -> None:
    """Each form is read, alone and beside the others."""
    assert accepted(USUAL)
    lines = USUAL.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line[0] not in " -\n"] + [len(lines)]
    for start, end in pairwise(starts):
        part = "".join(lines[start:end])
        assert accepted(part) or part.startswith("#")


def test_records_of_the_tiny_portal() -> None:
    """Half of them take the fast path, though they are written more densely than staff write."""
    assert sum(map(accepted, RECORDS)) >= len(RECORDS) / 2


def test_damaged_records() -> None:
    """Records damaged at random are read alike or left to the careful loader; both happen often."""
    random = Random(20260630)  # noqa: S311 - not for secrets
    texts = [*filter(accepted, RECORDS), USUAL, USUAL, USUAL]
    taken = sum(accepted(damaged(random.choice(texts), random)) for _ in range(DAMAGES))
    assert DAMAGES // 10 < taken < DAMAGES * 9 // 10


@settings(max_examples=500)
@given(st.lists(st.one_of(st.sampled_from(ODD), st.text("ab:-#\n\"'", max_size=4)), max_size=12).map("".join))
def test_any_text(text: str) -> None:
    """Texts made of YAML's own signs."""
    accepted(text)
    accepted(f"a: {text}\nb: 1\n")
    accepted(f"a:\n  - b\n  - {text}\n")
    accepted(f"a:\n  b: |\n    c\n{text}\n")


KEYS = st.text("abc1-_ 一:#", min_size=1, max_size=3)
VALUES = st.recursive(
    st.one_of(st.integers(-99, 99), st.booleans(), st.none(), st.text("ab 一:#'\"\\\n-1.", max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=10,
)


@settings(max_examples=300)
@given(st.dictionaries(KEYS, VALUES, max_size=3), st.sampled_from((None, "'", '"', "|", ">")), st.booleans())
def test_any_value(value: object, style: str | None, flow: bool) -> None:
    """Values written in each style that a program may choose."""
    accepted(yaml.dump(value, default_style=style, default_flow_style=flow, allow_unicode=True, sort_keys=False))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "word\n",
        "- a\n",
        "# only a comment\n",
        "a: 1\na: 2\n",
        "a:\n  b: 1\n  b: 2\n",
        "a: &x 1\n",
        "&x a: 1\n",
        "&x\na: 1\n",
        "a: &x 1\nb: *x\n",
        "a: !!str 1\n",
        "!!str a: 1\n",
        "a: ! x\n",
        "? [a]\n: b\n",
        "? {a: b}\n: c\n",
        "a: 1\n---\nb: 2\n",
        "a: 1\n...\n---\n",
        "name：x\n",
        "name：x\nb: 1\n",
        "a: [\n",
        "a: 'b\n",
        "\ta: 1\n",
        "a: b: c\n",
        "a: " + "[" * DEEPEST + "]" * DEEPEST + "\n",
        "a: \x00\n",
        "a: \x85b\n",
        "\ufeffa: 1\n",
        "a: \ufeffb\n",
        "a: \ud800\n",
        "a: \uffff\n",
    ],
)
def test_left_to_the_careful_loader(text: str) -> None:
    """Whatever is refused, reported, or no mapping."""
    assert parse_bytes(text.encode("utf-8", "surrogatepass")) is None


@pytest.mark.parametrize(
    "raw", ["a: 白酒\n".encode("gbk"), "a: 1\n".encode("utf-16"), "a: 1\n".encode("utf-16-le"), b"\xff"]
)
def test_other_encodings_are_left_too(raw: bytes) -> None:
    """The careful loader has the sentence about the encoding."""
    assert parse_bytes(raw) is None


def test_large_files_are_left_too() -> None:
    """The limit is that of the careful loader."""
    line = b"a: 1\n"
    assert parse_bytes(line + b"#" * (LARGEST - len(line) - 1) + b"\n") == {"a": 1}
    assert parse_bytes(line + b"#" * (LARGEST - len(line)) + b"\n") is None


def nested(levels: int) -> str:
    """Return a text of groups inside each other."""
    return "".join(f"{' ' * level}a:\n" for level in range(levels - 1)) + " " * (levels - 1) + "a: 1\n"


def test_nesting_up_to_the_limit() -> None:
    """Deeper nesting is left to the careful loader, whose limit is higher."""
    assert MAX_DEPTH < DEEPEST
    assert accepted(nested(MAX_DEPTH))
    assert not accepted(nested(MAX_DEPTH + 1))
    assert not accepted(nested(DEEPEST + 1))
    assert not accepted(nested(300))


@pytest.mark.parametrize(
    "part",
    [" ", "\n", "- ", "a", "a ", "a: ", "a:", ":", "#", " #x\n", '"', "'", '\\"', "[", "[a, ", "{a: b, ", "a: |\n",
     "|\n  a\n", "a: >-\n    b\n\n", "- a\n", "- a:\n", "\n  ", "a:b", "a-", "- - ", "a: [a, a, a\n",
     "a: {b: c, d: e\n", "a: 'b\n", "a b "],
)  # fmt: skip
@pytest.mark.parametrize("start", ["", "a: ", "a:\n  ", 'a: "', "a: [", "a: |\n  b\n"])
def test_no_text_takes_long(start: str, part: str) -> None:
    """The largest file of any sign is decided in a time that grows with its length only."""
    text = (start + part * LARGEST)[: LARGEST - 1] + "\n"
    before = process_time()
    parse_bytes(text.encode())
    assert process_time() - before < 1
