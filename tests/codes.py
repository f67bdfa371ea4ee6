"""Reading a code off the screen, as a phone does."""

import io

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator


def read_code(drawn: Locator) -> str:
    """Return the text of the one QR code that an element shows."""
    picture = Image.open(io.BytesIO(drawn.screenshot()))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.format == zxingcpp.BarcodeFormat.QRCode
    return code.text
