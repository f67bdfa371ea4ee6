"""The history as it was last read, kept as long as neither the repository nor the records that it is about change."""

import hashlib
import pickle
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from catalog.git import FAILED, SLOW
from catalog.git import standing as standing_of
from catalog.history.history import History, Revision, read_history
from catalog.kept.box import close_box, open_box
from catalog.kept.records import marks_of
from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from catalog.trace.reads import Read

Key = tuple[str, str]

UNSETTLED = (FAILED, SLOW)
"""Why there may be no history now and one at the next build, though nothing has changed."""


class Revisions(Mapping[Key, Sequence[Revision]]):
    """Revisions by kind and id, each unpacked when it is asked for."""

    def __init__(self, packed: Mapping[Key, bytes]) -> None:
        """Take them packed."""
        self.packed = packed

    def __getitem__(self, key: Key) -> Sequence[Revision]:
        """Give the revisions of a record."""
        found: Sequence[Revision] = pickle.loads(self.packed[key])  # noqa: S301 - its sum was checked
        return found

    def __iter__(self) -> Iterator[Key]:
        """Go through the records that were revised."""
        return iter(self.packed)

    def __len__(self) -> int:
        """Count them."""
        return len(self.packed)


def recall_history(root: Path, catalog: Catalog, standing: str, code: bytes) -> tuple[History, dict[Read, str]]:
    """Give the history of a repository that stands like this, and of each of its parts a print."""
    place = root / ".cache" / "revisions"
    key = f"{standing} {_about(catalog)}"
    kept = open_box(place, code)
    if not (standing and kept) or kept[0] != key:
        found = read_history(root, catalog)
        kept = (key, *_plain(found))
        if standing == standing_of(root) and found.gap not in UNSETTLED:
            close_box(place, code, kept)
    _, since, gap, packed = kept
    history = History(Revisions(packed), since and date.fromordinal(since), gap and Sentence(*gap))
    facts: dict[Read, str] = {("@history", kind, id_): _print(own) for (kind, id_), own in packed.items()}
    return history, {("@history",): f"{since} {gap}", **facts}


def _about(catalog: Catalog) -> str:
    """Tell which records there are, and under which ids they stood."""
    digest = hashlib.sha256()
    for kind in KINDS.values():
        if not kind.is_file:
            digest.update(marks_of(catalog.records[kind.name], "formerly"))
    return digest.hexdigest()


def _plain(history: History) -> tuple[Any, ...]:
    packed = {key: pickle.dumps(tuple(own), pickle.HIGHEST_PROTOCOL) for key, own in history.revisions.items()}
    gap = history.gap
    return history.since and history.since.toordinal(), gap and (gap.zh, gap.en), packed


def _print(packed: bytes) -> str:
    return hashlib.sha256(packed).hexdigest()[:24]
