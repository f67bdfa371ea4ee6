"""Zensical: reads the same settings and pages as MkDocs with Material."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.peers.installed import python_version
from bench.peers.place import PLACE
from bench.peers.tools.mkdocs import MkDocs
from investment_portal.languages import LANGUAGES, Language


class Zensical(MkDocs):
    """Zensical, both languages side by side."""

    name = "zensical"
    title = "Zensical"
    note = "without search, records out of the navigation, both languages built side by side"
    program = f"{PLACE.python / 'bin' / 'zensical'} build -f mkdocs.yml >/dev/null"

    def begin(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:
        """Lay out the same as for MkDocs; search, which Zensical has unless told otherwise, is switched off."""
        super().begin(words, texts)
        for language in LANGUAGES:
            settings = self.folder / language / "mkdocs.yml"
            content = settings.read_text("utf-8").replace("plugins: []", "plugins: [{search: {enabled: false}}]")
            settings.write_text(content, "utf-8")

    @property
    def change_command(self) -> str:
        """Build again: Zensical finds by itself what it can take from its cache."""
        return self.command

    def cache_folders(self) -> Sequence[Path]:
        """Return what Zensical keeps of earlier builds."""
        return tuple(self.folder / language / ".cache" for language in LANGUAGES)

    def version(self) -> str:
        """Return the version of the package."""
        return python_version(self.place, "zensical")
