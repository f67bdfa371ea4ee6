"""The page's order and the script's are one; counts are those that a reader would count himself."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from msgspec import json, structs
from playwright.sync_api import Page

from investment_portal.components.context import Context
from investment_portal.components.fields import converted
from investment_portal.domain.land import all_land, ready_land
from investment_portal.domain.totals import area_bounds, available, bounds_of
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.quantities import Money, MoneyRange
from investment_portal.models.quantities.currencies import CNY
from investment_portal.outputs.search.project_index import project_index
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.projects.facet_kinds import FACETS, RANGES
from tests.datasets import dataset_of
from tests.sites import Site

IN_ORDER = """
async ([index, sort, language]) => {
  const { inOrder } = await import("/projects/index.js");
  return [...inOrder(index, sort, language)].map((row) => index.ids[row]);
}
"""
NARROW = """
async ([index, chosen]) => {
  const { narrow } = await import("/projects/filter.js");
  const state = new Map(Object.entries(chosen).map(([name, values]) => [name, new Set(values)]));
  const found = narrow(index, state, { order: Int32Array.from(index.ids.keys()), closed: false, matching: null });
  const countOf = (name, at) => found.counts.get(name)[at];
  const counted = ({ name, values }) => Object.fromEntries(values.map(([one], at) => [one, countOf(name, at)]));
  const counts = Object.fromEntries(index.facets.map((facet) => [facet.name, counted(facet)]));
  return [found.rows.map((row) => index.ids[row]), counts];
}
"""


BOUNDS: Sequence[Callable[[Money], tuple[Money | None, Money | None, bool]]] = (
    lambda sum_: (sum_, Money("", sum_.amount * 2, CNY), False),
    lambda sum_: (sum_, None, False),
    lambda sum_: (None, sum_, False),
    lambda _: (None, None, False),
    lambda sum_: (sum_, sum_, True),
    lambda sum_: (sum_, Money("", sum_.amount * 20, CNY), True),
)
"""A range, at least, up to, open to negotiation, about, about a range."""


def index_of(data: Dataset, context: Context) -> Any:
    """Return the index as a browser reads it."""
    return json.decode(json.encode(project_index(data, context)))


def in_several_currencies(real: Site, *, featured: bool = True) -> Dataset:
    """Return the real catalogue with sums in dollars and in a currency without a rate, and some unnamed."""
    catalog, changed = real.catalog, {}
    for place, (id_, project) in enumerate(real.catalog.projects.items()):
        sum_ = project.investment
        if sum_ and sum_.low and place % 3 == 0:
            sum_ = MoneyRange.exactly(Money("", sum_.low.amount, "USD"))
        elif sum_ and sum_.low and place % 7 == 0:
            sum_ = MoneyRange.exactly(Money("", sum_.low.amount, "EUR"))
        elif sum_ and sum_.low and place % 2 == 0:
            sum_ = MoneyRange("", *BOUNDS[sum(map(ord, id_)) % len(BOUNDS)](sum_.low))
        elif place % 11 == 0:
            sum_ = None
        changed[id_] = structs.replace(project, investment=sum_, featured=place % 4 if featured else 0)
    return dataset_of(replace(catalog, records={**catalog.records, "project": changed}), real.day)


def test_the_script_sorts_as_the_page_does(modules: Page, real: Site) -> None:
    """By weight, then by yuan, then by id; a sum that no rate converts, and none at all, come last."""
    data, context = in_several_currencies(real), real.context("en")
    projects = list(data.index.projects.values())
    currencies = {project.investment.currency if project.investment else None for project in projects}
    assert currencies == {"CNY", "USD", "EUR", "", None}
    index = index_of(data, context)
    assert modules.evaluate(IN_ORDER, [index, "weight", "en"]) == data.index.by_weight
    alike = in_several_currencies(real, featured=False).index.by_weight
    assert modules.evaluate(IN_ORDER, [index, "sum", "en"]) == alike
    newest = sorted(projects, key=lambda project: (-project.published_on.toordinal(), project.id))
    assert modules.evaluate(IN_ORDER, [index, "newest", "en"]) == [project.id for project in newest]
    areas = {project.id: all_land(project) for project in projects}
    land = {id_: round(area.least.square_metres) if area else -1 for id_, area in areas.items()}
    assert modules.evaluate(IN_ORDER, [index, "land", "en"]) == sorted(land, key=lambda id_: (-land[id_], id_))


WITHIN = """
async ([index, limits]) => {
  const { within } = await import("/projects/filter.js");
  return limits.map(([name, bounds]) => [...within(index, name, bounds)]);
}
"""


def test_limits_are_those_of_the_records(modules: Page, real: Site) -> None:
    """Sums in any currency with bounds of their own, ready plots and land: for random limits as in the records."""
    data, context, dice = in_several_currencies(real), real.context("zh"), random.Random(40)  # noqa: S311 - a fixed sample of limits
    projects, site = list(data.index.projects.values()), real.catalog.site
    limits: list[tuple[str, dict[str, float]]] = []
    for _ in range(60):
        name = dice.choice(RANGES)
        low, high = sorted(dice.choice([0, 0.5, 1, 2, 4, 10, 30, 45.5, 120]) for _ in range(2))
        limits.append((name, dice.choice([{"min": low}, {"max": high}, {"min": low, "max": high}])))
    answers = modules.evaluate(WITHIN, [index_of(data, context), limits])
    for (name, bounds), answer in zip(limits, answers, strict=True):
        unit = 10**8 if name == "sum" else 10**4
        for project, passes in zip(projects, answer, strict=True):
            area = ready_land(project) if name == "ready" else all_land(project)
            whole = bounds_of(project.investment, site) if name == "sum" else area_bounds(area) if area else None
            upper = None if whole is None else whole.high if name == "sum" else whole.low
            fits = (
                whole is not None
                and whole.low <= Decimal(str(bounds.get("max", 10**9))) * unit
                and (upper is None or upper >= Decimal(str(bounds.get("min", 0))) * unit)
            )
            assert bool(passes) == fits, (project.id, name, bounds)


SUMS = """
async ([index, language]) => {
  const { investment } = await import("/projects/index.js");
  const { formatSum, convertSum } = await import("/lib/money.js");
  return index.ids.map((_, row) => {
    const sum = investment(index, row);
    return sum ? [formatSum(sum, language), convertSum(sum, language, index.rates)] : null;
  });
}
"""
SENTENCE = """
async ([index, language, words]) => {
  const { sentence } = await import("/projects/summary.js");
  return sentence({ index, words, language }, index.ids.map((_, row) => row).filter((row) => !index.closed[row]));
}
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_sums_with_bounds_are_written_as_the_page_writes_them(modules: Page, real: Site, language: Language) -> None:
    """Each sum, what it comes to in the other currency, and the total of all with how it counts."""
    data, context = in_several_currencies(real), real.context(language)
    index = index_of(data, context)
    for project, got in zip(data.index.projects.values(), modules.evaluate(SUMS, [index, language]), strict=True):
        if project.investment is None:
            assert got is None
            continue
        shown, other = got
        assert shown == show(project.investment, language)
        expected = converted(context, project.investment)
        assert bool(other) == bool(expected)
        assert other in expected
    total = data.index.offered_total()
    words = {"summary": "{sum}", "summary_part": "{sum}", "count": "", "count_one": "", "empty": ""}
    assert modules.evaluate(SENTENCE, [index, language, words]) == show(total.investment, language)
    assert total.investment.high is None


def test_names_are_sorted_as_they_are_read(modules: Page, real: Site) -> None:
    """By pinyin in Chinese, sign by sign; by letters in English."""
    chinese, english = real.context("zh"), real.context("en")
    got = modules.evaluate(IN_ORDER, [index_of(real.data, chinese), "name", "zh"])
    readings = [chinese.reading(real.catalog.projects[id_].name.zh).split()[0] for id_ in got]
    assert readings == sorted(readings)
    got = modules.evaluate(IN_ORDER, [index_of(real.data, english), "name", "en"])
    names = [real.catalog.projects[id_].name.en.lower() for id_ in got]
    assert names == sorted(names)


def test_counts_follow_the_other_filters(modules: Page, real: Site) -> None:
    """Of any choice: what fits, and for each value how many would if it were chosen besides."""
    index, site, chance = index_of(real.data, real.context("en")), real.catalog.site, random.Random(4)  # noqa: S311
    projects = [project for project in real.catalog.projects.values() if available(project, real.day)]
    values = {facet.name: {project.id: set(facet.of(project, site)) for project in projects} for facet in FACETS}
    every = {name: sorted(set().union(*of.values())) for name, of in values.items()}
    for _ in range(40):
        names = chance.sample(list(every), chance.randint(0, 3))
        chosen = {name: chance.sample(every[name], min(2, len(every[name]))) for name in names}

        def fits(id_: str, left_out: str = "", chosen: dict[str, list[str]] = chosen) -> bool:
            return all(values[name][id_] & set(wanted) for name, wanted in chosen.items() if name != left_out)

        rows, counts = modules.evaluate(NARROW, [index, chosen])
        assert rows == [project.id for project in projects if fits(project.id)]
        for name, of in values.items():
            similar = [of[project.id] for project in projects if fits(project.id, name)]
            assert counts[name] == {
                value: sum(value in facet_values for facet_values in similar) for value in every[name]
            }
