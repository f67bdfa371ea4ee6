"""The product itself, and the least that any generator of its output could need: copying it."""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.make_records import make
from bench.peers.place import ROOT
from bench.peers.sheets import Sheet
from bench.peers.tool import Tool
from investment_portal.languages import Language, language_path

INVESTMENT = re.compile(r"^investment: .*$", re.MULTILINE)
DAY = "2026-11-24"
"""The day that pages are built for: the records of the benchmark are verified shortly before."""


class LoadedPortal(Tool):
    """The product with all that its pages and other outputs hold."""

    name = "portal"
    title = "**this product**"
    note = "with search, interfaces, feeds and all that its pages hold besides the record"
    largest = 100_000

    def begin(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:
        """Nothing is to be laid out: the portal was made first, and the others from it."""

    def write(self, sheet: Sheet) -> None:
        """Nothing is to be laid out."""

    @property
    def records(self) -> Path:
        """The portal's own folder."""
        return self.folder / "records"

    def make(self, count: int) -> None:
        """Make the portal of so many projects."""
        shutil.rmtree(self.folder, ignore_errors=True)
        make(count, self.records)

    @property
    def command(self) -> str:
        """Build both languages."""
        program = f"{ROOT / '.venv' / 'bin' / 'python'} {ROOT / 'build_catalog.py'}"
        return f"{program} --portal {self.records} build --out {self.folder / 'site'} --date {DAY}"

    def change(self, sheets: Mapping[Language, Sheet], number: str) -> None:
        """Change the record's one line."""
        path = self.records / "projects" / f"{sheets['zh'].id}.yaml"
        path.write_text(INVESTMENT.sub(f"investment: {number} 亿元", path.read_text("utf-8"), count=1), "utf-8")

    def outputs(self) -> Sequence[Path]:
        """Return the one folder."""
        return (self.folder / "site",)

    def cache_folders(self) -> Sequence[Path]:
        """Return the cache."""
        return (self.records / ".cache",)

    def home(self, language: Language) -> Path:
        """Return the root of a language; the first stands at the site's."""
        return self.folder / "site" / language_path(language)

    def lists(self, language: Language) -> Sequence[Path]:
        """Return what fills the list: the page's own cards, and the records handed to its script."""
        data = self.folder / "site" / "assets" / "data"
        return (*super().lists(language), *sorted(data.glob(f"projects.{language}*.js")))

    def version(self) -> str:
        """Return that it is what stands in this folder."""
        return "this checkout"


class Floor(Tool):
    """A copy of what this product made: the least time that writing so many files takes."""

    name = "floor"
    title = "the floor: `cp -r` of this product's output"
    largest = LoadedPortal.largest
    changes = False

    def begin(self, words: Mapping[str, Any], texts: Mapping[Language, str]) -> None:  # noqa: ARG002 - it is laid out
        """Stand beside the product."""
        self.folder.mkdir(parents=True, exist_ok=True)

    def write(self, sheet: Sheet) -> None:
        """Nothing is to be laid out."""

    @property
    def command(self) -> str:
        """Copy."""
        return f"cp -r {self.work / LoadedPortal.name / 'site'} {self.folder / 'site'}"

    def outputs(self) -> Sequence[Path]:
        """Return the copy."""
        return (self.folder / "site",)

    def home(self, language: Language) -> Path:
        """Return the root of a language in the copy."""
        return self.folder / "site" / language_path(language)

    def version(self) -> str:
        """Return the name of the copying program of the machine."""
        return "cp"
