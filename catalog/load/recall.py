"""Reads a portal with the help of what the last build kept: only files whose bytes are new to it are parsed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from catalog.hands import hands, share_out
from catalog.kept.encode import encode
from catalog.kept.pack import Content, Entry, Pack
from catalog.kept.records import Records
from catalog.kept.scan import Scan
from catalog.kept.tracked import track
from catalog.load.portal import Portal
from catalog.load.reading import Task, read_file, tasks
from catalog.model.kinds import KINDS
from catalog.model.site import Site
from catalog.problems import Problem

WORTH = 150
"""Files for which a second process pays."""


class Held(NamedTuple):
    """What one file held: its records, every id in it, and what was wrong."""

    records: list[Content]
    files: dict[tuple[str, str], str]
    problems: list[Problem]
    unread: set[str]
    size: int


def recall_portal(root: Path, scan: Scan, pack: Pack, jobs: int | None = None) -> Portal:
    """Read every record of a portal; those of unchanged files come from the pack."""
    portal = Portal(root, tracked=True)
    for kind in KINDS:
        portal.records[kind] = Records(kind)
    named = [(task, _name(task)) for task in tasks(portal)]
    known = [pack.find(name, scan.digests[name]) if name in scan.digests else None for _, name in named]
    held = _hold(root, [task for (task, _), entries in zip(named, known, strict=True) if entries is None], jobs)
    for ((kind, _), name), entries in zip(named, known, strict=True):
        for entry in _new(portal, pack, name, scan, next(held)) if entries is None else entries:
            portal.files[kind, entry.id] = name
            record = track(kind, entry, pack)
            if isinstance(record, Site):
                portal.site = record
            else:
                portal.records[kind].own[entry.id] = record
    pack.flush()
    return portal


def _name(task: Task) -> str:
    kind, path = task
    if kind == "site":
        return f"district/{path.name}"
    place = KINDS[kind].place
    return place if KINDS[kind].is_file else f"{place}/{path.name}"


def _new(portal: Portal, pack: Pack, name: str, scan: Scan, held: Held) -> Sequence[Entry]:
    """Take over what a file held; where something was wrong with it, the next run reads it again."""
    portal.files.update(held.files)
    portal.problems.extend(held.problems)
    portal.unread |= held.unread
    pack.parsed += held.size
    lasting = scan.digests.get(name, "") if not held.problems else ""
    return pack.put(name, lasting, held.records)


def _hold(root: Path, asked: Sequence[Task], jobs: int | None) -> Iterator[Held]:
    """Read files, several at a time where they are many."""
    count = hands(jobs, len(asked), WORTH)
    size = -(-len(asked) // count)
    return share_out(count, lambda share: (_read(root, task) for task in asked[share * size : (share + 1) * size]))


def _read(root: Path, task: Task) -> Held:
    kind, path = task
    portal = Portal(root)
    if kind != "site":
        portal.records[kind] = {}
    read_file(portal, task)
    records = {"site": portal.site} if portal.site else portal.records.get(kind, {})
    content = [encode(id_, record) for id_, record in records.items()]
    size = path.stat().st_size if path.is_file() else 0
    return Held(content, portal.files, portal.problems, portal.unread, size)
