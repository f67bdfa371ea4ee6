"""The build: load > validate > index > render > publish. Nothing is written where the data has errors.

Every page and every other output has a key: the fingerprint of all that it is made from. Keys are computed in each run;
what has the key that it had in the last build, and stands in the site as it was left, is not rendered again.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import msgpack
from msgspec.json import decode, encode
from msgspec.structs import replace

from investment_portal.build.built_pages import PageCollector
from investment_portal.build.closing_notes import column_ages, hidden_facets, missing_revisions, to_be_published
from investment_portal.build.cluster import ClusterWorkers
from investment_portal.build.dossiers import DossierMaker
from investment_portal.build.hold_back import NOT_HELD, hold_back, is_lost_page
from investment_portal.build.hold_back import note as held_back_note
from investment_portal.build.load import NOTHING_HELD, Held, Loaded, Loader
from investment_portal.build.other_outputs import OtherOutputs
from investment_portal.build.page_duties import page_problems
from investment_portal.build.page_jobs import FragmentDigests, Shared, card_jobs, page_jobs
from investment_portal.build.past import Past
from investment_portal.build.published_theme import PublishedTheme
from investment_portal.build.result import BuildOptions, BuildResult
from investment_portal.build.shards import PageJob, RenderTask, keeps_page, render_shard, with_records
from investment_portal.build.site_links import SiteLinks
from investment_portal.build.stages import CHECK, HISTORY, KEEP, LAYOUTS, LINKS, OTHERS, PAGES, PUBLISH, Stages
from investment_portal.cache.inputs import Scan
from investment_portal.cache.store import BuildState, Store
from investment_portal.domain.compliance.duty import Inspected
from investment_portal.domain.compliance.report import Report, report
from investment_portal.domain.index import Index
from investment_portal.dossiers.contents import dossier_jobs
from investment_portal.formatting.pinyin import Readings
from investment_portal.formatting.words import read_words
from investment_portal.history.history import History, load_history
from investment_portal.history.lost_addresses import page_address
from investment_portal.languages import LANGUAGES, Language, Sentence, language_path
from investment_portal.models.fingerprints import fingerprint
from investment_portal.models.site import Site, site_root
from investment_portal.outputs.compliance import compliance_json, self_check
from investment_portal.outputs.output import BuildContext
from investment_portal.outputs.search.content_pages import ContentTexts
from investment_portal.outputs.search.names import name_readings
from investment_portal.outputs.search.project_index import IndexRow
from investment_portal.pages.compliance.shortcodes import COMPLIANCE
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.projects.facets import facet_counts, facets_filled
from investment_portal.pages.projects.fragments import Fragments, names_of
from investment_portal.problems import Level, Problem, plain
from investment_portal.publish.manifest import (
    MANIFEST,
    PUBLIC_KEY,
    SIGNATURE,
    manifest_of_outputs,
    pem_of,
    refuse_other_key,
)
from investment_portal.publish.site import PublishedSite
from investment_portal.rendering.assets import (
    AssetNames,
)
from investment_portal.rendering.colours import Tokens
from investment_portal.rendering.layout_settings import layout_settings
from investment_portal.rendering.layouts import LayoutJob, LayoutSet
from investment_portal.rendering.page_bundles import bundles_in
from investment_portal.rendering.pages import (
    ContentInput,
    PageInput,
    RenderState,
)
from investment_portal.share_cards.card import SIZES, CardInput, ShareCard
from investment_portal.share_cards.contents import card_style
from investment_portal.value import Value
from investment_portal.workers import Workers, shards_of, worker_count

PAGES_PER_WORKER = 40
"""Number of pages from which on a second process is worth its start."""

SHARD = 64
"""Pages in a shard at most."""

DRAWING = "investment_portal/share_cards/drawing.py"
"""The file that decides how a share card looks."""

TYPESETTING = ("investment_portal/dossiers/templates", "investment_portal/dossiers/typesetting.py")
"""Files that decide how a dossier looks."""


class CachedValues(Value):
    """Values derived from single projects, by id and behind the digest of the summary (``Dataset.of_project``)."""

    facets: dict[str, tuple[str, tuple[tuple[str, ...], ...]]]
    rows: dict[Language, dict[str, tuple[str, IndexRow]]]
    cards: Mapping[Language, dict[str, tuple[str, ShareCard]]] = {}


class Pipeline:
    """One build, stage by stage."""

    def __init__(self, root: Path, day: date, inputs: Scan, store: Store, options: BuildOptions) -> None:
        """Take the inputs of the build."""
        self._root, self._day, self._inputs, self._store, self._options = root, day, inputs, store, options

    def run(  # noqa: PLR0913 - what tells this build from others
        self, site: PublishedSite, name: str, stages: Stages, *, layout_job: LayoutJob, repository: str, key: str
    ) -> BuildResult:
        """Build and publish the site, unless the data has errors."""
        with stages.stage(CHECK):
            past = Past(self._root, self._inputs.digests, repository, self._inputs.code().hex())
            load = partial(self._load, past, stages)
            loaded, held = load({}), NOTHING_HELD
            problems = loaded.problems
            holds_back = self._holds_back(loaded.portal.catalog.site)
            if any(problem.level is Level.ERROR for problem in problems):
                layout_set = hold_back(load, loaded, past, held) if holds_back else None
                if layout_set is None:
                    return BuildResult(problems, None, 0, stages, [NOT_HELD] if holds_back else [])
                held, loaded = layout_set
        if self._options.signing:
            refuse_other_key(self._options.signing.public, loaded.portal.catalog.site.signing_key)
        with stages.stage(LAYOUTS):
            layouts = layout_job.result(layout_settings(self._root, loaded.portal.catalog, self._day))
        while True:
            with stages.stage(HISTORY):
                data, history = self._dataset(loaded, held, repository)
            site.begin()
            try:
                paths, dead = self._fill(site, name, stages, data=data, layouts=layouts, base=loaded.base)
                self._keep_lost_pages(site, problems)
                self._list_files(site, data.catalog.site)
                if not dead:
                    problems = sorted({*problems, *self._page_warnings})
                    with stages.stage(PUBLISH):
                        published = site.publish()
                    break
            finally:
                site.end()
            problems = sorted({*problems, *dead})
            layout_set = hold_back(load, loaded, past, held, dead) if holds_back else None
            if layout_set is None:
                return BuildResult(problems, None, 0, stages, [NOT_HELD] if holds_back else [])
            held, loaded = layout_set
        notes = [*self._closing_notes(data, history), *self._dossiers.notes]
        if held:
            notes.append(held_back_note(held, past))
        with stages.stage(KEEP):
            done = BuildState(
                key, [plain(problem) for problem in problems], len(paths), [tuple(note) for note in notes]
            )
            self._remember(site, name, done, past, [problem.file for problem in problems if is_lost_page(problem)])
        return BuildResult(problems, published, len(paths), stages, notes)

    def _load(self, past: Past, stages: Stages, held: Held) -> Loaded:
        """Load the portal, with what is held in the place of files on disk."""
        store, jobs = self._store, self._options.jobs
        self._loader = Loader(self._root, self._day, self._inputs, store, jobs, past=past, held=held)
        loaded = self._loader.load()
        stages.parsed += self._loader.parsed
        stages.checked += self._loader.checked
        return loaded

    def _holds_back(self, site: Site) -> bool:
        """Return whether records in error are held back: a preview shows their errors instead."""
        wanted = self._options.hold_back
        return not self._options.preview and (site.hold_back if wanted is None else wanted)

    def _dataset(self, loaded: Loaded, held: Held, repository: str) -> tuple[Dataset, History]:
        catalog = loaded.portal.catalog
        history = load_history(self._root, catalog, repository, self._inputs.code().hex(), held)
        history = history.without(catalog.upcoming)
        index = Index(loaded.summaries, catalog.site, list(catalog.sectors), self._day)
        pictures = {name: picture for name, picture in self._loader.pictures.items() if not picture.fault}
        catalog = catalog.with_projects({})
        return Dataset(catalog, index, history, self._loader.packed, loaded.digests, pictures=pictures), history

    def _fill(  # noqa: PLR0913 - what a site is made from
        self,
        site: PublishedSite,
        name: str,
        stages: Stages,
        *,
        data: Dataset,
        layouts: Mapping[Language, LayoutSet],
        base: str,
    ) -> tuple[list[str], list[Problem]]:
        """Fill the site with pages and other files; return the paths of pages, and a problem for each dead link."""
        with stages.stage(PAGES):
            first = layouts[LANGUAGES[0]]
            theme = PublishedTheme(self._root, _tokens(data), self._inputs, self._store, first)
            layouts = {language: layout.with_assets(theme.names) for language, layout in layouts.items()}
            state, shared = self._state(data, layouts, base, theme.names)
            self._make_dossiers(data, site, name, state, shared)
            self._load_cached(data, fingerprint([shared_state.base for shared_state in shared.values()], data.day))
            jobs = list(page_jobs(data, layouts, shared, preview=self._options.preview))
            reports = [job for job in jobs if _shows_report(job.page)]
            paths = [job.path for job in jobs]
            address, stored = site_root(data.catalog.site), self._store.cached(f"links {name}", "")
            preview = self._options.preview
            self._links = SiteLinks(self._root, address, site, stored, left_out=SIZES if preview else ())
            self._collector = PageCollector(address, site, self._store.cached(f"pages {name}", ""))
            style = None if preview or not data.catalog.site.share_cards else card_style(self._root, data.catalog.site)
            drawing = fingerprint(self._inputs.digest(DRAWING), self._inputs.surroundings())
            cards = list(card_jobs(data, state.contexts, style, drawing)) if style else []
            outputs = OtherOutputs(self._root, self._inputs, self._store, theme=theme, site=site, links=self._links)
            others = outputs.make(self._build_context(data, state, layouts, paths, shared), first, shared)
            at_once = [job for job in jobs if job not in reports] if reports else jobs
            task = RenderTask(state, site.staging, style)
            stages.rendered = self._render(data, task, site, [*at_once, *cards], others)
        with stages.stage(OTHERS):
            for _ in others:
                pass
            self._readings.keep()
            self._save_cached(data)
            pages = {job.path: job.page for job in jobs if not isinstance(job.page, CardInput)}
            for job in reports:  # all but what the report fills in
                blank = layouts[job.language].content_pages[job.page.name].blank().encode()
                self._collector.add(job.path, blank, pages[job.path])
            built_pages = self._collector.built_pages(pages)
            inspected = Inspected(data.catalog, data.index.projects, data.today, built_pages, _redated(data))
            report_ = report(inspected)
            stages.rendered += self._add_report(report_, state, site, reports)
            of_reports = (path for job in reports for path in bundles_in(site.read(job.path)))
            outputs.add_bundles({*self._collector.bundles(), *of_reports})
            self._add_report_files(report_, data, state, outputs, shared)
            stages.produced = outputs.produced + self._dossiers.typeset
            refused, self._page_warnings = page_problems(report_, data.catalog.site)
        with stages.stage(LINKS):
            dead = self._links.problems(
                {job.path: (job.language, job.page) for job in jobs if not isinstance(job.page, CardInput)}
            )
            return paths, [*dead, *refused]

    def _add_report(self, report_: Report, state: RenderState, site: PublishedSite, reports: Sequence[PageJob]) -> int:
        """Render the pages that show the compliance report where it changed; return their number."""
        rendered, digest = 0, fingerprint(report_)
        for job in reports:
            key = f"{job.key} {digest}"
            if isinstance(job.page, ContentInput) and not site.keeps(job.path, key):
                page = replace(job.page, excerpts={**job.page.excerpts, COMPLIANCE: report_})
                content = state.render(job.language, page).encode()
                site.put(job.path, key, content)
                self._links.add(job.path, content)
                rendered += 1
        return rendered

    def _add_report_files(
        self,
        report_: Report,
        data: Dataset,
        state: RenderState,
        outputs: OtherOutputs,
        shared: Mapping[Language, Shared],
    ) -> None:
        """Make the compliance report as JSON and as a workbook where it changed."""
        code, texts = self._inputs.code().hex(), [shared[language].theme for language in LANGUAGES]
        for make in (compliance_json, self_check):
            key = fingerprint(make.__name__, report_, code, texts, data.digests.site)
            if not outputs.keeps_all(key):
                outputs.produced += 1
                outputs.put_all(key, make(report_, data.catalog.site, state.contexts))

    @staticmethod
    def _keep_lost_pages(site: PublishedSite, problems: Sequence[Problem]) -> None:
        """Keep the pages of the last site that stand at addresses from which content pages vanished."""
        addresses = [page_address(problem.file) for problem in problems if is_lost_page(problem)]
        for path in (
            f"{language_path(language)}{address}index.html" for address in addresses for language in LANGUAGES
        ):
            if path in site.intact and path not in site.now:
                site.keeps(path, site.known[path].key)

    def _closing_notes(self, data: Dataset, history: History) -> list[Sentence]:
        counts, site = facet_counts(data), data.catalog.site
        filled = {name: count.filled for name, count in counts.facets.items()}
        hidden = hidden_facets(facets_filled(filled, counts.projects, site), site)
        gap = missing_revisions(history.gap) if history.gap else None
        upcoming = to_be_published(data.catalog.upcoming)
        return [column_ages(data.catalog, self._day), *(note for note in (upcoming, hidden, gap) if note)]

    def _list_files(self, site: PublishedSite, settings: Site) -> None:
        """Put the manifest of all files, its signature and the public key into the site."""
        if self._options.preview:
            return
        signing = self._options.signing
        public = settings.signing_key or (signing.public if signing else None)
        if public:
            site.put(PUBLIC_KEY, "", pem_of(public))
        manifest = manifest_of_outputs(site.now)
        site.put(MANIFEST, "", manifest)
        if signing:
            site.put(SIGNATURE, "", signing.sign(manifest))

    def _make_dossiers(
        self, data: Dataset, site: PublishedSite, name: str, state: RenderState, shared: Mapping[Language, Shared]
    ) -> None:
        """Make the dossiers that the settings name; the preview makes none."""
        stored = self._store.cached(f"dossiers {name}", "")
        typesetting = fingerprint(self._inputs.digest(*TYPESETTING), self._inputs.surroundings())
        self._dossiers = DossierMaker(site, stored, typesetting, self._options)
        kinds = [] if self._options.preview else data.catalog.site.dossiers
        if kinds:
            bases = {language: fingerprint(shared[language].base, data.digests.site) for language in LANGUAGES}
            self._dossiers.run(dossier_jobs(kinds, data, state.contexts, bases))
        data.dossiers = self._dossiers.files

    def _state(
        self, data: Dataset, layouts: Mapping[Language, LayoutSet], base: str, assets: AssetNames
    ) -> tuple[RenderState, dict[Language, Shared]]:
        """Return what all pages share, and the fingerprint of that for each language."""
        readings = Readings(self._root / ".cache" / "readings")
        words = {language: read_words(self._root, language) for language in LANGUAGES}
        state = RenderState(
            self._root, data.catalog, data.day, words=words, layouts=layouts, readings=readings, assets=assets
        )
        first = LANGUAGES[0]
        readings.prepare(partial(name_readings, data, state.contexts[first], layouts[first]))
        self._readings = readings
        code, templates = self._inputs.code().hex(), self._inputs.of_theme("pages")
        shown = fingerprint(code, templates, sorted(assets.items()))
        themes = {language: fingerprint(shown, self._inputs.of_theme(f"words/{language}")) for language in LANGUAGES}
        self._add_fragments(data, state, fingerprint(list(themes.values()), base, data.base_day))
        shared = {
            language: Shared(
                themes[language], fingerprint(themes[language], base), FragmentDigests(state.fragments[language])
            )
            for language in LANGUAGES
        }
        return state, shared

    def _add_fragments(self, data: Dataset, state: RenderState, key: str) -> None:
        """Add the fragments of project pages to the state, as they were rendered from the same records, or anew."""
        names = list(dict.fromkeys(names_of(project) for project in data.index.projects.values()))
        stored = self._store.cached("fragments", key)
        state.fragments = decode(stored, type=dict[Language, Fragments]) if stored else {}
        fresh = False
        for language in LANGUAGES:
            fragments = state.fragments.setdefault(language, Fragments())
            missing = [name for name in names if not fragments.holds(name)]
            if missing:
                fragments.add(state.render_fragments(language, missing))
                fresh = True
        if fresh:
            with self._store.writing() as writer:
                writer.cached("fragments", key, encode(state.fragments))

    def _load_cached(self, data: Dataset, key: str) -> None:
        """Return values derived from single projects in the last build, if the records of other kinds are the same."""
        self._cached_key, self._cached = key, self._store.cached("projects", key)
        if self._cached:
            known = msgpack.decode(self._cached, type=CachedValues)
            data.cached = {
                "facets": known.facets,
                **{f"rows {language}": rows for language, rows in known.rows.items()},
                **{f"cards {language}": cards for language, cards in known.cards.items()},
            }

    def _save_cached(self, data: Dataset) -> None:
        """Leave what was derived from single projects for the next build."""
        current = {
            name: {id_: value for id_, value in values.items() if id_ in data.index.projects}
            for name, values in data.cached.items()
        }
        rows = {language: current.get(f"rows {language}", {}) for language in LANGUAGES}
        cards = {language: current.get(f"cards {language}", {}) for language in LANGUAGES}
        content = msgpack.encode(CachedValues(current.get("facets", {}), rows, cards))
        if content != self._cached:
            with self._store.writing() as writer:
                writer.cached("projects", self._cached_key, content)

    def _render(
        self, data: Dataset, task: RenderTask, site: PublishedSite, jobs: Sequence[PageJob], others: Iterator[None]
    ) -> int:
        """Render the pages whose keys differ; return their number. While workers render, make the other outputs."""
        stale = [job for job in jobs if not keeps_page(site, job)]
        stale = [
            job._replace(last=site.last(job.path), twin_last=site.last(job.twin) if job.twin else "") for job in stale
        ]
        stale.sort(key=lambda job: job.page.name)
        with self._workers(task, len(stale)) as workers:
            shards = (with_records(shard, data.packed) for shard in shards_of(stale, workers.count, SHARD))
            for rendered, targets, findings in workers.map(render_shard, shards, others):
                for path, key, page in rendered:
                    if isinstance(page, bytes):
                        site.put(path, key, page)
                    else:
                        site.enter(path, key, page)
                self._links.update(targets)
                self._collector.update((path for path, _, _ in rendered), findings)
        return len(stale)

    def _workers(self, task: RenderTask, pages: int) -> Workers[RenderTask]:
        if self._options.cluster and pages:
            return ClusterWorkers(task._replace(staging=None), self._options.cluster)
        return Workers(task, worker_count(self._options.jobs, pages, PAGES_PER_WORKER))

    def _build_context(
        self,
        data: Dataset,
        state: RenderState,
        layouts: Mapping[Language, LayoutSet],
        paths: Sequence[str],
        shared: Mapping[Language, Shared],
    ) -> BuildContext:
        counted = data.index.published_total().projects
        written = ContentTexts(data, state.contexts, layouts)
        keys = {
            language: (
                fingerprint(shared[language].base, layouts[language].fingerprint, counted),
                written.count(language),
            )
            for language in LANGUAGES
        }
        return BuildContext(data, paths, state.contexts, written, keys)

    def _remember(
        self, site: PublishedSite, name: str, state: BuildState, past: Past, lost_pages: Sequence[str]
    ) -> None:
        """Write what the next build has to know, unless an input changed meanwhile."""
        if not self._inputs.holds():
            return
        self._inputs.keep()
        folders, targets, findings = site.folders(), self._links.encoded(), self._collector.encoded()
        dossiers = self._dossiers.encoded()
        with self._store.writing() as writer:
            writer.outputs(name, site.now, site.known)
            writer.folders(name, folders, site.known_folders)
            if targets is not None:
                writer.cached(f"links {name}", "", targets)
            if findings is not None:
                writer.cached(f"pages {name}", "", findings)
            if dossiers is not None:
                writer.cached(f"dossiers {name}", "", dossiers)
            writer.state(name, state)
        if not self._options.preview:
            files = {**dict.fromkeys(lost_pages, ""), **self._loader.versions()}
            past.published.update(files, self._loader.published_content)


def _tokens(data: Dataset) -> Tokens:
    """Return the portal's own colours."""
    palette = data.catalog.site.palette
    return Tokens.of_palette(palette.main, palette.accent)


def _shows_report(page: PageInput | CardInput) -> bool:
    """Return whether a page shows the compliance report, which is made once all other pages are there."""
    return isinstance(page, ContentInput) and COMPLIANCE in page.excerpts


def _redated(data: Dataset) -> list[tuple[str, str]] | None:
    """Return the records that were revised before the day on which they are stated as published."""
    if data.history.gap:
        return None
    return [
        (kind, id_)
        for kind, records in data.records()
        for id_, record in records.items()
        if (revisions := data.history.revisions.get((kind, id_)))
        and not record.publish_from
        and revisions[-1].day < record.published_on
    ]
