"""Pages: from the input of a page, which is plain data, to its HTML.

A page sees the records that are not projects, its own record, and what its input holds of projects and of the history;
it cannot depend on anything else.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from catalog.history.change import Named
from catalog.history.history import History, Revision
from catalog.languages import Language, own_path
from catalog.model.base import Model
from catalog.model.catalog import Catalog
from catalog.model.project import Project
from catalog.model.reference import references
from catalog.pour.head import article_tags
from catalog.pour.renderer import Renderer
from catalog.show.words import Words
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.page import NumberedKind, Page, PageKind
from catalog.views.records.registry import PAGE_KINDS
from catalog.views.slots.registry import excerpt_of, fill
from investment_portal.domain.dataset import Dataset
from investment_portal.domain.excerpts import ProjectExcerpt
from investment_portal.domain.summary import ProjectSummary
from investment_portal.rendering.layouts import LayoutSet
from investment_portal.rendering.templates import Templates

PREVIEW = frozenset({"styleguide/index.html"})
"""Content pages that only the preview shows."""


class RecordInput(Value):
    """The input of a record's page, or of a page of the list: what it shows besides its record, in both languages.

    ``projects`` are those whose names the record refers to; ``revisions`` are the record's own; ``day`` is the latest edge
    of all that the page shows. ``digest`` stands for a
    project's whole record, which is handed over as ``record`` when the page is rendered.
    """

    column: str
    name: str
    excerpt: Any
    projects: Mapping[str, ProjectSummary]
    revisions: Sequence[Revision]
    day: date
    digest: str = ""
    record: Project | None = None

    @property
    def address(self) -> str:
        """The address of the page below the root of its language."""
        return KINDS_BY_COLUMN[self.column].address(self.name)


class ContentInput(Value):
    """The input of a content page: what each of its shortcodes shows of the projects."""

    name: str
    excerpts: Mapping[str, Any]


PageInput = RecordInput | ContentInput

KINDS_BY_COLUMN: Mapping[str, PageKind | NumberedKind] = {kind.column: kind for kind in PAGE_KINDS}


class RenderState:
    """What all pages share: the records that are not projects, and for each language words, layouts and templates."""

    def __init__(  # noqa: PLR0913 - what pages are made from
        self,
        root: Path,
        catalog: Catalog,
        day: date,
        *,
        words: Mapping[Language, Words],
        layouts: Mapping[Language, LayoutSet],
        readings: Mapping[str, str],
    ) -> None:
        """Open the templates of each language."""
        self.layouts, self.catalog = layouts, catalog
        self.contexts = {
            language: Context(catalog, day, language, own, readings=readings) for language, own in words.items()
        }
        templates = Templates(root)
        templates.prepare()
        self._renderers = {language: Renderer(templates, own) for language, own in words.items()}

    def render(self, language: Language, page: PageInput) -> str:
        """Return the HTML of a page."""
        if isinstance(page, ContentInput):
            return self._content_page(language, page)
        context = self.contexts[language].for_page(page.address, page.projects, _history(page), page.day)
        kind = KINDS_BY_COLUMN[page.column]
        record: Any = page.record or kind.record(self.catalog, page.name)
        return self._record_page(context, kind.page(context, record, page.excerpt))

    def _record_page(self, context: Context, page: Page) -> str:
        values = {
            "title": escape(page.title),
            "description": escape(page.description),
            "meta": article_tags(page),
            "canonical": escape(context.canonical),
            "alternate": context.alternate,
            "body": self._renderers[context.language].record(context, page.view),
        }
        return self.layouts[context.language].columns[page.frame].fill(values)

    def _content_page(self, language: Language, page: ContentInput) -> str:
        context = self.contexts[language].at(page.name.removesuffix("index.html"))
        slots = {
            slot: self._renderers[language].slot(context, fill(context, slot, excerpt))
            for slot, excerpt in page.excerpts.items()
        }
        return self.layouts[language].content_pages[page.name].fill(slots)


def record_inputs(data: Dataset, kind: PageKind | NumberedKind) -> Iterator[RecordInput]:
    """Yield the input of each page of a kind."""
    projects = data.index.projects
    if isinstance(kind, NumberedKind):
        for number in kind.numbers(data):
            yield RecordInput(kind.column, str(number), kind.excerpt(data, number), {}, [], data.day)
        return
    of_projects = kind.kind == "project"
    for id_, record in (projects if of_projects else data.catalog.records[kind.kind]).items():
        revisions = list(data.history.of(kind.kind, record, data.today))
        named = {one: projects[one] for one in _named(kind, record, revisions) if one in projects}
        digest = data.record_digests[id_] if of_projects else ""
        excerpt = kind.excerpt(data, record)
        day = _day(data, id_, excerpt) if of_projects else data.day
        yield RecordInput(kind.column, id_, excerpt, named, revisions, day, digest)


def content_inputs(data: Dataset, layouts: LayoutSet, *, preview: bool) -> Iterator[ContentInput]:
    """Yield the input of each content page of a language; a preview has more of them."""
    for name, layout in layouts.content_pages.items():
        if name not in PREVIEW or preview:
            yield ContentInput(name, {slot: excerpt_of(data, slot) for slot in dict.fromkeys(layout.placeholders)})


def path_of(language: Language, page: PageInput) -> str:
    """Return the path of a page below the site's root."""
    own = own_path(language)
    return own + (page.name if isinstance(page, ContentInput) else f"{page.address}index.html")


def _named(kind: PageKind, record: Any, revisions: Sequence[Revision]) -> Iterator[str]:
    """Yield the ids of the projects that a record, or a change of it, refers to."""
    if isinstance(record, Model):
        yield from (id_ for _, named, id_ in references(record) if named == "project")
    elif kind.kind == "project" and record.withdrawn and record.withdrawn.successor:
        yield record.withdrawn.successor
    for revision in revisions:
        for change in revision.fields:
            said = (*change.before, *change.after)
            yield from (one.id for one in said if isinstance(one, Named) and one.kind == "project")


def _day(data: Dataset, id_: str, own: ProjectExcerpt) -> date:
    """Return the latest edge of a project, of the projects on its page, and of all other records."""
    shown = [one.id for one, _ in own.related]
    return max(data.base_day, data.days[id_], *(data.days[one] for one in shown))


def _history(page: RecordInput) -> History:
    kind = KINDS_BY_COLUMN[page.column]
    if not isinstance(kind, PageKind) or not page.revisions:
        return History()
    return History({(kind.kind, page.name): page.revisions})
