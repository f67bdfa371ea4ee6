"""White space goes where nobody sees it."""

import pytest

from investment_portal.rendering.inline import Squeeze


@pytest.mark.parametrize(
    ("pieces", "squeezed"),
    [
        (["<div>\n  <p>a</p>\n\n  <p>\n    b\n  </p>\n</div>\n"], "<div><p>a</p><p>b</p></div>"),
        (["<a>a</a>\n  <a>b</a>"], "<a>a</a> <a>b</a>"),
        (["<p>a <b>b</b> c</p> <p>d</p>"], "<p>a <b>b</b> c</p> <p>d</p>"),
        (["<b>a</b>\n  <p>b</p>\n<b>c</b>"], "<b>a</b><p>b</p><b>c</b>"),
        (['<input type="text"\n   name="a">'], '<input type="text" name="a">'),
        (['<li class="', '">\n  ', "\n</li>"], '<li class=""></li>'),
        (['<a href="', '">\n  ', "</a>"], '<a href=""> </a>'),
        (["<h", ">a</h", ">\n  <b>"], "<h>a</h><b>"),
        (["<pre>\n a\n  b</pre>\n<p>"], "<pre>\n a\n  b</pre><p>"),
        (["<script>\n let a\n", "\n</script>\n<b>"], "<script>\n let a\n\n</script><b>"),
        (["<textarea>\n", "\n", "\n</textarea>\n\n<b>"], "<textarea>\n\n\n</textarea> <b>"),
        (["\n  ", "\n"], "  "),
    ],
)
def test_squeeze(pieces: list[str], squeezed: str) -> None:
    """Beside block tags it goes, between inline elements one blank is left, within a line all stays."""
    squeeze = Squeeze()
    assert "".join(squeeze(piece) for piece in pieces) == squeezed


def test_what_is_typed_stays() -> None:
    """White space within ``pre`` and the like is content."""
    text = "<script>\n\n  a\n</script>"
    assert Squeeze()(text) == text
