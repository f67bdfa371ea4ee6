"""Hugo: Markdown, a folder for each language, Go templates."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.peers.installed import python_version
from bench.peers.tool import FrontMatter, quoted, shared, theme, titled, write
from investment_portal.languages import Language


class Hugo(FrontMatter):
    """Hugo with a theme of equal content."""

    name = "hugo"
    title = "Hugo"

    def begin(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:
        """Lay out settings, templates and the few other pages."""
        theme("hugo", self.folder)
        shared(self.folder / "static")
        settings = self.folder / "hugo.toml"
        settings.write_text(titled(settings.read_text("utf-8"), words), "utf-8")
        write(self.folder / "data" / "site.json", quoted(words))
        self.lay_pages(words, texts)

    @property
    def command(self) -> str:
        """Build both languages."""
        return f"hugo --quiet --source {self.folder} -d {self.folder / 'public'}"

    def outputs(self) -> Sequence[Path]:
        """Return the one folder."""
        return (self.folder / "public",)

    def cache_folders(self) -> Sequence[Path]:
        """Return what Hugo keeps of earlier builds."""
        return (self.folder / "resources",)

    def home(self, language: Language) -> Path:
        """Return the root of a language."""
        return self.folder / "public" / language

    def version(self) -> str:
        """Return the version of the package, which is Hugo's."""
        return python_version(self.place, "hugo")
