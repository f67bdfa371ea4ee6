"""The threat model names tests that exist."""

import ast
import re

from tests.overlay import BAD, TESTS

MODEL = TESTS.parent / "decisions" / "0055-threat-model.md"
NAMED = re.compile(r"`(test_\w+)(?:\[([\w-]+)\])?`")


def test_every_line_is_shown_by_a_test() -> None:
    """A test that is renamed or dropped is noticed here; an example of a rule is a folder of its own."""
    functions = {
        node.name
        for path in TESTS.rglob("test_*.py")
        if "node_modules" not in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    rows = [line for line in MODEL.read_text("utf-8").splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    for row in rows:
        named = NAMED.findall(row)
        assert named, row
        for function, example in named:
            assert function in functions, row
            assert not example or (BAD / example).is_dir(), row
