"""Fingerprints: short hashes of what pages and outputs are made from."""

import hashlib
from collections.abc import Mapping
from typing import Any

from msgspec import msgpack

from catalog.quantities.parsed import ParsedValue
from catalog.value import Value
from investment_portal.domain.summary import ProjectSummary


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


def by_digest(value: Any, summaries: Mapping[str, str]) -> Any:
    """Return a value with the digest of each project's summary in its place: what is shown a hundred times is short."""
    if isinstance(value, ProjectSummary):
        return summaries[value.id]
    if isinstance(value, Value):
        return [type(value).__name__, *(by_digest(getattr(value, name), summaries) for name in value.__struct_fields__)]
    if isinstance(value, list | tuple):
        return [by_digest(one, summaries) for one in value]
    if isinstance(value, dict):
        return {key: by_digest(one, summaries) for key, one in value.items()}
    return value


def digest_of(content: bytes) -> str:
    """Return a short hash of bytes."""
    return hashlib.blake2b(content, digest_size=12).hexdigest()
