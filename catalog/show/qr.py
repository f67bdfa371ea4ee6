"""QR codes as drawings."""

from dataclasses import dataclass

MASK = 3
"""The pattern laid over the code, the same for all: readers undo any of the eight, and trying them all out for the
evenest takes five times as long, which counts where thousands of pages carry a code."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A code: its width in modules, the quiet zone of four included, and the path of its dark ones (one unit each)."""

    width: int
    path: str


def qr(text: str) -> Qr:
    """Draw a text as a QR code with error correction M (ISO/IEC 18004), rows of dark modules as strokes of one unit."""
    import segno  # noqa: PLC0415 - not every build draws a code

    code = segno.make(text, error="m", micro=False, boost_error=False, mask=MASK)
    quiet = 4
    strokes = []
    for y, row in enumerate(code.matrix):
        start = None
        for x, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                strokes.append(f"M{start + quiet} {y + quiet}.5h{x - start}")
                start = None
    return Qr(len(code.matrix) + 2 * quiet, "".join(strokes))
