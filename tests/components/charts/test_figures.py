"""Each figure of a channel stands once: in a funnel, as a bar, or as a fact."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.components.charts.bars import Bars
from investment_portal.components.charts.funnel import Funnel, funnel, sequences
from investment_portal.components.charts.scale import WHOLE
from investment_portal.components.charts.steps import figure_parts
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.catalog import Catalog
from tests.components.charts.made import context_with, drawn, figure

MIXED = [
    figure("leads", 5201, unit="leads"),
    figure("seen", 2802, unit="projects", follows="leads"),
    figure("settled", 203, unit="projects", follows="seen"),
    figure("trips", 2104, unit="trips"),
    figure("called", 4205, unit="firms"),
    figure("invited", 10606, unit="firms"),
    figure("money", "95.9 亿元"),
    figure("target", "106.5 %"),
]
SEEN = ("5,201", "2,802", "203", "2,104", "4,205", "10,606", "106.5")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_stands_once(tiny: Catalog, language: Language) -> None:
    """A screen reader meets each label and each value once, and no drawing has words."""
    context = context_with(tiny, language)
    page = drawn(context, *figure_parts(context, "Channel", MIXED))
    for figure_ in MIXED:
        assert page.count(f">{figure_.label.in_(language)}<") + page.count(f">{figure_.label.in_(language)} <") == 1
    words = re.sub(r"<[^>]*>", " ", page)
    assert all(len(re.findall(rf"(?<![\d,.]){re.escape(value)}(?![\d,])", words)) == 1 for value in SEEN)
    assert words.count("95.9 亿元" if language == "zh" else "CNY 9.59 billion") == 1
    assert page.count('aria-hidden="true"') == 5
    assert "<text" not in page
    assert "style=" not in page


def test_each_form_has_its_figures(tiny: Catalog) -> None:
    """Steps make a funnel, figures of one unit make bars, the rest are facts."""
    parts = figure_parts(context_with(tiny, "en"), "Channel", MIXED)
    assert [part.component for part in parts] == ["funnel", "bars", "facts"]
    assert isinstance(parts[1], Bars)
    assert [bar.value for bar in parts[1].bars] == ["4,205", "10,606"]
    assert "(unit: firms)" in parts[1].caption


def test_figures_of_one_size_are_no_chart(tiny: Catalog) -> None:
    """Bars of one length tell nothing; no figures give nothing at all."""
    context = context_with(tiny, "en")
    same = [figure("a", 1, unit="firms"), figure("b", 1, unit="firms")]
    assert [part.component for part in figure_parts(context, "Channel", same)] == ["facts"]
    assert figure_parts(context, "Channel", []) == []


def test_a_funnel_says_what_each_step_keeps(tiny: Catalog) -> None:
    """Shares are of the step before; of nothing there is no share; a trace is not called nothing."""
    context = context_with(tiny, "en")
    steps = [figure("a", 52), figure("b", 28, follows="a"), figure("c", 0, follows="b"), figure("d", 0, follows="c")]
    drawing = funnel(context, "Platforms", steps)
    assert [step.remaining.split(" ")[0] for step in drawing.steps] == ["", "53.8%", "0%", ""]
    assert [step.value for step in drawing.steps] == ["52", "28", "0", "0"]
    trace = funnel(context, "Platforms", [figure("a", 10**6), figure("b", 1, follows="a")])
    assert trace.steps[1].remaining.startswith("<0.1%")
    assert "&lt;0.1%" in drawn(context, trace)


@given(st.lists(st.integers(0, 10**12), min_size=2, max_size=9))
def test_steps_stay_in_the_middle_of_their_room(tiny: Catalog, counts: list[int]) -> None:
    """A step lies inside the room, centred, on the scale of all, whether it keeps less or more than the one before."""
    run = [figure(f"n{n}", count, follows=f"n{n - 1}" if n else None) for n, count in enumerate(counts)]
    assert sequences(run) == [run]
    drawing: Funnel = funnel(context_with(tiny, "zh"), "漏斗", run)
    for before, step in zip([None, *drawing.steps], drawing.steps, strict=False):
        assert 0 <= step.width <= WHOLE
        assert step.start * 2 + step.width == WHOLE
        assert step.before == (before.width if before else None)
        corners = [Decimal(number) for number in re.split("[ ,]", step.narrowing) if number]
        assert all(0 <= number <= WHOLE for number in corners)
        assert bool(corners) == bool(before)


def test_a_branch_or_a_twin_ends_a_run() -> None:
    """Whatever follows what, no figure is drawn twice and no run goes on for ever."""
    twins = [figure("a", 3), figure("b", 2, follows="a"), figure("a", 1, follows="b")]
    assert sum(len(run) for run in sequences(twins)) <= len(twins)
    assert sequences([figure("a", 1, follows="b"), figure("b", 1, follows="a")]) == []
