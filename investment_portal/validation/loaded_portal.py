"""A portal as it was read: the catalogue, the problems, and the place of each record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from investment_portal.content.text import Unreadable, read_bytes
from investment_portal.content.yaml_loader import load_with_places
from investment_portal.content.yaml_values import YamlDocument
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.convert import convert
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import Site
from investment_portal.problems import Finding, Problem
from investment_portal.problems import Path as KeyPath

TEXTS = ("name", "district", "city", "slogan", "description", "keywords", "organiser", "operator", "prevailing")


@cache
def default_site() -> Site:
    """Make them; rules that depend on settings do not run."""
    return convert(
        Site,
        {
            **{name: {"zh": "地", "en": "x"} for name in TEXTS},
            "address": "https://example.org/",
            "demo": True,
            "bureau": "bureau",
            "hotline": "hotline",
            "review_every": "1 年",
            "palette": {"main": "#000000", "accent": "#000000"},
        },
    )


class ReadablePart(NamedTuple):
    """A record without what could not be read of it, and the key paths of that."""

    record: Model
    unread: frozenset[KeyPath]

    def holds(self, path: KeyPath) -> bool:
        """Return whether what stands at a key path could be read."""
        return not any(path[:steps] in self.unread for steps in range(len(path) + 1))


@dataclass(slots=True)
class LoadedPortal:
    """The result of reading a portal."""

    root: Path
    site: Site | None = None
    records: dict[str, Any] = field(default_factory=dict)
    """Kind -> its records by id."""
    files: dict[tuple[str, str], str] = field(default_factory=dict)
    """Kind and id -> the file in which the record stands, whether it could be read or not."""
    problems: list[Problem] = field(default_factory=list)
    readable: dict[tuple[str, str], ReadablePart] = field(default_factory=dict)
    """Kind and id -> what could be read of a record with mistakes."""
    unread: set[str] = field(default_factory=set)
    gone: Mapping[tuple[str, str], date | None] = field(default_factory=dict)
    """Records whose file was deleted or renamed, by kind and id, with the day where it is known."""
    _catalog: Catalog | None = None
    opened: dict[str, YamlDocument] = field(default_factory=dict)
    """Files parsed a second time, because the place of a problem in them was asked for."""

    contents: Mapping[str, bytes] = field(default_factory=dict)
    """File -> its bytes, where they were read already or replace those on disk."""

    def read(self, path: Path) -> bytes:
        """Return the bytes of a file."""
        content = self.contents.get(path.relative_to(self.root).as_posix())
        return read_bytes(path, self.root) if content is None else content

    @property
    def catalog(self) -> Catalog:
        """The catalogue of all records that could be read; once everything was read, it is always the same."""
        if self._catalog is None:
            self._catalog = self._build_catalog()
        return self._catalog

    def _build_catalog(self) -> Catalog:
        ids: dict[str, set[str]] = {kind: set() for kind in KINDS}
        for kind, id_ in self.files:
            if kind in ids:
                ids[kind].add(id_)
        unread = self.unread if self.site else {*self.unread, "site"}
        frozen = {kind: frozenset(names) for kind, names in ids.items()}
        return Catalog(self.site or default_site(), self.records, frozen, frozenset(unread), self.gone)

    def record(self, kind: str, id_: str) -> Any:
        """Return a record; the settings are the one of the kind ``site``."""
        return self.catalog.site if kind == "site" else self.catalog.records[kind][id_]

    def problem(self, finding: Finding) -> Problem:
        """Find the place of a finding in its file, which is parsed again only now that a place is needed."""
        name = self.files[finding.kind, finding.id]
        kind = KINDS.get(finding.kind)
        path = (finding.id, *finding.path) if kind and kind.is_file else finding.path
        line, column = self._document(name).place(path, of_key=finding.of_key)
        if finding.within:
            line, column = self._place_within(name, line, column, finding.within)
        shown = dotted(path)
        return Problem(name, line, column, finding.rule, shown, finding.sentence, finding.hint, finding.level)

    def _place_within(self, name: str, line: int, column: int, part: str) -> tuple[int, int]:
        """Return where a part of a text stands that begins at a place; that place where a line break parts it."""
        lines = self.read(self.root / name).decode("utf-8", "replace").split("\n")
        for number in range(line, len(lines) + 1):
            matches = lines[number - 1].find(part, column - 1 if number == line else 0)
            if matches >= 0:
                return number, matches + 1
        return line, column

    def _document(self, name: str) -> YamlDocument:
        if name not in self.opened:
            try:
                self.opened[name] = load_with_places(self.read(self.root / name))
            except Unreadable:  # changed on disk since it was read: the next run will say so
                self.opened[name] = YamlDocument()
        return self.opened[name]


def dotted(path: tuple[str | int, ...]) -> str:
    """Write a key path as people read it: ``returns.output.value``, ``gaps[2].zh`` (counted from 1)."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
