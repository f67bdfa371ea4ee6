"""Events: conferences, signings, visits, campaigns."""

from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from investment_portal import clock
from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.claim import Count
from investment_portal.models.controlled_values import EventKind, EventStatus
from investment_portal.models.media import Url
from investment_portal.models.quantities import MoneyRange
from investment_portal.models.quantities.dates import SWAPPED, Day, PartialDate
from investment_portal.models.quantities.number import Range, Whole
from investment_portal.models.quantities.quantity import Form, ValueRefusedError, refusal
from investment_portal.models.record import Record
from investment_portal.models.reference import ID_PATTERN, ContactRef, EventRef, Id, ProjectRef, SectorRef
from investment_portal.models.result import Figure
from investment_portal.models.text import Prose, Text
from investment_portal.models.time_zone import Zone, skips

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


class NamedEventKind(Model):
    """A kind of events that a portal adds."""

    id: Id = field("编号", "ID")
    name: Text = field("名称", "Name")


EVENT_KIND = Form(
    ID_PATTERN,
    "活动类型："
    + "、".join(f"{kind.value}（{kind.label.zh}）" for kind in EventKind)
    + "，或设置 event_kinds 里的编号",
    "a kind of event: " + ", ".join(kind.value for kind in EventKind) + ", or an id of event_kinds in the settings",
    64,
)


class Event(Record):
    """An event; the totals on its page are computed from its projects."""

    name: Text = field("活动名称", "Event")
    kind: Annotated[str, EVENT_KIND] = field("类型", "Kind")
    status: EventStatus = field("举办情况", "Status", default=EventStatus.SCHEDULED)
    status_on: Day | None = field("变更日期", "Changed on", default=None)
    status_note: Text | None = field("变更说明", "About the change", default=None)
    former_dates: list[PartialDate] = field("原定日期", "Former dates", default=[])
    on: PartialDate = field("日期", "Date")
    until: PartialDate | None = field("至", "Until", default=None)
    starts: Time | None = field("开始时间", "Starts", default=None)
    ends: Time | None = field("结束时间", "Ends", default=None)
    time_zone: Zone = field("时区", "Time zone", default=clock.USUAL)
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
    series: EventRef | None = field("所属系列的首场活动", "First event of its series", default=None)
    revision: Annotated[Whole, Range(least=0)] = field("同日更正次数", "Corrections within a day", default=0)

    def check(self) -> None:
        """Refuse an end before the beginning, and times without a day."""
        if self.until and self.until.last < self.on.first:
            zh = f"结束日期 {self.until} 不得早于开始日期 {self.on}。"
            raise refusal(
                "bad-date", zh, f"The end {self.until} is before the beginning {self.on}.", SWAPPED, key="until"
            )
        if self.starts and self.on.day is None:
            zh = f"写了 starts，on 应精确到日；实际写的是“{self.on}”。"
            raise refusal("bad-date", zh, f"With starts, on must name the day; got “{self.on}”.", key="on")
        if self.ends and self.starts is None:
            zh, en = "写了 ends，也要写 starts。", "With ends, starts must be given too."
            raise refusal("bad-date", zh, en, key="ends")
        if self.starts and self.ends and self.last == self.on.first and self.ends <= self.starts:
            zh = f"结束时间 {self.ends} 应晚于开始时间 {self.starts}。"
            raise refusal("bad-date", zh, f"The end {self.ends} must be after the start {self.starts}.", key="ends")
        if self.on in self.former_dates:
            zh = f"原定日期不应与现在的日期相同；实际都是 {self.on}。没有新日期的，只写 status: postponed。"
            en = f"A former date must differ from the date; both are {self.on}. Without a new date leave it out."
            raise refusal("bad-date", zh, en, key="former_dates")
        if self.series == self.id:
            zh, en = "首场活动自己不写 series。", "The first event of a series does not name itself."
            raise refusal("bad-date", zh, en, key="series")
        for key, moment in (("starts", self.start), ("ends", self.end)):
            if moment and skips(moment):
                raise _skipped(moment, self.time_zone, key)
        if self.register_by and self.register_by > self.last:
            zh = f"报名截止 {self.register_by} 不得晚于活动结束 {self.last}。"
            en = f"Registration ends on {self.register_by}, after the event itself ({self.last})."
            raise refusal("bad-date", zh, en, key="register_by")

    @property
    def start(self) -> datetime | None:
        """The moment at which it starts; nothing where day or hour is not known."""
        return self._moment(self.on, self.starts)

    @property
    def end(self) -> datetime | None:
        """The moment at which it ends; nothing where day or hour is not known."""
        return self._moment(self.until or self.on, self.ends)

    def _moment(self, day: PartialDate, clock_time: str | None) -> datetime | None:
        """Return a time of a day; of an hour that clocks show twice, the first is meant."""
        if clock_time is None or day.day is None:
            return None
        return datetime.combine(day.first, time.fromisoformat(clock_time), ZoneInfo(self.time_zone))

    @property
    def changed_on(self) -> date:
        """The last day on which somebody changed or verified the record, as far as the record says."""
        last = super().changed_on
        return max(last, self.status_on) if self.status_on else last

    @property
    def sequence(self) -> int:
        """The number of the record's version for calendars; corrections within a day count on."""
        return super().sequence + self.revision

    @property
    def is_online(self) -> bool:
        """True if it can be attended, or is only held, online."""
        return self.online or self.status is EventStatus.MOVED_ONLINE

    @property
    def awaits_date(self) -> bool:
        """True if it was postponed and has no new date: ``on`` is then the former one."""
        return self.status is EventStatus.POSTPONED and not self.former_dates

    @property
    def is_cancelled(self) -> bool:
        """True if it does not take place."""
        return self.withdrawn is not None or self.status is EventStatus.CANCELLED

    @property
    def last(self) -> date:
        """The last day on which it can still be under way."""
        return (self.until or self.on).last

    def upcoming(self, day: date) -> bool:
        """Return whether it has not begun on a day."""
        return self.awaits_date or self.on.first > day

    def past(self, day: date) -> bool:
        """Return whether it is over on a day."""
        return not self.awaits_date and self.last < day


def _skipped(moment: datetime, zone: str, key: str) -> ValueRefusedError:
    """Return that clocks skip a time, and the first time after it."""
    day, written = moment.date(), f"{moment:%H:%M}"
    later = datetime.fromtimestamp(moment.timestamp(), moment.tzinfo)
    zh = f"{zone} 在 {day} 没有 {written} 这个时刻：夏令时把时钟拨快，跳过了它。"
    en = f"There is no {written} on {day} in {zone}: clocks go forward and skip it."
    hint = Sentence(f"是不是“{later:%H:%M}”？", f"Did you mean “{later:%H:%M}”?")
    return refusal("bad-date", zh, en, hint, key=key)
