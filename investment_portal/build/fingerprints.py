"""Fingerprints: short hashes of what pages and outputs are made from."""

import hashlib
from typing import Any

from msgspec import msgpack

ENCODER = msgpack.Encoder(enc_hook=repr)
"""Writes plain values, so that equal values are equal bytes; what it does not know as ``repr`` names it."""


def fingerprint(*values: Any) -> str:
    """Return a short hash of plain values."""
    return digest_of(ENCODER.encode(values))


def digest_of(content: bytes) -> str:
    """Return a short hash of bytes."""
    return hashlib.blake2b(content, digest_size=12).hexdigest()
