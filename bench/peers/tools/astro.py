"""Astro: Markdown as content collections, its own components."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.peers.installed import npm_version
from bench.peers.tool import FrontMatter, quoted, shared, theme, write
from bench.peers.tools.eleventy import MEMORY
from investment_portal.languages import Language


class Astro(FrontMatter):
    """Astro with a theme of equal content."""

    name = "astro"
    title = "Astro"

    def begin(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:
        """Lay out settings, components and the few other pages."""
        theme("astro", self.folder)
        shared(self.folder / "public")
        write(self.folder / "package.json", '{"type": "module", "private": true}\n')
        write(self.folder / "src" / "site.json", quoted(words))
        (self.folder / "node_modules").symlink_to(self.place.modules)
        self.lay_pages(words, texts)

    @property
    def command(self) -> str:
        """Build both languages."""
        return f"cd {self.folder} && node {MEMORY} node_modules/astro/bin/astro.mjs build --silent"

    def outputs(self) -> Sequence[Path]:
        """Return the one folder."""
        return (self.folder / "dist",)

    def cache_folders(self) -> Sequence[Path]:
        """Return what Astro keeps of earlier builds."""
        return (self.folder / ".cache", self.folder / ".astro")

    def home(self, language: Language) -> Path:
        """Return the root of a language."""
        return self.folder / "dist" / language

    def version(self) -> str:
        """Return the version of the package."""
        return npm_version(self.place, "astro")
