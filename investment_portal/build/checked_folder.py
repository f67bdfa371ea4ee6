"""Cached files with a digest of each, so that damage is noticed when a file is read."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from catalog.value import Value
from investment_portal.build.checked_file import Damaged


class CheckedFolder(Value):
    """A folder of files, and the digest of each file by its path below the folder."""

    path: Path
    digests: Mapping[str, str]

    def read(self, name: str) -> bytes:
        """Return the content of a file; raise ``Damaged`` where it is not what the digest was computed from."""
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
