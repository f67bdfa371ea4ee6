"""The history of all published records, cached while neither the repository nor the records change."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from investment_portal.cache.checked_files import load, save
from investment_portal.git import FAILED, SLOW, NoHistory, head_state
from investment_portal.history.cache import CachedChanges, change_of, load_changes, plain_change, save_changes
from investment_portal.history.change import ChangeValue, FieldChange, Named
from investment_portal.history.compare import compare
from investment_portal.history.log import ABSENT, Log, Version, blob_name, read_blobs, read_log
from investment_portal.history.versions import read_version
from investment_portal.languages import Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS
from investment_portal.value import Value

if TYPE_CHECKING:
    from investment_portal.models.record import Record

UNREADABLE = ""
"""Placeholder for the day of publication of an unreadable version."""

CUT = Sentence(
    "取到的 git 历史不完整（浅克隆或提交过多）",
    "the git history at hand is not complete (a shallow clone, or very many commits)",
)


class Dated(Protocol):
    """A record, or a summary of one."""

    @property
    def id(self) -> str:
        """The id."""

    @property
    def published_on(self) -> date:
        """The day of publication."""


class Revision(Value):
    """The changes of one record on one day; ``formerly`` is the id that it had before, if that changed."""

    day: date
    fields: Sequence[FieldChange]
    formerly: str = ""


@dataclass(frozen=True)
class History:
    """Revisions of each record by kind and id, the latest first, as far back as ``since``.

    ``gap`` is the reason why there is no history, or only a part of one.
    """

    revisions: Mapping[tuple[str, str], Sequence[Revision]] = field(default_factory=dict)
    since: date | None = None
    gap: Sentence | None = None

    def of(self, kind: str, record: Dated, day: date) -> Iterator[Revision]:
        """Yield the revisions of a record that readers could see by a day: none from before its publication."""
        for revision in self.revisions.get((kind, record.id), ()):
            if record.published_on < revision.day <= day:
                yield revision

    def without(self, records: Collection[tuple[str, str]]) -> "History":
        """Return the history without the changes that name one of these records."""
        if not records:
            return self
        revisions = {
            key: [
                revision
                for revision in (_without(revision, records) for revision in self.revisions[key])
                if revision.fields or revision.formerly
            ]
            for key in self.revisions
        }
        return History(revisions, self.since, self.gap)


def _without(revision: Revision, records: Collection[tuple[str, str]]) -> Revision:
    """Return a revision without the values that name one of these records, and without fields that had no other."""

    def left(values: Sequence[ChangeValue]) -> tuple[ChangeValue, ...]:
        return tuple(value for value in values if not (isinstance(value, Named) and (value.kind, value.id) in records))

    fields = [
        replace(change, before=left(change.before), after=left(change.after))
        for change in revision.fields
        if (left(change.before) or left(change.after)) or not (change.before or change.after)
    ]
    return replace(revision, fields=fields)


class Point(Value):
    """The last version of a day: the record's id then, and the name of its content in git."""

    day: date
    id: str
    blob: str


def read_history(root: Path, catalog: Catalog, held: Mapping[str, bytes | None] = MappingProxyType({})) -> History:
    """Read the history of every record that the catalogue publishes.

    That of a record whose file is held back ends with the version that is published.
    """
    files = paths_of(catalog)
    try:
        log = read_log(root, {path for paths in files.values() for path, _ in paths}, ZoneInfo(catalog.zone))
        lives = {key: points for key, paths in files.items() if len(points := _life(log, paths, held)) > 1}
        changes = _find_out(root, lives)
    except NoHistory as error:
        return History(gap=error.why)
    revisions = {key: list(_revisions(key[0], points, changes))[::-1] for key, points in lives.items()}
    return History({key: values for key, values in revisions.items() if values}, log.since, None if log.whole else CUT)


def paths_of(catalog: Catalog) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Return the former and present files of each record, each with its id there."""
    return {
        (kind.name, id_): [(f"{kind.place}/{then}.yaml", then) for then in (*record.formerly, id_)]
        for kind in KINDS.values()
        if not kind.is_file
        for id_, record in catalog.records[kind.name].items()
    }


def _life(log: Log, paths: Sequence[tuple[str, str]], held: Mapping[str, bytes | None]) -> list[Point]:
    """Join the files of a record into the versions with which its days ended."""
    life: list[Point] = []
    for path, id_ in paths:
        for version in _published(log.versions.get(path, ()), held.get(path)):
            if version.blob != ABSENT:
                if life and life[-1].day == version.day:
                    life.pop()
                life.append(Point(version.day, id_, version.blob))
    return life


def _published(versions: Sequence[Version], held: bytes | None) -> Sequence[Version]:
    """Return the versions up to the one that is held, if a file is and git has it."""
    last = [
        number
        for number, version in enumerate(versions)
        if held is not None and version.blob == blob_name(held, version.blob)
    ]
    return versions[: last[-1] + 1] if last else versions


def _find_out(root: Path, lives: Mapping[tuple[str, str], Sequence[Point]]) -> CachedChanges:
    """Take changes from the cache, and read the records with versions that it lacks."""
    known, changes = load_changes(root), CachedChanges()
    points_by_record = {}
    for (kind, id_), points in lives.items():
        names = [f"{kind}:{point.blob}" for point in points]
        pairs = [_pair(*two) for two in pairwise(name for name in names if known.published.get(name))]
        if all(name in known.published for name in names) and all(pair in known.changes for pair in pairs):
            changes.published |= {name: known.published[name] for name in names}
            changes.changes |= {pair: known.changes[pair] for pair in pairs}
        else:
            points_by_record[kind, id_] = points
    _read(root, points_by_record, changes)
    if changes != known:
        save_changes(root, changes)
    return changes


def _read(root: Path, lives: Mapping[tuple[str, str], Sequence[Point]], cached_changes: CachedChanges) -> None:
    """Read versions record by record, and compare each that can be read with the one before it."""
    points = [(kind, id_, point.blob) for (kind, id_), points_of_record in lives.items() for point in points_of_record]
    contents = read_blobs(root, [blob for _, _, blob in points])
    last: tuple[str, str, Record] | None = None
    for (kind, id_, blob), (_, raw) in zip(points, contents, strict=True):
        record, name = read_version(kind, id_, raw), f"{kind}:{blob}"
        cached_changes.published[name] = record.published_on.isoformat() if record else UNREADABLE
        if record:
            if last and last[0] == id_ and last[1].startswith(f"{kind}:"):
                cached_changes.changes[_pair(last[1], name)] = compare(last[2], record)
            last = (id_, name, record)


def _pair(name: str, other: str) -> str:
    return f"{name}:{other.partition(':')[2]}"


def _revisions(kind: str, points: Sequence[Point], cached_changes: CachedChanges) -> Iterator[Revision]:
    """Yield what changed from day to day; a version that cannot be read is passed over, as its page never was."""
    readable = [point for point in points if cached_changes.published[f"{kind}:{point.blob}"] != UNREADABLE]
    for before, after in pairwise(readable):
        fields = cached_changes.changes[_pair(f"{kind}:{before.blob}", f"{kind}:{after.blob}")]
        formerly = before.id if before.id != after.id else ""
        # What was replaced on the day of its publication was a draft: no reader has seen it.
        draft = cached_changes.published[f"{kind}:{before.blob}"] >= after.day.isoformat()
        if (fields or formerly) and not draft:
            yield Revision(after.day, fields, formerly)


Key = tuple[str, str]

UNSETTLED = (FAILED, SLOW)
"""Why there may be no history now and one at the next build, though nothing has changed."""


class Revisions(Mapping[Key, Sequence[Revision]]):
    """Revisions by kind and id, each converted on first access."""

    def __init__(self, plain: Mapping[str, Any]) -> None:
        """Take them as plain values, by ``KIND/ID``."""
        self._plain = plain

    def __getitem__(self, key: Key) -> Sequence[Revision]:
        """Return the revisions of a record."""
        return tuple(
            Revision(date.fromisoformat(day), [change_of(entry) for entry in fields], formerly)
            for day, fields, formerly in self._plain["/".join(key)]
        )

    def __iter__(self) -> Iterator[Key]:
        """Go through the records that were revised."""
        for key in self._plain:
            kind, _, id_ = key.partition("/")
            yield kind, id_

    def __len__(self) -> int:
        """Count them."""
        return len(self._plain)


def load_history(
    root: Path, catalog: Catalog, head: str, code: str, held: Mapping[str, bytes | None] = MappingProxyType({})
) -> History:
    """Return the history of a repository that stands like this; ``held`` are files that are held back."""
    place = root / ".cache" / "revisions"
    key = f"{head} {_about(catalog, held)}"
    stored = load(place, code)
    if not (head and stored) or stored[0] != key:
        history = read_history(root, catalog, held)
        stored = (key, *_plain(history))
        if head == head_state(root) and history.gap not in UNSETTLED:
            save(place, code, stored)
    _, since, gap, plain = stored
    return History(Revisions(plain), since and date.fromisoformat(since), gap and Sentence(*gap))


def _about(catalog: Catalog, held: Mapping[str, bytes | None]) -> str:
    """Return a digest of the time zone, of the records and the ids under which they stood, and of what is held back."""
    digest = hashlib.sha256(f"{catalog.zone}\n".encode())
    for file, content in sorted(held.items()):
        digest.update(f"{file} {blob_name(content, '')}\n".encode())
    for kind in KINDS.values():
        if not kind.is_file:
            for id_, record in catalog.records[kind.name].items():
                digest.update(f"{kind.name}/{id_} {record.formerly}\n".encode())
    return digest.hexdigest()


def _plain(history: History) -> tuple[Any, ...]:
    plain = {
        "/".join(key): [
            (revision.day.isoformat(), [plain_change(change) for change in revision.fields], revision.formerly)
            for revision in record_revisions
        ]
        for key, record_revisions in history.revisions.items()
    }
    gap = history.gap
    return history.since and history.since.isoformat(), gap and (gap.zh, gap.en), plain
