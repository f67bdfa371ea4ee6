"""Zensical: reads the same settings and pages as MkDocs with Material."""

from collections.abc import Sequence
from pathlib import Path

from bench.peers.installed import python_version
from bench.peers.place import PLACE
from bench.peers.tools.mkdocs import MkDocs
from catalog.languages import LANGUAGES


class Zensical(MkDocs):
    """Zensical, both languages side by side."""

    name = "zensical"
    title = "Zensical"
    note = "without search, records out of the navigation, both languages built side by side"
    program = f"{PLACE.python / 'bin' / 'zensical'} build -f mkdocs.yml >/dev/null"

    @property
    def change_command(self) -> str:
        """Build again: Zensical finds by itself what it can take from its cache."""
        return self.command

    def kept(self) -> Sequence[Path]:
        """Give what Zensical keeps of earlier builds."""
        return tuple(self.folder / one / ".cache" for one in LANGUAGES)

    def version(self) -> str:
        """Give the version of the package."""
        return python_version(self.place, "zensical")
