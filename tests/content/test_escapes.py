"""Characters that no file may hold are refused in the escapes of YAML as well."""

import pytest

from investment_portal.content.yaml_loader import load_text


@pytest.mark.parametrize(
    "escape", [r"\0", r"\a", r"\b", r"\e", r"\v", r"\f", r"\x1b", r"\x7f", r"\u0085", r"\N", r"\uFFFF"]
)
@pytest.mark.parametrize("text", ['name: "a{}b"\n', 'name: "a\n  {}b"\n', 'names: ["x", "{}"]\n', '"k{}": x\n'])
def test_control_characters(escape: str, text: str) -> None:
    """On the first line of a text, on a later one, in a list, in a key."""
    document = load_text(text.replace("{}", escape))
    assert [fault.rule for fault in document.faults] == ["control-character"]
    assert document.faults[0].line == 1


@pytest.mark.parametrize("escape", [r"\u202e", r"\u2028", r"\u2066", r"\uFEFF", r"\u200b", r"\L", r"\P"])
@pytest.mark.parametrize("text", ['name: "a{}b"\n', 'name: "a\n  {}b"\n'])
def test_characters_that_nobody_sees(escape: str, text: str) -> None:
    """Controls of the direction of writing, breaks of other alphabets, spaces without a width."""
    assert [fault.rule for fault in load_text(text.replace("{}", escape)).faults] == ["invisible-character"]


@pytest.mark.parametrize(
    ("typed", "value"), [(r"a\tb", "a\tb"), (r"a\nb", "a\nb"), (r"\u4e2d\x41", "中A"), (r"\"\\\/", '"\\/')]
)
def test_other_escapes_are_read(typed: str, value: str) -> None:
    """Line breaks, tabs, quotes and characters by their code."""
    document = load_text(f'name: "{typed}"\n')
    assert document.value == {"name": value}
    assert not document.faults
