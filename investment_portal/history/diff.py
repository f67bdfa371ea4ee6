"""Differences between the records of a revision and those on disk, drafts and settings included."""

from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from investment_portal.content.text import Unreadable, read_bytes
from investment_portal.git import NoHistory, call
from investment_portal.history.change import FieldChange
from investment_portal.history.compare import compare, compare_everything
from investment_portal.history.log import FILE, blob_name, read_blobs
from investment_portal.history.versions import record_of, values_in
from investment_portal.languages import Sentence
from investment_portal.models.base import Model
from investment_portal.models.kinds import KINDS
from investment_portal.models.record import Record
from investment_portal.models.site import Site
from investment_portal.validation.record_files import SITE, owner_of, record_files
from investment_portal.value import Value

SETTINGS = "site"


class Fate(Enum):
    """The fate of a record between two revisions."""

    ADDED = Sentence("新增", "added")
    REMOVED = Sentence("删除", "removed")
    CHANGED = Sentence("修订", "revised")
    RENAMED = Sentence("改编号", "renamed")
    BROKEN = Sentence("现在读不出（运行 check 查看）", "cannot be read now (run check)")
    VERIFIED = Sentence("核实日期更新", "verified again")
    MENDED = Sentence("当时读不出，现在可以", "could not be read then, and can be now")


class Difference(Value):
    """A difference in one record: its kind, its id today, the record as far as it can be read, and its changes."""

    kind: str
    id: str
    fate: Fate
    record: Model | None
    fields: list[FieldChange]
    formerly: str = ""
    verified: bool = False
    """True if the day of its verification changed, whatever else did."""


def commit_of(root: Path, revision: str) -> str:
    """Find the commit that a revision names."""
    try:
        return call(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except NoHistory as error:
        known = call(root, "rev-parse", "--git-dir")
        sentence = Sentence(f"git 里没有版本“{revision}”", f"git knows no revision “{revision}”")
        raise NoHistory(sentence) if known else error from error


def differences(root: Path, commit: str) -> Iterator[Difference]:
    """Yield the difference of each record since a commit, kind by kind; unchanged records are left out."""
    then, now = _then(root, commit), _now(root)
    changed = {name for name in {*then, *now} if then.get(name) != blob_name(now.get(name), then.get(name, ""))}
    old = dict(read_blobs(root, sorted({then[name] for name in changed if name in then})))
    before = _records({name: old[then[name]] for name in changed if name in then})
    after = _records({name: now[name] for name in changed if name in now})
    order = [SETTINGS, *KINDS]
    for kind, id_ in sorted({*before, *after}, key=lambda key: (order.index(key[0]), key[1])):
        difference = _difference(kind, id_, before, after)
        if difference:
            yield difference


Records = Mapping[tuple[str, str], Model | None]


def _difference(kind: str, id_: str, before: Records, after: Records) -> Difference | None:
    old, new = before.get((kind, id_)), after.get((kind, id_))
    if (kind, id_) not in after:
        moved = any(
            id_ in getattr(record, "formerly", ()) for (record_kind, _), record in after.items() if record_kind == kind
        )
        return None if moved else Difference(kind, id_, Fate.REMOVED, old, [])
    if new is None:
        return Difference(kind, id_, Fate.BROKEN, old, [])
    if (kind, id_) not in before:
        return _new(kind, id_, new, before, after)
    if old is None:
        return Difference(kind, id_, Fate.MENDED, new, [])
    fields = compare_everything(old, new)
    verified = isinstance(old, Record) and isinstance(new, Record) and old.verified_on != new.verified_on
    if not fields and not verified:
        return None
    return Difference(kind, id_, Fate.CHANGED if fields else Fate.VERIFIED, new, fields, verified=verified)


def _new(kind: str, id_: str, new: Model, before: Records, after: Records) -> Difference:
    """Return a record that was renamed from one that was added."""
    for former in getattr(new, "formerly", ()):
        source = before.get((kind, former))
        if source is not None and (kind, former) not in after:
            return Difference(kind, id_, Fate.RENAMED, new, compare(source, new), former)
    return Difference(kind, id_, Fate.ADDED, new, [])


def _then(root: Path, commit: str) -> dict[str, str]:
    """Return each file of the records as it was: the name of its content in git."""
    places = sorted({SITE, *(kind.place for kind in KINDS.values())})
    blobs: dict[str, str] = {}
    for entry in call(root, "ls-tree", "-r", "-z", commit, "--", *places).split("\0"):
        meta, _, name = entry.partition("\t")
        mode, _, blob = meta.split() if name else ("", "", "")
        if mode in FILE and owner_of(name):
            blobs[name] = blob
    return blobs


def _now(root: Path) -> dict[str, bytes | None]:
    """Return each file of the records as it is; nothing for one that cannot be opened."""
    paths = [root / SITE, *(path for kind in KINDS.values() for path in record_files(root, kind))]
    contents: dict[str, bytes | None] = {}
    for path in paths:
        name = path.relative_to(root).as_posix()
        if owner_of(name) and path.exists():
            try:
                contents[name] = read_bytes(path, root)
            except Unreadable:
                contents[name] = None
    return contents


def _records(contents: Mapping[str, bytes | None]) -> Records:
    """Read the records of files; one that cannot be read is known by its id alone."""
    records: dict[tuple[str, str], Model | None] = {}
    for name, raw in contents.items():
        kind, id_ = owner_of(name) or ("", "")
        model: type[Model] = Site if kind == SETTINGS else KINDS[kind].model
        values: Any = values_in(raw)
        listed = {id_: values} if id_ else values if isinstance(values, dict) else {}
        for entry_id, value in listed.items():
            records[kind, str(entry_id)] = record_of(model, str(entry_id), value)
    return records
