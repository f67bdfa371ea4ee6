"""Verify a copy of a site: its manifest by the signature, its files by the manifest."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from typing import TYPE_CHECKING

from investment_portal.languages import Sentence
from investment_portal.publish.manifest import (
    MANIFEST,
    SIGNATURE,
    ListedFile,
    Manifest,
    ManifestError,
    read_manifest,
    sha256_of,
)
from investment_portal.publish.signing import is_signed
from investment_portal.publish.site_copy import CopyError, SiteCopy
from investment_portal.value import Value

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LARGEST_MANIFEST = 256 * 1024 * 1024
LARGEST_SIGNATURE = 1024


class SignatureState(Enum):
    """The state of the signature of a manifest."""

    VALID = "valid"
    WRONG = "wrong"
    MISSING = "missing"
    NO_KEY = "no key"
    """There is no public key to verify it."""
    NOT_NEEDED = "not needed"
    """The manifest did not come from the copy."""


class FileState(Enum):
    """The state of a file in a copy."""

    SAME = "same"
    MISSING = "missing"
    CHANGED = "changed"


class Verification(Value):
    """The result: the release, the state of its signature, and the paths of files that are not as they were built."""

    release: str
    files: int
    signature: SignatureState
    missing: list[str]
    changed: list[str]
    extra: list[str] | None
    """None where a copy cannot list its extra files."""

    @property
    def holds(self) -> bool:
        """Return whether the copy is what was built, as far as can be seen."""
        wrong = self.signature in {SignatureState.WRONG, SignatureState.MISSING}
        return not (wrong or self.missing or self.changed or self.extra)


def verify(copy: SiteCopy, key: "Ed25519PublicKey | None", trusted: Manifest | None = None) -> Verification:
    """Compare a copy with its own signed manifest, or with a manifest that is trusted."""
    manifest = trusted or _manifest_of(copy)
    listed = dict(manifest.files)
    if trusted:
        listed[MANIFEST] = ListedFile(len(trusted.content), sha256_of(trusted.content))
    states = _states(copy, listed)
    there = copy.paths()
    known = {*listed, MANIFEST, SIGNATURE}
    extra = None if there is None else sorted(path for path in there if path not in known)
    return Verification(
        manifest.release,
        len(manifest.files),
        SignatureState.NOT_NEEDED if trusted else _signature_of(copy, manifest, key),
        [path for path, state in states.items() if state is FileState.MISSING],
        [path for path, state in states.items() if state is FileState.CHANGED],
        extra,
    )


def _manifest_of(copy: SiteCopy) -> Manifest:
    content = copy.read(MANIFEST, LARGEST_MANIFEST)
    if content is None:
        raise CopyError(
            Sentence(
                f"没有 {MANIFEST}：那里不是门户，或是旧版本生成的。",
                f"There is no {MANIFEST}: that is no portal, or one of an older version.",
            )
        )
    try:
        return read_manifest(content)
    except ManifestError as error:
        raise CopyError(Sentence(f"{MANIFEST} 已损坏：{error}", f"{MANIFEST} is damaged: {error}")) from error


def _signature_of(copy: SiteCopy, manifest: Manifest, key: "Ed25519PublicKey | None") -> SignatureState:
    if key is None:
        return SignatureState.NO_KEY
    signature = copy.read(SIGNATURE, LARGEST_SIGNATURE)
    if signature is None:
        return SignatureState.MISSING
    return SignatureState.VALID if is_signed(manifest.content, signature, key) else SignatureState.WRONG


def _states(copy: SiteCopy, listed: Mapping[str, ListedFile]) -> dict[str, FileState]:
    """Return the state of each listed file."""

    def state(path: str) -> FileState:
        entry = listed[path]
        content = copy.read(path, entry.size + 1)
        if content is None:
            return FileState.MISSING
        same = len(content) == entry.size and sha256_of(content) == entry.sha256
        return FileState.SAME if same else FileState.CHANGED

    with ThreadPoolExecutor(copy.threads) as threads:
        return dict(zip(listed, threads.map(state, listed), strict=True))
