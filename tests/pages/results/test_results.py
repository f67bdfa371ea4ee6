"""Results: by channel, by region, step by step; each figure leads to its place, its record and its source."""

import re

import pytest

from investment_portal.components.figures import figure_anchor, figure_text
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.controlled_values import Step
from tests.markup import squeeze
from tests.sites import Site

PAGE = "results/index.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_its_place_and_its_source(real: Site, full: Site, language: Language) -> None:
    """The table leads to it; the row names the record, the source and the day."""
    for site in (real, full):
        page = site.pages[f"{language_path(language)}{PAGE}"]
        context = site.context(language)
        for result in site.catalog.results.values():
            for figure in result.figures:
                anchor = figure_anchor(result.id, figure)
                assert page.ids.count(anchor) == 1, anchor
                assert ("a", f"#{anchor}") in page.links, anchor
                row = f"{figure.label.in_(language)}{figure_text(context, figure)}{result.id}/{figure.id}"
                source = figure.source or result.source
                if source and result.as_of:
                    source_record = site.catalog.sources[source]
                    row += f"{show(figure.as_of or result.as_of, language)}{source_record.publisher.in_(language)}"
                assert squeeze(row) in page.text, anchor


def test_figures_of_events_lead_to_their_place(real: Site, full: Site) -> None:
    """With a source of their own where they have one."""
    for site in (real, full):
        for event in site.catalog.events.values():
            page = site.pages[f"events/{event.id}/index.html"]
            for figure in event.figures:
                assert ("a", f"#{figure_anchor(event.id, figure)}") in page.links
    assert "统计局，2026年1月15日" in full.pages["events/autumn-fair/index.html"].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_channels_step_by_step(real: Site, language: Language) -> None:
    """Every step that a figure names is a column; what fits one scale is drawn."""
    page = real.pages[f"{language_path(language)}{PAGE}"]
    (table,) = re.findall(r'id="2020-steps".*?(<table class="table">.*?</table>)', page.html, re.DOTALL)
    heads = re.findall(r'<th scope="col">(.*?)</th>', table)
    assert heads[1:] == [show(step, language) for step in Step]
    assert table.count('href="#figure-2020-') == sum(
        bool(figure.step) for figure in real.catalog.results["2020"].figures
    )
    section = page.html.partition('id="2020-steps"')[2].partition("</section>")[0]
    assert section.count("chart--bars") == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_regions(real: Site, language: Language) -> None:
    """The contacts of the network are counted from the records of contacts; a figure of several regions stands once."""
    html = real.pages[f"{language_path(language)}{PAGE}"].html
    section = html.partition('id="2020-regions"')[2].partition("</section>")[0]
    values = [int(value) for value in re.findall(r'class="chart-value">(\d+)<', section)]
    assert sum(values) >= 24 + 4 + 2
    links = re.findall(r'href="#(figure-2020-[a-z0-9-]+)"', section)
    assert links == [f"figure-2020-{figure.id}" for figure in real.catalog.results["2020"].figures if figure.regions]


@pytest.mark.parametrize("language", LANGUAGES)
def test_later_years_have_the_same_form(full: Site, language: Language) -> None:
    """Two years: the latest first, each with its sections; a figure of both is a line; a bound is said."""
    page = full.pages[f"{language_path(language)}{PAGE}"]
    order = [id_ for id_ in page.ids if id_.startswith("result-") or id_ in ("periods", "2024-steps", "2024-regions")]
    assert order == ["periods", "result-2025", "result-2024", "2024-steps", "2024-regions"]
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
