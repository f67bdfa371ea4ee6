"""QR codes as drawings."""

from catalog.value import Value

INK = bytes.maketrans(b"\x00\xff", b"#_")
QUIET = 4


class Qr(Value):
    """A code: its width in modules, the quiet zone of four included, and the path of its dark ones (one unit each)."""

    width: int
    path: str


def qr(text: str) -> Qr:
    """Draw a text as a QR code with error correction M (ISO/IEC 18004), rows of dark modules as strokes of one unit."""
    import zxingcpp  # noqa: PLC0415 - few runs need it

    # In C++: thousands of pages carry a code, and encoders in Python take ten times as long.
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    modules = memoryview(code.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type] # its stubs say less
    size = len(modules)
    drawn = modules.tobytes().translate(INK).decode()
    path = "".join(f"M{QUIET} {y + QUIET}.5{drawn[y * size : y * size + size].rstrip('_')}" for y in range(size))
    for length in range(size, 0, -1):  # replacing is C's work, the longest first
        path = path.replace("#" * length, f"h{length}").replace("_" * length, f"m{length} 0")
    return Qr(size + 2 * QUIET, path)
