"""Renaming of a record: its file, references to it, links in texts and pages, and its former ids."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from investment_portal.content.text import Unreadable
from investment_portal.content.yaml_values import Path as KeyPath
from investment_portal.content.yaml_writer import ValueChange, rename_key, write_changes
from investment_portal.editing.files import FileChange, text_of, unreadable_file
from investment_portal.editing.records import (
    RecordError,
    RecordPlace,
    change_record,
    change_records,
    record_places,
    value_of,
)
from investment_portal.editing.scaffold.request import Refused, require_free
from investment_portal.languages import LANGUAGES, Sentence
from investment_portal.models.base import Model, fields_of
from investment_portal.models.facts import BUILT_IN, Sort, Test
from investment_portal.models.kinds import KINDS, Kind
from investment_portal.models.reference import each, references
from investment_portal.models.text_links import LINK
from investment_portal.pages.content_pages.rules import LINK as PAGE_LINK
from investment_portal.pages.shortcode import ShortcodeWithArgument
from investment_portal.pages.shortcode_pattern import SHORTCODE
from investment_portal.pages.shortcodes import SHORTCODES
from investment_portal.problems import did_you_mean
from investment_portal.validation.loaded_portal import LoadedPortal, ReadablePart
from investment_portal.validation.record_files import SITE
from investment_portal.validation.record_reader import read_portal

FORMERLY = "formerly"


def renamed(root: Path, kind: Kind, old: str, new: str) -> list[FileChange]:
    """Return the files of a portal in which a record has another id; raise ``RecordError`` where it cannot have it."""
    portal = read_portal(root)
    _require(portal, kind, old, new)
    _require_readable(root, portal, old)
    place = record_places(root, [kind.name])[kind.name, old]
    named = _Renaming(kind, old, new)
    changes = {change.name: change for change in _references(root, portal, named)}
    text = changes[place.file].after if place.file in changes else text_of(root, place.file)
    after = _own_record(text or "", place, named)
    before = text_of(root, place.file)
    changes.pop(place.file, None)
    if kind.is_file:
        files = [FileChange(place.file, before, after)]
    else:
        files = [FileChange(f"{kind.place}/{new}.yaml", None, after), FileChange(place.file, before, None)]
    return [*files, *changes.values(), *_pages(root, named)]


def _require(portal: LoadedPortal, kind: Kind, old: str, new: str) -> None:
    """Refuse an id that is not there or not free."""
    if (kind.name, old) not in portal.files:
        hint = did_you_mean(old, sorted(id_ for name, id_ in portal.files if name == kind.name))
        raise RecordError(
            Sentence(
                f"没有编号为“{old}”的{kind.label.zh}。{hint.zh}",
                f"There is no {kind.label.en} “{old}”. {hint.en}".rstrip(),
            )
        )
    record = portal.records[kind.name].get(old)
    if new not in getattr(record, FORMERLY, ()):  # back to an id of its own
        try:
            require_free(new, kind, portal)
        except Refused as refused:
            raise RecordError(refused.sentence) from refused


def _require_readable(root: Path, portal: LoadedPortal, old: str) -> None:
    """Refuse a portal in which what cannot be read may refer to the record: a reference there would be lost."""
    named = re.compile(rf"(?<![a-z0-9-]){re.escape(old)}(?![a-z0-9-])")
    unread = []
    for (kind, id_), file in sorted(portal.files.items()):
        finished = portal.site is not None if kind == "site" else id_ in portal.records.get(kind, {})
        if finished or not named.search(text_of(root, file)):
            continue
        part = portal.readable.get((kind, id_))
        if part is None or _has_unread_reference(value_of(file, text_of(root, file)), kind, id_, part, old):
            unread.append(file)
    if unread:
        shown = ", ".join(dict.fromkeys(unread[:3])) + (" …" if len(unread) > 3 else "")  # noqa: PLR2004
        raise RecordError(
            Sentence(
                f"这些记录里有读不出的内容提到“{old}”：{shown}。请先按 check 的提示改好。",
                f"These records mention “{old}” in what cannot be read of them: {shown}. "
                "Mend them first, as check says.",
            )
        )


def _has_unread_reference(value: Any, kind: str, id_: str, part: ReadablePart, old: str) -> bool:
    """Return whether the id stands in a record with mistakes where no reference of it could be read."""
    inner = value.get(id_) if kind in KINDS and KINDS[kind].is_file else value
    read = {path for path, _, _ in references(part.record)}
    return any(path not in read for path, text in _strings(inner, ()) if text.partition("/")[0] == old)


class _Renaming:
    """The old and the new id of a record, in references and in addresses."""

    def __init__(self, kind: Kind, old: str, new: str) -> None:
        """Prepare the pattern of addresses that lead to the record."""
        self.kind, self.old, self.new = kind, old, new
        folders = "|".join(re.escape(folder) for folder in dict.fromkeys([kind.place, kind.column or kind.place]))
        id_ = re.escape(old)
        listed = rf"{re.escape(kind.place)}#|{re.escape(kind.list_address)}#{kind.name}-" if kind.column else r"(?!)"
        if kind.is_file:
            listed = f"{listed}|{re.escape(kind.place)}#"
        self._address = re.compile(rf"(?P<before>(?:^|/)(?:{folders})/|(?:^|/)(?:{listed})){id_}(?=\.yaml|/|#|\?|$)")

    def target(self, target: str) -> str:
        """Return the target of a link with the new id."""
        return self._address.sub(lambda match: match["before"] + self.new, target)

    def text(self, text: str) -> str:
        """Return a text of a record, with the new id in its links."""
        return LINK.sub(lambda link: link[0].replace(link["target"], self.target(link["target"])), text)

    def page(self, text: str) -> str:
        """Return a hand-written page, with the new id in its links and shortcodes."""

        def link(match: re.Match[str]) -> str:
            target = match["inline"] or match["reference"] or match["html"]
            return match[0].replace(target, self.target(target))

        def shortcode(match: re.Match[str]) -> str:
            name, _, argument = match["name"].partition(":")
            declared = SHORTCODES.get(name)
            id_, slash, rest = argument.partition("/")
            if not isinstance(declared, ShortcodeWithArgument) or declared.refers_to != self.kind.name:
                return match[0]
            return match[0] if id_ != self.old else match[0].replace(f":{argument}", f":{self.new}{slash}{rest}")

        return SHORTCODE.sub(shortcode, PAGE_LINK.sub(link, text))


def _references(root: Path, portal: LoadedPortal, named: _Renaming) -> list[FileChange]:
    """Return the records, and the settings, with the new id in all references and links."""
    changes: list[tuple[RecordPlace, list[ValueChange]]] = []
    site: list[ValueChange] = []
    finished = (entry for entry in portal.catalog.everything() if entry[0] != "site" or portal.site is not None)
    readable = ((kind, id_, part.record) for (kind, id_), part in portal.readable.items())
    for kind, id_, record in (*finished, *readable):
        record_changes = [
            ValueChange(path, named.new if wanted == named.kind.name else f"{named.new}/{target.partition('/')[2]}")
            for path, wanted, target in references(record)
            if (wanted == named.kind.name and target == named.old)
            or (wanted == "node" and named.kind.name == "chain" and target.startswith(f"{named.old}/"))
        ]
        if named.kind.name == "sector":
            record_changes += _tested_sectors(record, named)
        successor = getattr(getattr(record, "withdrawn", None), "successor", None)
        if kind == named.kind.name and successor == named.old:
            record_changes.append(ValueChange(("withdrawn", "successor"), named.new))
        if kind == "site":
            site = record_changes
            continue
        place = RecordPlace(kind, id_, portal.files[kind, id_])
        record_changes += _texts(value_of(place.file, text_of(root, place.file)), place, named)
        if record_changes:
            changes.append((place, record_changes))
    return [*change_records(root, changes), *_settings(root, site, named)]


def _tested_sectors(record: Model, named: _Renaming) -> Iterator[ValueChange]:
    """Yield the new id where a test of a policy asks for the sector."""
    for path, test in each(Test, record):
        fact = BUILT_IN.get(test.tested)
        if fact and fact.sort is Sort.SECTOR and named.old in (test.one_of or ()):
            words = [named.new if word == named.old else word for word in test.one_of or ()]
            yield ValueChange((*path, "one_of"), words)


def _settings(root: Path, changes: list[ValueChange], named: _Renaming) -> list[FileChange]:
    """Return the settings with their references, and with the former address of a kind that has no ``formerly``."""
    before = text_of(root, SITE)
    kind = named.kind
    if kind.has_pages and not _has_formerly(kind):
        addresses = value_of(SITE, before).get("former_addresses") or []
        moved = {"from": kind.address(named.old), "to": kind.address(named.new)}
        remaining = [address for address in addresses if address.get("from") != moved["to"]]
        changes = [*changes, ValueChange(("former_addresses",), [*remaining, moved])]
    if not changes:
        return []
    after = write_changes(before, changes)
    return [FileChange(SITE, before, after)]


def _texts(value: Any, place: RecordPlace, named: _Renaming) -> Iterator[ValueChange]:
    for step in place.path:
        value = value[step]
    for path, text in _strings(value, ()):
        after = named.text(text) if "](" in text else text
        if after != text:
            yield ValueChange(path, after)


def _strings(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _strings(inner, (*path, number))


def _own_record(text: str, place: RecordPlace, named: _Renaming) -> str:
    """Return the file of the record itself, under the new id and with the old one among the former ones."""
    value = value_of(place.file, text)
    for step in place.path:
        value = value[step]
    changes = [ValueChange(("id",), named.new)] if "id" in value else []
    if _has_formerly(named.kind):
        former = [id_ for id_ in value.get(FORMERLY) or [] if id_ != named.new]
        changes.append(ValueChange((FORMERLY,), [*former, named.old]))
    text = change_record(text, place, changes)
    if not named.kind.is_file:
        return text
    try:
        return rename_key(text, place.path, named.new)
    except Unreadable as error:
        raise unreadable_file(place.file, error) from error


def _has_formerly(kind: Kind) -> bool:
    return any(info.key == FORMERLY for info in fields_of(kind.model).values())


def _pages(root: Path, named: _Renaming) -> Iterator[FileChange]:
    for language in LANGUAGES:
        for path in sorted((root / "docs" / language).rglob("*.md")):
            name = path.relative_to(root).as_posix()
            before = text_of(root, name)
            after = named.page(before)
            if after != before:
                yield FileChange(name, before, after)
