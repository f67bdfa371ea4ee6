"""Groups, totals and orders, held against going through all projects one by one."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.domain.index import CLOSED, Group
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import Total
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.site import Site
from tests.domain.summaries import CONTACTS, DAY, LINKS, PARKS, POLICIES, SECTORS, index_of, sets_of

Projects = dict[str, ProjectSummary]

GROUPS: tuple[Group, ...] = (
    *(("sector", sector) for sector in SECTORS),
    *(("link", link) for link in LINKS),
    ("chain", "food"),
    ("chain", "tools"),
    *(("park", park) for park in PARKS),
    *(("sector_of_park", (park, sector)) for park in PARKS for sector in SECTORS),
    *(("contact", contact) for contact in CONTACTS),
    ("sector", "nothing"),
)


def belongs(project: ProjectSummary, group: Group) -> bool:
    """Return whether a project is in a group."""
    sort, which = group
    return (
        not project.withdrawn
        and {
            "sector": project.sector == which,
            "link": project.chain_node == which,
            "chain": project.chain_node is not None and project.chain_node.split("/")[0] == which,
            "park": project.place.park == which,
            "sector_of_park": (project.place.park, project.sector) == which,
            "contact": which in project.contacts,
        }[sort]
    )


def amount(project: ProjectSummary, site: Site) -> Decimal | None:
    """Return the investment in yuan, if there is a rate for its currency."""
    if project.investment is None or project.investment.negotiable:
        return None
    rates = {"CNY": Decimal(1)} | {rate.currency: rate.yuan for rate in site.rates}
    rate = rates.get(project.investment.currency)
    return None if rate is None else (project.investment.low.amount if project.investment.low else 0) * rate


def heaviest(projects: Iterable[ProjectSummary], site: Site) -> list[str]:
    """Return ids by the editor's weight, then by investment, unknown ones last, then by id."""

    def weight(project: ProjectSummary) -> tuple[int, int, Decimal, str]:
        sum_ = amount(project, site)
        return -project.featured, int(sum_ is None), -(sum_ or Decimal(0)), project.id

    return [project.id for project in sorted(projects, key=weight)]


def summed(projects: Iterable[ProjectSummary], site: Site) -> tuple[int, int, Decimal]:
    """Return how many projects there are, how many state a sum, and the sum."""
    sums = [amount(project, site) for project in projects]
    stated = [sum_ for sum_ in sums if sum_ is not None]
    return len(sums), len(stated), sum(stated, Decimal(0))


def plain(total: Total) -> tuple[int, int, Decimal]:
    """Return the figures of a total."""
    assert total.investment.currency == "CNY"
    return total.projects, total.stated, total.amount


def offered(project: ProjectSummary) -> bool:
    """Return whether a project seeks an investor on the day."""
    open_ = project.status in {ProjectStatus.SEEKING, ProjectStatus.NEGOTIATING}
    return open_ and not project.withdrawn and (project.valid_until is None or project.valid_until >= DAY)


@pytest.fixture(scope="session")
def sets(tiny: Catalog) -> st.SearchStrategy[Projects]:
    """Return sets of summaries."""
    return sets_of(tiny)


@given(st.data())
def test_groups(tiny: Catalog, sets: st.SearchStrategy[Projects], data: st.DataObject) -> None:
    """Their members, the weightiest first; their number, sums and land; never a withdrawn project."""
    projects = data.draw(sets)
    index, site = index_of(tiny, projects), tiny.site
    for group in GROUPS:
        members = [project for project in projects.values() if belongs(project, group)]
        order = heaviest(members, site)
        for limit in (0, 2, 99):
            assert [summary.id for summary in index.first(group, limit)] == order[:limit]
        assert index.count(group) == len(members)
        assert plain(index.total(group)) == summed(members, site)
        for name, total in (("land_ready", index.land(group)), ("land_reserved", index.reserved(group))):
            areas = (getattr(member, name) for member in members if offered(member))
            assert total.least.number == sum((area.least.number for area in areas if area), Decimal(0))


@given(st.data())
def test_totals_and_orders(tiny: Catalog, sets: st.SearchStrategy[Projects], data: st.DataObject) -> None:
    """Of all projects, of those on offer, of any few."""
    projects = data.draw(sets)
    index, site = index_of(tiny, projects), tiny.site
    available = [project for project in projects.values() if offered(project)]
    assert index.by_weight == heaviest(projects.values(), site)
    assert index.offered == {project.id for project in available}
    assert plain(index.offered_total()) == summed(available, site)
    assert plain(index.published_total()) == summed(
        [project for project in projects.values() if not project.withdrawn], site
    )
    for sector in SECTORS:
        assert plain(index.offered_in(sector)) == summed(
            [project for project in available if project.sector == sector], site
        )
    for limit in (0, 3, 99):
        assert [summary.id for summary in index.offered_first(limit)] == heaviest(available, site)[:limit]
    few = data.draw(st.lists(st.sampled_from([*projects]), unique=True)) if projects else []
    assert plain(index.total_of(few)) == summed([projects[id_] for id_ in few], site)


@given(st.data())
def test_projects_naming_a_policy(tiny: Catalog, sets: st.SearchStrategy[Projects], data: st.DataObject) -> None:
    """Those on offer, each once, the weightiest first."""
    projects = data.draw(sets)
    index = index_of(tiny, projects)
    for policy in (*POLICIES, "nothing"):
        naming = heaviest(
            [project for project in projects.values() if offered(project) and policy in project.policies], tiny.site
        )
        count, first = index.naming(policy, 2)
        assert (count, [summary.id for summary in first]) == (len(naming), naming[:2])


@given(st.data())
def test_the_list(tiny: Catalog, sets: st.SearchStrategy[Projects], data: st.DataObject) -> None:
    """Each project once: those on offer by sector in the order of the settings, then all others, by weight."""
    projects = data.draw(sets)
    order = heaviest(projects.values(), tiny.site)
    expected = [(sector, id_) for sector in SECTORS for id_ in order if _open_in(projects[id_], sector)]
    expected += [(CLOSED, id_) for id_ in order if not offered(projects[id_])]
    assert index_of(tiny, projects).in_order == expected


def _open_in(project: ProjectSummary, sector: str) -> bool:
    return offered(project) and project.sector == sector


@given(st.data())
def test_similar_sizes(tiny: Catalog, sets: st.SearchStrategy[Projects], data: st.DataObject) -> None:
    """Larger and smaller in turn, the nearest first; of equal size by id; unknown sizes are the smallest."""
    projects = data.draw(sets)
    index = index_of(tiny, projects)

    def size(id_: str) -> tuple[Decimal, str]:
        sum_ = amount(projects[id_], tiny.site)
        return Decimal(-1) if sum_ is None else sum_, id_

    for name in projects:
        for group in GROUPS[:4]:
            others = [project.id for project in projects.values() if belongs(project, group) and project.id != name]
            for only_offered in (False, True):
                ids = [id_ for id_ in others if not only_offered or offered(projects[id_])]
                larger = sorted((id_ for id_ in ids if size(id_) > size(name)), key=size)
                smaller = sorted((id_ for id_ in ids if size(id_) < size(name)), key=size, reverse=True)
                turns = [id_ for pair in zip_longest(larger, smaller) for id_ in pair if id_]
                assert index.similar(group, name, 99, offered=only_offered) == turns


@given(st.data())
def test_parks_of_a_link(tiny: Catalog, sets: st.SearchStrategy[Projects], data: st.DataObject) -> None:
    """Each park once, in the order of their ids."""
    projects = data.draw(sets)
    index = index_of(tiny, projects)
    for link in LINKS:
        parks = {project.place.park for project in projects.values() if belongs(project, ("link", link))}
        assert index.parks_of_link(link) == tuple(sorted(park for park in parks if park))
