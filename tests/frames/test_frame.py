"""A frame is a rendered page with named holes."""

import re

import pytest

from catalog.frames.frame import TOKEN, Frame
from catalog.frames.tidy import tidy
from catalog.views.slots.slot import SLOT


def test_tokens_are_filled_wherever_they_stand() -> None:
    """Also twice, also side by side."""
    frame = Frame.parse("<title>%%title%%</title>%%meta%%%%body%%<h1>%%title%%</h1>", TOKEN)
    assert frame.holes == ("title", "meta", "body", "title")
    assert frame.fill({"title": "T", "meta": "M", "body": "B"}) == "<title>T</title>MB<h1>T</h1>"


def test_a_filled_value_is_not_searched_again() -> None:
    """A project may be named as a token is."""
    frame = Frame.parse("<h1>%%title%%</h1>%%body%%", TOKEN)
    assert frame.fill({"title": "%%body%%", "body": "B"}) == "<h1>%%body%%</h1>B"


@pytest.mark.parametrize("text", ["%%other%%", "100%% sure %%", "%%Title%%", '<div data-slot="hero"></div>'])
def test_other_text_stays(text: str) -> None:
    """Only the tokens of a frame are holes."""
    assert Frame.parse(text, TOKEN).fill({}) == text


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<div data-slot="hero"></div>', "hero"),
        ('<span data-slot="figure:2020/new-projects"></span>', "figure:2020/new-projects"),
    ],
)
def test_slots(html: str, name: str) -> None:
    """With and without an argument."""
    assert Frame.parse(f"a{html}b", SLOT).holes == (name,)


@pytest.mark.parametrize("html", ['<div data-slot="Hero"></div>', '<div data-slot="hero"> </div>', "%%title%%"])
def test_no_slots(html: str) -> None:
    """What is not written as a slot must be is left as it stands; the check of the pages reports it."""
    assert Frame.parse(html, SLOT).fill({}) == html


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
    assert tidy(before, "en") == after
    assert tidy(before, "zh") == before


def test_what_a_validator_objects_to_is_mended() -> None:
    """Two slips of Material's own templates."""
    html = (
        '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off"><label tabindex="">\n\n \n</label>'
    )
    tidied = tidy(html, "zh")
    assert not re.search(r'autocomplete|tabindex=""|\n\s*\n', tidied)
