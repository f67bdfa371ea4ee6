"""A page sees its input alone: with more in sight, or in another order, it stays the same."""

import random
from collections.abc import Mapping

import pytest

from investment_portal.cache.inputs import Scan
from investment_portal.components.context import Context
from investment_portal.formatting.pinyin import reading
from investment_portal.formatting.words import read_words
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.catalog import Catalog
from investment_portal.models.pack import pack
from investment_portal.pages.compliance.shortcodes import COMPLIANCE
from investment_portal.pages.registry import PAGE_KINDS
from investment_portal.rendering.assets import HASHED
from investment_portal.rendering.layout_settings import layout_settings
from investment_portal.rendering.layouts import LayoutJob, LayoutSet
from investment_portal.rendering.pages import (
    PageInput,
    ProjectInput,
    RenderState,
    ShortcodeExcerpts,
    content_inputs,
    path_of,
    project_inputs,
    record_inputs,
)
from tests.sites import Site


class Readings(dict[str, str]):
    """Readings of names, each computed when it is asked for."""

    def __missing__(self, name: str) -> str:
        """Return the reading of a name."""
        return reading(name)


@pytest.fixture(params=["real", "full"])
def site(request: pytest.FixtureRequest) -> Site:
    """Return each of both sites."""
    site_: Site = request.getfixturevalue(request.param)
    return site_


@pytest.fixture
def layouts(site: Site) -> Mapping[Language, LayoutSet]:
    """Return the layouts with which the site was built."""
    job = LayoutJob(site.portal, Scan(site.portal))
    job.start()
    rendered = job.result(layout_settings(site.portal, site.catalog, site.day))
    return {language: layout_set.with_assets(asset_names(site)) for language, layout_set in rendered.items()}


def asset_names(site: Site) -> dict[str, str]:
    """Return the published names of the site's styles and scripts."""
    names = (path.relative_to(site.out).as_posix() for path in (site.out / "assets").rglob("*"))
    return {HASHED.sub("", name): name for name in names if HASHED.search(name)}


def inputs_of(site: Site, layouts: Mapping[Language, LayoutSet]) -> list[tuple[Language, PageInput]]:
    """Return the input of every page, projects with their records."""
    data, inputs = site.data, list[tuple[Language, PageInput]]()
    excerpts = ShortcodeExcerpts(data)
    for language in LANGUAGES:
        for kind in PAGE_KINDS:
            inputs += [(language, page) for page in record_inputs(data, kind)]
        for project in project_inputs(data):
            inputs.append((language, _whole(site, project)))
        contents = content_inputs(excerpts, layouts[language], preview=False)
        # The compliance report stands in a page once all others are built.
        inputs += [(language, page) for page in contents if COMPLIANCE not in page.excerpts]
    return inputs


def _whole(site: Site, page: ProjectInput) -> ProjectInput:
    return ProjectInput(
        **{name: getattr(page, name) for name in ProjectInput.__struct_fields__ if name != "record"},
        record=pack(site.catalog.projects[page.name]),
    )


def state_of(site: Site, catalog: Catalog, layouts: Mapping[Language, LayoutSet]) -> RenderState:
    """Return what pages share, the fragments of all projects included."""
    words = {language: read_words(site.portal, language) for language in LANGUAGES}
    assets, day = asset_names(site), site.data.day
    state = RenderState(site.portal, catalog, day, words=words, layouts=layouts, readings=Readings(), assets=assets)
    names = [page.fragments for page in project_inputs(site.data)]
    for language in LANGUAGES:
        state.fragments[language] = state.render_fragments(language, names)
    return state


def test_pages_are_the_same_in_any_order(site: Site, layouts: Mapping[Language, LayoutSet]) -> None:
    """No page leaves behind what another one would show; none asks for a project that its input does not hold."""
    state, pages = state_of(site, site.data.catalog, layouts), inputs_of(site, layouts)
    assert not site.data.catalog.projects
    random.Random(7).shuffle(pages)  # noqa: S311 - no secret
    for language, page in pages:
        path = path_of(language, page)
        assert state.render(language, page).encode() == (site.out / path).read_bytes(), path


def test_pages_miss_nothing(site: Site, layouts: Mapping[Language, LayoutSet], monkeypatch: pytest.MonkeyPatch) -> None:
    """With every project and every record in sight a page shows the same."""
    monkeypatch.setattr(Catalog, "with_projects", lambda catalog, _: catalog)
    monkeypatch.setattr(Context, "with_records", lambda context, _: context)
    state = state_of(site, site.catalog, layouts)
    for language, page in inputs_of(site, layouts):
        path = path_of(language, page)
        assert state.render(language, page).encode() == (site.out / path).read_bytes(), path
