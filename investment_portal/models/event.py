"""Events: conferences, signings, visits, campaigns."""

from datetime import date
from typing import Annotated

from investment_portal.models.base import Model, field
from investment_portal.models.claim import Count
from investment_portal.models.controlled_values import EventKind, TimeZone
from investment_portal.models.media import Url
from investment_portal.models.quantities import MoneyRange
from investment_portal.models.quantities.dates import Day, PartialDate
from investment_portal.models.quantities.quantity import Form, refusal
from investment_portal.models.record import Record
from investment_portal.models.reference import ContactRef, ProjectRef, SectorRef
from investment_portal.models.result import Figure
from investment_portal.models.text import Prose, Text

TIME = Form(
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", "24 小时制的时间，例如“09:30”", "a time of the 24-hour clock, as “09:30”"
)
Time = Annotated[str, TIME]


class AnnouncedProject(Model):
    """The investment of one project as it was announced at an event, whatever its record says later."""

    project: ProjectRef = field("项目", "Project")
    investment: MoneyRange | None = field("公布的投资", "Investment as announced", default=None)


class Announced(Model):
    """The totals that were announced, and the sum announced for each linked project, which add up to these."""

    projects: Count | None = field("项目数", "Projects", default=None)
    investment: MoneyRange | None = field("总投资", "Total investment", default=None)
    each: list[AnnouncedProject] = field("逐个项目", "Project by project", default=[])


class AgendaItem(Model):
    """One point of the agenda."""

    time: Time | None = field("时间", "Time", default=None)
    title: Text = field("议程", "Item")


class Event(Record):
    """An event; the totals on its page are computed from its projects."""

    name: Text = field("活动名称", "Event")
    kind: EventKind = field("类型", "Kind")
    on: PartialDate = field("日期", "Date")
    until: PartialDate | None = field("至", "Until", default=None)
    starts: Time | None = field("开始时间", "Starts", default=None)
    ends: Time | None = field("结束时间", "Ends", default=None)
    time_zone: TimeZone = field("时区", "Time zone", default=TimeZone.SHANGHAI)
    online: bool = field("线上", "Online", default=False)
    place: Text | None = field("地点", "Place", default=None)
    summary: Text = field("活动简介", "In brief")
    description: Prose | None = field("活动介绍", "About the event", default=None)
    sectors: list[SectorRef] = field("产业", "Sectors", default=[])
    agenda: list[AgendaItem] = field("议程", "Agenda", default=[])
    projects: list[ProjectRef] = field("推介项目", "Projects", default=[])
    announced: Announced | None = field("公布的总数", "Announced totals", default=None)
    figures: list[Figure] = field("成果", "Outcome", default=[])
    join: Text | None = field("参加方式", "How to join", default=None)
    join_link: Url | None = field("报名网址", "Registration page", default=None)
    register_by: Day | None = field("报名截止", "Register by", default=None)
    replay: Url | None = field("回放", "Replay", default=None)
    contact: ContactRef | None = field("联系窗口", "Contact", default=None)

    def check(self) -> None:
        """Refuse an end before the beginning, and times without a day."""
        if self.until and self.until.last < self.on.first:
            zh = f"结束日期 {self.until} 不得早于开始日期 {self.on}。"
            raise refusal("bad-date", zh, f"The end {self.until} is before the beginning {self.on}.", key="until")
        if self.starts and self.on.day is None:
            zh = f"写了 starts，on 应精确到日；实际写的是“{self.on}”。"
            raise refusal("bad-date", zh, f"With starts, on must name the day; got “{self.on}”.", key="on")
        if self.ends and self.starts is None:
            zh, en = "写了 ends，也要写 starts。", "With ends, starts must be given too."
            raise refusal("bad-date", zh, en, key="ends")
        if self.starts and self.ends and self.last == self.on.first and self.ends <= self.starts:
            zh = f"结束时间 {self.ends} 应晚于开始时间 {self.starts}。"
            raise refusal("bad-date", zh, f"The end {self.ends} must be after the start {self.starts}.", key="ends")
        if self.register_by and self.register_by > self.last:
            zh = f"报名截止 {self.register_by} 不得晚于活动结束 {self.last}。"
            en = f"Registration ends on {self.register_by}, after the event itself ({self.last})."
            raise refusal("bad-date", zh, en, key="register_by")

    @property
    def last(self) -> date:
        """The last day on which it can still be under way."""
        return (self.until or self.on).last

    def upcoming(self, day: date) -> bool:
        """Return whether it has not begun on a day."""
        return self.on.first > day

    def past(self, day: date) -> bool:
        """Return whether it is over on a day."""
        return self.last < day
