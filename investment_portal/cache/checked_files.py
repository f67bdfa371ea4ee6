"""Cached files with checksums: damage is noticed, and loading one runs no code."""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from investment_portal.value import Value


class Damaged(Exception):  # noqa: N818 - a state of the cache; the build discards the cache and starts again
    """The cache does not hold what was written to it."""


def load(path: Path, writer: str) -> Any:
    """Return the values; None where the file is missing, damaged, or written by another version."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        if head != _head(writer, body):
            return None
        return json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None


def save(path: Path, writer: str, values: Any) -> None:
    """Write the values in one step; where the disk refuses, the next build works without them."""
    body = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
    fresh = path.with_name(f"{path.name}.new")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(_head(writer, body) + b"\n" + body)
        fresh.replace(path)
        return
    with suppress(OSError):
        os.unlink(fresh)  # noqa: PTH108 - may be incomplete


def _head(writer: str, body: bytes) -> bytes:
    return f"{writer} {len(body)} {hashlib.blake2b(body, digest_size=16).hexdigest()}".encode()


class CheckedFolder(Value):
    """A folder of files, and the digest of each file by its path below the folder."""

    path: Path
    digests: Mapping[str, str]

    def read(self, name: str) -> bytes:
        """Return the content of a file; raise ``Damaged`` if its digest differs."""
        try:
            content = (self.path / name).read_bytes()
        except OSError as error:
            raise Damaged(str(self.path / name)) from error
        if digest(content) != self.digests[name]:
            raise Damaged(str(self.path / name))
        return content


def digest(content: bytes) -> str:
    """Return the digest of a file's content."""
    return hashlib.sha256(content).hexdigest()[:24]
