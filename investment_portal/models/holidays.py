"""Public holidays: closed days and make-up working days, one list for each country or authority."""

from collections.abc import Iterator
from datetime import date

from investment_portal.models.base import Model, field
from investment_portal.models.quantities.dates import Day
from investment_portal.models.quantities.quantity import refusal
from investment_portal.models.record import Record
from investment_portal.models.text import Text

LONGEST = 31
"""Days of the longest holiday: more is a slip in a month or a year."""


class Holiday(Model):
    """One holiday: its days off, and the days at weekends that are worked instead."""

    name: Text = field("节日", "Holiday")
    from_: Day = field("起", "From", key="from")
    until: Day | None = field("止", "Until", default=None)
    work_on: list[Day] = field("调休上班", "Make-up working days", default=[])

    @property
    def last(self) -> date:
        """The last day off."""
        return self.until or self.from_

    def check(self) -> None:
        """Refuse an end before the beginning, a holiday of months, and a day both off and worked."""
        if self.last < self.from_:
            zh = f"结束日期 {self.until} 不得早于开始日期 {self.from_}。"
            raise refusal("bad-date", zh, f"The end {self.until} is before the beginning {self.from_}.", key="until")
        days = (self.last - self.from_).days + 1
        if days > LONGEST:
            zh, en = (
                f"一个节日最多 {LONGEST} 天；实际写了 {days} 天。",
                f"A holiday has at most {LONGEST} days; got {days}.",
            )
            raise refusal("bad-date", zh, en, key="until")
        for day in self.work_on:
            if self.from_ <= day <= self.last:
                zh, en = f"{day} 既放假又上班。", f"{day} is both a day off and a working day."
                raise refusal("bad-date", zh, en, key="work_on")


class HolidayList(Record):
    """The holidays that contacts keep, for several years."""

    name: Text = field("名称", "List of holidays")
    holidays: list[Holiday] = field("节假日", "Holidays", least=1)

    def years(self) -> Iterator[int]:
        """Yield the years of which the list has a holiday."""
        for holiday in self.holidays:
            yield from (holiday.from_.year, holiday.last.year)
