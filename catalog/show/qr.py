"""QR codes as drawings."""

import re
from dataclasses import dataclass

DARK = re.compile(b"\x01+")
QUIET = 4
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
    import segno  # noqa: PLC0415 - costs a twentieth of a second, which few runs need

    rows = segno.make(text, error="m", micro=False, boost_error=False, mask=MASK).matrix
    strokes = [
        f"M{run.start() + QUIET} {y + QUIET}.5h{run.end() - run.start()}"
        for y, row in enumerate(rows)
        for run in DARK.finditer(bytes(row))
    ]
    return Qr(len(rows) + 2 * QUIET, "".join(strokes))
