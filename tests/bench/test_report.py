"""Medians, ratios, tables, and what is kept of earlier runs."""

from pathlib import Path

from bench.peers.__main__ import taking_part
from bench.peers.compare import Output
from bench.peers.figures import Result, joined, middle, read, results_in, write
from bench.peers.measure import Measure
from bench.peers.registry import TOOLS
from bench.peers.report import ratio, report, seconds, spread, table


def took(*times: float) -> list[Measure]:
    """Make measures of so many seconds."""
    return [Measure(time, time / 2, 100 + time, time / 100) for time in times]


def result(tool: str, size: int, *times: float, stale: bool = False) -> Result:
    """Make a tool's results: changes take a tenth."""
    output = Output(2 * size, 2 * size + 9, 3 * size, size / 10)
    clean, change = took(*times), took(*(time / 10 for time in times))
    return Result(tool, size, f"{tool} 1.0", "2026-11-24", clean, change if TOOLS[tool].changes else [], output, stale)


def test_a_median_is_the_middle() -> None:
    """One slow run does not move it."""
    assert middle(took(3, 1, 200)) == 3
    assert middle(took(1, 2)) == 1.5
    assert middle([]) is None
    assert spread(took(3, 1, 200)) == "3.00 (1.00–200)"
    assert spread(took(0.456)) == "0.46"
    assert spread([]) == "–"


def test_digits_are_those_that_matter() -> None:
    """Hundredths of little, whole seconds of much."""
    assert [seconds(value) for value in (0.123, 9.99, 12.34, 123.4)] == ["0.12", "9.99", "12.3", "123"]


def test_a_faster_tool_is_said_to_be_faster() -> None:
    """The ratio is to this product: below 1 the other one wins."""
    assert [ratio(1, 4), ratio(8, 4), ratio(100, 4), ratio(None, 4), ratio(1, None)] == ["0.25", "2.00", "25", "–", "–"]


def test_the_table_tells_all_in_order() -> None:
    """Tools as they are registered; lists that were left old are marked; a floor has no change."""
    results = [
        result("mkdocs", 42, 8, stale=True),
        result("zola", 42, 1, 2, 3),
        result("portal", 42, 4),
        result("floor", 42, 1),
    ]
    lines = list(table(results))[2:]
    assert lines[0].startswith("| **this product** | 4.00 | 1.00 | 2.00 | 0.40 | 1.00 | 0.20 | 104 | 4.2 | 126 |")
    assert "| 1.00 | 0.25 | 0.50 | – | – | – |" in lines[1]
    assert lines[2] == "| Zola | 2.00 (1.00–3.00) | 0.50 | 1.00 | 0.20 (0.10–0.30) | 0.50 | 0.10 | 103 | 4.2 | 126 |"
    assert "| 8.00 | 2.00 | 4.00 | 0.80† | 2.00 | 0.40 |" in lines[3]


def test_the_page_has_every_size_and_the_growth() -> None:
    """Sizes ascend; cost per 1 000 projects shows whether it is in proportion; versions stand below."""
    text = report([result("portal", 42, 4), result("portal", 1000, 20), result("zola", 1000, 3)], "2 processors")
    assert (
        text.index("## 42 projects") < text.index("## 1 000 projects") < text.index("## How this product's cost grows")
    )
    assert "| 1 000 | 20.0 | 20.0 | 2.00 | 120 | 2 009 | 100.0 |" in text
    assert "- Zola (zola 1.0)" in text
    assert "2026-11-24; 2 processors." in text
    assert "took 2% of its" in text
    assert "20% in the worst" in text
    assert "†" not in text


def test_new_figures_replace_those_of_the_same_tool_and_size(tmp_path: Path) -> None:
    """Sizes can be measured one after the other, and are kept exactly."""
    old = [result("portal", 42, 4), result("zola", 42, 1)]
    new = [result("zola", 42, 2, stale=True), result("zola", 1000, 3)]
    together = joined(old, new)
    assert [(measured.size, measured.tool, measured.seconds("clean")) for measured in together] == [
        (42, "portal", 4),
        (42, "zola", 2),
        (1000, "zola", 3),
    ]
    write("a machine", together, tmp_path / "kept.json")
    saved = read(tmp_path / "kept.json")
    assert saved["machine"] == "a machine"
    assert results_in(saved) == together
    assert read(tmp_path / "none.json")["results"] == []


def test_who_takes_part() -> None:
    """Only this product is asked for more than 10 000; its output's copy needs it; what cannot run is left out."""
    everybody = list(TOOLS)
    assert taking_part(100_000, everybody, []) == ["portal", "floor"]
    assert taking_part(42, ["floor", "zola"], []) == ["zola"]
    assert taking_part(42, ["zola", "portal", "floor"], ["zola"]) == ["portal", "floor"]
    assert taking_part(1000, everybody, []) == everybody


def test_a_tool_that_fails_has_no_figures() -> None:
    """It is said, its times are not told, and whoever is measured against it is not divided by them."""
    product = result("portal", 42, 4)
    product.failed = "exit code 1"
    lines = list(table([product, result("zola", 42, 1)]))[2:]
    assert lines[0].startswith("| **this product** | did not make it | – |")
    assert lines[0].count("|") == lines[1].count("|")
    assert lines[1].startswith("| Zola | 1.00 | – |")
