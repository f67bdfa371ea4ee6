"""The styles and scripts of the theme as they are published, and their names."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.json import decode, encode

from investment_portal.cache.inputs import Scan
from investment_portal.cache.store import Store
from investment_portal.models.fingerprints import fingerprint
from investment_portal.rendering.assets import AssetNames, layout_names, published_names, scripts, styles
from investment_portal.rendering.colours import Tokens
from investment_portal.rendering.layouts import LayoutSet

TREES = {"scripts": scripts, "styles": styles}
"""Parts of the theme that are published as a whole, and what publishes them."""


class PublishedTheme:
    """The styles and scripts of one build, with the portal's own colours."""

    def __init__(self, root: Path, tokens: Tokens, inputs: Scan, store: Store, layout: LayoutSet) -> None:
        """Take the inputs of the build, and the layouts of the first language, which bring files of their own."""
        self.tokens = tokens
        self._root, self._inputs, self._store = root, inputs, store
        self._files: dict[str, Sequence[tuple[str, str]]] = {}
        self.names = self._names(layout)

    def files(self, folder: str) -> Sequence[tuple[str, str]]:
        """Return the files of a part of the theme as (path without the hash, text): each part is joined once."""
        if folder not in self._files:
            self._files[folder] = tuple(TREES[folder](self._root, self.tokens))
        return self._files[folder]

    def _names(self, layout: LayoutSet) -> AssetNames:
        """Return the published names, as they were computed from the same files, or anew."""
        digests = layout.folder.digests
        files = [(name, digests[name]) for name in layout.files]
        key = fingerprint(files, self._inputs.of_theme(*TREES, "assets"), repr(self.tokens), self._inputs.code().hex())
        stored = self._store.cached("assets", key)
        if stored:
            return decode(stored, type=dict[str, str])
        names = layout_names(layout.files, digests, layout.folder.read)
        for folder in TREES:
            names |= published_names(self.files(folder))
        with self._store.writing() as writer:
            writer.cached("assets", key, encode(names))
        return names
