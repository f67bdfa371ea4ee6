"""A short way to the same findings: what it looks for first stands in everything that the rule reports."""

from hypothesis import given
from hypothesis import strategies as st

from investment_portal.validation.rules.references import normal


@given(st.text())
def test_names_keep_letters_and_digits_alone(name: str) -> None:
    """In whatever script."""
    assert all(sign.isalnum() for sign in normal(name))
    assert normal(f" {name}_") == normal(f"({name})")
