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
from investment_portal.pictures.picture import NO_PICTURES, PictureFile


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
    pictures: Mapping[str, PictureFile] = field(default_factory=dict, repr=False)
    """The pictures that the page's record names."""
    memory: Memory = field(default_factory=dict, init=False, repr=False, compare=False)
    """Results computed for this catalogue, day and language, shared by all contexts made of this one."""
    up: str = field(init=False, repr=False)
    """The way from this page to its language's root: ``../../`` or nothing."""
    scope: tuple[Hashable, ...] = field(init=False, repr=False)
    """Language, depth and day of the page: results of memoized functions differ by these."""

    def __post_init__(self) -> None:
        """Work out what depends on the address and the day."""
        self.__dict__.update(_place(self.language, self.address, self.day))

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy the context to another process, without the results."""
        fields = (self.catalog, self.day, self.language, self.words, self.address, self.history)
        return Context, (*fields, self.readings, self.assets, self.pictures)

    def reading(self, name: str) -> str:
        """Return the pinyin of a Chinese name: a syllable for each sign."""
        return reading(name) if self.readings is None else self.readings[name]

    def at(self, address: str) -> "Context":
        """Look from another page."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__, address=address, **_place(self.language, address, self.day))
        return copy

    def for_page(
        self,
        address: str,
        projects: Mapping[str, ProjectSummary],
        history: History,
        day: date,
        *,
        pictures: Mapping[str, PictureFile] = NO_PICTURES,
    ) -> "Context":
        """Return the context of a record's page: it sees these projects and pictures, this history and this day."""
        context = object.__new__(type(self))
        context.__dict__.update(self.__dict__, address=address, history=history, day=day, pictures=pictures)
        context.__dict__.update(_place(self.language, address, day), catalog=self.catalog.with_projects(projects))
        return context

    def with_records(self, records: Iterable[tuple[str, str]]) -> "Context":
        """Return a context that sees these records alone, by kind and id."""
        context = object.__new__(type(self))
        context.__dict__.update(self.__dict__, catalog=self.catalog.with_records(records))
        return context

    def without_page(self) -> "Context":
        """Look from a page of this depth, whichever it is."""
        return self.at("-/" * self.address.count("/"))

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
        path = f"assets/scripts/{name}.js"
        return self.shared(self.assets.get(path, path))

    def style(self, name: str) -> str:
        """Return the relative address of a style sheet of ``theme/styles``."""
        path = f"assets/styles/{name}.css"
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
        address = KINDS[kind].address(id_)
        return f"{self.up}{address}" if address else ""


def _place(language: Language, address: str, day: date) -> dict[str, Any]:
    """Return what a context knows of its page: the way up, and the scope of memoized results."""
    depth = address.count("/")
    return {"up": "../" * depth, "scope": (language, depth, day)}


@memoized
def _declared_holidays(context: Context) -> Mapping[str, Any]:
    return declared_holidays(context.catalog, context.day, context.language)
