"""Waterfalls: how a total is made up, each part beginning where the one before it ends, the total last."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from investment_portal.components.charts.scale import captioned, money_unit, percent_of, stacked
from investment_portal.components.context import Context
from investment_portal.components.parts import Part
from investment_portal.domain.summary import ProjectSummary
from investment_portal.domain.totals import Total, total
from investment_portal.formatting.numbers import qualified
from investment_portal.models.quantities.currencies import CNY
from investment_portal.value import Value


class WaterfallBar(Value):
    """One part of the total: where it starts and how long it is, in per cent of the room."""

    label: str
    value: str
    start: Decimal
    width: Decimal
    note: str = ""

    @property
    def end(self) -> Decimal:
        """Where the next part begins."""
        return self.start + self.width


class Waterfall(Part):
    """A waterfall whose table is the chart itself."""

    component = "waterfall"
    caption: str
    bars: Sequence[WaterfallBar]
    total: WaterfallBar


def by_sector(context: Context, name: str, projects: Iterable[ProjectSummary]) -> list[Part]:
    """Draw what each sector adds to the investment of projects, the most first; one sector alone makes up nothing."""
    chosen, site = list(projects), context.catalog.site
    sums = [
        (sector.name.in_(context.language), total((project for project in chosen if project.sector == sector.id), site))
        for sector in context.catalog.sectors.values()
    ]
    parts = sorted((pair for pair in sums if pair[1].stated), key=lambda sum_: -sum_[1].amount)
    return [_drawn(context, name, parts, total(chosen, site))] if len(parts) > 1 else []


def _drawn(context: Context, name: str, parts: Sequence[tuple[str, Total]], whole: Total) -> Waterfall:
    words = context.words
    amounts = [part.amount for _, part in parts]
    unit = money_unit([*amounts, whole.amount], CNY, context.language)
    drawn = [
        WaterfallBar(
            label,
            qualified(unit.write(amount), part.investment, context.language),
            start,
            width,
            words.count("projects_n", part.stated),
        )
        for (label, part), amount, (start, width) in zip(parts, amounts, stacked(amounts), strict=True)
    ]
    silent = whole.projects - whole.stated
    last = WaterfallBar(
        words["chart_total"],
        qualified(unit.write(whole.amount), whole.investment, context.language),
        Decimal(0),
        percent_of(whole.amount, whole.amount),
        words("chart_unstated", count=silent) if silent else words.count("projects_n", whole.stated),
    )
    return Waterfall(captioned(context, words("chart_waterfall", name=name), unit.name), drawn, last)
