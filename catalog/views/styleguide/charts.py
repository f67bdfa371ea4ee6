"""Samples of the charts, drawn from the portal's own results."""

from collections.abc import Iterator

from msgspec.structs import replace

from catalog.model.result import Result
from catalog.quantities.dates import PartialDate
from catalog.views.charts.bars import bars
from catalog.views.charts.chosen import comparable
from catalog.views.charts.funnel import funnel, sequences
from catalog.views.charts.periods import over_periods
from catalog.views.charts.waterfall import by_sector
from catalog.views.context import Context
from catalog.views.parts import Part
from investment_portal.domain.dataset import Dataset


def charts(context: Context, data: Dataset) -> Iterator[tuple[str, list[Part]]]:
    """Give each chart that the portal's figures can fill."""
    name = context.words["column_results"]
    results = list(context.catalog.results.values())
    for result in results[:1]:
        yield "bars", [bars(context, name, comparable(result.figures))]
        yield "funnel", [funnel(context, name, run) for run in sequences(result.figures)]
        yield "line", over_periods(context, [result, _a_year_later(result)])
    yield "waterfall", by_sector(context, name, data.index.projects.values())


def _a_year_later(result: Result) -> Result:
    """Make a second period, so that a line has somewhere to go."""
    moved = {key: PartialDate(getattr(result, key).year + 1) for key in ("from_", "until")}
    return replace(result, **{"id": f"{result.id}-later", **moved})
