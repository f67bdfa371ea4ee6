"""A file of plain values that says what wrote it, how long it is, and what it adds up to."""

import marshal
import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

MAGIC = b"portal-kept-1\n"
HEAD = len(MAGIC) + 16 + 8 + 4
"""Bytes before the values: the magic, who wrote it, the length, the sum."""

PLAIN = 2
"""The form of marshal that has no references: equal values are equal bytes."""


def open_box(path: Path, writer: bytes) -> Any:
    """Give the values; nothing where the file is missing, damaged, or written by other code."""
    try:
        raw = path.read_bytes()
        head, body = raw[:HEAD], memoryview(raw)[HEAD:]
        if head != _head(writer, body):
            return None
        return marshal.loads(body)  # noqa: S302 - the sum says that we wrote it, and nothing in it is run
    except (OSError, ValueError, EOFError, TypeError):
        return None


def close_box(path: Path, writer: bytes, values: Any) -> None:
    """Write the values in one step; where the disk refuses, the next build does without."""
    body = marshal.dumps(values)
    fresh = path.with_name(f"{path.name}.new")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(_head(writer, memoryview(body)))
            file.write(body)
        fresh.replace(path)
        return
    with suppress(OSError):
        os.unlink(fresh)  # noqa: PTH108 - half of it may be there


def _head(writer: bytes, body: memoryview) -> bytes:
    return MAGIC + writer[:16].ljust(16) + len(body).to_bytes(8, "little") + zlib.crc32(body).to_bytes(4, "little")
