"""The data scripts of the forms: every project by its chunk, every route as Python works it out."""

import json

import pytest
from playwright.sync_api import Page

from investment_portal.domain.shards import chunk_of, chunks_for
from investment_portal.domain.totals import available, published
from tests.sites import Site

CHUNKS = """async ([ids, chunks]) => {
  const { shardOf } = await import('/lib/shards.js');
  return ids.map((id) => shardOf(id, chunks));
}"""


def loaded(site: Site, name: str) -> object:
    """Read what a data script hands over."""
    return json.loads((site.out / name).read_text("utf-8").split("=", 2)[2].rstrip().removesuffix(";"))


@pytest.mark.parametrize("chunks", [1, 2, 8, 64])
def test_chunks_are_the_same_in_the_browser(modules: Page, real: Site, chunks: int) -> None:
    """Else a project of the address would not be found."""
    ids = [*real.catalog.projects, "a", "z-9"]
    assert modules.evaluate(CHUNKS, [ids, chunks]) == [chunk_of(id_, chunks) for id_ in ids]


def test_chunks_grow_by_doubling() -> None:
    """At most 256 on the average."""
    assert [chunks_for(count, 256) for count in (0, 42, 256, 257, 10_000)] == [1, 1, 1, 2, 64]


ROW = 6
"""Fields of a project; the row of a former id has two."""


def test_names_of_all_projects(real: Site, full: Site) -> None:
    """Each published one once, in both languages, with contacts that can be reached that day."""
    for site in (real, full):
        rows = loaded(site, "assets/data/names/0.js")
        assert isinstance(rows, list)
        form_data = [row for row in rows if len(row) == ROW]
        assert {row[0] for row in form_data} == {project.id for project in published(site.catalog)}
        former = {(old, project.id) for project in published(site.catalog) for old in project.formerly}
        assert {tuple(row) for row in rows if len(row) != ROW} == former
        for id_, zh, en, sector, contacts, offered in form_data:
            project = site.catalog.projects[id_]
            assert (zh, en, sector) == (project.name.zh, project.name.en, project.sector)
            assert offered == int(available(project, site.day))
            assert all(site.catalog.contacts[contact].reachable(site.day) for contact in contacts)
            assert set(contacts) <= set(project.contacts)
