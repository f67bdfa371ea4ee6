"""Lines stand where a figure recurs, and only there."""

import pytest

from investment_portal.components.charts.line import ChartLine, line, over_periods
from investment_portal.components.parts import Folded, Section
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.catalog import Catalog
from investment_portal.pages.results.shortcodes import result_list
from tests.components.charts.made import context_with, drawn, figure, result

YEARS = [
    result(
        2022, figure("new", 6101, unit="projects"), figure("money", "80 亿元"), figure("calls", 3, channel="visits")
    ),
    result(2023, figure("money", "9500 万元")),
    result(
        2024, figure("new", 8003, unit="projects"), figure("money", "95.9 亿元"), figure("calls", 0, channel="visits")
    ),
]


def test_one_period_is_no_line(tiny: Catalog) -> None:
    """With one period, or nothing that recurs, the page has no section for it."""
    for results in ([YEARS[0]], [YEARS[0], result(2023, figure("other", 1))], []):
        context = context_with(tiny, "en", *results)
        assert over_periods(context, results) == []
        assert not any(isinstance(part, Section) and part.id == "periods" for part in result_list(context))


def test_a_silent_period_breaks_the_line(tiny: Catalog) -> None:
    """The years stand in their order whatever the order of the files; the one that does not say has no point."""
    (drawing,) = line(context_with(tiny, "en"), "new", [YEARS[2], YEARS[0], YEARS[1]])
    assert isinstance(drawing, ChartLine)
    assert [(point.label, point.value) for point in drawing.points] == [
        ("2022", "6,101"),
        ("2023", "not given"),
        ("2024", "8,003"),
    ]
    assert drawing.pieces == []
    assert [point.y for point in drawing.points][1:] == [None, 0]


def test_sums_share_their_unit(tiny: Catalog) -> None:
    """The unit is said once; heights begin at zero."""
    (drawing,) = line(context_with(tiny, "zh"), "money", YEARS)
    assert isinstance(drawing, ChartLine)
    assert "（单位：亿元）" in drawing.caption
    assert [point.value for point in drawing.points] == ["80", "0.95", "95.9"]
    assert len(drawing.pieces) == 2
    assert all(point.y is not None and 0 <= point.y <= 100 for point in drawing.points)


def test_what_is_measured_otherwise_is_left_out(tiny: Catalog) -> None:
    """A count and a sum under one id are not one line."""
    assert line(context_with(tiny, "zh"), "new", [result(2021, figure("new", "3 亿元")), YEARS[2]]) == []
    assert line(context_with(tiny, "zh"), "unknown", YEARS) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_stands_once(tiny: Catalog, language: Language) -> None:
    """Lines of the whole district are open, those of a channel folded; each value stands once, with its period."""
    context = context_with(tiny, language, *YEARS)
    parts = over_periods(context, YEARS)
    assert [isinstance(part, Folded) for part in parts] == [False, False, True]
    page = drawn(context, *parts)
    assert [page.count(f">{value}<") for value in ("6,101", "8,003")] == [1, 1]
    assert page.count("<tr>") == 9
    assert page.count('scope="row"') == 9
    assert page.count("<circle") == 2 + 3 + 2
