"""Pages: from the input of a page, which is plain data, to its HTML.

A page sees the records that are not projects, its own record, and what its input holds of projects and of the history;
it cannot depend on anything else.
"""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from investment_portal.components.context import Context
from investment_portal.domain.procedures import procedures_for
from investment_portal.domain.related import Neighbours
from investment_portal.domain.summary import ProjectName, ProjectSummary
from investment_portal.formatting.words import Words
from investment_portal.history.change import Named
from investment_portal.history.history import History, Revision
from investment_portal.languages import Language, language_path
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS
from investment_portal.models.media import Image
from investment_portal.models.pack import unpack
from investment_portal.models.project import Project
from investment_portal.models.reference import each, references
from investment_portal.models.site import Site, site_root
from investment_portal.pages.data.published_records import record_path
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.dossiers.files import FILE, DossierFile, dossiers_of, download_link
from investment_portal.pages.page_kind import NumberedKind, Page, PageKind
from investment_portal.pages.projects.fragments import FragmentNames, Fragments, names_of, render_fragments
from investment_portal.pages.projects.page import ProjectParts
from investment_portal.pages.projects.page import page as project_page
from investment_portal.pages.registry import PAGE_KINDS, PROJECTS
from investment_portal.pages.shortcodes import excerpt_of, fill
from investment_portal.pictures.picture import PictureFile
from investment_portal.rendering.assets import AssetNames
from investment_portal.rendering.layouts import LayoutSet
from investment_portal.rendering.markdown_pages import MARKDOWN_FILE, shared_sections
from investment_portal.rendering.page_bundles import with_bundles
from investment_portal.rendering.renderer import Renderer, article_tags, loaded_once, oembed_tag, shared_link_tags
from investment_portal.rendering.sources import Sources
from investment_portal.rendering.templates import Templates
from investment_portal.share_cards.card import SQUARE
from investment_portal.share_cards.contents import CONTENTS
from investment_portal.value import Value

PREVIEW = frozenset({"styleguide/index.html"})
"""Content pages that only the preview shows."""


class RecordInput(Value):
    """The input of a record's page, or of a page of the list: what it shows besides its record, in both languages.

    ``projects`` are those whose names the record refers to; ``revisions`` are the record's own; ``day`` is the latest
    edge of all that the page shows.
    """

    column: str
    name: str
    excerpt: Any
    projects: Mapping[str, ProjectSummary]
    revisions: Sequence[Revision]
    day: date
    pictures: Mapping[str, PictureFile] = {}
    dossiers: Mapping[Language, DossierFile] = {}

    @property
    def address(self) -> str:
        """The address of the page below the root of its language."""
        return KINDS_BY_COLUMN[self.column].address(self.name)


class ContentInput(Value):
    """The input of a content page: what each of its shortcodes shows of the projects."""

    name: str
    excerpts: Mapping[str, Any]


class ProjectInput(Value):
    """The input of a project's page, in both languages.

    ``digest`` represents the whole record, which is passed as packed bytes when the page is rendered. ``records``
    are those of other kinds that the record refers to: the page sees no others.
    """

    name: str
    digest: str
    day: date
    related: Sequence[tuple[ProjectSummary, tuple[str, ...]]]
    links: Mapping[str, Sequence[ProjectName]]
    projects: Mapping[str, ProjectSummary]
    revisions: Sequence[Revision]
    records: Sequence[tuple[str, str]]
    fragments: FragmentNames
    pictures: Mapping[str, PictureFile] = {}
    dossiers: Mapping[Language, DossierFile] = {}
    record: bytes = b""

    @property
    def address(self) -> str:
        """The address of the page below the root of its language."""
        return f"{PROJECTS}/{self.name}/"


PageInput = ProjectInput | RecordInput | ContentInput

KINDS_BY_COLUMN: Mapping[str, PageKind | NumberedKind] = {kind.column: kind for kind in PAGE_KINDS}


class Twin(NamedTuple):
    """The input of a page as Markdown besides its parts: kind and id of the record, finished sections by their id."""

    kind: str
    id: str
    sections: Mapping[str, str]


TWIN = f'<link rel="alternate" type="text/markdown" href="{MARKDOWN_FILE}">'
"""Leads from a page to its Markdown."""


class RenderState:
    """The state that all pages share: records that are not projects; words, layouts and templates by language."""

    def __init__(  # noqa: PLR0913 - what pages are made from
        self,
        root: Path,
        catalog: Catalog,
        day: date,
        *,
        words: Mapping[Language, Words],
        layouts: Mapping[Language, LayoutSet],
        readings: Mapping[str, str],
        assets: AssetNames,
    ) -> None:
        """Open the templates of each language; the fragments of project pages are added later."""
        self.layouts, self.catalog = layouts, catalog
        self.fragments: dict[Language, Fragments] = {}
        self.contexts = {
            language: Context(catalog, day, language, texts, readings=readings, assets=assets)
            for language, texts in words.items()
        }
        templates = Templates(Sources(root))
        templates.prepare()
        self._renderers = {language: Renderer(templates, texts) for language, texts in words.items()}

    def render(self, language: Language, page: PageInput) -> str:
        """Return the HTML of a page."""
        return self.render_files(language, page)[0]

    def render_files(self, language: Language, page: PageInput) -> tuple[str, str]:
        """Return the HTML of a page, and its Markdown where it has any."""
        html, markdown = self._page(language, page)
        return with_bundles(html), markdown

    def _page(self, language: Language, page: PageInput) -> tuple[str, str]:
        if isinstance(page, ContentInput):
            return self._content_page(language, page), ""
        if isinstance(page, ProjectInput):
            return self._project_page(language, page)
        context = self.contexts[language].for_page(
            page.address, page.projects, _history(page), page.day, pictures=page.pictures
        )
        kind = KINDS_BY_COLUMN[page.column]
        record: Any = kind.record(self.catalog, page.name)
        card = page.address if isinstance(kind, PageKind) and kind.kind in CONTENTS else ""
        twin = Twin(kind.kind, page.name, {}) if isinstance(kind, PageKind) else None
        shown = kind.page(context, record, page.excerpt)
        return self._record_page(context, shown, card, page.dossiers, twin)

    def _project_page(self, language: Language, page: ProjectInput) -> tuple[str, str]:
        if not page.record:
            raise TypeError(f"the record of {page.name} was not handed over")
        history = History({("project", page.name): page.revisions})
        parts = ProjectParts(page.related, page.links, *self.fragments[language].of(page.fragments))
        context = self.contexts[language].for_page(
            page.address, page.projects, history, page.day, pictures=page.pictures
        )
        seen = context.with_records(page.records)
        twin = Twin("project", page.name, shared_sections(parts.policies, parts.contacts, page.name))
        shown = project_page(seen, _unpacked(page.record), parts)
        return self._record_page(seen, shown, page.address, page.dossiers, twin)

    def render_fragments(self, language: Language, names: Iterable[FragmentNames]) -> Fragments:
        """Return the fragments of these names."""
        return render_fragments(self.contexts[language], self._renderers[language].shortcode, names)

    def _record_page(
        self, context: Context, page: Page, card: str, dossiers: Mapping[Language, DossierFile], twin: Twin | None
    ) -> tuple[str, str]:
        site, renderer = self.catalog.site, self._renderers[context.language]
        link = download_link(context, dossiers.get(context.language), FILE)
        markdown = ""
        if twin and site.markdown_pages:
            data = site_root(site) + record_path(twin.kind, twin.id)
            markdown = renderer.markdown.page(context, page, twin.sections, data)
        values = {
            "card": SQUARE if card else context.href(SQUARE),
            "title": escape(page.head_title),
            "description": escape(page.description),
            "meta": "".join(
                [
                    article_tags(context, page),
                    shared_link_tags(context, page, card),
                    TWIN if markdown else "",
                    oembed_tag(context) if site.embeds and twin and twin.kind == "project" else "",
                ]
            ),
            "canonical": escape(context.canonical),
            "alternate": context.alternate,
            "body": renderer.record(context, replace(page.view, download=link) if link else page.view),
        }
        return self.layouts[context.language].columns[page.layout].fill(values), markdown

    def _content_page(self, language: Language, page: ContentInput) -> str:
        context = self.contexts[language].at(page.name.removesuffix("index.html"))
        filled = {
            shortcode: self._renderers[language].shortcode(context, fill(context, shortcode, excerpt))
            for shortcode, excerpt in page.excerpts.items()
        }
        html = loaded_once(self.layouts[language].content_pages[page.name].fill(filled))
        upcoming = {KINDS[kind].address(id_) for kind, id_ in self.catalog.upcoming}
        return without_links(html, page.name, upcoming) if upcoming else html


LINK = re.compile(r"""<a\b[^>]*\shref="(?P<target>[^"?#]*)[^"]*"[^>]*>(?P<text>.*?)</a>""", re.DOTALL)


def without_links(html: str, name: str, addresses: Collection[str]) -> str:
    """Return the page at ``name`` with only the text of each link that leads to one of some addresses."""

    def text(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), match["target"]))
        return match["text"] if f"{path}/" in addresses else match[0]

    return LINK.sub(text, html)


@lru_cache(2)
def _unpacked(record: bytes) -> Project:
    """Return a packed record. The pages of a project in all languages are rendered one after the other."""
    return unpack(Project, record)


def record_inputs(data: Dataset, kind: PageKind | NumberedKind) -> Iterator[RecordInput]:
    """Yield the input of each page of a kind."""
    projects = data.index.projects
    if isinstance(kind, NumberedKind):
        for number in kind.numbers(data):
            yield RecordInput(kind.column, str(number), kind.excerpt(data, number), {}, [], data.day)
        return
    for id_, record in data.catalog.records[kind.kind].items():
        revisions = list(data.history.of(kind.kind, record, data.today))
        referred = (project_id for _, named, project_id in references(record) if named == "project")
        names = {
            project_id: projects[project_id]
            for project_id in (*referred, *_named(revisions, "project"))
            if project_id in projects
        }
        yield RecordInput(
            kind.column,
            id_,
            kind.excerpt(data, record),
            names,
            revisions,
            data.day,
            _pictures_of(data, record),
            dossiers_of(data.dossiers, kind.address(id_)),
        )


def project_inputs(data: Dataset) -> Iterator[ProjectInput]:
    """Yield the input of each project's page."""
    every, days = data.index.projects, data.days
    chains = {
        chain.id: [("chain", chain.id), *(("firm", id_) for node in chain.nodes for id_ in node.firms)]
        for chain in data.catalog.chains.values()
    }
    for id_, project in every.items():
        neighbours = data.neighbours(project)
        revisions = list(data.history.of("project", project, data.today))
        successor = [project.withdrawn.successor] if project.withdrawn and project.withdrawn.successor else []
        named = {
            project_id: every[project_id]
            for project_id in (*successor, *_named(revisions, "project"))
            if project_id in every
        }
        yield ProjectInput(
            id_,
            data.digests.projects[id_],
            max(data.base_day, days[id_], *(days[related_id] for related_id, _ in neighbours.related)),
            [(every[related_id], ties) for related_id, ties in neighbours.related],
            {
                link: [ProjectName(project_id, every[project_id].name) for project_id in ids]
                for link, ids in neighbours.links.items()
            },
            named,
            revisions,
            tuple(dict.fromkeys(_referred(data, project, neighbours, revisions, chains))),
            names_of(project),
            _pictures(data, project.pictures),
            dossiers_of(data.dossiers, f"{PROJECTS}/{id_}/"),
        )


class ShortcodeExcerpts(dict[str, Any]):
    """Excerpts of the projects that shortcodes show: computed once for all pages and languages."""

    def __init__(self, data: Dataset) -> None:
        """Take the dataset."""
        super().__init__()
        self._data = data

    def __missing__(self, shortcode: str) -> Any:
        """Compute the excerpt of a shortcode when it is first needed."""
        self[shortcode] = excerpt_of(self._data, shortcode)
        return self[shortcode]


def content_inputs(excerpts: ShortcodeExcerpts, layouts: LayoutSet, *, preview: bool) -> Iterator[ContentInput]:
    """Yield the input of each content page of a language; a preview has more of them."""
    for name, layout in layouts.content_pages.items():
        if name not in PREVIEW or preview:
            yield ContentInput(
                name, {shortcode: excerpts[shortcode] for shortcode in dict.fromkeys(layout.placeholders)}
            )


def path_of(language: Language, page: PageInput) -> str:
    """Return the path of a page below the site's root."""
    folder = language_path(language)
    return folder + (page.name if isinstance(page, ContentInput) else f"{page.address}index.html")


def twin_path(site: Site, language: Language, page: PageInput) -> str:
    """Return the path of the Markdown of a page below the site's root; nothing where it has none."""
    if not site.markdown_pages or isinstance(page, ContentInput):
        return ""
    if isinstance(page, RecordInput) and not isinstance(KINDS_BY_COLUMN[page.column], PageKind):
        return ""
    return f"{language_path(language)}{page.address}{MARKDOWN_FILE}"


def _pictures(data: Dataset, files: Iterable[str]) -> dict[str, PictureFile]:
    """Return the pictures among files that a record names."""
    return {file: data.pictures[file] for file in files if file in data.pictures}


def _pictures_of(data: Dataset, record: Model) -> dict[str, PictureFile]:
    return _pictures(data, (image.file for _, image in each(Image, record))) if data.pictures else {}


def _named(revisions: Sequence[Revision], kind: str) -> Iterator[str]:
    """Yield the ids of the records of a kind that changes of a record refer to."""
    for revision in revisions:
        for change in revision.fields:
            values = (*change.before, *change.after)
            yield from (value.id for value in values if isinstance(value, Named) and value.kind == kind)


def _referred(
    data: Dataset,
    project: ProjectSummary,
    neighbours: Neighbours,
    revisions: Sequence[Revision],
    chains: Mapping[str, Sequence[tuple[str, str]]],
) -> Iterator[tuple[str, str]]:
    """Yield kind and id of each record that a project's page names: those it refers to, and the firms of its chain."""
    for shown in (project, *(data.index.projects[id_] for id_, _ in neighbours.related)):
        yield from (("sector", sector) for sector in (shown.sector, *shown.other_sectors))
        yield from (("park", park) for park in shown.place.all_parks)
    for id_ in project.contacts:
        yield "contact", id_
    for id_ in data.catalog.records["holidays"]:
        yield "holidays", id_
    for id_ in project.sources:
        yield "source", id_
    yield from (("procedure", procedure.id) for procedure in procedures_for(data.catalog, project.kind))
    if project.chain_node:
        yield from chains[project.chain_node.partition("/")[0]]
    if revisions:
        for kind in data.catalog.records:
            yield from ((kind, id_) for id_ in _named(revisions, kind))
        yield from (("chain", id_.partition("/")[0]) for id_ in _named(revisions, "node"))


def _history(page: RecordInput) -> History:
    kind = KINDS_BY_COLUMN[page.column]
    if not isinstance(kind, PageKind) or not page.revisions:
        return History()
    return History({(kind.kind, page.name): page.revisions})
