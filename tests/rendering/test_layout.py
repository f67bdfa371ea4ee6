"""A layout is a rendered page with named placeholders."""

import re

import pytest

from investment_portal.pages.shortcode_pattern import SHORTCODE
from investment_portal.rendering.layout import PLACEHOLDER, Layout


def test_placeholders_are_filled_wherever_they_stand() -> None:
    """Also twice, also side by side."""
    layout = Layout.parse("<title>%%title%%</title>%%meta%%%%body%%<h1>%%title%%</h1>", PLACEHOLDER)
    assert layout.placeholders == ("title", "meta", "body", "title")
    assert layout.fill({"title": "T", "meta": "M", "body": "B"}) == "<title>T</title>MB<h1>T</h1>"


def test_a_filled_value_is_not_searched_again() -> None:
    """A project may be named as a placeholder is."""
    layout = Layout.parse("<h1>%%title%%</h1>%%body%%", PLACEHOLDER)
    assert layout.fill({"title": "%%body%%", "body": "B"}) == "<h1>%%body%%</h1>B"


def test_a_missing_value_is_an_error() -> None:
    """No page is published with a hole in it."""
    with pytest.raises(KeyError):
        Layout.parse("<h1>%%title%%</h1>", PLACEHOLDER).fill({})


@pytest.mark.parametrize("text", ["%%other%%", "100%% sure %%", "%%Title%%", '<div data-slot="hero"></div>'])
def test_other_text_stays(text: str) -> None:
    """Only the tokens of a layout are placeholders."""
    assert Layout.parse(text, PLACEHOLDER).fill({}) == text


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<div data-slot="hero"></div>', "hero"),
        ('<span data-slot="figure:2020/new-projects"></span>', "figure:2020/new-projects"),
    ],
)
def test_shortcodes(html: str, name: str) -> None:
    """With and without an argument."""
    assert Layout.parse(f"a{html}b", SHORTCODE).placeholders == (name,)


@pytest.mark.parametrize("html", ['<div data-slot="Hero"></div>', '<div data-slot="hero"> </div>', "%%title%%"])
def test_no_shortcodes(html: str) -> None:
    """A malformed shortcode is left as it stands; the check of the pages reports it."""
    assert re.search(SHORTCODE, html) is None
    assert Layout.parse(html, SHORTCODE).fill({}) == html
