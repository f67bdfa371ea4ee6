"""Names and docstrings: one class name for one thing, the field's words, docstrings that begin with its verbs."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.test_imports import MODULES, ROOT

REPOSITORY = ROOT.parent
SOURCES = sorted(path for folder in (ROOT, REPOSITORY / "tests", REPOSITORY / "bench") for path in folder.rglob("*.py"))
SOURCES = [path for path in SOURCES if not {"__pycache__", "node_modules"} & set(path.parts)]

NOT_OURS = """
alone_in asked atoms beside board brief derived desk divided door examine gathered ground hands hole kept lasting
ledger near outlook pour produce sayings share_out slot spoken standing tell telling told trace weave
"""
"""Words of design section 10 for which the field has another; no name in the package holds one of them."""

NAMELESS = frozenset({"one", "found", "made", "told", "said", "own", "most"})
"""Words that name no thing: neither a variable nor a parameter has one of them alone as its name."""

PUBLIC = frozenset({"desk_notice"})
"""Names that stand in the records and settings of portals, which keep working."""

RIDDLES = ("Give", "Say", "Tell", "What", "Know", "Let", "Name", "Whether", "Ask")


def test_no_class_name_stands_for_two_things() -> None:
    """A reader who knows a class by its name knows it everywhere."""
    trees = (ast.parse(path.read_text("utf-8")) for path in MODULES)
    names = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_names_are_the_words_of_the_field(path: Path) -> None:
    """Each concept has the name that a colleague would search for."""
    refused = set()
    for name in [path.stem, *_names(ast.parse(path.read_text("utf-8")))]:
        words = {part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
        if name not in PUBLIC and (words | {name.strip("_").lower()}) & set(NOT_OURS.split()):
            refused.add(name)
    assert not refused


def _names(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module gives: of classes, functions, arguments, variables and attributes."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_variables_name_their_thing(path: Path) -> None:
    """A record is called ``record``, a sentence ``sentence``, a list of problems ``problems``."""
    assert sorted(NAMELESS & set(_variables(ast.parse(path.read_text("utf-8"))))) == []


def _variables(tree: ast.Module) -> Iterator[str]:
    """Yield the names of variables and parameters; fields of classes are part of what records and scripts hold."""
    fields = {id(name) for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for name in _fields(node)}
    for node in ast.walk(tree):
        match node:
            case ast.arg(arg=name) | ast.MatchAs(name=str(name)) | ast.ExceptHandler(name=str(name)):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) if id(node) not in fields:
                yield name


def _fields(node: ast.ClassDef) -> Iterator[ast.expr]:
    """Yield the targets of the assignments in the body of a class."""
    for statement in node.body:
        match statement:
            case ast.AnnAssign(target=target):
                yield target
            case ast.Assign(targets=targets):
                yield from targets


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_docstrings_begin_with_a_plain_word(path: Path) -> None:
    """A function returns, yields, writes; a class, a module or a value is a noun."""
    statements = (node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Expr))
    texts = (node.value for node in statements if isinstance(node, ast.Constant) and isinstance(node.value, str))
    first = [text.strip().partition(" ")[0] for text in texts]
    assert [word for word in first if re.sub(r"\W", "", word) in RIDDLES] == []
