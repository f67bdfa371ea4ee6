"""Fingerprints: short hashes of what pages and outputs are made from."""

import hashlib
from typing import Any

from msgspec import msgpack

from investment_portal.models.quantities.quantity import ParsedValue


def _plain(value: Any) -> Any:
    """Return what a value of another type is written as."""
    return (type(value).__name__, value.parts) if isinstance(value, ParsedValue) else repr(value)


ENCODER = msgpack.Encoder(enc_hook=_plain)
"""Writes plain values, so that equal values are equal bytes."""


def fingerprint(*values: Any) -> str:
    """Return a short hash of plain values; the order of a mapping counts, as it does on a page.

    A set must not be in them: its order differs from run to run.
    """
    return digest_of(ENCODER.encode(values))


def digest_of(content: bytes) -> str:
    """Return a short hash of bytes."""
    return hashlib.blake2b(content, digest_size=12).hexdigest()
