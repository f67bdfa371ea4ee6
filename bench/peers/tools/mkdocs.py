"""Plain MkDocs with Material: a site for each language, records out of the navigation, no search."""

import shutil
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, ClassVar

from bench.peers.place import ROOT
from bench.peers.sheets import Sheet
from bench.peers.tool import THEMES, Tool, data, quoted, write
from bench.peers.words import STATIC
from investment_portal.languages import LANGUAGES, Language

COLUMNS = ("sector", "park", "invest", "land", "status")


class MkDocs(Tool):
    """MkDocs and Material of the same versions as this product's frames; both languages side by side."""

    name = "mkdocs"
    title = "MkDocs + Material"
    note = (
        "without search, records out of the navigation, both languages built side by side; "
        "a change with `--dirty`, which renders only the record's own page"
    )
    program: ClassVar[str] = f"{ROOT / '.venv' / 'bin' / 'mkdocs'} build -q -f mkdocs.yml"

    def begin(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:
        """Lay out settings and the few other pages, for each language in a folder of its own."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.words = words
        for language in LANGUAGES:
            ui = words["ui"][language]
            shutil.copytree(THEMES / "mkdocs" / "overrides", self.folder / language / "overrides")
            write(self.folder / language / "mkdocs.yml", _settings(language, words))
            home = f"# {ui['site']}\n\n{ui['desc']}\n\n[{ui['all']}](projects/index.md)\n"
            self._put(language, "index", {"title": ui["site"], "description": ui["desc"]}, home)
            for name in STATIC:
                self._put(language, name, {"title": ui[name]}, f"# {ui[name]}\n\n{texts[language]}")

    def write(self, sheet: Sheet) -> None:
        """Lay out one project."""
        self._put(sheet.language, f"projects/{sheet.id}", data(sheet), f"# {sheet.name}\n\n{sheet.body}")

    def finish(self, rows: Sequence[Mapping[Language, Sheet]]) -> None:
        """Write the lists, which MkDocs cannot make itself."""
        for language in LANGUAGES:
            ui = self.words["ui"][language]
            shown = [row[language] for row in rows]
            self._put(language, "projects/index", {"title": ui["all"]}, self._listing(ui["all"], language, shown, ""))
            for sector, names in self.words["sectors"].items():
                title = names[language]
                some = [sheet for sheet in shown if sheet.sector == sector]
                text = self._listing(title, language, some, "../projects/")
                self._put(language, f"sectors/{sector}", {"title": title}, text)

    def _listing(self, title: str, language: Language, rows: Sequence[Sheet], up: str) -> str:
        ui = self.words["ui"][language]
        head = " | ".join([ui["colname"], *(ui[name] for name in COLUMNS)])
        lines = [
            " | ".join(
                (
                    f"| [{row.name}]({up}{row.id}.md)",
                    row.sector_name,
                    row.place,
                    row.investment,
                    row.land,
                    row.status,
                    "",
                )
            )
            for row in rows
        ]
        return "\n".join([f"# {title}", "", f"| {head} |", "|---" * (len(COLUMNS) + 1) + "|", *lines, ""])

    def _put(self, language: Language, name: str, content: Mapping[str, Any], text: str) -> None:
        head = "\n".join(f"{key}: {quoted(value)}" for key, value in content.items())
        write(self.folder / language / "docs" / f"{name}.md", f"---\n{head}\n---\n\n{text}")

    @property
    def command(self) -> str:
        """Build both languages side by side, which is faster than one after the other."""
        return self._both(self.program)

    def _both(self, program: str) -> str:
        zh, en = (f"(cd {self.folder / language} && {program})" for language in LANGUAGES)
        return f"{zh} & first=$!; {en}; second=$?; wait $first && exit $second"

    @property
    def change_command(self) -> str:
        """Render only the pages whose files changed."""
        return self._both(f"{self.program} --dirty")

    def outputs(self) -> Sequence[Path]:
        """Return a folder for each language."""
        return tuple(self.folder / language / "site" for language in LANGUAGES)

    def home(self, language: Language) -> Path:
        """Return the root of a language."""
        return self.folder / language / "site"

    def version(self) -> str:
        """Return both versions."""
        return f"{version('mkdocs')} + {version('mkdocs-material')}"


def _settings(language: Language, words: Mapping[str, Any]) -> str:
    ui = words["ui"][language]
    sectors = "".join(f"      - sectors/{sector_id}.md\n" for sector_id in words["sectors"])
    static = "".join(f"  - {quoted(ui[name])}: {name}.md\n" for name in STATIC)
    return f"""\
site_name: {quoted(ui["site"])}
site_description: {quoted(ui["desc"])}
site_url: https://www.example.org/{language}/
theme:
  name: material
  language: {language}
  font: false
  custom_dir: overrides
  palette:
    primary: indigo
  features: [navigation.indexes, navigation.tabs, navigation.top, navigation.footer]
extra:
  ui: {{home: {quoted(ui["home"])}, projects: {quoted(ui["projects"])}}}
  alternate:
    - {{name: 中文, link: /zh/, lang: zh}}
    - {{name: English, link: /en/, lang: en}}
copyright: {quoted(ui["footer"])}
markdown_extensions: [tables, attr_list, toc]
plugins: []
not_in_nav: |
  /projects/*
nav:
  - {quoted(ui["home"])}: index.md
  - {quoted(ui["projects"])}:
      - projects/index.md
  - {quoted(ui["sectors"])}:
{sectors}{static}"""
