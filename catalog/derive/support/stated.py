"""What an investor states: figures, words, yes or no, by the name of the fact; what is not stated is not there."""

from collections.abc import Mapping
from fractions import Fraction

Value = Fraction | frozenset[str] | bool
Stated = Mapping[str, Value]


def settled(stated: Stated) -> Stated:
    """Add what follows: who states that the firm is foreign-invested need not be asked whether it is foreign-funded."""
    types = stated.get("enterprise_type")
    if "foreign_funded" in stated or not isinstance(types, frozenset) or "foreign" not in types:
        return stated
    return {**stated, "foreign_funded": True}
