"""Excerpts change where a page would change, and nowhere else."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from investment_portal.domain.summary import ProjectSummary
from investment_portal.history.history import History
from investment_portal.models.catalog import Catalog
from investment_portal.models.chain import Chain, ChainLink
from investment_portal.models.fingerprints import fingerprint
from investment_portal.models.text import Text
from investment_portal.pages import excerpts
from investment_portal.pages.dataset import Dataset, Digests
from investment_portal.rendering.pages import project_inputs
from investment_portal.value import Value
from tests.domain.summaries import FIELDS, LINKS, index_of, sets_of

Projects = dict[str, ProjectSummary]

NEW_NAME = Text(zh="新名称", en="New name")


@pytest.fixture(scope="session")
def catalog(tiny: Catalog) -> Catalog:
    """Return the tiny catalogue with records of the ids that the random projects refer to."""
    park, contact = tiny.parks["river-park"], tiny.contacts["bureau"]
    policy, firm, event = tiny.policies["equipment-grant"], tiny.firms["river-mill"], tiny.events["spring-meeting"]
    records: dict[str, Mapping[str, Any]] = {
        "park": {"north": replace(park, id="north"), "south": replace(park, id="south")},
        "contact": {**tiny.contacts, "station": replace(contact, id="station")},
        "policy": {"grant": replace(policy, id="grant", sectors=["food"])},
        "firm": {"mill": replace(firm, id="mill", chain_node="food/b", park="north", sector="machinery")},
        "event": {"fair": replace(event, id="fair", projects=["p00", "p01"])},
        "chain": {"food": _chain(tiny.chains["food"], "abc"), "tools": _chain(tiny.chains["food"], "a", "tools")},
    }
    return Catalog(tiny.site, {**tiny.records, **records}, tiny.ids)


def _chain(sample: Chain, nodes: str, id_: str = "food") -> Chain:
    links = [ChainLink(from_=start, to=other) for start, other in pairwise(nodes)]
    chain_nodes = [replace(sample.nodes[0], id=node, firms=[]) for node in nodes]
    return replace(sample, id=id_, sector="food" if id_ == "food" else "machinery", nodes=chain_nodes, links=links)


def data_of(catalog: Catalog, projects: Projects) -> Dataset:
    """Return the dataset of some summaries; whole records are not needed."""

    def nothing(id_: str) -> bytes:
        raise LookupError(id_)

    prints = {id_: fingerprint(project) for id_, project in projects.items()}
    index = index_of(catalog, projects)
    return Dataset(catalog.with_projects({}), index, History(), nothing, Digests(prints, prints, {}, ""))


CASES: Mapping[str, Callable[[Dataset], Any]] = {
    "park": lambda data: excerpts.of_park(data, data.catalog.parks["north"]),
    "contact": lambda data: excerpts.of_contact(data, data.catalog.contacts["station"]),
    "chain": lambda data: excerpts.of_chain(data, data.catalog.chains["food"]),
    "sector": lambda data: excerpts.of_sector(data, data.catalog.sectors["food"]),
    "policy": lambda data: excerpts.of_policy(data, data.catalog.policies["grant"]),
    "firm": lambda data: excerpts.of_firm(data, data.catalog.firms["mill"]),
    "event": lambda data: excerpts.of_event(data, data.catalog.events["fair"]),
}

CONCERNED: Mapping[str, Callable[[ProjectSummary], bool]] = {
    "park": lambda project: project.place.park == "north",
    "contact": lambda project: "station" in project.contacts,
    "chain": lambda project: project.chain_node in LINKS[:3],
    "sector": lambda project: project.sector == "food" or project.chain_node in LINKS[:3],
    "policy": lambda project: project.sector == "food" or "grant" in project.policies,
    "firm": lambda project: (
        project.chain_node in LINKS[:3] or (project.place.park, project.sector) == ("north", "machinery")
    ),
    "event": lambda project: project.id in {"p00", "p01"},
}
"""Of which projects each of these pages shows something, be it in a sum."""


def shown(value: Any) -> Iterator[str]:
    """Yield the ids of the projects that an excerpt holds."""
    if isinstance(value, ProjectSummary):
        yield value.id
    elif isinstance(value, Value):
        yield from shown(list(asdict(value).values()))
    elif isinstance(value, Mapping):
        yield from shown(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from shown(item)


@pytest.fixture(scope="session")
def sets(tiny: Catalog) -> st.SearchStrategy[Projects]:
    """Return sets of summaries."""
    return sets_of(tiny, least=2, maximum=15)


@pytest.fixture(scope="module", autouse=True)
def few() -> Iterator[None]:
    """Limit pages to few projects, so that there are more than they show."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(excerpts, "GROUP_LIMIT", 2)
        patch.setattr(excerpts, "LINK_LIMIT", 1)
        yield


@pytest.mark.parametrize("case", CASES)
@given(st.data())
def test_projects_that_a_page_does_not_show(
    catalog: Catalog, sets: st.SearchStrategy[Projects], case: str, data: st.DataObject
) -> None:
    """May change in any way."""
    projects = data.draw(sets)
    id_ = data.draw(st.sampled_from([*projects]))
    after = replace(projects[id_], **data.draw(FIELDS))
    if not CONCERNED[case](projects[id_]) and not CONCERNED[case](after):
        before = fingerprint(CASES[case](data_of(catalog, projects)))
        assert fingerprint(CASES[case](data_of(catalog, {**projects, id_: after}))) == before


@pytest.mark.parametrize("case", CASES)
@given(st.data())
def test_a_name_counts_where_it_is_shown(
    catalog: Catalog, sets: st.SearchStrategy[Projects], case: str, data: st.DataObject
) -> None:
    """Of a project that is only counted, the name may change."""
    projects = data.draw(sets)
    id_ = data.draw(st.sampled_from([*projects]))
    excerpt = CASES[case](data_of(catalog, projects))
    renamed = CASES[case](data_of(catalog, {**projects, id_: replace(projects[id_], name=NEW_NAME)}))
    assert (fingerprint(renamed) != fingerprint(excerpt)) == (id_ in set(shown(excerpt)))


@given(st.data())
def test_a_project_page_shows_its_neighbours(
    catalog: Catalog, sets: st.SearchStrategy[Projects], data: st.DataObject
) -> None:
    """However another project changes: a page that shows it neither before nor after stays the same."""
    projects = data.draw(sets)
    id_ = data.draw(st.sampled_from([*projects]))
    changed = {**projects, id_: replace(projects[id_], name=NEW_NAME, **data.draw(FIELDS))}
    before, after = (
        {input_.name: input_ for input_ in project_inputs(data_of(catalog, projects_))}
        for projects_ in (projects, changed)
    )
    for name, page in before.items():
        showing = name == id_ or any(id_ in _related(page_) for page_ in (page, after[name]))
        assert showing or fingerprint(after[name]) == fingerprint(page), name


def _related(page: Any) -> set[str]:
    return {summary.id for summary, _ in page.related} | {name.id for names in page.links.values() for name in names}
