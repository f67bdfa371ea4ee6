"""Related projects: near in size, and few enough that a change reaches few pages; groups, the weightiest first."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from investment_portal.domain.index import Group, Index
from investment_portal.domain.related import LIMIT, Surroundings, neighbours, surroundings
from investment_portal.domain.summary import ProjectSummary
from investment_portal.models.catalog import Catalog
from investment_portal.models.chain import Chain, ChainLink, ChainNode
from investment_portal.models.controlled_values import ChainTier, LinkState, ProjectStatus
from investment_portal.models.quantities import MoneyRange
from investment_portal.models.quantities.money import yuan
from investment_portal.models.text import Text
from investment_portal.pages.dataset import Dataset
from tests.datasets import dataset_of
from tests.domain.summaries import index_of, sets_of

DAY = date(2026, 6, 30)
TEXT = Text(zh="名称", en="Name")
SEEKING, SIGNED = ProjectStatus.SEEKING, ProjectStatus.SIGNED


def data_of(tiny: Catalog, *investments: tuple[int | None, ProjectStatus]) -> Dataset:
    """Return the dataset of projects like one, of so much investment and such a status."""
    sample = tiny.projects["bottling-line"]
    projects = {
        f"p{number:03}": replace(
            sample,
            id=f"p{number:03}",
            investment=None if sum_ is None else MoneyRange.exactly(yuan(Decimal(sum_))),
            status=status,
            valid_until=None,
        )
        for number, (sum_, status) in enumerate(investments)
    }
    return dataset_of(Catalog(tiny.site, {**tiny.records, "project": projects}, tiny.ids), DAY)


def related(data: Dataset, id_: str) -> list[str]:
    """Return the ids of the related projects of a project."""
    return [other for other, _ in data.neighbours(data.index.projects[id_]).related]


def test_those_of_about_the_same_size_stand_beside_each_other(tiny: Catalog) -> None:
    """Larger and smaller in turn; never the project itself, nor one that is no longer on offer."""
    data = data_of(tiny, *((sum_, SEEKING) for sum_ in (10, 20, 30, 40, 50)), (31, SIGNED))
    assert related(data, "p002") == ["p003", "p001", "p004"]
    assert related(data, "p000") == ["p001", "p002", "p003"]
    assert related(data, "p005") == ["p003", "p002", "p004"]


def test_an_unknown_sum_counts_as_none(tiny: Catalog) -> None:
    """Those that state none stand beside each other first."""
    data = data_of(tiny, (None, SEEKING), (10, SEEKING), (None, SEEKING), (90, SEEKING), (None, SEEKING))
    assert related(data, "p002") == ["p004", "p000", "p001"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.none() | st.integers(0, 9), st.sampled_from((SEEKING, SEEKING, SIGNED))), max_size=60))
def test_each_stands_beside_few(tiny: Catalog, investments: list[tuple[int | None, ProjectStatus]]) -> None:
    """However many there are and however equal: one changed project renders few pages again."""
    data = data_of(tiny, *investments)
    times: Counter[str] = Counter()
    for id_ in sorted(data.index.offered):
        related_ids = related(data, id_)
        assert len(related_ids) == min(LIMIT, len(data.index.offered) - 1)
        assert len({*related_ids, id_}) == len(related_ids) + 1
        assert set(related_ids) <= data.index.offered
        times.update(related_ids)
    assert all(count <= 2 * LIMIT for count in times.values())


@pytest.mark.parametrize("sort", ["sector", "contact"])
def test_groups_name_the_weightiest_first(tiny: Catalog, sort: str) -> None:
    """The first few depend on those alone; sums are those of all."""
    index = data_of(tiny, (10, SEEKING), (30, SIGNED), (20, SEEKING)).index
    sample = tiny.projects["bottling-line"]
    group = (sort, sample.sector if sort == "sector" else sample.contacts[0])
    assert [summary.id for summary in index.first(group, 99)] == ["p001", "p002", "p000"]
    assert [summary.id for summary in index.first(group, 2)] == ["p001", "p002"]
    assert index.count(group) == index.total(group).projects == 3
    assert index.total(group).amount == 60
    assert index.count((sort, "nobody")) == 0


AROUND = {
    "food/a": Surroundings((), ("food/b",)),
    "food/b": Surroundings(("food/a",), ("food/c",)),
    "food/c": Surroundings(("food/b",), ()),
    "tools/a": Surroundings((), ()),
}
"""Links of two chains; every link but the last one has neighbours."""


@given(st.data())
def test_neighbours_are_those_that_a_reader_would_find(tiny: Catalog, data: st.DataObject) -> None:
    """The same link first, then those next to it, park and sector, sector, park; of each group the next in size."""
    projects = data.draw(sets_of(tiny))
    index = index_of(tiny, projects)
    for project in projects.values():
        around = AROUND.get(project.chain_node or "")
        links = [project.chain_node or "", *around.before, *around.after] if around else []
        result = neighbours(index, project, around)
        assert result.links == {link: tuple(_nearest(index, ("link", link), project)) for link in links}
        groups: list[Group] = [("link", link) for link in links]
        if project.place.park:
            groups.append(("sector_of_park", (project.place.park, project.sector)))
        groups.append(("sector", project.sector))
        if project.place.park:
            groups.append(("park", project.place.park))
        nearest = [id_ for group in groups for id_ in _nearest(index, group, project, offered=True)]
        assert [id_ for id_, _ in result.related] == list(dict.fromkeys(nearest))[:LIMIT]
        for id_, ties in result.related:
            assert ties == _ties(project, projects[id_], around)
        assert {*result.ids()} == {id_ for id_, _ in result.related}.union(*result.links.values())


def _nearest(index: Index, group: Group, project: ProjectSummary, *, offered: bool = False) -> list[str]:
    return index.similar(group, project.id, LIMIT, offered=offered)


def _ties(summary: ProjectSummary, other: ProjectSummary, around: Surroundings | None) -> tuple[str, ...]:
    """Return the closest tie in the chain, else the sector, and then the park."""
    before = bool(around) and other.chain_node in (around.before if around else ())
    after = bool(around) and other.chain_node in (around.after if around else ())
    same_link = summary.chain_node is not None and summary.chain_node == other.chain_node
    ties = ("same_link", "before", "after", "same_sector")
    holds = (same_link, before, after, summary.sector == other.sector)
    closest = [tie for tie, held in zip(ties, holds, strict=True) if held][:1]
    return (*closest, *(["same_park"] if summary.place.park and summary.place.park == other.place.park else []))


def test_surroundings_of_every_link(tiny: Catalog) -> None:
    """In the order of the chain's nodes, as the flows between them were drawn."""
    chain = Chain(
        id="tools",
        published_on=DAY,
        verified_on=DAY,
        name=TEXT,
        summary=TEXT,
        sector="machinery",
        nodes=[ChainNode(id=node, name=TEXT, tier=ChainTier.MIDSTREAM, state=LinkState.GAP) for node in "abcd"],
        links=[ChainLink(from_=start, to=other) for start, other in ("ba", "ca", "ad", "ab")],
    )
    links = surroundings({**tiny.chains, "tools": chain})
    assert links["tools/a"] == Surroundings(("tools/b", "tools/c"), ("tools/b", "tools/d"))
    assert links["tools/c"] == Surroundings((), ("tools/a",))
    assert links.keys() == tiny.nodes() | {f"tools/{node}" for node in "abcd"}
