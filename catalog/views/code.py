"""A QR code on a page."""

from catalog.views.parts import Part


class Code(Part):
    """The place of a QR code: the text that the page's script encodes, and the caption below the code."""

    component = "qr"
    text: str
    caption: str
