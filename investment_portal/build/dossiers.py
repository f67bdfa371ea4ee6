"""Make the dossiers of a build: those whose input changed are composed, those that say something else are typeset.

Pages name the number of pages and the size of their dossier, so that dossiers are made before pages.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.json import decode, encode

from investment_portal.build.result import BuildOptions
from investment_portal.dossiers.contents import DossierJob
from investment_portal.dossiers.typesetting import (
    TypesetPdf,
    Typesetter,
    TypesettingError,
    as_json,
    missing_packages,
)
from investment_portal.languages import Sentence
from investment_portal.models.fingerprints import fingerprint
from investment_portal.pages.dossiers.files import DossierFile
from investment_portal.publish.site import PublishedSite
from investment_portal.workers import Workers, shards_of, worker_count

DOSSIERS_PER_WORKER = 24
"""Number of dossiers from which on another process is worth its start: it opens the fonts anew."""

SHARD = 8
SHOWN = 3
"""Dossiers named in a note; more are counted."""


class StoredDossier(NamedTuple):
    """A dossier of the last build: what it was made from, the key of what it says, its number of pages."""

    inputs: str
    key: str
    pages: int


class StaleDossier(NamedTuple):
    """A dossier to typeset: its paths, what it is made from, the key of what it says, and that as JSON."""

    paths: Sequence[str]
    inputs: str
    key: str
    content: bytes
    most_pages: int


class DossierMaker:
    """Makes dossiers; ``files`` are the finished ones by path, ``notes`` name what could not be made."""

    def __init__(self, site: PublishedSite, stored: bytes | None, typesetting: str, options: BuildOptions) -> None:
        """Take the site, what ``encoded`` returned in the last build, and a fingerprint of templates and libraries."""
        self._site, self._typesetting, self._options = site, typesetting, options
        self._last = decode(stored, type=dict[str, StoredDossier]) if stored else {}
        self._now: dict[str, StoredDossier] = {}
        self.files: dict[str, DossierFile] = {}
        self.notes: list[Sentence] = []
        self.typeset = 0
        """How many were typeset."""

    def run(self, dossiers: Iterable[DossierJob]) -> None:
        """Keep what is as it was, and typeset the others."""
        missing = missing_packages()
        if missing:
            self.notes.append(missing)
            return
        stale = [job for job in map(self._stale, dossiers) if job]
        refused: list[tuple[str, str]] = []
        workers = worker_count(self._options.jobs, len(stale), DOSSIERS_PER_WORKER)
        # Typst runs threads of its own, which a forked process would lack.
        with Workers(Typesetter(), workers, start_method="spawn") as pool:
            for results in pool.map(typeset_shard, shards_of(stale, workers, SHARD)):
                for dossier, result in results:
                    if isinstance(result, str):
                        refused.append((dossier.paths[0], result))
                    else:
                        self._put(dossier, result)
        self.typeset = len(stale) - len(refused)
        if refused:
            self.notes.append(_refused(refused))

    def encoded(self) -> bytes | None:
        """Return the dossiers in a form for the cache; None where it holds them already."""
        return encode(self._now) if self._now != self._last else None

    def _stale(self, job: DossierJob) -> StaleDossier | None:
        """Return a dossier that must be typeset; None where the site has it."""
        last, inputs = self._last.get(job.paths[0]), fingerprint(self._typesetting, job.inputs, job.paths)
        if last and last.inputs == inputs and self._keeps(job.paths, inputs, last):
            return None
        if last and job.book and self._options.keep_book and self._keeps(job.paths, last.inputs, last):
            return None
        content = as_json(job.compose())
        key = fingerprint(self._typesetting, content)
        if last and last.key == key and self._keeps(job.paths, inputs, last):
            return None
        return StaleDossier(job.paths, inputs, key, content, job.most_pages)

    def _keeps(self, paths: Sequence[str], inputs: str, last: StoredDossier) -> bool:
        """Return whether the site has a dossier as it was made; it then stays."""
        if any(path not in self._site.intact or self._site.known[path].key != last.key for path in paths):
            return False
        for path in paths:
            self._site.keeps(path, last.key)
        self._enter(paths[0], last._replace(inputs=inputs))
        return True

    def _put(self, dossier: StaleDossier, typeset: TypesetPdf) -> None:
        for path in dossier.paths:
            self._site.put(path, dossier.key, typeset.content)
        self._enter(dossier.paths[0], StoredDossier(dossier.inputs, dossier.key, typeset.pages))

    def _enter(self, path: str, dossier: StoredDossier) -> None:
        self._now[path] = dossier
        self.files[path] = DossierFile(dossier.pages, self._site.now[path].size)


def typeset_shard(
    typesetter: Typesetter, dossiers: Sequence[StaleDossier]
) -> list[tuple[StaleDossier, TypesetPdf | str]]:
    """Return each dossier with its PDF, or with the reason for which it cannot be typeset."""
    results: list[tuple[StaleDossier, TypesetPdf | str]] = []
    for dossier in dossiers:
        try:
            results.append((dossier, typesetter.pdf(dossier.content, dossier.most_pages)))
        except TypesettingError as error:
            results.append((dossier, str(error)))
    return results


def _refused(refused: Sequence[tuple[str, str]]) -> Sentence:
    """Return which dossiers could not be typeset, and why the first one could not."""
    paths, reason = ", ".join(path for path, _ in refused[:SHOWN]), refused[0][1]
    more = len(refused) - SHOWN
    return Sentence(
        f"有 {len(refused)} 份 PDF 资料无法排版，页面上没有其下载链接：{paths}{'等' if more > 0 else ''}。"
        f"第一份的原因：{reason}。",
        f"{len(refused)} dossiers could not be typeset, so that pages have no links to them: {paths}"
        f"{f' and {more} more' if more > 0 else ''}. Reason of the first: {reason}.",
    )
