"""The program that knows MkDocs: pages are corrected before they are published."""

import re

import pytest

from investment_portal.rendering.layouts_program import tidy


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<link href="../assets/a.css">', '<link href="../../assets/a.css">'),
        ('<script src="assets/a.js">', '<script src="../assets/a.js">'),
        ('{"base": "..", "search": "../assets/w.js"}', '{"base": "..", "search": "../../assets/w.js"}'),
        ('<link href="/en/assets/a.css">', '<link href="/assets/a.css">'),
        ('<link href="/portals/sample/en/assets/a.css">', '<link href="/portals/sample/assets/a.css">'),
        ('<a href="../assets-of-firms/">', '<a href="../assets-of-firms/">'),
    ],
)
def test_the_second_language_shares_the_files_of_the_first(before: str, after: str) -> None:
    """Relative addresses climb one folder more; those of a 404 page lose their language."""
    assert tidy(before, "en", first=False) == after
    assert tidy(before, "zh", first=True) == before


def test_what_a_validator_objects_to_is_corrected() -> None:
    """Two slips of Material's own templates."""
    html = (
        '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off"><label tabindex="">\n\n \n</label>'
    )
    assert not re.search(r'autocomplete|tabindex=""|\n\s*\n', tidy(html, "zh", first=True))
