"""Templates escape values as ``markupsafe`` does."""

import pytest
from markupsafe import Markup, escape

from investment_portal.rendering import escaping


class Shown:
    """A value that knows its HTML."""

    def __html__(self) -> str:
        """Return it."""
        return "<b>bold</b>"

    def __repr__(self) -> str:
        """Return a name that is the same in each process, for the test's id."""
        return "Shown()"


@pytest.mark.parametrize(
    "value",
    ["", "plain 12 亿元", *"&<>'\"", "a<b>&'\"c", Markup("<i>done</i>"), Shown(), 12, None, True, Markup("")],
    ids=repr,
)
def test_a_value_is_escaped_as_the_library_does(value: object) -> None:
    """Text without special characters is returned as it is."""
    assert escaping.escape(value) == str(escape(value))
