"""Read a whole portal: all records and all problems in one pass."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from investment_portal.content.paths import is_usable
from investment_portal.content.text import COMMENT_IN_TEXT, DEFERRED, LIST_MARK, Fault, Unreadable
from investment_portal.content.yaml_loader import load
from investment_portal.languages import Sentence
from investment_portal.models.base import Model, fields_of
from investment_portal.models.careful import MistakesError
from investment_portal.models.convert import convert
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.models.site import Site
from investment_portal.problems import Finding, Level, Problem, got, quoted
from investment_portal.validation.loaded_portal import LoadedPortal, ReadablePart, dotted
from investment_portal.validation.mistake_context import is_free_text
from investment_portal.validation.record_files import SITE, folder_problem, id_problem, is_id, record_files

PLACEHOLDER = "x"
"""Stands for an id that cannot be one, so that the rest of its record is still checked."""

SAMPLE = Sentence("命令 new 可生成一份带说明的样板。", "The command “new” writes a commented file to start from.")
NO_ENTRIES = Sentence("还没有内容时，写一对花括号 {}。", "Where there is nothing to list yet, write {}.")
DELETE_ID = Sentence("删去 id 这一行，编号以文件名为准。", "Delete the id line: the file's name is the id.")
DELETE_KEY_ID = Sentence("删去 id 这一行，编号以上一级的键为准。", "Delete the id line: the key above is the id.")


Task = tuple[str, Path]
"""A file to read: the kind of what it holds (the settings are ``site``), and where it is."""


def read_portal(root: Path, gone: Mapping[tuple[str, str], date | None] = MappingProxyType({})) -> LoadedPortal:
    """Read every record of the portal at ``root``; nothing that is wrong stops the reading.

    ``gone`` are records that were there once.
    """
    portal = LoadedPortal(root, gone=gone)
    for kind in KINDS.values():
        portal.records[kind.name] = {}
    for task in tasks(portal):
        read_file(portal, task)
    return portal


def tasks(portal: LoadedPortal) -> Iterator[Task]:
    """Yield every file to read; a folder that is none becomes a problem."""
    yield "site", portal.root / SITE
    for kind in KINDS.values():
        problem = folder_problem(portal.root, kind)
        portal.problems.extend([problem] if problem else [])
        for path in record_files(portal.root, kind):
            yield kind.name, path


def read_file(portal: LoadedPortal, task: Task) -> None:
    """Read what one file holds."""
    name, path = task
    if name == "site":
        portal.files["site", "site"] = SITE
        settings, faults = _open(portal, path, SAMPLE)
        if settings is not None:
            portal.site = _validate(portal, "site", "site", Site, settings, faults)
    elif KINDS[name].is_file:
        _read_list(portal, KINDS[name], path)
    else:
        _read_record(portal, KINDS[name], path)


def enter_name(portal: LoadedPortal, kind: Kind, path: Path) -> bool:
    """Enter the id that a file's name gives its record; return whether it can be one."""
    name = path.relative_to(portal.root).as_posix()
    wrong_name = id_problem(path, portal.root, kind)
    if wrong_name:
        portal.problems.append(wrong_name)
        if is_usable(name) and not os.path.isdir(path):  # noqa: PTH112 - raises nothing where a link cannot be followed
            # What its owner meant is known, so that references to it are not reported as well.
            portal.files.setdefault((kind.name, path.name.split(".")[0]), name)
        return False
    portal.files[kind.name, path.stem] = name
    return True


def _read_record(portal: LoadedPortal, kind: Kind, path: Path) -> None:
    """Read the one record of a file."""
    if not enter_name(portal, kind, path):
        return
    values, faults = _open(portal, path, SAMPLE)
    if values is not None:
        record = _validate(portal, kind.name, path.stem, kind.model, values, faults)
        if record is not None:
            portal.records[kind.name][path.stem] = record


def _read_list(portal: LoadedPortal, kind: Kind, path: Path) -> None:
    """Read the records that one file lists by id."""
    values, faults = _open(portal, path, NO_ENTRIES)
    if values is None:
        portal.unread.add(kind.name)
        return
    for id_, value in values.items():
        portal.files[kind.name, id_] = path.relative_to(portal.root).as_posix()
        record = _validate(
            portal, kind.name, id_, kind.model, value, [fault for fault in faults if fault.path[:1] == (id_,)]
        )
        if record is not None:
            portal.records[kind.name][id_] = record


def _open(portal: LoadedPortal, path: Path, hint: Sentence) -> tuple[dict[str, Any] | None, list[Fault]]:
    """Return the keys and values of a file; None, and a problem, where it does not hold such.

    The faults returned are those of which the field decides whether they count.
    """
    name = path.relative_to(portal.root).as_posix()
    try:
        content = load(portal.read(path))
    except Unreadable as error:
        portal.problems += [_problem(name, fault) for fault in error.faults]
        return None, []
    portal.problems += [_problem(name, fault) for fault in content.faults if fault.rule not in DEFERRED]
    if isinstance(content.value, dict):
        return content.value, [fault for fault in content.faults if fault.rule in DEFERRED]
    from investment_portal.validation.messages import COLON, FULL_WIDTH  # noqa: PLC0415 - for mistakes alone

    typed = got(content.value)
    sentence = Sentence(f"文件内容应为“键: 值”；{typed.zh}。", f"A file must hold keys and values; {typed.en}.")
    if isinstance(content.value, str) and FULL_WIDTH.match(content.value):
        hint = COLON
    portal.problems.append(Problem(name, 1, 1, "not-a-record", "", sentence, hint))
    return None, []


def _validate(  # noqa: PLR0913, PLR0917 - all of them belong to one record
    portal: LoadedPortal, kind: str, id_: str, model: type[Model], value: Any, faults: list[Fault]
) -> Any:
    values, findings = value, []
    if "id" in fields_of(model) and isinstance(value, dict):
        findings = _id_findings(kind, id_, value)
        values = {**value, "id": id_ if is_id(id_) else PLACEHOLDER}
    try:
        record = convert(model, values)
    except MistakesError as error:
        from investment_portal.validation.mistake_findings import findings_in  # noqa: PLC0415 - for mistakes alone

        record = None
        if error.readable is not None:
            unread = frozenset(mistake.path for mistake in error.mistakes)
            portal.readable[kind, id_] = ReadablePart(error.readable, unread)
        findings += findings_in(error.mistakes, kind, id_, model, values)
    for fault in faults:
        path = fault.path[KINDS[kind].is_file :] if kind in KINDS else fault.path
        refused = [finding for finding in findings if finding.path == path]
        counts = {COMMENT_IN_TEXT: bool(refused) or is_free_text(model, path, value), LIST_MARK: bool(refused)}
        if counts.get(fault.rule, not refused):
            level = Level.ERROR if refused else Level.WARNING
            portal.problems.append(_problem(portal.files[kind, id_], fault, level))
            findings = [finding for finding in findings if finding not in refused]
    portal.problems.extend(portal.problem(finding) for finding in findings)
    return record if is_id(id_) else None


def _id_findings(kind: str, id_: str, value: dict[str, Any]) -> list[Finding]:
    listed = KINDS[kind].is_file
    findings = []
    if not is_id(id_):
        shown = quoted(id_)
        sentence = Sentence(
            f"编号应为小写字母、数字和连字符；实际写的是“{shown}”。",
            f"An id has small letters, digits and hyphens; got “{shown}”.",
        )
        findings.append(Finding("bad-id", kind, id_, (), sentence, ID_HINT, of_key=True))
    if str(value.get("id", id_)) != id_:
        typed = got(value["id"])
        sentence = Sentence(
            f"id 应与{'上一级的键' if listed else '文件名'}“{quoted(id_)}”一致；{typed.zh}。",
            f"The id must be “{quoted(id_)}”, as the {'key above' if listed else 'file name'} says; {typed.en}.",
        )
        findings.append(
            Finding("file-name-is-id", kind, id_, ("id",), sentence, DELETE_KEY_ID if listed else DELETE_ID)
        )
    return findings


ID_HINT = Sentence("例如 smart-terminal-park。", "As in smart-terminal-park.")


def _problem(name: str, fault: Fault, level: Level | None = None) -> Problem:
    path = dotted(fault.path)
    return Problem(name, fault.line, fault.column, fault.rule, path, fault.sentence, fault.hint, level or fault.level)
