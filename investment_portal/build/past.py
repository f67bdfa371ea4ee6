"""The past of a portal, as far as it decides what a build does: what was last published, and what is gone since."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from investment_portal.cache.published import PublishedFiles
from investment_portal.clock import zone_of
from investment_portal.content.text import Unreadable, read_bytes
from investment_portal.git import NoHistory, call
from investment_portal.history.gone_files import GoneFiles, find_gone_files
from investment_portal.history.log import ABSENT, read_blobs, read_entries
from investment_portal.history.lost_addresses import hidden_again, lost_addresses, reader_of_gone
from investment_portal.history.versions import is_readable
from investment_portal.models.catalog import Catalog, Key
from investment_portal.models.kinds import KINDS
from investment_portal.problems import Problem
from investment_portal.validation.record_files import SITE, owner_of


class Past:
    """The past of the portal at ``root``, whose present files are given by name."""

    def __init__(self, root: Path, present: Collection[str], repository: str, code: str) -> None:
        """Find what is gone; ``repository`` is the state of git, ``code`` that of the generator."""
        self._root, self._present = root, present
        self._last: dict[str, bytes | None] = {}
        self.published = PublishedFiles(root)
        self.gone: GoneFiles = find_gone_files(root, present, self.published, repository, code)

    def problems(
        self, catalog: Catalog, upcoming: Mapping[Key, date], held: Mapping[str, bytes | None], day: date
    ) -> list[Problem]:
        """Return a problem for each public address that is lost; a file that is held is there.

        ``upcoming`` are the records to come with the days of their publication.
        """
        there = {*self._present, *(file for file, content in held.items() if content is not None)}
        read_gone = reader_of_gone(self._root, self.gone, self.published)
        lost = lost_addresses(catalog, self.gone, there, read_gone, self._read, day)
        return [*lost, *hidden_again(upcoming, self.last, day)]

    def last(self, file: str) -> bytes | None:
        """Return the bytes of a record's file as it was last published; None where it was not, as far as is known.

        Where no build has left what it published, that is the latest version in git that can be read and is not the
        present one.
        """
        if file not in self._last:
            self._last[file] = self._find_last(file)
        return self._last[file]

    def _find_last(self, file: str) -> bytes | None:
        if self.published.versions:
            return self.published.content(file)
        present, owner = self._read(file), owner_of(file)
        try:
            entries = read_entries(self._root, zone_of(self._root), [file])
            blobs = [entry.after for entry in entries if entry.name == file and entry.after != ABSENT]
            for _, content in read_blobs(self._root, list(dict.fromkeys(blobs))):
                if content and content != present and owner and is_readable(*owner, content):
                    return content
        except NoHistory:
            pass
        return None

    def differs(self, file: str) -> bool:
        """Return whether a record's file is not as it was last published."""
        last = self.last(file)
        return last is None or last != self._read(file)

    def changed(self) -> set[str]:
        """Return the files of records that changed since they were last published, those that are gone included.

        Where no build has left what it published, they are those that changed with the last commit, and after it.
        """
        if self.published.versions:
            names = {*self.published.versions, *self._present}
        else:
            places = sorted({kind.place for kind in KINDS.values()})
            try:
                names = set(
                    call(self._root, "diff", "-z", "--relative", "--name-only", "HEAD~1", "--", *places).split("\0")
                )
            except NoHistory:
                return set()
        return {name for name in names if name != SITE and owner_of(name) and self.differs(name)}

    def _read(self, file: str) -> bytes | None:
        try:
            return read_bytes(self._root / file, self._root)
        except Unreadable:
            return None
