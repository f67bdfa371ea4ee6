"""Writes the figures as tables: one for each size, and how this product's cost grows."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from bench.peers.figures import Result, middle
from bench.peers.measure import Measure
from bench.peers.registry import TOOLS
from bench.tables import headed, line

BUILDS = ("clean build, s", "one record changed, s")
COLUMNS = (
    "",
    *(name for build in BUILDS for name in (build, "×", "processor, s")),
    "memory, MB",
    "output, MB",
    "files",
)
GROWTH = (
    "projects",
    "clean build, s",
    "per 1 000 projects, s",
    "one record changed, s",
    "memory, MB",
    "pages",
    "output, MB",
)
STALE = "†"
OLD = (
    "Lists still told the old figure: these tools do not make lists from records, so whoever gives them the records "
    "would have to write the lists anew."
)
HEAD = Path(__file__).with_name("head.md")


def report(results: Sequence[Result], machine: str) -> str:
    """Write everything."""
    sizes = sorted({result.size for result in results})
    parts = [_about(results, machine)]
    for size in sizes:
        shown = [result for result in results if result.size == size]
        parts.append("\n".join([f"## {grouped(size)} projects", "", *table(shown)]))
    parts += ["\n".join(_growth(results)), "\n".join(_notes(results))]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(results: Sequence[Result]) -> Iterator[str]:
    """Compare the tools at one size; each ratio is to this product."""
    product = next((result for result in results if result.tool == "portal" and not result.failed), None)
    yield from headed(COLUMNS)
    order = {name: place for place, name in enumerate(TOOLS)}
    for result in sorted(results, key=lambda result: order[result.tool]):
        if result.failed:
            yield line([TOOLS[result.tool].title, "did not make it", *["–"] * (len(COLUMNS) - 2)])
            continue
        cells = [TOOLS[result.tool].title]
        for build in ("clean", "change"):
            measures: list[Measure] = getattr(result, build)
            mark = STALE if build == "change" and result.stale else ""
            cells += [f"{spread(measures)}{mark}", ratio(middle(measures), product.seconds(build) if product else None)]
            cells.append(seconds(median(measure.processor for measure in measures)) if measures else "–")
        output = result.output
        cells += [
            f"{result.memory:.0f}",
            f"{output.megabytes:.1f}" if output else "",
            grouped(output.files) if output else "",
        ]
        yield line(cells)


def spread(measures: Sequence[Measure]) -> str:
    """Write the median of several runs, and the fastest and slowest where there were more than one."""
    if not measures:
        return "–"
    times = sorted(measure.seconds for measure in measures)
    middle_ = seconds(median(times))
    return middle_ if len(times) == 1 else f"{middle_} ({seconds(times[0])}–{seconds(times[-1])})"


def seconds(value: float) -> str:
    """Write seconds to what matters of them."""
    return f"{value:.2f}" if value < 10 else f"{value:.0f}" if value >= 100 else f"{value:.1f}"  # noqa: PLR2004 - digits that matter


def ratio(value: float | None, base: float | None) -> str:
    """Return how many times as long as this product a tool took: below 1 it was faster."""
    if value is None or not base:
        return "–"
    times = value / base
    return f"{times:.2f}" if times < 10 else f"{times:.0f}"  # noqa: PLR2004 - as above


def grouped(number: int) -> str:
    """Write a whole number with its thousands apart."""
    return f"{number:,}".replace(",", " ")


def _growth(results: Sequence[Result]) -> Iterator[str]:
    shown = [result for result in results if result.tool == "portal" and not result.failed]
    if len(shown) > 1:
        yield from ("## How this product's cost grows", "")
        yield from headed(GROWTH)
        for result in shown:
            clean, output = result.seconds("clean"), result.output
            each = seconds(clean / result.size * 1000) if clean else "–"
            size_cells = (grouped(output.pages), f"{output.megabytes:.1f}") if output else ("–", "–")
            cells = (
                grouped(result.size),
                spread(result.clean),
                each,
                spread(result.change),
                f"{result.memory:.0f}",
                *size_cells,
            )
            yield line(cells)


def _about(results: Sequence[Result], machine: str) -> str:
    days = sorted({result.on for result in results})
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    shares = sorted(measure.others for result in results for measure in (*result.clean, *result.change))
    shares = shares or [0.0]
    content = {"when": when, "machine": machine, "usual": f"{median(shares):.0%}", "most": f"{shares[-1]:.0%}"}
    return HEAD.read_text("utf-8").format(**content).rstrip()


def _notes(results: Sequence[Result]) -> Iterator[str]:
    yield from ("## Tools", "")
    if any(result.stale for result in results):
        yield f"{STALE} {OLD}"
        yield ""
    versions = {result.tool: result.version for result in results}
    for name, tool in TOOLS.items():
        if name in versions:
            note = f": {tool.note}" if tool.note else ""
            yield f"- {tool.title} ({versions[name]}){note}"
