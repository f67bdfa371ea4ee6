"""Zola: Markdown, languages by the file's name, templates in Tera."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.peers.install import ZOLA
from bench.peers.installed import npm_version
from bench.peers.sheets import Sheet
from bench.peers.tool import Tool, quoted, shared, theme, titled, write
from bench.peers.words import STATIC
from investment_portal.languages import LANGUAGES, Language, language_path

EXTRA = ("pid", "sector", "sector_name", "park_name", "investment", "land", "status", "coop")


class Zola(Tool):
    """Zola with a theme of equal content."""

    name = "zola"
    title = "Zola"

    def begin(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:
        """Lay out settings, templates and the few other pages."""
        theme("zola", self.folder)
        shared(self.folder / "static")
        head = titled((self.folder / "config.head.toml").read_text("utf-8"), words)
        tables = [
            f"[extra.{group}.{quoted(name)}]\n" + "\n".join(f"{key} = {quoted(value)}" for key, value in values.items())
            for group in ("ui", "sectors")
            for name, values in words[group].items()
        ]
        write(self.folder / "config.toml", "\n".join([head, "[extra]", *tables, ""]))
        for language in LANGUAGES:
            ui = words["ui"][language]
            self._put("_index", language, {"title": ui["site"]}, ui["desc"])
            self._put("projects/_index", language, {"title": ui["all"], "sort_by": "slug"}, "")
            for name in STATIC:
                self._put(name, language, {"title": ui[name]}, texts[language])

    def write(self, sheet: Sheet) -> None:
        """Lay out one project."""
        content = {"title": sheet.name, "description": sheet.summary, "slug": sheet.id}
        extra = (sheet.id, sheet.sector, sheet.sector_name, sheet.place, sheet.investment, sheet.land, sheet.status)
        pairs = zip(EXTRA, (*extra, sheet.cooperation), strict=True)
        more = "\n".join(f"{name} = {quoted(value)}" for name, value in pairs)
        tables = f"date = {sheet.published}\n[taxonomies]\nsectors = [{quoted(sheet.sector)}]\n[extra]\n{more}"
        self._put(f"projects/{sheet.id}", sheet.language, content, sheet.body, tables)

    def _put(self, name: str, language: Language, content: Mapping[str, str], body: str, tables: str = "") -> None:
        suffix = "" if language == LANGUAGES[0] else f".{language}"
        head = "\n".join(f"{key} = {quoted(value)}" for key, value in content.items())
        write(self.folder / "content" / f"{name}{suffix}.md", f"+++\n{head}\n{tables}\n+++\n\n{body}")

    @property
    def command(self) -> str:
        """Build both languages."""
        return f"zola -r {self.folder} build --force -o {self.folder / 'public'}"

    def outputs(self) -> Sequence[Path]:
        """Return the one folder."""
        return (self.folder / "public",)

    def home(self, language: Language) -> Path:
        """Return the root of a language; the first stands at the site's."""
        return self.folder / "public" / language_path(language)

    def version(self) -> str:
        """Return the version of the package that brings Zola's own."""
        return npm_version(self.place, ZOLA)
