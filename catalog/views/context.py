"""What every view is made from: the catalogue, the day, the language, the words, and the addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from catalog.history.history import History
from catalog.languages import LANGUAGES, Language, other, own_path
from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from catalog.show.pinyin import reading
from catalog.show.words import Words


@dataclass(frozen=True)
class Context:
    """One language's outlook on the catalogue, from a page at ``address`` (relative to the language's root)."""

    catalog: Catalog
    day: date
    language: Language
    words: Words
    address: str = ""
    history: History = field(default_factory=History)
    readings: Mapping[str, str] = field(default_factory=dict, repr=False)
    """How Chinese names are read, as far as that was worked out before."""

    def reading(self, name: str) -> str:
        """Give the pinyin of a Chinese name: a syllable for each sign."""
        return self.readings.get(name) or reading(name)

    def at(self, address: str) -> "Context":
        """Look from another page."""
        return replace(self, address=address)

    @cached_property
    def up(self) -> str:
        """The way from this page to its language's root: ``../../`` or nothing."""
        return "../" * self.address.count("/")

    def href(self, address: str) -> str:
        """Give the relative address of a page of this language."""
        return f"{self.up}{address}" or "./"

    def shared(self, address: str) -> str:
        """Give the relative address of a file that both languages share."""
        return f"{self.up}{'../' * own_path(self.language).count('/')}{address}"

    def script(self, name: str) -> str:
        """Give the relative address of a script of ``overrides/scripts``."""
        return self.shared(f"assets/scripts/{name}.js")

    def style(self, name: str) -> str:
        """Give the relative address of a style sheet of ``overrides/styles``."""
        return self.shared(f"assets/styles/{name}.css")

    @property
    def alternate(self) -> str:
        """The relative address of this page in the other language."""
        there = "../" if self.language != LANGUAGES[0] else f"{other(self.language)}/"
        return f"{self.up}{there}{self.address}"

    @property
    def canonical(self) -> str:
        """The full address of this page."""
        return f"{self.catalog.site.address.rstrip('/')}/{own_path(self.language)}{self.address}"

    def record_address(self, kind: str, id_: str) -> str:
        """Give the address of a record's page."""
        return f"{KINDS[kind].column}/{id_}/"

    def record_href(self, kind: str, id_: str) -> str:
        """Give the relative address of a record's page."""
        return self.href(self.record_address(kind, id_))
