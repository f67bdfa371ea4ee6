"""Load: the records of a portal and all its problems; what was read and checked before comes from the cache.

The records that are not projects are few: they are read first, and all of them are held. Project files are read in
shards, each worker checking the records that it reads; of projects only summaries are held.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec import json, msgpack

from investment_portal.build.past import Past
from investment_portal.cache.inputs import FILES as INPUT_FILES
from investment_portal.cache.inputs import Scan, content_digest
from investment_portal.cache.store import Store, StoredRecord
from investment_portal.content.paths import path_problems
from investment_portal.content.text import Unreadable, read_bytes
from investment_portal.domain.public_records import UpcomingReference, moved_records, public_catalog, public_record
from investment_portal.domain.summary import ProjectSummary, summary_of
from investment_portal.languages import LANGUAGES
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog, Key
from investment_portal.models.fingerprints import digest_of, fingerprint
from investment_portal.models.kinds import KINDS
from investment_portal.models.pack import pack, unpack
from investment_portal.models.project import Project
from investment_portal.models.site import Site
from investment_portal.pages.content_pages.attachments import file_findings_of
from investment_portal.pages.content_pages.check import asset_files, page_problems
from investment_portal.pages.content_pages.record_links import RULE as DEAD_LINK
from investment_portal.pages.content_pages.record_links import dead_links_of, page_addresses
from investment_portal.pages.dataset import Digests
from investment_portal.pictures.picture import Assets, PictureFile, assets_of, signs_of
from investment_portal.pictures.reading import look_at
from investment_portal.problems import Finding, Level, Problem, plain, problem
from investment_portal.schema_version import schema_version_problem
from investment_portal.validation.loaded_portal import LoadedPortal
from investment_portal.validation.record_files import SITE, owner_of
from investment_portal.validation.record_reader import Task, enter_name, read_file, tasks
from investment_portal.validation.rule_runner import (
    dated_portal_findings,
    dated_record_findings,
    portal_findings,
    readable_findings,
    record_findings,
)
from investment_portal.validation.upcoming import findings_of
from investment_portal.workers import Workers, shards_of, worker_count

FILES_PER_WORKER = 100
"""Number of project files from which on a second process is worth its start."""

SHARD = 64
"""Projects in a shard at most."""

BATCH = 512
"""Rows that wait in memory until they are written together."""

FOLDER = f"{KINDS['project'].place}/"
SITE_TASK = "site"
"""The kind of the file of settings among the files to read."""

PAGES = tuple(f"docs/{language}/" for language in LANGUAGES)

Held = Mapping[str, bytes | None]
"""Bytes in the place of files on disk; None for one that is left out."""

NOTHING_HELD: Held = MappingProxyType({})


class CheckState(NamedTuple):
    """The state of record checks besides their record: all other kinds, all ids, the files of pictures, the day."""

    root: Path
    catalog: Catalog
    assets: Assets
    pages: frozenset[str]
    day: date


class CheckJob(NamedTuple):
    """A project to check: its file, and the packed record, or the bytes of the file where it must be read.

    Without either the file cannot be opened. ``undated`` and ``dated`` tell which rules must run.
    """

    file: str
    read: bool
    undated: bool
    dated: bool
    record: bytes = b""
    content: bytes | None = None


class Checked(NamedTuple):
    """The result of reading and checking a file: packed record, summary, problems and findings."""

    file: str
    digest: str
    record: bytes
    summary: bytes
    problems: list[Problem]
    findings: list[Finding]
    dated: list[Finding]
    size: int


class Loaded(NamedTuple):
    """The records of a portal, projects by their summaries, with all problems and the digests of the projects."""

    portal: LoadedPortal
    problems: list[Problem]
    summaries: Mapping[str, ProjectSummary]
    digests: Digests
    base: str
    """The fingerprint of the records that are not projects."""


class Loader:
    """Loads one portal."""

    def __init__(  # noqa: PLR0913 - what tells a load from others
        self,
        root: Path,
        day: date,
        inputs: Scan,
        store: Store,
        jobs: int | None,
        *,
        past: Past,
        held: Held = NOTHING_HELD,
    ) -> None:
        """Look up what the cache holds; ``held`` are bytes in the place of files on disk, None to leave one out."""
        self._root, self._day, self._inputs, self._store, self._jobs = root, day, inputs, store, jobs
        self._past, self._held = past, held
        self._code = inputs.code().hex()
        self._known = store.records()
        self._now: dict[str, StoredRecord] = {}
        self._fresh: dict[str, StoredRecord] = {}
        self._packed: dict[str, bytes] = {}
        self._public_rows: dict[str, StoredRecord] = {}
        """Projects that differ from their files, since they refer to records to come."""
        self._moved: list[Any] = []
        """Records to come, and former ids of projects: they decide how other records are shown."""
        self._base: dict[str, str] = {}
        """The version of each file that holds no project, whether its records can be read or not."""
        self.parsed = self.checked = 0
        self.pictures: dict[str, PictureFile] = {}

    def load(self) -> Loaded:
        """Read and check everything."""
        contents = {file: content for file, content in self._held.items() if content is not None}
        portal = LoadedPortal(self._root, contents=contents, gone=self._past.gone.records)
        for kind in KINDS:
            portal.records[kind] = {}
        other_version = schema_version_problem(self._root)
        if other_version:
            return Loaded(portal, [other_version], {}, self._digests(portal, []), "")
        self._look_at_pictures()
        files = self._files(portal)
        for task in files:
            if task[0] != "project":
                self._read_base(portal, task)
        # Every project has its id, whether it can be read or not: other records may refer to it.
        projects = [self._name(task) for task in files if task[0] == "project" and self._enter_project(portal, task)]
        base = fingerprint(sorted(self._base.items()), self._code)
        problems = [*path_problems(self._root), *portal.problems, *self._check_projects(portal, projects, base)]
        public, unpublished = self._public(portal, projects)
        problems += [*unpublished, *self._check_rest(portal, public.catalog, base)]
        problems += self._past.problems(portal.catalog, public.catalog.upcoming, self._held, self._day)
        self.finish()
        remaining = [issue for issue in problems if self._held.get(issue.file, b"") is not None]
        digests, moved = self._digests(public, projects), self._moved
        self._known, self._now = {}, {}  # some 4 kB a project, which nothing needs any more
        base = fingerprint(base, moved) if moved else base
        return Loaded(public, sorted(set(remaining)), public.records["project"], digests, base)

    def _look_at_pictures(self) -> None:
        """Find out what each picture is, from the cache where its bytes are the same."""
        files, stored = asset_files(self._root), self._store.cached("pictures", self._code)
        known = msgpack.decode(stored, type=dict[str, PictureFile]) if stored else {}
        self.pictures = look_at(files, self._inputs.digests, known)
        self._assets = assets_of(files, self.pictures)
        if self.pictures != known:
            with self._store.writing() as writer:
                writer.cached("pictures", self._code, msgpack.encode(self.pictures))
                writer.drop_cached(f"picture {name}" for name in known.keys() - self.pictures.keys())

    def _files(self, portal: LoadedPortal) -> list[Task]:
        """Return every file to read: what is held in the place of one on disk, or of one that is gone, is one too."""
        files = [task for task in tasks(portal) if self._held.get(self._name(task), b"") is not None]
        known = {self._name(task) for task in files}
        for file, content in self._held.items():
            owner = owner_of(file)
            if owner and content is not None and file not in known:
                files.append((owner[0], self._root / file))
        order = [SITE_TASK, *KINDS]
        return sorted(files, key=lambda task: (order.index(task[0]), task[1])) if self._held else files

    def _digest(self, file: str) -> str:
        """Return the digest of a file's bytes; empty for one that is not there."""
        held = self._held.get(file)
        return self._inputs.digests.get(file, "") if held is None else content_digest(held)

    def versions(self) -> dict[str, str]:
        """Return all files that make this state of the portal, each with what tells its version."""
        names = {self._name(task) for task in self._files(LoadedPortal(self._root))} - {SITE}
        pages = {name for name in self._inputs.digests if name.startswith(PAGES) and name.endswith(".md")}
        return {**dict.fromkeys(sorted(pages), ""), **{name: self._digest(name) for name in sorted(names)}}

    def published_content(self, file: str) -> bytes | None:
        """Return the bytes of a file as this state of the portal has them; of content pages only the name counts."""
        held = self._held.get(file)
        if file.startswith(PAGES):
            return b""
        return self._content(file) if held is None else held

    def _digests(self, portal: LoadedPortal, projects: Sequence[str]) -> Digests:
        files = {_id(file): self._now[file] for file in projects if file in self._now}
        files = {id_: self._public_rows.get(id_, row) for id_, row in files.items() if id_ in portal.records["project"]}
        others = {
            (kind, id_): digest_of(pack(record))
            for kind, records in portal.records.items()
            if kind != "project"
            for id_, record in records.items()
        }
        return Digests(
            {id_: row.digest for id_, row in files.items()},
            {id_: digest_of(row.summary) for id_, row in files.items()},
            others,
            digest_of(pack(portal.catalog.site)),
        )

    def _enter_project(self, portal: LoadedPortal, task: Task) -> bool:
        """Enter the id of a project's file; return whether it can be one. A file that was read before has one."""
        file = self._name(task)
        if self._current(file) is None:
            return enter_name(portal, KINDS["project"], task[1])
        portal.files["project", _id(file)] = file
        return True

    def _current(self, file: str) -> StoredRecord | None:
        """Return the row of an unchanged file."""
        row = self._known.get(file)
        return row if row and row.digest == self._version(self._digest(file)) else None

    def _read_base(self, portal: LoadedPortal, task: Task) -> None:
        """Read a file that holds no project, from the cache if its bytes are the same."""
        kind, _ = task
        file = self._name(task)
        row = self._current(file)
        if row:
            self._enter(portal, kind, file, self._record(file))
            portal.problems += _problems_in(row.warnings)
            self._now[file] = row
            self._base[file] = row.digest
            return
        content = self._content(file)
        if content is None:  # the reader finds the same, and reports it
            content, alone = b"", LoadedPortal(self._root)
            self._base[file] = ""
        else:
            alone = LoadedPortal(self._root, contents={file: content})
            self._base[file] = self._version(content_digest(content))
        if kind != "site":
            alone.records[kind] = {}
        read_file(alone, task)
        portal.files.update(alone.files)
        portal.problems.extend(alone.problems)
        portal.unread |= alone.unread
        portal.opened.update(alone.opened)
        if kind == "site":
            portal.site = alone.site
        else:
            portal.records[kind].update(alone.records[kind])
        self.parsed += len(content)
        if not _has_error(alone.problems):
            records: dict[str, Any] = {"site": alone.site} if kind == "site" else alone.records[kind]
            packed = msgpack.encode([(id_, pack(record)) for id_, record in records.items()])
            self._keep(file, StoredRecord(self._base[file], packed, b"", "", "", "", "", _json(alone.problems)))

    def _enter(self, portal: LoadedPortal, kind: str, file: str, packed: bytes) -> None:
        """Enter the records of a file as they were packed."""
        for id_, record in msgpack.decode(packed, type=list[tuple[str, bytes]]):
            portal.files[kind, id_] = file
            if kind == "site":
                portal.site = unpack(Site, record)
            else:
                portal.records[kind][id_] = unpack(KINDS[kind].model, record)

    def _check_projects(self, portal: LoadedPortal, projects: Sequence[str], base: str) -> list[Problem]:
        """Read new and changed projects and run the rules about single records; return all their problems."""
        ids = sorted(id_ for kind, id_ in portal.files if kind == "project")
        pages = page_addresses(self._root)
        key = fingerprint(base, ids, signs_of(self._assets), sorted(pages), self._gone())
        dated_key = fingerprint(key, self._day)
        catalog = Catalog(
            portal.catalog.site,
            {**portal.records, "project": {}},
            portal.catalog.ids,
            portal.catalog.unread,
            portal.catalog.gone,
        )
        jobs = list(self._jobs_of(projects, key, dated_key))
        count = worker_count(self._jobs, len(jobs), FILES_PER_WORKER)
        problems: list[Problem] = []
        with Workers(CheckState(self._root, catalog, self._assets, pages, self._day), count) as workers:
            for shard in workers.map(check_shard, (self._filled(names) for names in shards_of(jobs, count, SHARD))):
                for checked in shard:
                    problems += self._take(portal, checked, key, dated_key)
        portal.records["project"] = {
            _id(file): unpack(ProjectSummary, self._now[file].summary) for file in projects if file in self._now
        }
        renamed = any(kind == "project" for kind, _ in portal.catalog.former)
        for file in projects:
            row = self._now.get(file)
            if row:
                issues = [issue for text in (row.warnings, row.findings, row.dated) for issue in _problems_in(text)]
                problems += self._linked(portal, file, issues, pages) if renamed else issues
        return problems

    def _linked(self, portal: LoadedPortal, file: str, issues: list[Problem], pages: frozenset[str]) -> list[Problem]:
        """Return the problems of a project with those of its links looked at again: former ids of projects lead on."""
        if all(issue.rule != DEAD_LINK for issue in issues):
            return issues
        project = unpack(Project, self._record(file))
        links = dead_links_of("project", project.id, project, portal.catalog, pages)
        others = [issue for issue in issues if issue.rule != DEAD_LINK]
        return [*others, *(portal.problem(finding) for finding in links)]

    def _public(self, portal: LoadedPortal, projects: Sequence[str]) -> tuple[LoadedPortal, list[Problem]]:
        """Return the portal as it is public on the day, and what is said about references to records to come.

        References by former ids name the present ones.
        """
        moved = moved_records(portal.records, portal.catalog.former, self._day)
        self._moved = [
            *sorted(moved.upcoming),
            *sorted(key for key in moved.former.items() if key[0][0] == "project"),
        ]
        if not moved:
            return portal, []
        catalog, mentions = public_catalog(portal.catalog, moved)
        of_projects: dict[Key, Sequence[UpcomingReference]] = {}
        shown: dict[str, ProjectSummary] = dict(catalog.records["project"])
        keys = moved.keys
        for file in projects:
            id_ = _id(file)
            if id_ in shown and not keys.isdisjoint(shown[id_].mentions):
                public = public_record(unpack(Project, self._record(file)), moved)
                of_projects["project", id_] = public.mentions
                shown[id_], row = summary_of(public.record), pack(public.record)
                summary, digest = pack(shown[id_]), digest_of(row)
                self._public_rows[id_] = self._now[file]._replace(digest=digest, record=row, summary=summary)
        catalog = replace(catalog, records={**catalog.records, "project": shown})
        site = catalog.site if portal.site else None
        findings = findings_of({**mentions, **of_projects}, moved.upcoming)
        problems = [portal.problem(finding) for finding in findings]
        return replace(portal, site=site, records=dict(catalog.records), _catalog=catalog), problems

    def _jobs_of(self, projects: Sequence[str], key: str, dated_key: str) -> Iterator[CheckJob]:
        for file in projects:
            row = self._current(file)
            if row is None:
                yield CheckJob(file, read=True, undated=True, dated=True)
                continue
            self._now[file] = row
            if row.findings_key != key or row.dated_key != dated_key:
                undated, dated = row.findings_key != key, row.dated_key != dated_key
                yield CheckJob(file, read=False, undated=undated, dated=dated)

    def _filled(self, jobs: Sequence[CheckJob]) -> list[CheckJob]:
        """Return the input of the jobs of a shard: the bytes of new files, the packed records of others."""
        return [
            job._replace(content=self._content(job.file)) if job.read else job._replace(record=self._record(job.file))
            for job in jobs
        ]

    def _content(self, file: str) -> bytes | None:
        """Return the bytes of a file; None where it cannot be read, so that the loader finds out why."""
        held = self._held.get(file)
        if held is not None:
            return held
        try:
            return read_bytes(self._root / file, self._root)
        except Unreadable:
            return None

    def _take(self, portal: LoadedPortal, checked: Checked, key: str, dated_key: str) -> list[Problem]:
        """Take over what was found in a file; return the problems with which it cannot be read."""
        self.checked += 1
        self.parsed += checked.size
        row = self._now.get(checked.file)
        if row is None and not checked.record:
            return checked.problems
        if row is None:
            warnings = _json(checked.problems)
            row = StoredRecord(self._version(checked.digest), checked.record, checked.summary, "", "", "", "", warnings)
        if row.findings_key != key:
            row = row._replace(findings=_plain(portal, checked.findings), findings_key=key)
        if row.dated_key != dated_key:
            row = row._replace(dated=_plain(portal, checked.dated), dated_key=dated_key)
        self._keep(checked.file, row)
        return []

    def _keep(self, file: str, row: StoredRecord) -> None:
        """Keep a row for this build and the next; packed records go to the cache some at a time."""
        self._now[file] = row
        self._fresh[file] = row
        if len(self._fresh) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        """Write the rows that are new; where the disk refuses, their records stay in memory."""
        if not self._fresh:
            return
        new = {file: row for file, row in self._fresh.items() if row.record}
        with self._store.writing() as writer:
            writer.records(new, ())
            writer.findings({file: row for file, row in self._fresh.items() if not row.record})
        if not writer.written:
            self._packed.update({file: row.record for file, row in new.items()})
        self._now.update({file: row._replace(record=b"") for file, row in new.items()})
        self._fresh = {}

    def finish(self) -> None:
        """Write the remaining rows, and drop those of deleted files."""
        self._flush()
        gone = self._known.keys() - self._now.keys()
        if gone:
            with self._store.writing() as writer:
                writer.records({}, gone)

    def _gone(self) -> list[tuple[tuple[str, str], date | None]]:
        return sorted(self._past.gone.records.items())

    def _version(self, digest: str) -> str:
        """Return the version of a row: of its file's bytes, and of the code that read them."""
        return f"{digest} {self._code}"

    def _record(self, file: str) -> bytes:
        row = self._now.get(file)
        if row and row.record:
            return row.record
        return self._packed.get(file) or self._store.record(file)

    def packed(self, id_: str) -> bytes:
        """Return the whole record of a project, packed."""
        return self._public_rows[id_].record if id_ in self._public_rows else self._record(f"{FOLDER}{id_}.yaml")

    def _check_rest(self, portal: LoadedPortal, public: Catalog, base: str) -> list[Problem]:
        """Run the rules about other records, about the portal as a whole, and about content pages.

        ``public`` are the records without those to come: pages refer to these alone, and so do checks of a day.
        """
        catalog, root = portal.catalog, self._root
        moved = [(id_, project.formerly) for id_, project in portal.records["project"].items() if project.formerly]
        addresses = page_addresses(root)
        ids = sorted(portal.records["project"])
        files = sorted(portal.files), ids, signs_of(self._assets), sorted(addresses)
        key = fingerprint(base, *files, moved, self._gone())

        def pages() -> Iterator[Problem]:
            yield from page_problems(root, public)

        def records() -> Iterator[Problem]:
            for kind, id_, record in self._others(catalog):
                findings = [
                    *record_findings(kind, id_, record, catalog),
                    *file_findings_of(kind, id_, record, self._assets),
                ]
                findings += dead_links_of(kind, id_, record, catalog, addresses)
                yield from (portal.problem(finding) for finding in findings)
            yield from (portal.problem(finding) for finding in readable_findings(portal, catalog))

        def dated() -> Iterator[Problem]:
            for kind, id_, record in self._others(catalog):
                findings = dated_record_findings(kind, id_, record, catalog, self._day)
                yield from (portal.problem(finding) for finding in findings)

        upcoming = sorted(public.upcoming.items())
        texts = fingerprint(key, upcoming, self._inputs.digest("docs", *INPUT_FILES), self._inputs.of_theme("words"))
        problems = [portal.problem(finding) for finding in portal_findings(catalog)]
        problems += [portal.problem(finding) for finding in dated_portal_findings(public, self._day)]
        problems += self._cached("pages", texts, pages)
        problems += self._cached("records", key, records)
        return [*problems, *self._cached("dated", fingerprint(key, self._day), dated)]

    @staticmethod
    def _others(catalog: Catalog) -> Iterator[tuple[str, str, Model]]:
        return (entry for entry in catalog.everything() if entry[0] != "project")

    def _cached(self, name: str, key: str, find: Callable[[], Iterator[Problem]]) -> list[Problem]:
        """Return problems as they were found under the same key, or find them."""
        last = self._store.findings(name)
        if last and last[0] == key:
            return [problem(parts) for parts in last[1]]
        self.checked += 1
        problems = list(find())
        with self._store.writing() as writer:
            writer.findings_of(name, key, [plain(issue) for issue in problems])
        return problems

    @staticmethod
    def _name(task: Task) -> str:
        kind, path = task
        if kind == SITE_TASK:
            return SITE
        place = KINDS[kind].place
        return place if KINDS[kind].is_file else f"{place}/{path.name}"


def check_shard(state: CheckState, jobs: Sequence[CheckJob]) -> list[Checked]:
    """Read the projects of a shard that are new, and run the rules about single records that must run."""
    return [_check(state, job) for job in jobs]


def _check(state: CheckState, job: CheckJob) -> Checked:
    content = job.content or b""
    project: Project
    warnings: list[Problem] = []
    if not job.read:
        project, packed, summary = unpack(Project, job.record), b"", b""
    else:
        alone = LoadedPortal(state.root, contents={} if job.content is None else {job.file: content})
        alone.records["project"] = {}
        read_file(alone, ("project", state.root / job.file))
        warnings = alone.problems
        if _has_error(warnings) or not alone.records["project"]:
            others = readable_findings(alone, state.catalog)
            problems = sorted({*warnings, *(alone.problem(finding) for finding in others)})
            return Checked(job.file, "", b"", b"", problems, [], [], len(content))
        (project,) = alone.records["project"].values()
        packed, summary = pack(project), pack(summary_of(project))
    findings, dated = [], []
    if job.undated:
        findings = [*record_findings("project", project.id, project, state.catalog)]
        findings += file_findings_of("project", project.id, project, state.assets)
        findings += dead_links_of("project", project.id, project, state.catalog, state.pages)
    if job.dated:
        dated = list(dated_record_findings("project", project.id, project, state.catalog, state.day))
    return Checked(job.file, content_digest(content), packed, summary, warnings, findings, dated, len(content))


def _id(file: str) -> str:
    return file.removeprefix(FOLDER).removesuffix(".yaml")


def _plain(portal: LoadedPortal, findings: Sequence[Finding]) -> str:
    return _json([portal.problem(finding) for finding in findings])


def _json(problems: Sequence[Problem]) -> str:
    return json.encode([plain(issue) for issue in problems]).decode() if problems else ""


def _problems_in(text: str) -> list[Problem]:
    return [problem(parts) for parts in json.decode(text)] if text else []


def _has_error(problems: Sequence[Problem]) -> bool:
    return any(issue.level is Level.ERROR for issue in problems)
