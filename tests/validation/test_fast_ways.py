"""A short way to the same findings: what it looks for first stands in everything that the rule reports."""

from hypothesis import given
from hypothesis import strategies as st

from investment_portal.validation.rules.personal_data import IDENTITY, MOBILE, PARTS
from investment_portal.validation.rules.references import normal


@given(st.from_regex(MOBILE) | st.from_regex(IDENTITY), st.text(), st.text())
def test_every_number_has_one_of_the_parts(number: str, before: str, after: str) -> None:
    """Also amid other text."""
    text = f"{before}\n{number}\n{after}"
    assert any(part.search(text) for part in PARTS)


@given(st.text())
def test_names_keep_letters_and_digits_alone(name: str) -> None:
    """In whatever script."""
    assert all(sign.isalnum() for sign in normal(name))
    assert normal(f" {name}_") == normal(f"({name})")
