"""Files of records and content pages that were published once and are gone, from git or from the last build."""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from investment_portal.cache.checked_files import load, save
from investment_portal.cache.published import PublishedFiles
from investment_portal.clock import zone_of
from investment_portal.content.paths import is_usable
from investment_portal.git import NoHistory
from investment_portal.history.log import ABSENT, is_shallow, read_blobs, read_entries
from investment_portal.history.versions import record_of, values_in
from investment_portal.languages import LANGUAGES
from investment_portal.models.kinds import KINDS
from investment_portal.validation.record_files import owner_of
from investment_portal.value import Value

PAGES = tuple(f"docs/{language}" for language in LANGUAGES)
PLACES = sorted({*(kind.place for kind in KINDS.values()), *PAGES})
LISTS = {kind.place: kind for kind in KINDS.values() if kind.is_file and kind.has_pages}
"""Files that list several records, each with a page."""

MOST = 50
"""Files that were added together with the deletion of another and are compared with it."""


class GoneFile(Value):
    """A file that is gone: the day where git knows it, the name of its content there, and files added in its place."""

    day: date | None
    blob: str
    added: Sequence[str]


class GoneFiles(Value):
    """All that is gone: files by name; ids that a file once listed, by its kind; why there may be more."""

    files: Mapping[str, GoneFile]
    listed: Mapping[str, Collection[str]]

    @property
    def records(self) -> dict[tuple[str, str], date | None]:
        """Return the day on which each record vanished, by kind and id."""
        owners = ((owner_of(name), file.day) for name, file in self.files.items())
        return {owner: day for owner, day in owners if owner and owner[1]}


def find_gone_files(
    root: Path, present: Collection[str], published: PublishedFiles, repository: str, code: str
) -> GoneFiles:
    """Return what is not among the ``present`` files and once was.

    Git tells it where the portal has its whole history there; else what the last build published does. ``repository``
    is the state of git, ``code`` that of the generator: under both the answer of git is cached.
    """
    whole, tree, gone, listed = _committed(root, repository, code)
    files = {name: _gone(*parts) for name, parts in gone.items() if name not in present}
    missing = {name: blob for name, blob in tree.items() if name not in present}
    files |= {name: GoneFile(None, blob, _new(name, present, tree)) for name, blob in missing.items()}
    if not whole:
        for name in published.versions:
            if name not in present and name not in files:
                files[name] = GoneFile(None, "", _new(name, present, published.versions))
        contents = ((place, published.content(place)) for place in LISTS)
        listed = {**_listed((place, content) for place, content in contents if content), **listed}
    return GoneFiles(files, listed)


def files_on_disk(root: Path) -> frozenset[str]:
    """Return the files of records and content pages."""
    names = set()
    for place in PLACES:
        path = root / place
        inside = path.rglob("*") if path.is_dir() else [path]
        names |= {file.relative_to(root).as_posix() for file in inside if os.path.lexists(file)}
    return frozenset(names)


def _new(name: str, present: Collection[str], known: Collection[str]) -> list[str]:
    """Return files beside a file that was not known when that one was."""
    folder = name.rpartition("/")[0]
    return sorted(other for other in present if other not in known and other.rpartition("/")[0] == folder)[:MOST]


def _gone(blob: str, day: str, added: list[str]) -> GoneFile:
    return GoneFile(date.fromisoformat(day) if day else None, blob, added)


def _committed(root: Path, repository: str, code: str) -> Any:
    """Return what git knows, cached while the branch stands where it does."""
    place, key = root / ".cache" / "committed", f"{repository} {zone_of(root)}"
    stored = load(place, code)
    if not (repository and stored) or stored[0] != key:
        stored = (key, _read(root))
        if repository:
            save(place, code, stored)
    return stored[1]


def _read(root: Path) -> tuple[bool, dict[str, str], dict[str, tuple[str, str, list[str]]], dict[str, list[str]]]:
    """Return whether the history is whole, the files of the last commit, those that are gone, and what lists held."""
    tree: dict[str, str] = {}
    gone: dict[str, tuple[str, str, list[str]]] = {}
    lists: dict[str, list[str]] = {place: [] for place in LISTS}
    added: dict[tuple[int, str], list[str]] = {}
    try:
        whole = not is_shallow(root)
        for entry in read_entries(root, zone_of(root), PLACES):
            name = entry.name
            together = added.setdefault((entry.commits, name.rpartition("/")[0]), [])
            if entry.before == ABSENT and len(together) < MOST:
                together.append(name)
            if name in lists and entry.after != ABSENT:
                lists[name].append(entry.after)
            if name not in tree and name not in gone:
                if entry.after != ABSENT:
                    tree[name] = entry.after
                elif is_usable(name):
                    gone[name] = (entry.before, entry.day.isoformat() if entry.day else "", together)
        places = [(place, blob) for place, blobs in lists.items() for blob in dict.fromkeys(blobs)]
        contents = read_blobs(root, [blob for _, blob in places])
        listed = _listed((place, raw) for (place, _), (_, raw) in zip(places, contents, strict=True))
    except NoHistory:
        return False, {}, {}, {}
    return whole and bool(tree or gone), tree, gone, listed


def _listed(contents: Iterable[tuple[str, bytes | None]]) -> dict[str, list[str]]:
    """Return the ids of the records that versions of lists held, by kind; what cannot be read is left out."""
    ids: dict[str, dict[str, None]] = {}
    for place, raw in contents:
        kind, values = LISTS[place], values_in(raw)
        for id_, value in values.items() if isinstance(values, dict) else ():
            if record_of(kind.model, str(id_), value):
                ids.setdefault(kind.name, {})[str(id_)] = None
    return {kind: list(listed_ids) for kind, listed_ids in ids.items()}
