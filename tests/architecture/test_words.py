"""Names and docstrings: one class name for one thing, docstrings that begin with the verb of the field."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.test_imports import MODULES, ROOT

RIDDLES = ("Give", "Say", "Tell", "What", "Know", "Let", "Name", "Whether", "Ask")


def test_no_class_name_stands_for_two_things() -> None:
    """A reader who knows a class by its name knows it everywhere."""
    trees = (ast.parse(path.read_text("utf-8")) for path in MODULES)
    names = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_docstrings_begin_with_a_plain_word(path: Path) -> None:
    """A function returns, yields, writes; a class, a module or a value is a noun."""
    statements = (node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Expr))
    texts = (node.value for node in statements if isinstance(node, ast.Constant) and isinstance(node.value, str))
    first = [text.strip().partition(" ")[0] for text in texts]
    assert [word for word in first if re.sub(r"\W", "", word) in RIDDLES] == []
