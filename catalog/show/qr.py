"""QR codes as drawings."""

import re
from dataclasses import dataclass

from catalog.show.qr_modules import modules

DARK = re.compile("1+")
QUIET = 4


@dataclass(frozen=True, slots=True)
class Qr:
    """A code: its width in modules, the quiet zone of four included, and the path of its dark ones (one unit each)."""

    width: int
    path: str


def qr(text: str) -> Qr:
    """Draw a text as a QR code with error correction M (ISO/IEC 18004), rows of dark modules as strokes of one unit."""
    rows = modules(text)
    strokes = [
        f"M{run.start() + QUIET} {y + QUIET}.5h{run.end() - run.start()}"
        for y, row in enumerate(rows)
        for run in DARK.finditer(row)
    ]
    return Qr(len(rows) + 2 * QUIET, "".join(strokes))
