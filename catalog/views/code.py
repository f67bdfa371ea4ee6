"""A QR code on a page."""

from catalog.show.qr import Qr
from catalog.views.parts import Part


class Code(Part):
    """A QR code with what it leads to; ``label`` is what a reader who cannot see it is told."""

    component = "qr"
    code: Qr
    label: str
    caption: str
