"""A phone reads from a drawn code what was put in."""

import re

import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from catalog.show.qr import qr

ADDRESS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-./:?=#%", min_size=1, max_size=240)
"""Of any length: each size of code is laid out in another way."""

CHINESE = st.text("泸州市江阳区投资促进局0123456789:;\r\n", min_size=1, max_size=80)
"""As on the card of a desk."""

ZOOM = 4
"""Pixels a module: with one, readers take the code for noise."""


@given(st.one_of(CHINESE, ADDRESS, ADDRESS, ADDRESS))
def test_the_path_is_read_back(text: str) -> None:
    """With a quiet zone of four modules all round."""
    drawn = qr(text)
    picture = Image.new("L", (drawn.width, drawn.width), 255)
    x = y = 0
    for move, number, row in re.findall(r"([Mmh])(\d+)(?: (\d+))?", drawn.path):
        if move == "M":
            x, y = int(number), int(row)
        elif move == "h":
            picture.paste(0, (x, y, x + int(number), y + 1))
        x += int(number) if move != "M" else 0
    assert picture.point(lambda shade: 255 - shade).getbbox() == (4, 4, drawn.width - 4, drawn.width - 4)
    (found,) = zxingcpp.read_barcodes(
        picture.resize((drawn.width * ZOOM, drawn.width * ZOOM), Image.Resampling.NEAREST)
    )
    assert (found.text, found.format) == (text, zxingcpp.BarcodeFormat.QRCode)
    assert found.ec_level == "M"
