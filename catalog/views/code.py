"""A QR code on a page."""

from dataclasses import dataclass

from catalog.show.qr import Qr
from catalog.views.parts import Part


@dataclass(frozen=True, slots=True)
class Code(Part):
    """A QR code with what it leads to; ``label`` is what a reader who cannot see it is told."""

    component = "qr"
    code: Qr
    label: str
    caption: str
