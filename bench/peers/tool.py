"""The interface of a benchmarked tool: how records are laid before it, how it builds, where its pages are."""

import json
import shutil
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from bench.peers.place import PLACE, Place
from bench.peers.sheets import Sheet
from bench.peers.words import STATIC
from investment_portal.languages import LANGUAGES, Language

THEMES = Path(__file__).parent / "themes"


class Tool(ABC):
    """One tool with the records of one size laid before it in ``folder``."""

    name: ClassVar[str]
    title: ClassVar[str]
    note: ClassVar[str] = ""
    """A remark for readers of the table about this tool's figures."""
    environment: ClassVar[Mapping[str, str]] = {}
    largest: ClassVar[int] = 10_000
    """The most projects that are asked of it."""
    changes: ClassVar[bool] = True
    """True if it can build a change of one record."""

    def __init__(self, work: Path, place: Place = PLACE) -> None:
        """Stand in a folder below that of the size."""
        self.work = work
        self.folder = work / self.name
        self.place = place

    @abstractmethod
    def begin(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:
        """Lay out settings, templates and the pages beside the projects."""

    @abstractmethod
    def write(self, sheet: Sheet) -> None:
        """Lay out one project in one language; written again, it is a change."""

    def finish(self, rows: Sequence[Mapping[Language, Sheet]]) -> None:  # noqa: B027 - most tools make lists themselves
        """Lay out lists, where the tool cannot make them itself."""

    @property
    @abstractmethod
    def command(self) -> str:
        """The command line, run by a shell, that makes the site in both languages."""

    @property
    def change_command(self) -> str:
        """The command line after one record changed."""
        return self.command

    @abstractmethod
    def outputs(self) -> Sequence[Path]:
        """Return the folders that hold what was made."""

    def cache_folders(self) -> Sequence[Path]:
        """Return what the tool keeps from one build to the next besides its output."""
        return ()

    @abstractmethod
    def home(self, language: Language) -> Path:
        """Return the root of a language's pages."""

    @abstractmethod
    def version(self) -> str:
        """Return which version of the tool this is."""

    def wipe(self) -> None:
        """Forget every earlier build, so that the next is a clean one."""
        for path in (*self.outputs(), *self.cache_folders()):
            shutil.rmtree(path, ignore_errors=True)

    def change(self, sheets: Mapping[Language, Sheet], number: str) -> None:  # noqa: ARG002 - this product takes it
        """Change one record's investment, which ``number`` (in 亿元) says, in both languages."""
        for language in LANGUAGES:
            self.write(sheets[language])

    def page(self, language: Language, id_: str) -> Path:
        """Return the file of a project's page."""
        return self.home(language) / "projects" / id_ / "index.html"

    def lists(self, language: Language) -> Sequence[Path]:
        """Return the files that tell the investments of all projects: they must follow a change."""
        return (self.home(language) / "projects" / "index.html",)


class FrontMatter(Tool):
    """A tool that reads Markdown with its data in front, a folder for each language."""

    content: ClassVar[str] = "content"

    def lay_pages(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:
        """Lay out the home, the lists' heads and the few pages beside the projects."""
        for language in LANGUAGES:
            texts_ = words["ui"][language]
            self.put(f"{language}/_index.md", _head(title=texts_["site"], lang=language) + texts_["desc"])
            self.put(f"{language}/projects/_index.md", _head(title=texts_["all"], lang=language))
            for sector, names in words["sectors"].items():
                self.put(f"{language}/sectors/{sector}/_index.md", _head(title=names[language], lang=language))
            for name in STATIC:
                self.put(f"{language}/{name}.md", _head(title=texts_[name], lang=language) + texts[language])

    def put(self, name: str, text: str) -> None:
        """Write a file of the content."""
        write(self.folder / self.content / name, text)

    def write(self, sheet: Sheet) -> None:
        """Lay out one project."""
        self.put(f"{sheet.language}/projects/{sheet.id}.md", _head(**data(sheet)) + sheet.body)


def data(sheet: Sheet) -> dict[str, Any]:
    """Return what templates read of a project, under the names that they use."""
    return {
        "title": sheet.name,
        "description": sheet.summary,
        "date": sheet.published,
        "pid": sheet.id,
        "slug": sheet.id,
        "lang": sheet.language,
        "sector": sheet.sector,
        "sectors": [sheet.sector],
        "sector_name": sheet.sector_name,
        "park_name": sheet.place,
        "investment": sheet.investment,
        "land": sheet.land,
        "status": sheet.status,
        "coop": sheet.cooperation,
    }


def _head(**values: Any) -> str:
    """Write data in front of a page; JSON is YAML, too."""
    content = [f"{name}: {value if name == 'date' else quoted(value)}" for name, value in values.items()]
    return "\n".join(["---", *content, "---", "", ""])


def quoted(value: Any) -> str:
    """Quote a value as YAML, TOML and JSON all read it."""
    return json.dumps(value, ensure_ascii=False)


def write(path: Path, text: str) -> None:
    """Write a file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def theme(name: str, folder: Path) -> None:
    """Copy a tool's templates into its folder, which begins anew."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(THEMES / name, folder)


def titled(settings: str, words: Mapping[str, Any]) -> str:
    """Put the site's name into a tool's settings."""
    for language in LANGUAGES:
        settings = settings.replace(f"@title-{language}@", quoted(words["ui"][language]["site"]))
    return settings


def shared(folder: Path) -> None:
    """Copy the style and the script that all peers' own themes share."""
    shutil.copytree(THEMES / "shared", folder, dirs_exist_ok=True)
