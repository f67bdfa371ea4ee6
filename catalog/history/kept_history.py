"""The history as it was last read, kept as long as neither the repository nor the records that it is about change."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from catalog.git import FAILED, SLOW
from catalog.git import standing as standing_of
from catalog.history.cache import change_of, plain_change
from catalog.history.history import History, Revision, read_history
from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from investment_portal.build.checked_file import load, save

Key = tuple[str, str]

UNSETTLED = (FAILED, SLOW)
"""Why there may be no history now and one at the next build, though nothing has changed."""


class Revisions(Mapping[Key, Sequence[Revision]]):
    """Revisions by kind and id, each converted when it is asked for."""

    def __init__(self, plain: Mapping[str, Any]) -> None:
        """Take them as plain values, by ``KIND/ID``."""
        self._plain = plain

    def __getitem__(self, key: Key) -> Sequence[Revision]:
        """Return the revisions of a record."""
        return tuple(
            Revision(date.fromisoformat(day), [change_of(one) for one in fields], formerly)
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


def recall_history(root: Path, catalog: Catalog, standing: str, code: str) -> History:
    """Return the history of a repository that stands like this."""
    place = root / ".cache" / "revisions"
    key = f"{standing} {_about(catalog)}"
    kept = load(place, code)
    if not (standing and kept) or kept[0] != key:
        found = read_history(root, catalog)
        kept = (key, *_plain(found))
        if standing == standing_of(root) and found.gap not in UNSETTLED:
            save(place, code, kept)
    _, since, gap, plain = kept
    return History(Revisions(plain), since and date.fromisoformat(since), gap and Sentence(*gap))


def _about(catalog: Catalog) -> str:
    """Return a digest of which records there are, and under which ids they stood."""
    digest = hashlib.sha256()
    for kind in KINDS.values():
        if not kind.is_file:
            for id_, record in catalog.records[kind.name].items():
                digest.update(f"{kind.name}/{id_} {record.formerly}\n".encode())
    return digest.hexdigest()


def _plain(history: History) -> tuple[Any, ...]:
    plain = {
        "/".join(key): [
            (one.day.isoformat(), [plain_change(change) for change in one.fields], one.formerly) for one in own
        ]
        for key, own in history.revisions.items()
    }
    gap = history.gap
    return history.since and history.since.isoformat(), gap and (gap.zh, gap.en), plain
