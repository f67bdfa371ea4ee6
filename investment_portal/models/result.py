"""Results of investment promotion, period by period, each figure with its source."""

from investment_portal.models.base import Model, field
from investment_portal.models.claim import AnyFigure
from investment_portal.models.controlled_values import Bound, Channel, Step
from investment_portal.models.quantities.dates import SWAPPED, Day, PartialDate
from investment_portal.models.quantities.quantity import refusal
from investment_portal.models.record import Record
from investment_portal.models.reference import Id, OriginRef, SourceRef
from investment_portal.models.text import Prose, Text, Words


class Unit(Text):
    """The unit of a figure; English has a word of its own for exactly one."""

    one: Words | None = field("英文单数", "English for one", default=None)


class Figure(Model):
    """One figure; pages quote it by its id, so that it is typed once."""

    id: Id = field("编号", "ID")
    label: Text = field("指标", "Figure")
    value: AnyFigure = field("数值", "Value")
    bound: Bound | None = field("约数", "Bound", default=None)
    unit: Unit | None = field("单位", "Unit", default=None)
    channel: Channel = field("渠道", "Channel", default=Channel.OVERALL)
    step: Step | None = field("进展", "Step", default=None)
    regions: list[OriginRef] = field("涉及地区", "Regions", default=[])
    follows: Id | None = field("上一步", "Follows", default=None)
    note: Text | None = field("说明", "Note", default=None)
    source: SourceRef | None = field("来源", "Source", default=None)
    as_of: Day | None = field("数据截至", "As of", default=None)


class Result(Record):
    """The results of one period."""

    name: Text = field("标题", "Title")
    from_: PartialDate = field("起", "From", key="from")
    until: PartialDate = field("止", "Until")
    summary: Text = field("概况", "In brief")
    description: Prose | None = field("说明", "Notes", default=None)
    figures: list[Figure] = field("指标", "Figures", least=1)

    def check(self) -> None:
        """Refuse an end before the beginning."""
        if self.until.last < self.from_.first:
            zh = f"结束日期 {self.until} 不得早于开始日期 {self.from_}。"
            raise refusal(
                "bad-date", zh, f"The end {self.until} is before the beginning {self.from_}.", SWAPPED, key="until"
            )
