"""Scripts compute and write the same as pages."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from investment_portal.domain.shards import chunk_of
from investment_portal.formatting import numbers
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.quantities import Area
from investment_portal.models.quantities.money import yuan

SUMS = st.lists(st.decimals(0, 10**13, places=2), min_size=1, max_size=5)
MU = st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sums_of_money(modules: Page, language: Language) -> None:
    """Many sums in one go, since each way to the browser takes a while."""
    cases: list[list[Decimal]] = [[Decimal("99999999.6")], [Decimal(5)], [Decimal("0.1"), Decimal("0.2")]]

    @settings(max_examples=80)
    @given(SUMS)
    def collect(sums: list[Decimal]) -> None:
        cases.append(sums)

    collect()
    got = modules.evaluate(
        """async ([cases, language]) => {
          const { total, formatYuanSum } = await import('/shortlist/decimal.js');
          return cases.map((sums) => formatYuanSum(total(sums), language));
        }""",
        [[[f"{sum_:f}" for sum_ in sums] for sums in cases], language],
    )
    assert got == [numbers.money(yuan(sum(sums, Decimal(0))), language) for sums in cases]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sums_of_land(modules: Page, language: Language) -> None:
    """A mu is no finite number of square metres, and still nothing is lost."""
    cases: list[list[Area]] = [[Area.parse("1 亩")] * 3, [Area.parse("20 公顷"), Area.parse("0.01 亩")]]

    @settings(max_examples=80)
    @given(MU)
    def collect(sums: list[Decimal]) -> None:
        cases.append([Area("", sum_, "亩") for sum_ in sums])

    collect()
    got = modules.evaluate(
        """async ([cases, language]) => {
          const { total, formatLand } = await import('/shortlist/decimal.js');
          return cases.map((sums) => formatLand(total(sums), language));
        }""",
        [[[f"{sum_.thirds:f}" for sum_ in sums] for sums in cases], language],
    )
    sums = [Area("", sum((area.mu for area in areas), Decimal(0)), "亩") for areas in cases]
    assert got == [numbers.area(sum_, language) for sum_ in sums]


def test_order(modules: Page) -> None:
    """By value, however many places are written."""
    got = modules.evaluate(
        """async (pairs) => {
          const { ordered } = await import('/shortlist/decimal.js');
          return pairs.map(([one, other]) => ordered(one, other));
        }""",
        [["10", "9.99"], ["1.50", "1.5"], ["0.1", "0.11"], ["90071992547409931", "90071992547409930"]],
    )
    assert got == [1, 0, -1, 1]


def test_chunks(modules: Page) -> None:
    """Browser and build look for a record in the same file."""
    ids = [f"project-{number}" for number in range(60)] + ["a", "smart-terminal-park"]
    got = modules.evaluate(
        """async (ids) => {
          const { shardOf } = await import('/lib/shards.js');
          return ids.map((id) => shardOf(id, 64));
        }""",
        ids,
    )
    assert got == [chunk_of(id_, 64) for id_ in ids]


def test_no_cell_runs_in_a_spreadsheet(modules: Page) -> None:
    """A text that begins like a formula gets an apostrophe, a number does not; quotes and line breaks stay one cell."""
    cells = [
        "=1+1",
        "+86 830",
        "-2",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        " =2",
        "＝3",
        'a "b", c',
        "two\nlines",
        "12.5 亿元",
        "a=b",
        "",
    ]
    got = modules.evaluate(
        "async (cells) => (await import('/shortlist/csv.js')).csv(cells.map((cell) => [cell]))", cells
    )
    assert got == (
        "\ufeff'=1+1\r\n'+86 830\r\n-2\r\n'-2+3\r\n'@SUM(A1)\r\n\"'\tx\"\r\n' =2\r\n'＝3\r\n"
        '"a ""b"", c"\r\n"two\nlines"\r\n12.5 亿元\r\na=b\r\n\r\n'
    )


def test_ids_of_an_address(modules: Page) -> None:
    """Possible ids are taken once; others are named, short enough to show."""
    got = modules.evaluate(
        """async () => {
          const { readIds } = await import('/shortlist/ids.js');
          const read = readIds('a-1,b，c a-1,<b>,' + 'x'.repeat(100) + ',__proto__,constructor');
          return [read.ids, read.dropped.map((one) => one.length < 30 && one)];
        }"""
    )
    assert got == [["a-1", "b", "c", "constructor"], ["<b>", "x" * 24 + "…", "__proto__"]]
