"""The build: load > validate > index > render > publish. Nothing is written where the data has errors.

Every page and every other output has a key: the fingerprint of all that it is made from. Keys are computed in each run;
what has the key that it had in the last build, and stands in the site as it was left, is not rendered again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec import msgpack
from msgspec.json import decode, encode
from msgspec.structs import replace

from investment_portal.build.built_pages import PageCollector, PageFindings, findings_in, is_article
from investment_portal.build.closing_notes import column_ages, hidden_facets, missing_revisions, to_be_published
from investment_portal.build.cluster import ClusterWorkers
from investment_portal.build.dossiers import DossierMaker
from investment_portal.build.hold_back import NOT_HELD, hold_back, is_lost_page
from investment_portal.build.hold_back import note as held_back_note
from investment_portal.build.load import NOTHING_HELD, Held, Loaded, Loader
from investment_portal.build.page_duties import page_problems
from investment_portal.build.past import Past
from investment_portal.build.result import BuildOptions, BuildResult
from investment_portal.build.site_links import LinkTargets, SiteLinks
from investment_portal.build.stages import CHECK, HISTORY, KEEP, LAYOUTS, LINKS, OTHERS, PAGES, PUBLISH, Stages
from investment_portal.cache.inputs import Scan
from investment_portal.cache.store import BuildState, Store
from investment_portal.content.theme_files import theme_files
from investment_portal.domain.compliance.duty import Inspected
from investment_portal.domain.compliance.report import Report, report
from investment_portal.domain.index import Index
from investment_portal.domain.summary import by_digest
from investment_portal.dossiers.contents import dossier_jobs
from investment_portal.formatting.pinyin import Readings
from investment_portal.formatting.words import read_words
from investment_portal.history.history import History, load_history
from investment_portal.history.lost_addresses import page_address
from investment_portal.languages import LANGUAGES, Language, Sentence, language_path
from investment_portal.models.fingerprints import fingerprint
from investment_portal.models.media import Image
from investment_portal.models.reference import each
from investment_portal.models.site import Site, site_root
from investment_portal.outputs.compliance import compliance_json, self_check
from investment_portal.outputs.output import BuildContext
from investment_portal.outputs.registry import OUTPUTS
from investment_portal.outputs.search.content_pages import ContentTexts
from investment_portal.outputs.search.names import name_readings
from investment_portal.outputs.search.project_index import IndexRow
from investment_portal.outputs.search_data import is_search_data, search_manifests, search_signs
from investment_portal.pages.compliance.shortcodes import COMPLIANCE
from investment_portal.pages.content_pages.check import asset_files
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.projects.facets import facet_counts, facets_filled
from investment_portal.pages.projects.fragments import FragmentNames, Fragments, names_of, text_of
from investment_portal.pages.registry import PAGE_KINDS, PROJECTS
from investment_portal.pictures.picture import PictureFile
from investment_portal.problems import Level, Problem, plain
from investment_portal.publish.manifest import (
    MANIFEST,
    PUBLIC_KEY,
    SIGNATURE,
    manifest_of_outputs,
    pem_of,
    refuse_other_key,
)
from investment_portal.publish.site import PublishedSite, StagedFile, Staging
from investment_portal.rendering.assets import (
    AssetNames,
    layout_names,
    published_files,
    published_names,
    scripts,
    styles,
)
from investment_portal.rendering.colours import Tokens
from investment_portal.rendering.layout_settings import layout_settings
from investment_portal.rendering.layouts import LayoutJob, LayoutSet
from investment_portal.rendering.page_bundles import bundle_text, bundles_in
from investment_portal.rendering.pages import (
    ContentInput,
    PageInput,
    ProjectInput,
    RenderState,
    ShortcodeExcerpts,
    content_inputs,
    path_of,
    project_inputs,
    record_inputs,
    twin_path,
)
from investment_portal.share_cards.card import SIZES, CardInput, CardStyle, ShareCard
from investment_portal.share_cards.contents import card_style, share_cards
from investment_portal.share_cards.icons import MARK, icons
from investment_portal.value import Value
from investment_portal.workers import Workers, shards_of, worker_count

PAGES_PER_WORKER = 40
"""Number of pages from which on a second process is worth its start."""

SHARD = 64
"""Pages in a shard at most."""

TYPESETTING = ("investment_portal/dossiers/templates", "investment_portal/dossiers/typesetting.py")
"""Files that decide how a dossier looks."""

TREES = {"scripts": scripts, "styles": styles}
"""Parts of the theme that are published as a whole, and what publishes them."""

Files = Iterable[tuple[str, str | bytes]]


class PageJob(NamedTuple):
    """A page to render, or a picture to draw: path, key, language, input; ``last`` tells what the target has of it.

    ``twin`` is the path of the page as Markdown, which has the same key; nothing where there is none.
    """

    path: str
    key: str
    language: Language
    page: PageInput | CardInput
    last: str = ""
    twin: str = ""
    twin_last: str = ""


class RenderTask(NamedTuple):
    """The state of workers that render: what pages share, and where they stage them; a cluster returns them instead."""

    pages: RenderState
    staging: Staging | None
    cards: CardStyle | None


class CachedValues(Value):
    """Values derived from single projects, by id and behind the digest of the summary (``Dataset.of_project``)."""

    facets: dict[str, tuple[str, tuple[tuple[str, ...], ...]]]
    rows: dict[Language, dict[str, tuple[str, IndexRow]]]
    cards: Mapping[Language, dict[str, tuple[str, ShareCard]]] = {}


class FragmentDigests:
    """The digests of the fragments of one language, each computed when it is first needed."""

    def __init__(self, fragments: Fragments) -> None:
        """Take the fragments."""
        self._fragments = fragments
        self._digests: dict[tuple[int, str], str] = {}

    def __getitem__(self, names: FragmentNames) -> str:
        """Return the digests of the fragments of a page, joined."""
        parts = zip(
            (text_of(names.policies), text_of(names.contacts), names.site), self._fragments.of(names), strict=True
        )
        return " ".join(self._digest(sort, name, part) for sort, (name, part) in enumerate(parts))

    def _digest(self, sort: int, name: str, part: object) -> str:
        if (sort, name) not in self._digests:
            self._digests[sort, name] = fingerprint(part)
        return self._digests[sort, name]


class Shared(NamedTuple):
    """Fingerprints that the pages of a language share: the theme (code, templates, words), and all records besides."""

    theme: str
    base: str
    fragments: FragmentDigests


class Pipeline:
    """One build, stage by stage."""

    def __init__(self, root: Path, day: date, inputs: Scan, store: Store, options: BuildOptions) -> None:
        """Take the inputs of the build."""
        self._root, self._day, self._inputs, self._store, self._options = root, day, inputs, store, options
        self._produced = 0
        self._joined: dict[tuple[str, str], Sequence[tuple[str, str]]] = {}

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
            assets = self._asset_names(layouts[LANGUAGES[0]], _tokens(data))
            layouts = {language: layout.with_assets(assets) for language, layout in layouts.items()}
            state, shared = self._state(data, layouts, base, assets)
            self._make_dossiers(data, site, name, state, shared)
            self._load_cached(data, fingerprint([shared_state.base for shared_state in shared.values()], data.day))
            jobs = list(self._page_jobs(data, layouts, shared))
            reports = [job for job in jobs if _shows_report(job.page)]
            paths = [job.path for job in jobs]
            address, stored = site_root(data.catalog.site), self._store.cached(f"links {name}", "")
            preview = self._options.preview
            self._links = SiteLinks(self._root, address, site, stored, left_out=SIZES if preview else ())
            self._collector = PageCollector(address, site, self._store.cached(f"pages {name}", ""))
            style = None if preview or not data.catalog.site.share_cards else card_style(self._root, data.catalog.site)
            cards = list(self._card_jobs(data, state, style)) if style else []
            others = self._other(self._build_context(data, state, layouts, paths, shared), site, layouts, shared)
            first = [job for job in jobs if job not in reports] if reports else jobs
            stages.rendered = self._render(data, RenderTask(state, site.staging, style), site, [*first, *cards], others)
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
            self._add_bundles(site, [job.path for job in reports], _tokens(data))
            self._produced = self._produced + self._add_report_files(report_, data, state, site, shared)
            stages.produced = self._produced
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

    def _add_bundles(self, site: PublishedSite, reports: Sequence[str], tokens: Tokens) -> None:
        """Make the styles and scripts that pages load as one; of ``reports`` the collector knows the blank pages."""
        paths = {*self._collector.bundles(), *(path for name in reports for path in bundles_in(site.read(name)))}
        for path in sorted(paths):
            key = fingerprint("bundle", path)
            if not site.keeps(path, key):
                content = bundle_text(path, dict(self._tree("styles", self._root, tokens)), self._root)
                site.put(path, key, content.encode())
                self._links.add(path, content)

    def _add_report_files(
        self,
        report_: Report,
        data: Dataset,
        state: RenderState,
        site: PublishedSite,
        shared: Mapping[Language, Shared],
    ) -> int:
        """Make the compliance report as JSON and as a workbook where it changed; return how many were made."""
        code, texts = self._inputs.code().hex(), [shared[language].theme for language in LANGUAGES]
        count = 0
        for make in (compliance_json, self_check):
            key = fingerprint(make.__name__, report_, code, texts, data.digests.site)
            if not self._keeps_all(site, key):
                count += 1
                for path, content in make(report_, data.catalog.site, state.contexts):
                    site.put(path, key, content)
        return count

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
            self._produced += self._dossiers.typeset
        data.dossiers = self._dossiers.files

    def _asset_names(self, first: LayoutSet, tokens: Tokens) -> AssetNames:
        """Return the published names of styles and scripts, as they were computed from the same files, or anew."""
        digests = first.folder.digests
        files = [(name, digests[name]) for name in first.files]
        key = fingerprint(files, self._inputs.of_theme(*TREES, "assets"), repr(tokens), self._inputs.code().hex())
        stored = self._store.cached("assets", key)
        if stored:
            return decode(stored, type=dict[str, str])
        names = layout_names(first.files, digests, first.folder.read) | published_names(
            [partial(self._tree, folder) for folder in TREES], self._root, tokens
        )
        with self._store.writing() as writer:
            writer.cached("assets", key, encode(names))
        return names

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
        self._assets = assets
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

    def _page_jobs(
        self, data: Dataset, layouts: Mapping[Language, LayoutSet], shared: Mapping[Language, Shared]
    ) -> Iterator[PageJob]:
        yield from self._project_jobs(data, layouts, shared)
        for kind in PAGE_KINDS:
            for page in record_inputs(data, kind):
                page_key = fingerprint(by_digest(page, data.digests.summaries))
                for language in LANGUAGES:
                    layout = layouts[language].columns.digest(page.column)
                    key = fingerprint(shared[language].base, layout, page_key)
                    twin = twin_path(data.catalog.site, language, page)
                    yield PageJob(path_of(language, page), key, language, page, twin=twin)
        excerpts = ShortcodeExcerpts(data)
        digests: dict[str, str] = {}
        for language in LANGUAGES:
            for content in content_inputs(excerpts, layouts[language], preview=self._options.preview):
                for shortcode, excerpt in content.excerpts.items():
                    if shortcode not in digests:
                        digests[shortcode] = fingerprint(by_digest(excerpt, data.digests.summaries))
                layout = layouts[language].content_pages.digest(content.name)
                excerpts_shown = [digests[shortcode] for shortcode in content.excerpts]
                key = fingerprint(shared[language].base, layout, data.day, excerpts_shown)
                yield PageJob(path_of(language, content), key, language, content)

    @staticmethod
    def _project_jobs(
        data: Dataset, layouts: Mapping[Language, LayoutSet], shared: Mapping[Language, Shared]
    ) -> Iterator[PageJob]:
        """Yield the pages of projects; the key of one holds the digests of what it shows instead of all records."""
        summaries, records = data.digests.summaries, data.digests.records
        heads = {
            language: fingerprint(shared[language].theme, layouts[language].columns.digest(PROJECTS), data.digests.site)
            for language in LANGUAGES
        }
        ends: dict[FragmentNames, list[tuple[Language, str]]] = {}
        for page in project_inputs(data):
            page_key = fingerprint(
                page.digest,
                page.day,
                [(summaries[id_summary.id], ties) for id_summary, ties in page.related],
                [
                    (link, [(name.id, name.name.zh, name.name.en) for name in names])
                    for link, names in page.links.items()
                ],
                [summaries[id_] for id_ in page.projects],
                page.revisions,
                [(record, records.get(record)) for record in page.records],
                [(name, picture.digest) for name, picture in page.pictures.items()],
                page.dossiers,
            )
            if page.fragments not in ends:
                ends[page.fragments] = [
                    (code, fingerprint(heads[code], shared[code].fragments[page.fragments])) for code in LANGUAGES
                ]
            for language, end in ends[page.fragments]:
                twin = twin_path(data.catalog.site, language, page)
                yield PageJob(path_of(language, page), f"{page_key}{end}", language, page, twin=twin)

    def _card_jobs(self, data: Dataset, state: RenderState, style: CardStyle) -> Iterator[PageJob]:
        """Yield the pictures of share cards: the key of one holds what it says and shows, and nothing else."""
        drawing = self._inputs.digest("investment_portal/share_cards/drawing.py")
        shared = fingerprint(drawing, self._inputs.surroundings(), style)
        for address, card in share_cards(data, state.contexts):
            key = fingerprint(shared, card)
            for file in SIZES:
                picture = CardInput(address, file, card)
                yield PageJob(picture.path, key, card.language, picture)

    def _render(
        self, data: Dataset, task: RenderTask, site: PublishedSite, jobs: Sequence[PageJob], others: Iterator[None]
    ) -> int:
        """Render the pages whose keys differ; return their number. While workers render, make the other outputs."""
        stale = [job for job in jobs if not _keeps(site, job)]
        stale = [
            job._replace(last=site.last(job.path), twin_last=site.last(job.twin) if job.twin else "") for job in stale
        ]
        stale.sort(key=lambda job: job.page.name)
        with self._workers(task, len(stale)) as workers:
            shards = (_with_records(shard, data.packed) for shard in shards_of(stale, workers.count, SHARD))
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

    def _other(
        self,
        context: BuildContext,
        site: PublishedSite,
        layouts: Mapping[Language, LayoutSet],
        shared: Mapping[Language, Shared],
    ) -> Iterator[None]:
        """Make the other outputs whose keys differ, one after the other."""
        for key, make in self._output_jobs(context, site, layouts, shared):
            if not self._keeps_all(site, key):
                self._produced += 1
                for path, content in make():
                    site.put(path, key, content.encode() if isinstance(content, str) else content)
                    self._links.add(path, content)
                yield

    def _output_jobs(
        self,
        context: BuildContext,
        site: PublishedSite,
        layouts: Mapping[Language, LayoutSet],
        shared: Mapping[Language, Shared],
    ) -> Iterator[tuple[str, Callable[[], Files]]]:
        base = fingerprint([state.base for state in shared.values()], context.day)
        for output in OUTPUTS:
            inputs = self._inputs.code().hex() if output.of_data else base
            for part in output.parts(context):
                key = fingerprint(output.name, part, inputs, output.depends(context, *part))
                yield key, partial(output.make, context, *part)
        first = layouts[LANGUAGES[0]]
        sizes = {path: output.size for path, output in sorted(site.now.items()) if is_search_data(path)}
        signs = search_signs(context)
        key = fingerprint("search manifests", base, signs, list(sizes))
        yield key, partial(search_manifests, context, signs, sizes)
        tokens = _tokens(context.data)
        for folder in TREES:
            theme = self._inputs.of_theme(folder, "assets")
            yield (
                fingerprint("tree", folder, theme, repr(tokens), self._inputs.code().hex()),
                partial(published_files, partial(self._tree, folder), self._root, tokens),
            )
        for name in first.files:
            published = self._assets.get(name, name)
            key = fingerprint("layout", published, first.folder.digests[name])
            yield key, partial(_single_file, published, partial(first.folder.read, name))
        colour = context.data.catalog.site.palette.main
        key = fingerprint("icons", self._inputs.of_theme(MARK), colour, self._inputs.code().hex())
        yield key, lambda: icons(theme_files(self._root, "")[MARK].read_text("utf-8"), colour)
        shown, code = _pictures_shown(context.data), self._inputs.code().hex()
        for name, path in asset_files(self._root).items():
            picture = context.data.pictures.get(name)
            key = fingerprint(
                "asset", name, self._inputs.digests.get(f"docs/assets/{name}", ""), code if picture else ""
            )
            yield key, partial(_single_file, f"files/{name}", partial(_cleaned, path) if picture else path.read_bytes)
            if picture and name in shown:
                key = fingerprint("picture", name, picture.digest, code)
                yield key, partial(self._sizes, name, picture, path, key)

    def _sizes(self, name: str, picture: PictureFile, path: Path, key: str) -> Files:
        """Return the files of a picture, as they were made for another site or before, or anew."""
        stored = self._store.cached(f"picture {name}", key)
        if stored:
            return msgpack.decode(stored, type=list[tuple[str, bytes]])
        from investment_portal.pictures.processing import sizes  # noqa: PLC0415 - only where a picture is new

        files = list(sizes(name, picture, path))
        with self._store.writing() as writer:
            writer.cached(f"picture {name}", key, msgpack.encode(files))
        return files

    def _tree(self, folder: str, root: Path, tokens: Tokens) -> Sequence[tuple[str, str]]:
        """Return the files of a tree of the theme: their names are needed before the files, which are joined once."""
        key = folder, repr(tokens)
        if key not in self._joined:
            self._joined[key] = tuple(TREES[folder](root, tokens))
        return self._joined[key]

    def _keeps_all(self, site: PublishedSite, key: str) -> bool:
        """Keep the files that were made under a key, if all of them are unchanged."""
        paths = self._paths_by_key(site).get(key, ())
        if not paths or any(path not in site.intact for path in paths):
            return False
        for path in paths:
            site.keeps(path, key)
        return True

    def _paths_by_key(self, site: PublishedSite) -> Mapping[str, list[str]]:
        if not hasattr(self, "_by_key"):
            self._by_key: dict[str, list[str]] = {}
            for path, output in site.known.items():
                self._by_key.setdefault(output.key, []).append(path)
        return self._by_key

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


def _single_file(name: str, content: Callable[[], bytes]) -> Iterator[tuple[str, str | bytes]]:
    yield name, content()


def _pictures_shown(data: Dataset) -> frozenset[str]:
    """Return the files of the pictures that pages of records show."""
    if not data.pictures:
        return frozenset()
    files = [file for project in data.index.projects.values() for file in project.pictures]
    for _, _, record in data.catalog.everything():
        files += [image.file for _, image in each(Image, record)]
    return frozenset(files)


def _cleaned(path: Path) -> bytes:
    from investment_portal.pictures.processing import cleaned  # noqa: PLC0415 - only where a picture is new

    return cleaned(path)


def _drawn(picture: CardInput, style: CardStyle | None) -> bytes:
    from investment_portal.share_cards.drawing import draw  # noqa: PLC0415 - only where a card is new

    if style is None:
        raise TypeError("cards are drawn in a style")
    return draw(picture.card, style, picture.file)


def _keeps(site: PublishedSite, job: PageJob) -> bool:
    """Keep a page, and its Markdown, if both are as they were made under the same key."""
    if job.twin and not site.holds(job.twin, job.key):
        return False
    return site.keeps(job.path, job.key) and (not job.twin or site.keeps(job.twin, job.key))


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


def _with_records(jobs: Sequence[PageJob], packed: Callable[[str], bytes]) -> list[PageJob]:
    """Return the jobs of a shard, those of projects with the packed record."""
    whole: dict[str, ProjectInput] = {}
    for job in jobs:
        if isinstance(job.page, ProjectInput) and job.page.name not in whole:
            whole[job.page.name] = replace(job.page, record=packed(job.page.name))
    return [job._replace(page=whole[job.page.name]) if isinstance(job.page, ProjectInput) else job for job in jobs]


def render_shard(
    task: RenderTask, jobs: Sequence[PageJob]
) -> tuple[list[tuple[str, str, bytes | StagedFile]], set[str], PageFindings]:
    """Return path, key and content of each page of a shard, or how it was staged, and the targets of their links.

    With them come the findings that the compliance report counts.
    """
    state, staging, style = task
    pages: list[tuple[str, str, bytes | StagedFile]] = []
    links = LinkTargets(site_root(state.catalog.site))
    findings: PageFindings = {}
    for job in jobs:
        if isinstance(job.page, CardInput):
            content = _drawn(job.page, style)
        else:
            html, markdown = state.render_files(job.language, job.page)
            content = html.encode()
            add = links.add if isinstance(job.page, ContentInput) else links.add_record_page
            add(job.path, content)
            page_findings = findings_in(job.path, content, article=is_article(job.page))
            if page_findings:
                findings[job.path] = page_findings
        pages.append((job.path, job.key, staging.stage(job.path, content, job.last) if staging else content))
        if job.twin:
            text = markdown.encode()
            pages.append((job.twin, job.key, staging.stage(job.twin, text, job.twin_last) if staging else text))
    return pages, links.targets, findings
