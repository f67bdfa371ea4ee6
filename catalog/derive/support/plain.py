"""Declarations and answers as plain JSON: figures as exact text (``12``, ``25/2``), what is not there as no key."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from catalog.value import Value

NAMES = {"one_of": "oneOf", "only_if": "onlyIf", "in_force": "inForce"}
"""Keys that JavaScript writes in its own way."""


def plain(value: Any) -> Any:
    """Give a value as JSON holds it; an empty list, like a missing value, is left out of its group."""
    if isinstance(value, Value):
        return {
            NAMES.get(name, name): plain(inner)
            for name in value.__struct_fields__
            if (inner := getattr(value, name)) is not None and inner not in ((), [], "")
        }
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    # JavaScript's numbers are not exact beyond sixteen digits.
    if isinstance(value, Fraction | int) and not isinstance(value, bool):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
