"""Reads a whole portal: all records, all problems, in one pass."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from catalog.languages import Sentence
from catalog.load.files import SITE, name_problem, record_files
from catalog.problems.finding import Finding
from catalog.load.translate import findings_in
from catalog.model.base import Model
from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS, Kind
from catalog.model.site import Site
from catalog.problems import Problem
from catalog.read.door import Document, parse
from catalog.read.fault import Fault, Unreadable
from catalog.read.text import decode, read_bytes


@dataclass(slots=True)
class Portal:
    """What reading found: the catalogue, the problems, and where each record stands."""

    root: Path
    site: Site | None = None
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    opened: dict[str, Document] = field(default_factory=dict)
    """Files parsed a second time, because the place of a problem in them was asked for."""

    @property
    def catalog(self) -> Catalog:
        """The catalogue of all records that could be read."""
        ids = {kind: frozenset(one for other, one in self.files if other == kind) for kind in KINDS}
        return Catalog(self.site or _stand_in(), self.records, ids, frozenset(self.unread))

    def problem(self, finding: Finding) -> Problem:
        """Find the place of a finding in its file, which is parsed again only now that a place is needed."""
        name = self.files[finding.kind, finding.id]
        kind = KINDS.get(finding.kind)
        path = (finding.id, *finding.path) if kind and kind.is_file else finding.path
        if name not in self.opened:
            self.opened[name] = parse(decode(read_bytes(self.root / name, self.root)))
        line, column = self.opened[name].place(path, of_key=finding.of_key)
        return Problem(name, line, column, finding.rule, dotted(finding.path), finding.sentence, finding.hint, finding.level)


def read_portal(root: Path) -> Portal:
    """Read every record of the portal at ``root``; nothing that is wrong stops the reading."""
    portal = Portal(root)
    portal.files["site", "site"] = SITE
    settings = _open(portal, root / SITE)
    if settings:
        portal.site = _validate(portal, "site", "site", Site, settings.value)
    for kind in KINDS.values():
        portal.records[kind.name] = {}
        for path in record_files(root, kind):
            _read_file(portal, kind, path)
    return portal


def dotted(path: tuple[str | int, ...]) -> str:
    """Write a key path as people read it: ``returns.output.value``, ``gaps[2].zh`` (counted from 1)."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def _read_file(portal: Portal, kind: Kind, path: Path) -> None:
    wrong_name = None if kind.is_file else name_problem(path, portal.root)
    if wrong_name:
        portal.problems.append(wrong_name)
        return
    name = path.relative_to(portal.root).as_posix()
    if not kind.is_file:
        portal.files[kind.name, path.stem] = name
    document = _open(portal, path)
    if document is None:
        portal.unread.update([kind.name] if kind.is_file else [])
        return
    entries = document.value.items() if kind.is_file else [(path.stem, document.value)]
    for id_, value in entries:
        portal.files[kind.name, id_] = name
        record = _validate(portal, kind.name, id_, kind.model, value)
        if record is not None:
            portal.records[kind.name][id_] = record


def _open(portal: Portal, path: Path) -> Document | None:
    name = path.relative_to(portal.root).as_posix()
    try:
        document = parse(decode(read_bytes(path, portal.root)))
    except Unreadable as error:
        portal.problems.append(_problem(name, error.fault))
        return None
    portal.problems.extend(_problem(name, fault) for fault in document.faults)
    if isinstance(document.value, dict):
        return document
    said = Sentence("文件是空的，或内容不是“键: 值”。", "The file is empty, or its content is not keys and values.")
    hint = Sentence("用 build_catalog.py new 可生成一份带说明的样板。", "build_catalog.py new writes a commented file to start from.")
    portal.problems.append(Problem(name, 1, 1, "not-a-record", "", said, hint))
    return None


def _validate(portal: Portal, kind: str, id_: str, model: type[Model], value: Any) -> Any:
    given = dict(value) if isinstance(value, dict) else value
    findings = []
    if "id" in model.model_fields and isinstance(given, dict):
        if given.get("id", id_) != id_:
            said = Sentence(f"id 写的是“{given['id']}”，文件名是“{id_}”。", f"The id says “{given['id']}”, the file is named “{id_}”.")
            hint = Sentence("删去 id 这一行，或改文件名。", "Delete the id line, or rename the file.")
            findings.append(Finding("file-name-is-id", kind, id_, ("id",), said, hint))
        given["id"] = id_
    try:
        record = model.model_validate(given)
    except ValidationError as error:
        record = None
        findings += findings_in(error, kind, id_, model, given)
    portal.problems.extend(portal.problem(finding) for finding in findings)
    return record


def _problem(name: str, fault: Fault) -> Problem:
    return Problem(name, fault.line, fault.column, fault.rule, dotted(fault.path), fault.sentence, fault.hint)


def _stand_in() -> Site:
    """Make settings that let the rules run although the settings file is broken; nothing is built from them."""
    both = {"zh": "地", "en": "x"}
    texts = ("name", "district", "city", "slogan", "description", "keywords", "organiser", "operator", "prevailing")
    return Site.model_validate({
        **dict.fromkeys(texts, both), "address": "https://example.org/", "demo": True, "bureau": "bureau", "hotline": "hotline",
        "review_every": "1 年", "palette": {"main": "#000000", "accent": "#000000"},
    })  # fmt: skip
