"""The context of a page: catalogue, day, language, words, address."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from investment_portal.domain.office_hours import declared_holidays
from investment_portal.domain.summary import ProjectSummary
from investment_portal.formatting.pinyin import reading
from investment_portal.formatting.words import Words
from investment_portal.history.history import History
from investment_portal.languages import LANGUAGES, Language, language_path, other
from investment_portal.memo import Memory, memoized
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS


@dataclass(frozen=True)
class Context:
    """The context of a page: the catalogue in one language, seen from ``address`` (relative to the language's root)."""

    catalog: Catalog
    day: date
    language: Language
    words: Words
    address: str = ""
    history: History = field(default_factory=History)
    readings: Mapping[str, str] | None = field(default=None, repr=False)
    """How Chinese names are read, as far as that was worked out before."""
    assets: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The published paths of styles and scripts, whose names hold a hash of their content."""

    def __post_init__(self) -> None:
        """Add the table of memoized results, which all contexts made of this one share."""
        self.__dict__["memos"] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy the context to another process, without the results."""
        fields = (self.catalog, self.day, self.language, self.words, self.address, self.history)
        return Context, (*fields, self.readings, self.assets)

    def reading(self, name: str) -> str:
        """Return the pinyin of a Chinese name: a syllable for each sign."""
        return reading(name) if self.readings is None else self.readings[name]

    def at(self, address: str) -> "Context":
        """Look from another page."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__, address=address)
        return copy

    def for_page(self, address: str, projects: Mapping[str, ProjectSummary], history: History, day: date) -> "Context":
        """Return the context of a record's page, which sees these projects, this part of the history and this day."""
        context = self.at(address)
        context.__dict__.update(catalog=self.catalog.with_projects(projects), history=history, day=day)
        return context

    def with_records(self, records: Iterable[tuple[str, str]]) -> "Context":
        """Return a context that sees these records alone, by kind and id."""
        context = self.at(self.address)
        context.__dict__.update(catalog=self.catalog.with_records(records))
        return context

    @property
    def memory(self) -> Memory:
        """Results computed for this catalogue, day and language, shared by all pages."""
        memos: dict[str, Memory] = self.__dict__["memos"]
        return memos.setdefault("memory", {})

    @property
    def scope(self) -> tuple[Hashable, ...]:
        """Return language, depth and day of the page: results of memoized functions differ by these."""
        return (self.language, self.address.count("/"), self.day)

    def without_page(self) -> "Context":
        """Look from a page of this depth, whichever it is."""
        return self.at("-/" * self.address.count("/"))

    @property
    def up(self) -> str:
        """The way from this page to its language's root: ``../../`` or nothing."""
        return "../" * self.address.count("/")

    def href(self, address: str) -> str:
        """Return the relative address of a page of this language."""
        return f"{self.up}{address}" or "./"

    def shared(self, address: str) -> str:
        """Return the relative address of a file that both languages share."""
        return f"{self.up}{'../' * language_path(self.language).count('/')}{address}"

    @property
    def holidays(self) -> Mapping[str, Any]:
        """The lists of holidays as scripts read them."""
        return _declared_holidays(self)

    def script(self, name: str) -> str:
        """Return the relative address of a script of ``theme/scripts``."""
        return self._asset(f"assets/scripts/{name}.js")

    def style(self, name: str) -> str:
        """Return the relative address of a style sheet of ``theme/styles``."""
        return self._asset(f"assets/styles/{name}.css")

    def _asset(self, path: str) -> str:
        return self.shared(self.assets.get(path, path))

    @property
    def alternate(self) -> str:
        """The relative address of this page in the other language."""
        there = "../" if self.language != LANGUAGES[0] else f"{other(self.language)}/"
        return f"{self.up}{there}{self.address}"

    @property
    def canonical(self) -> str:
        """The full address of this page."""
        return f"{self.catalog.site.address.rstrip('/')}/{language_path(self.language)}{self.address}"

    def column_name(self, kind: str) -> str:
        """Return the name of the column that shows the records of a kind."""
        column = KINDS[kind].column
        return self.words[f"column_{column}"]

    def record_address(self, kind: str, id_: str) -> str:
        """Return the address of a record's page, or of its place on the list of its kind."""
        return KINDS[kind].address(id_)

    def record_href(self, kind: str, id_: str) -> str:
        """Return the relative address of a record's page or place; nothing where no column shows it."""
        address = self.record_address(kind, id_)
        return self.href(address) if address else ""


@memoized
def _declared_holidays(context: Context) -> Mapping[str, Any]:
    return declared_holidays(context.catalog, context.day, context.language)
