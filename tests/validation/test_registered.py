"""Whatever id a problem is reported under stands in one of the two registries."""

import ast
from pathlib import Path

import investment_portal
from investment_portal.content.text import DEFERRED
from investment_portal.validation.messages import FIELD_RULES
from investment_portal.validation.registry import RULES

IDS = {*FIELD_RULES, *(rule.id for rule in RULES)}
MAKERS = {"Fault": 0, "Finding": 0, "Rule": 0, "Message": 0, "refusal": 0, "unreadable": 0, "_fault": 0, "Problem": 3}
"""Functions that make problems, and which of their arguments is the rule's id."""

PARTS = ("content", "models", "validation")


def ids_in(path: Path) -> set[str]:
    """Return the ids that stand in the code of one module."""
    ids: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in MAKERS:
            continue
        place = MAKERS[node.func.id]
        argument = node.args[place] if len(node.args) > place else None
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            ids.add(argument.value)
    return ids


def test_reported_ids_are_registered_and_registered_ids_are_reported() -> None:
    """Neither a rule without an entry nor an entry without a rule."""
    root = Path(investment_portal.__file__).parent
    modules = [root / "schema_version.py", *(path for part in PARTS for path in (root / part).rglob("*.py"))]
    reported = {id_ for path in modules for id_ in ids_in(path)}
    assert reported | {"bad-quantity", *DEFERRED} == IDS
