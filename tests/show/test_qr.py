"""A QR code's path draws exactly the modules that the standard's encoder says."""

import re

import segno
from hypothesis import given
from hypothesis import strategies as st

from catalog.show.qr import MASK, qr

ADDRESS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-./:?=#%", min_size=1, max_size=240)
"""Of any length: each size of code is laid out in another way."""


@given(st.one_of(st.text(min_size=1, max_size=120), ADDRESS, ADDRESS, ADDRESS))
def test_the_path_draws_every_dark_module(text: str) -> None:
    """Quiet zone of four modules all round."""
    drawn = qr(text)
    dark = {
        (int(x) + step, int(y))
        for x, y, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", drawn.path)
        for step in range(int(length))
    }
    matrix = segno.make(text, error="m", micro=False, boost_error=False, mask=MASK).matrix
    assert drawn.width == len(matrix) + 8
    assert dark == {(x + 4, y + 4) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
