"""What stands beside a project: near in the chain, near in size, and few enough that a change reaches few pages."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from catalog.derive.beside import MOST, beside
from catalog.derive.gathered import gathered
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from catalog.derive.totals import on_offer
from catalog.model.catalog import Catalog
from catalog.model.lists import ProjectStatus
from catalog.quantities.money import yuan

DAY = date(2026, 6, 30)
SEEKING, SIGNED = ProjectStatus.SEEKING, ProjectStatus.SIGNED


def catalog_of(tiny: Catalog, *told: tuple[int | None, ProjectStatus]) -> Catalog:
    """Make a catalogue of projects like one, of so much investment and such a status."""
    sample = tiny.projects["bottling-line"]
    projects = {
        f"p{number:03}": replace(
            sample,
            id=f"p{number:03}",
            investment=None if sum_ is None else yuan(Decimal(sum_)),
            status=status,
            valid_until=None,
        )
        for number, (sum_, status) in enumerate(told)
    }
    return Catalog(tiny.site, {**tiny.records, "project": projects}, tiny.ids)


def related(catalog: Catalog, id_: str) -> list[str]:
    """Name the related projects of one."""
    return [one.project.id for one in beside(catalog, catalog.projects[id_], DAY).related]


def test_those_of_about_the_same_size_stand_beside_each_other(tiny: Catalog) -> None:
    """Larger and smaller in turn; never the project itself, nor one that is no longer on offer."""
    catalog = catalog_of(tiny, *((sum_, SEEKING) for sum_ in (10, 20, 30, 40, 50)), (31, SIGNED))
    assert related(catalog, "p002") == ["p001", "p003", "p000"]
    assert related(catalog, "p000") == ["p001", "p002", "p003"]
    assert related(catalog, "p005") == ["p003", "p002", "p004"]


def test_a_sum_that_nobody_knows_counts_as_none(tiny: Catalog) -> None:
    """Those that state none stand beside each other first."""
    catalog = catalog_of(tiny, (None, SEEKING), (10, SEEKING), (None, SEEKING), (90, SEEKING), (None, SEEKING))
    assert related(catalog, "p002") == ["p004", "p000", "p001"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.none() | st.integers(0, 9), st.sampled_from((SEEKING, SEEKING, SIGNED))), max_size=60))
def test_each_stands_beside_few(tiny: Catalog, told: list[tuple[int | None, ProjectStatus]]) -> None:
    """However many there are and however equal: whoever changes one makes few pages anew."""
    catalog = catalog_of(tiny, *told)
    offered = [one.id for one in catalog.projects.values() if on_offer(one, DAY)]
    times: Counter[str] = Counter()
    for id_ in offered:
        found = related(catalog, id_)
        assert len(found) == min(MOST, len(offered) - 1)
        assert len({*found, id_}) == len(found) + 1
        assert set(found) <= set(offered)
        times.update(found)
    assert all(count <= 2 * MOST for count in times.values())


@pytest.mark.parametrize("sort", ["sector", "desk"])
def test_groups_name_the_weightiest_first(tiny: Catalog, sort: str) -> None:
    """Whoever asks for the first few depends on them alone; sums are those of all."""
    catalog = catalog_of(tiny, (10, SEEKING), (30, SIGNED), (20, SEEKING))
    sample = tiny.projects["bottling-line"]
    key = sample.sector if sort == "sector" else sample.contacts[0]
    groups = getattr(gathered(catalog), sort)
    assert [one.id for one in groups.first(key, 99)] == ["p001", "p002", "p000"]
    assert [one.id for one in groups.first(key, 2)] == ["p001", "p002"]
    assert groups.count(key) == groups.total(key).projects == 3
    assert groups.total(key).investment.amount == 60
    assert groups.count("nobody") == 0
