"""The modules of a QR code. Thousands of pages carry the code of their address, so those are made a quick way.

For an address, what differs from code to code of one size are the bits of its data and of their correction; where each
of them stands is worked out once. Any other text goes to the library, which knows every sort of text; a test holds both
against each other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from operator import itemgetter
from typing import Any, cast

MASK = 3
"""The pattern laid over the code, the same for all: readers undo any of the eight, and trying them all out for the
evenest takes five times as long."""

BYTES = 0b0100
"""What a text of single bytes begins with."""

LARGEST, SHORT_COUNT = 10, 9
"""Sizes that are made the quick way; up to which the length of the text takes one byte."""

FIELD, PADS = 0x11D, (0b11101100, 0b00010001)
"""The polynomial of the field that corrections are reckoned in; bytes that fill up the data."""


@dataclass(frozen=True, slots=True)
class Size:
    """Codes of one size: how their data is divided, and how bits become modules."""

    width: int
    data: int
    """Bytes of data."""
    blocks: Sequence[tuple[int, int]]
    """Bytes of data, and of their correction, in each block."""
    bits: int
    mask: int
    laid_out: Callable[[str], Sequence[str]]
    """Gives every module, row by row, out of the masked bits and the two constants behind them."""


def modules(text: str) -> list[str]:
    """Give the rows of a code, a ``1`` for each dark module."""
    size = _size(len(text)) if text.isascii() and any(sign.islower() for sign in text) else None
    if size is None:
        return ["".join(map(str, row)) for row in _drawn(text)]
    bits = f"{_message(text.encode(), size) ^ size.mask:0{size.bits}b}01"
    flat = "".join(size.laid_out(bits))
    return [flat[start : start + size.width] for start in range(0, size.width**2, size.width)]


def _drawn(text: str, version: int | None = None) -> Sequence[bytearray]:
    import segno  # noqa: PLC0415 - not every build draws a code

    code = segno.make(text, version=version, error="m", micro=False, boost_error=False, mask=MASK)
    rows: Sequence[bytearray] = code.matrix
    return rows


@cache
def _size(length: int) -> Size | None:
    """Choose the smallest code that holds so many bytes."""
    import segno  # noqa: PLC0415 - not every build draws a code

    consts = cast("Any", segno.consts)
    for version in range(1, LARGEST + 1):
        needed = 4 + (8 if version <= SHORT_COUNT else 16) + 8 * length
        if needed <= consts.SYMBOL_CAPACITY[version][consts.ERROR_LEVEL_M]:
            return _of_version(version)
    return None


@cache
def _of_version(version: int) -> Size:
    import segno  # noqa: PLC0415 - the same

    consts, encoder = cast("Any", segno.consts), cast("Any", segno.encoder)
    rows = _drawn("a", version)
    width = len(rows)
    free = encoder.make_matrix(width, width)
    encoder.add_finder_patterns(free, width, width)
    encoder.add_alignment_patterns(free, width, width)
    free[-8][8] = 1  # always dark
    blocks = [
        (one.num_data, one.num_total - one.num_data)
        for one in consts.ECC[version][consts.ERROR_LEVEL_M]
        for _ in range(one.num_blocks)
    ]
    places = [(i, j) for i, j in _way(width) if free[i][j] not in {0, 1}]
    numbers = {place: number for number, place in enumerate(places)}
    flat = [numbers.get((i, j), len(places) + rows[i][j]) for i in range(width) for j in range(width)]
    mask = "".join("1" if (i + j) % 3 == 0 else "0" for i, j in places)
    return Size(width, sum(data for data, _ in blocks), blocks, len(places), int(mask, 2), itemgetter(*flat))


def _way(width: int) -> Iterator[tuple[int, int]]:
    """Go through the modules as bits are laid: in columns two wide from the right, up and down in turn."""
    upwards = True
    for right in range(width - 1, 0, -2):
        column = right if right > 6 else right - 1  # noqa: PLR2004 - the column of the timing pattern is passed over
        for step in range(width):
            i = width - 1 - step if upwards else step
            yield i, column
            yield i, column - 1
        upwards = not upwards


def _message(raw: bytes, size: Size) -> int:
    """Write the data and its correction, byte by byte from each block in turn, as one number."""
    count = 8 if size is not _of_version(LARGEST) else 16
    bits = (((BYTES << count) | len(raw)) << 8 * len(raw) | int.from_bytes(raw, "big")) << 4
    data = bits.to_bytes(len(raw) + (count + 8) // 8, "big")[: size.data]
    left = size.data - len(data)
    # Where the bits end with a byte, the library adds an empty one.
    data += (b"\0" + bytes(PADS) * left)[:left]
    parts, corrections, start = [], [], 0
    for length, correction in size.blocks:
        part = data[start : start + length]
        parts.append(part)
        corrections.append(_corrected(part, correction))
        start += length
    columns = (*zip_longest(*parts), *zip(*corrections, strict=True))
    laid = bytes(one for column in columns for one in column if one is not None)
    return int.from_bytes(laid, "big") << size.bits - 8 * len(laid)


def _corrected(data: bytes, count: int) -> bytes:
    """Reckon the correction of a block: the rest of its division by the generator."""
    table, keep, rest = _table(count), (1 << 8 * count) - 1, 0
    for one in data:
        rest = ((rest << 8) & keep) ^ table[(rest >> 8 * (count - 1)) ^ one]
    return rest.to_bytes(count, "big")


@cache
def _table(count: int) -> list[int]:
    """Give each byte's multiple of the generator polynomial of a correction of so many bytes."""
    generator, root = [1], 1
    for _ in range(count):
        moved = [*generator, 0]
        for place, one in enumerate(generator):
            moved[place + 1] ^= _times(one, root)
        generator, root = moved, _times(root, 2)
    return [int.from_bytes(bytes(_times(byte, one) for one in generator[1:]), "big") for byte in range(256)]


def _times(one: int, other: int) -> int:
    """Multiply in the field of 256 elements."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 0x100:
            one ^= FIELD
        other >>= 1
    return product
