"""Results: every figure once, by channel and event, with its place and source."""

import re

import pytest

from investment_portal.components.figures import figure_anchor, figure_text
from investment_portal.languages import LANGUAGES, Language, language_path
from tests.markup import read_markup, squeeze
from tests.sites import Site

PAGE = "results/index.html"


def rows(html: str) -> list[str]:
    """Return the texts of the rows of the table of figures."""
    (table,) = re.findall(r'<table class="table">(.*?)</table>', html.partition('id="result-')[2], re.DOTALL)
    return [read_markup(row).text for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_its_row_and_place(real: Site, language: Language) -> None:
    """Once, with its value; the source is named below."""
    page = real.pages[f"{language_path(language)}{PAGE}"]
    context, shown = real.context(language), rows(page.html)
    (result,) = real.catalog.results.values()
    for figure in result.figures:
        assert page.ids.count(figure_anchor(result.id, figure)) == 1
        row = squeeze(f"{figure.label.in_(language)}{figure_text(context, figure)}")
        assert any(text.startswith(row) for text in shown), row
    assert page.html.count('class="source"') >= 1
    assert page.html.count("<table") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_results_have_the_figures_of_events(real: Site, language: Language) -> None:
    """The conference (35, 736, 500, 43) and the signing (10, 112, 8 and 2) are in the table."""
    html = real.pages[f"{language_path(language)}{PAGE}"].html
    wanted = {
        "zh": ["35", "736亿元", "超过500家", "43家", "10", "112亿元", "8个", "2个"],
        "en": ["35", "CNY73.6billion", "morethan500firmsandchambers", "43firms", "10", "CNY11.2billion"],
    }
    values = [squeeze(value) for value in re.findall(r'<td class="number">(.*?)</td>', html)]
    assert set(wanted[language]) <= set(values)
    assert 'href="../events/online-conference-2020/"' in html


def test_no_id_of_a_record_is_printed(real: Site) -> None:
    """Not in the table of figures, nor at the foot of a record."""
    assert "2020/new-projects" not in real.pages[PAGE].html
    assert "编号hdi-circuit-boards" not in real.pages["projects/hdi-circuit-boards/index.html"].text


def test_a_source_of_its_own_is_named(full: Site) -> None:
    """Beside the figure that has one."""
    assert "统计局，2026年1月15日" in full.pages["events/autumn-fair/index.html"].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_later_years_have_the_same_form(full: Site, language: Language) -> None:
    """Two years: the latest first, each with its sections; a figure of both is a line; a bound is said."""
    page = full.pages[f"{language_path(language)}{PAGE}"]
    order = [id_ for id_ in page.ids if id_.startswith("result-") or id_ == "periods"]
    assert order == ["periods", "result-2025", "result-2024"]
    texts = {"zh": ["近3.5亿元", "40条", "1个"], "en": ["nearlyCNY350million", "40leads", "1project"]}
    for text in texts[language]:
        assert text in page.text
    assert "chart--line" in page.html


def test_english_tells_one_from_many(real: Site) -> None:
    """Nowhere "1 projects"."""
    for name, page in real.pages.items():
        if name.startswith("en/"):
            wrong = re.findall(
                r"(?<![\d.,])1[ \u00a0](?:projects|firms|leads|trips|talks|stations|groups|records)\b", page.html
            )
            assert not wrong, name
