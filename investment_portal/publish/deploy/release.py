"""A built site that is to be deployed, and the order in which its files become visible."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from investment_portal.languages import Sentence
from investment_portal.publish.manifest import (
    MANIFEST,
    PUBLIC_KEY,
    SIGNATURE,
    ListedFile,
    Manifest,
    ManifestError,
    read_manifest,
    refuse_other_key,
    sha256_of,
)
from investment_portal.publish.signing import SigningKey
from investment_portal.refusals import RefusedError
from investment_portal.value import Value

PAGES = (".html", ".xml")
"""Endings of files that lead to others: pages, feeds, the site map."""


class NotBuiltError(RefusedError):
    """A folder that holds no site as it was built."""


class Release(Value):
    """A built site in a folder, with its manifest and the manifest's signature (empty where there is none)."""

    folder: Path
    manifest: Manifest
    signature: bytes

    @property
    def id(self) -> str:
        """Return the id of the release."""
        return self.manifest.release

    @property
    def files(self) -> Mapping[str, ListedFile]:
        """Return the files, without manifest and signature."""
        return self.manifest.files

    @property
    def closing(self) -> dict[str, bytes]:
        """Return the files that become visible last: they describe all others."""
        signature = {SIGNATURE: self.signature} if self.signature else {}
        return {MANIFEST: self.manifest.content, **signature}

    def read(self, path: str) -> bytes:
        """Return a file; raise ``NotBuiltError`` where it is not as it was built."""
        listed = self.files[path]
        try:
            content = (self.folder / path).read_bytes()
        except OSError as error:
            raise NotBuiltError(_altered(self.folder / path)) from error
        if len(content) != listed.size or sha256_of(content) != listed.sha256:
            raise NotBuiltError(_altered(self.folder / path))
        return content


def read_release(folder: Path, signing: SigningKey | None) -> Release:
    """Return the release in a folder, signed with a key where there is one and it was not signed when it was built."""
    try:
        manifest = read_manifest((folder / MANIFEST).read_bytes())
    except (OSError, ManifestError) as error:
        raise NotBuiltError(
            Sentence(
                f"“{folder}”里没有生成好的网站，请先运行 build。",
                f"“{folder}” holds no built site: run build first.",
            )
        ) from error
    for path, listed in manifest.files.items():
        place = folder / path
        if not place.is_file() or place.stat().st_size != listed.size:
            raise NotBuiltError(_altered(place))
    if signing:
        _refuse_foreign(signing, folder)
        return Release(folder, manifest, signing.sign(manifest.content))
    signature = folder / SIGNATURE
    return Release(folder, manifest, signature.read_bytes() if signature.is_file() else b"")


def _refuse_foreign(signing: SigningKey, folder: Path) -> None:
    published = folder / PUBLIC_KEY
    if published.is_file():
        refuse_other_key(signing.public, published.read_text("ascii", "replace").splitlines()[1:2][0])


def _altered(path: Path) -> Sentence:
    return Sentence(
        f"“{path}”与生成时不同或已丢失，没有发布。请重新运行 build。",
        f"“{path}” is missing or is not as it was built; nothing was published. Run build again.",
    )


def phases(changed: Iterable[str], old: Iterable[str]) -> list[list[str]]:
    """Return changed paths in groups, each of which may become visible only after the one before it.

    What is new comes before what leads to it; pages come last of each.
    """
    known = set(old)
    groups: dict[tuple[bool, bool], list[str]] = {}
    for path in sorted(changed):
        groups.setdefault((path in known, path.endswith(PAGES)), []).append(path)
    return [groups[key] for key in sorted(groups)]
