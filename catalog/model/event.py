"""Events: conferences, signings, visits, campaigns."""

from typing import Annotated

from pydantic import StrictBool, model_validator

from catalog.model.base import Model, field
from catalog.model.claim import Count
from catalog.model.lists import EventKind
from catalog.model.media import Url
from catalog.model.record import Record
from catalog.model.reference import ContactRef, ProjectRef, SectorRef
from catalog.model.result import Figure
from catalog.model.text import Prose, Text
from catalog.quantities import Money
from catalog.quantities.dates import PartialDate
from catalog.quantities.form import Form
from catalog.quantities.refusal import refusal

TIME = Form(
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", "24 小时制的时间，例如“09:30”", "a time of the 24-hour clock, as “09:30”"
)


class Announced(Model):
    """The totals that were announced; where projects are linked, they must add up to these."""

    projects: Count | None = field("项目数", "Projects", default=None)
    investment: Money | None = field("总投资", "Total investment", default=None)


class AgendaItem(Model):
    """One point of the agenda."""

    time: Annotated[str, TIME] | None = field("时间", "Time", default=None)
    title: Text = field("议程", "Item")


class Event(Record):
    """An event; the totals on its page are computed from its projects."""

    name: Text = field("活动名称", "Event")
    kind: EventKind = field("类型", "Kind")
    on: PartialDate = field("日期", "Date")
    until: PartialDate | None = field("至", "Until", default=None)
    online: StrictBool = field("线上", "Online", default=False)
    place: Text | None = field("地点", "Place", default=None)
    summary: Text = field("活动简介", "In brief")
    description: Prose | None = field("活动情况", "What happened", default=None)
    sectors: list[SectorRef] = field("产业", "Sectors", default=[])
    agenda: list[AgendaItem] = field("议程", "Agenda", default=[])
    projects: list[ProjectRef] = field("推介项目", "Projects", default=[])
    announced: Announced | None = field("公布的总数", "Announced totals", default=None)
    figures: list[Figure] = field("成果", "Outcome", default=[])
    join: Text | None = field("参加方式", "How to join", default=None)
    replay: Url | None = field("回放", "Replay", default=None)
    contact: ContactRef | None = field("联系窗口", "Contact", default=None)

    @model_validator(mode="after")
    def _forward(self) -> "Event":
        """Refuse an end before the beginning."""
        if self.until and self.until.last < self.on.first:
            zh, en = (
                f"结束日期 {self.until} 不得早于开始日期 {self.on}。",
                f"The end {self.until} is before the beginning {self.on}.",
            )
            raise refusal("bad-date", zh, en, key="until")
        return self
