"""The manifest of a release: every file of a site with its size and SHA-256.

It lists neither itself nor its signature, and holds no day: equal sites have equal manifests. The id of a release is
the beginning of its manifest's own SHA-256.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import MsgspecError, Struct, json

from investment_portal.languages import Sentence
from investment_portal.refusals import RefusedError
from investment_portal.value import Value

MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
PUBLIC_KEY = "manifest.pub"

SIGNING_KEY = "PORTAL_SIGNING_KEY"
"""The environment variable with the private key: its PEM text, or the path of a file that holds it."""

FORMAT = 1
"""Of the manifest; a reader of another format refuses it."""

ID_LENGTH = 12


class ListedFile(Value):
    """A file of a release."""

    size: int
    sha256: str


class Listing(Struct):
    """The content of a manifest."""

    format: int
    files: dict[str, ListedFile]


class ManifestError(ValueError):
    """The bytes are no manifest of this format."""


class OtherKeyError(RefusedError):
    """The private key of the environment does not belong to the public key of the settings."""


class Manifest(Value):
    """A manifest as it was written, and the files that it lists by their paths."""

    content: bytes
    files: Mapping[str, ListedFile]

    @property
    def release(self) -> str:
        """Return the id of the release."""
        return sha256_of(self.content)[:ID_LENGTH]


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def write_manifest(files: Iterable[tuple[str, int, str]]) -> bytes:
    """Return the manifest of files, each given as (path, size, SHA-256); one file a line."""
    lines = [f'{json.encode(path).decode()}:{{"size":{size},"sha256":"{sha}"}}' for path, size, sha in sorted(files)]
    listed = ",\n".join(lines)
    return f'{{"format":{FORMAT},"files":{{\n{listed}\n}}}}\n'.encode()


def read_manifest(content: bytes) -> Manifest:
    """Return a manifest; raise ``ManifestError`` where the bytes are none, or where a path leads out of the site."""
    try:
        listing = json.decode(content, type=Listing)
    except (MsgspecError, UnicodeDecodeError) as error:
        raise ManifestError(str(error)) from error
    if listing.format != FORMAT:
        raise ManifestError(f"format {listing.format}")
    for path in listing.files:
        if not is_safe(path):
            raise ManifestError(f"path {path!r}")
    return Manifest(content, listing.files)


def is_safe(path: str) -> bool:
    """Return whether a path leads to a file below the folder that it is taken from, on any system."""
    plain = path.isprintable() and "\\" not in path and ":" not in path
    return plain and all(part not in {"", ".", ".."} for part in path.split("/"))


def manifest_of_outputs(outputs: Mapping[str, Any]) -> bytes:
    """Return the manifest of a build's files: values with ``size`` and ``digest``, by path."""
    return write_manifest((path, output.size, output.digest) for path, output in outputs.items())


def pem_of(public: str) -> bytes:
    """Return a public key, given as the line that the settings hold, as a PEM file."""
    return f"-----BEGIN PUBLIC KEY-----\n{public}\n-----END PUBLIC KEY-----\n".encode()


def refuse_other_key(public: str, expected: str | None) -> None:
    """Raise ``OtherKeyError`` where the settings publish another public key than that of the key in use."""
    if expected and public != expected:
        raise OtherKeyError(
            Sentence(
                f"环境变量 {SIGNING_KEY} 里的私钥与 district/site.yaml 的 signing_key 不是一对。",
                f"The private key in {SIGNING_KEY} does not belong to signing_key in district/site.yaml.",
            )
        )
