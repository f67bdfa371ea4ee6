"""The matcher of the search: forms of words, figures, phrases, spelling mistakes, and how a query becomes units."""

from typing import Any

import pytest
from playwright.sync_api import Page

MATCHES = """
async ([typed, text, groups]) => {
  const { parseQuery, splitAnywhere } = await import('/lib/search/query.js');
  const { Corpus } = await import('/lib/search/corpus.js');
  const { Lexicon } = await import('/lib/search/lexicon.js');
  const { normalize, useTraditional } = await import('/lib/normalize.js');
  useTraditional('電电儲储價价');
  const contains = (query) => {
    const corpus = new Corpus([normalize(text)], [1]);
    return query.units.length > 0 && query.units.every((unit) => corpus.scoresOf(unit)[0] > 0);
  };
  const query = parseQuery(typed, new Lexicon(groups), new Set(['the', 'of']));
  const result = [contains(query), contains(splitAnywhere(query))];
  useTraditional('');
  return result;
}
"""

GROUPS = {"land": ["地价", "land price"], "battery": ["锂电池", "battery pack"], "chip": ["贴片", "片式"]}


def matches(modules: Page, typed: str, text: str, *, split: bool = False) -> bool:
    """Return whether a text contains a query, as it is or with its words split."""
    literal: list[bool] = modules.evaluate(MATCHES, [typed, text, GROUPS])
    return literal[split]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("電容", "片式电容器"),
        ("儲能", "储能电池"),
        ("ＭＬＣＣ", "MLCC components"),
        ("batteries", "a battery plant"),
        ("battery", "batteries"),
        ("registering", "you register here"),
        ("planned", "planning"),
        ("subsidies", "a subsidy"),
        ("taxes", "tax"),
        ("labor", "labour market"),
        ("labour", "cheap labor"),
        ("center", "data centres"),
        ("metre", "5 meters"),
        ("organisation", "organizations"),
        ("licence", "a licensed firm"),
        ("capac", "capacitors"),
        ("start-up", "start up costs"),
        ("start up", "startup"),
        ("work-permit", "work permits"),
        ("736亿", "共736亿元"),
        ("736 亿元", "CNY 73.6 billion"),
        ("73.6 billion", "736 亿元"),
        ("CNY 73,600 million", "736亿"),
        ("1,000 亩", "1000亩"),
        ("15亩", "CNY 2 for 15 mu or 1 ha"),
        ("1 ha", "15 亩"),
        ("48 万平方米", "480,000 m²"),
        ("110 kV", "110千伏变电站"),
        ("106.5", "106.5%"),
        ("地价", "the land price is low"),
        ("land prices", "工业用地地价"),
        ("贴片电容", "片式多层陶瓷电容器"),
        ("the price of land", "land, price"),
        ('"industrial land"', "Industrial land price"),
        ("TCL电子", "电子厂 TCL"),
        ("mlcc-passive-components", "mlcc passive components"),
    ],
)
def test_contains(modules: Page, typed: str, text: str) -> None:
    """One thing, whatever its spelling, script, form or unit."""
    assert matches(modules, typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("锂电", "电锂"),
        ("15亩", "115亩"),
        ("15亩", "15.5亩"),
        ("106.5", "1106.5"),
        ("106.5", "106.55"),
        ("12 billion", "CNY 1.12 billion"),
        ("736亿", "1736亿"),
        ("rent", "current"),
        ("tax", "syntax"),
        ("land", "England"),
        ('"industrial land"', "industrial and land"),
        ('"industrial lands"', "industrial land"),
        ("电容器厂", "电容器"),
        ("capacitor beer", "capacitor"),
        ("news", "new"),
    ],
)
def test_does_not_contain(modules: Page, typed: str, text: str) -> None:
    """Nothing that only looks like it."""
    assert not matches(modules, typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [("电子厂房", "电子信息，标准厂房"), ("workpermit", "work permit"), ("coldchain", "cold chains")],
)
def test_words_are_split_as_a_last_resort(modules: Page, typed: str, text: str) -> None:
    """Only where nothing contains the whole; each piece is there."""
    assert not matches(modules, typed, text)
    assert matches(modules, typed, text, split=True)
    assert not matches(modules, typed, text[:4], split=True)


def test_one_edit_is_near(modules: Page) -> None:
    """A letter more, less or other, or two exchanged; not two edits."""
    words = ["capaciter", "capacitr", "capaciitor", "cpaacitor", "capicator", "capacitor"]
    near: Any = modules.evaluate(
        """async (words) => {
          const { isNear } = await import('/lib/search/nearness.js');
          return words.map((word) => isNear('capacitor', word));
        }""",
        words,
    )
    assert near == [True, True, True, True, False, False]


def test_highlights_lie_on_the_text_as_written(modules: Page) -> None:
    """Spaces, hyphens, commas and wide letters do not shift them."""
    ranges: Any = modules.evaluate(
        """async () => {
          const { parseQuery } = await import('/lib/search/query.js');
          const { Lexicon } = await import('/lib/search/lexicon.js');
          const { termRanges } = await import('/lib/highlight.js');
          const texts = [
            ['580亩', '共 580 亩净地'],
            ['start up', 'A start-up firm'],
            ['1000亩', '约 1,000 亩'],
            ['mlcc', 'ＭＬＣＣ厂'],
          ];
          const lexicon = new Lexicon({});
          return texts.map(([typed, text]) => {
            const ranges = termRanges(text, parseQuery(typed, lexicon).units);
            return ranges.map(([from, to]) => text.slice(from, to)).join('|');
          });
        }"""
    )
    assert ranges == ["580 亩", "start|up", "1,000 亩", "ＭＬＣＣ"]
