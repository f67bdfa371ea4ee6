"""Eleventy: Markdown, a folder for each language, templates in Nunjucks."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.peers.installed import npm_version
from bench.peers.tool import FrontMatter, quoted, shared, theme, write
from investment_portal.languages import Language

MEMORY = "--max-old-space-size=12000"
"""Node's usual limit is too low for 10 000 projects."""


class Eleventy(FrontMatter):
    """Eleventy with a theme of equal content."""

    name = "eleventy"
    title = "Eleventy"

    def begin(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:
        """Lay out settings, templates and the few other pages."""
        theme("eleventy", self.folder)
        shared(self.folder)
        write(self.folder / "package.json", '{"type": "module", "private": true}\n')
        write(self.folder / "_data" / "site.json", quoted(words))
        (self.folder / "node_modules").symlink_to(self.place.modules)
        self.lay_pages(words, texts)

    @property
    def command(self) -> str:
        """Build both languages."""
        return f"cd {self.folder} && node {MEMORY} node_modules/@11ty/eleventy/cmd.cjs --quiet"

    def outputs(self) -> Sequence[Path]:
        """Return the one folder."""
        return (self.folder / "_site",)

    def home(self, language: Language) -> Path:
        """Return the root of a language."""
        return self.folder / "_site" / language

    def version(self) -> str:
        """Return the version of the package."""
        return npm_version(self.place, "@11ty/eleventy")
