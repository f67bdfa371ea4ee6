"""A total is the sum of its parts, and the chart says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from investment_portal.components.charts.scale import WHOLE
from investment_portal.components.charts.waterfall import Waterfall, by_sector
from investment_portal.domain.summary import ProjectSummary, summary_of
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.catalog import Catalog
from investment_portal.models.quantities import MoneyRange
from tests.components.charts.made import context_with, drawn


def projects(tiny: Catalog, sums: list[str | None]) -> list[ProjectSummary]:
    """Return a project for each sum, the sectors in turn."""
    model, sectors = summary_of(next(iter(tiny.projects.values()))), list(tiny.sectors)
    return [
        replace(model, sector=sectors[n % len(sectors)], investment=MoneyRange.parse(sum_) if sum_ else None)
        for n, sum_ in enumerate(sums)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_and_total_stand_once(tiny: Catalog, language: Language) -> None:
    """The greatest part comes first, the total last; projects without a sum are counted beside the total."""
    context = context_with(tiny, language)
    (drawing,) = by_sector(context, "Total", projects(tiny, ["1.21 亿元", "3.4 亿元", None]))
    assert isinstance(drawing, Waterfall)
    values = [bar.value for bar in drawing.bars]
    assert values == (["3.4", "1.21"] if language == "zh" else ["340", "121"])
    assert drawing.total.value == ("4.61" if language == "zh" else "461")
    page = drawn(context, drawing)
    assert all(page.count(f">{value}<") == 1 for value in [*values, drawing.total.value])
    assert ("亿元" if language == "zh" else "CNY million") in page
    assert "1" in drawing.total.note


def test_one_sector_makes_up_nothing(tiny: Catalog) -> None:
    """Without two sectors that state a sum there is no chart."""
    for sums in ([], ["5 亿元"], ["5 亿元", None], [None, None]):
        assert by_sector(context_with(tiny, "en"), "Total", projects(tiny, list(sums))) == []


@given(st.lists(st.integers(0, 10**8), min_size=2, max_size=20))
def test_bars_reach_the_total(tiny: Catalog, sums: list[int]) -> None:
    """Each bar begins where the one before it ends, and the last ends where the total does."""
    (drawing,) = by_sector(context_with(tiny, "zh"), "总投资", projects(tiny, [f"{sum_} 万元" for sum_ in sums]))
    assert isinstance(drawing, Waterfall)
    assert drawing.bars[0].start == 0
    assert drawing.bars[-1].end == drawing.total.width == (WHOLE if any(sums) else 0)
    assert all(bar.end <= WHOLE for bar in drawing.bars)
