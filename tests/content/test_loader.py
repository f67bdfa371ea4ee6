"""Usual files are loaded without the careful loader; all others by it, with its faults."""

import subprocess
import sys
from decimal import Decimal

import pytest

from investment_portal.content.text import Unreadable
from investment_portal.content.yaml_loader import load, load_text, load_with_places
from tests.content.test_fast_yaml import USUAL

PROGRAM = """
import sys
import investment_portal.history.versions, investment_portal.validation.record_reader
import investment_portal.formatting.words, investment_portal.pages.content_pages.check
from investment_portal.content.yaml_loader import load
load(sys.stdin.buffer.read())
assert "yaml" not in sys.modules
"""


def test_usual_files_need_no_pyyaml() -> None:
    """Its import would cost more than many builds take for all else."""
    subprocess.run([sys.executable, "-c", PROGRAM], input=USUAL.encode(), check=True)  # noqa: S603 - our own program


@pytest.mark.parametrize("text", ["a: 1.50\nb: [x]\n", "{a: 1.50, b: [x]}"])
def test_both_ways_give_the_same(text: str) -> None:
    """The first text is usual, the second is not."""
    values = {"a": Decimal("1.50"), "b": ["x"]}
    assert load(text.encode()).value == values
    assert load_text(text).value == values
    assert load_with_places(text.encode()).value == values
    assert not load_text(text).faults


def test_faults_come_from_the_careful_loader() -> None:
    """Some stop it, some do not."""
    assert [fault.rule for fault in load(b"a: 1\na: 2\n").faults] == ["duplicate-key"]
    assert [fault.rule for fault in load_text("name：x\n\nkind: y\n").faults] == ["full-width-colon"]
    for raw, rule in (
        (b"a: *b\n", "alias"),
        (b"a: [\n", "syntax"),
        (b"\xff", "encoding"),
        (b"a: \x00\n", "control-character"),
    ):
        with pytest.raises(Unreadable) as caught:
            load(raw)
        assert caught.value.fault.rule == rule
