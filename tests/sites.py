"""The sites that tests look at: the seed portal's, and that of the tiny portal with every field filled."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from investment_portal.build.build import build
from investment_portal.cache.inputs import content_digest
from investment_portal.components.context import Context
from investment_portal.components.parts import Section
from investment_portal.formatting.words import read_words
from investment_portal.history.history import History, read_history
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.catalog import Catalog
from investment_portal.models.project import Project
from investment_portal.outputs.output import BuildContext
from investment_portal.pages.content_pages.check import asset_files
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.page_kind import Page
from investment_portal.pages.projects.fragments import names_of, render_fragments
from investment_portal.pages.projects.page import ProjectParts
from investment_portal.pages.projects.page import page as project_page
from investment_portal.pages.registry import PAGE_KINDS
from investment_portal.pages.shortcode import Blocks
from investment_portal.pictures.reading import look_at
from investment_portal.rendering.pages import project_inputs, record_inputs
from investment_portal.rendering.renderer import Renderer
from investment_portal.rendering.sources import Sources
from investment_portal.rendering.templates import Templates
from investment_portal.validation.record_reader import read_portal
from tests.datasets import dataset_of
from tests.markup import Markup, read_markup
from tests.overlay import PORTAL, SEED, WITHOUT_CACHE
from tests.visual.browsing import served

REPOSITORY = Path(__file__).parent.parent
MORE = Path(__file__).parent / "pages" / "more"
STARTER = REPOSITORY / "investment_portal/starter/files"
REAL_DAY = date(2026, 11, 23)
TINY_DAY = date(2026, 6, 30)


@dataclass(frozen=True)
class Site:
    """A portal, its site as built, and the day on which that was."""

    portal: Path
    out: Path
    day: date

    @cached_property
    def catalog(self) -> Catalog:
        """The portal's records."""
        return read_portal(self.portal).catalog

    @cached_property
    def data(self) -> Dataset:
        """The dataset from which its pages are made."""
        files = asset_files(self.portal)
        digests = {f"docs/assets/{name}": content_digest(path.read_bytes()) for name, path in files.items()}
        pictures = {name: picture for name, picture in look_at(files, digests, {}).items() if not picture.fault}
        return dataset_of(self.catalog, self.day, read_history(self.portal, self.catalog), pictures)

    @cached_property
    def pages(self) -> dict[str, Markup]:
        """Every page by its path below the site's root."""
        paths = sorted(self.out.rglob("*.html"))
        return {path.relative_to(self.out).as_posix(): read_markup(path.read_text("utf-8")) for path in paths}

    def context(self, language: Language) -> Context:
        """Return the context of the catalogue in one language."""
        return Context(self.catalog, self.day, language, read_words(self.portal, language))

    @cached_property
    def build_context(self) -> BuildContext:
        """The build context of its other outputs, without the texts of content pages."""
        return BuildContext(self.data, sorted(self.pages), self.contexts(), {})

    def record_pages(self, language: Language) -> Iterator[tuple[Any, Page]]:
        """Yield every page that is not written by hand, with its record (or its number) before it."""
        context = self.context(language)
        for kind in PAGE_KINDS:
            for page in record_inputs(self.data, kind):
                record: Any = kind.record(self.catalog, page.name)
                yield record, kind.page(context.at(page.address), record, page.excerpt)
        yield from self.project_pages(language)

    def project_pages(self, language: Language) -> Iterator[tuple[Project, Page]]:
        """Yield the page of each project, with its record before it."""
        context = self.context(language)
        pages = list(project_inputs(self.data))
        render = Renderer(Templates(Sources(self.portal)), context.words).shortcode
        fragments = render_fragments(context, render, (page.fragments for page in pages))
        for page in pages:
            record, history = self.catalog.projects[page.name], History({("project", page.name): page.revisions})
            seen = context.for_page(page.address, page.projects, history, page.day).with_records(page.records)
            parts = ProjectParts(page.related, page.links, *fragments.of(page.fragments))
            yield record, project_page(seen, record, parts)

    def shared_sections(self, language: Language, project: str) -> dict[str, Section]:
        """Return the sections of a project's page that stand on other pages as well, by their ids."""
        sections: dict[str, Section] = {}

        def note(_: Context, parts: Blocks) -> str:
            sections.update({part.id: part for part in parts if isinstance(part, Section)})
            return ""

        render_fragments(self.context(language), note, [names_of(self.data.index.projects[project])])
        return sections

    def contexts(self) -> dict[Language, Context]:
        """Return the context in each language."""
        return {language: self.context(language) for language in LANGUAGES}


def real_portal(root: Path) -> Path:
    """Copy the seed portal."""
    return Path(shutil.copytree(SEED, root, ignore=WITHOUT_CACHE))


def tiny_portal(root: Path) -> Path:
    """Lay the records that fill every field over the tiny portal, in the layouts and styles of the seed."""
    shutil.copytree(PORTAL, root, ignore=WITHOUT_CACHE)
    shutil.copytree(MORE, root, dirs_exist_ok=True)
    shutil.copytree(SEED / "overrides", root / "overrides")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        settings, _, _ = (SEED / name).read_text("utf-8").partition("\nnav:")
        _, _, menu = (PORTAL / name).read_text("utf-8").partition("\nnav:")
        (root / name).write_text(f"{settings}\nnav:{menu}", "utf-8")
    return root


def built(portal: Path, out: Path, day: date) -> Site:
    """Build a portal that must be free of errors."""
    result = build(portal, out, day)
    assert result.published, result.problems
    return Site(portal, out, day)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the seed portal once."""
    folder = tmp_path_factory.mktemp("real")
    return built(real_portal(folder / "portal"), folder / "site", REAL_DAY)


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the tiny portal with every field filled once."""
    folder = tmp_path_factory.mktemp("tiny")
    return built(tiny_portal(folder / "portal"), folder / "site", TINY_DAY)


def extended_portal(root: Path, layouts: Path) -> Path:
    """Return the tiny portal with Markdown pages and cards for other sites; ``layouts`` is a cache to begin with."""
    tiny_portal(root)
    settings = root / "district/site.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}markdown_pages: true\nembeds: true\n", "utf-8")
    for language in LANGUAGES:
        page = STARTER / f"docs/{language}/embed.md"
        shutil.copy2(page, root / f"docs/{language}/embed.md")
    shutil.copytree(layouts, root / ".cache/layouts")
    return root


@pytest.fixture(scope="session")
def extended(full: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the tiny portal with Markdown pages and cards for other sites once."""
    folder = tmp_path_factory.mktemp("extended")
    portal = extended_portal(folder / "portal", full.portal / ".cache/layouts")
    return built(portal, folder / "site", TINY_DAY)


@pytest.fixture(scope="session")
def real_address(real: Site) -> Iterator[str]:
    """Serve the seed portal's site at the root of a host."""
    with served(real.out) as address:
        yield address


@pytest.fixture(scope="session")
def extended_address(extended: Site) -> Iterator[str]:
    """Serve the site with cards for other sites at the root of a host."""
    with served(extended.out) as address:
        yield address


@pytest.fixture(scope="session")
def full_address(full: Site) -> Iterator[str]:
    """Serve the tiny portal's site at the root of a host."""
    with served(full.out) as address:
        yield address
