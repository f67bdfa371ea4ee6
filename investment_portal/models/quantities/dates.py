"""Dates as staff write them: ``2020-03-18``, and where only that is known ``2019-11`` or ``2019``."""

import re
from datetime import date, timedelta

from investment_portal.languages import Sentence
from investment_portal.models.quantities.quantity import ParsedValue, ValueRefusedError, refusal, set_once
from investment_portal.problems import got

EARLIEST, LATEST = 1000, 2200
"""Years that a record can speak of: arithmetic with dates must not leave the calendar."""

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
SWAPPED = Sentence("核对两个日期，是不是写反了？", "Check both dates: do they stand the wrong way round?")
CHECK_YEAR = Sentence("核对年份。", "Check the year.")
NO_SUCH_DAY = Sentence("应为日历上确有的日期", "Must be a day that the calendar has")


def parse_day(value: object) -> date:
    """Read an ISO date; a day that the calendar does not have is refused."""
    if isinstance(value, date):
        return value
    match = DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        from investment_portal.models.quantities.date_hints import date_hint  # noqa: PLC0415 - for what is refused alone

        typed = got(value)
        zh, en = f"日期应写成“2020-03-18”；{typed.zh}。", f"A date must be written like “2020-03-18”; {typed.en}."
        raise refusal("bad-date", zh, en, date_hint(value, day=True))
    day = _date(*(int(part) for part in match.groups()))
    if day is None:
        raise _no_such_day(value, *(int(part) for part in match.groups()[:2]))
    return day


def _date(year: int, month: int = 1, day: int = 1) -> date | None:
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def _no_such_day(value: object, year: int, month: int = 1) -> ValueRefusedError:
    from investment_portal.models.quantities.date_hints import calendar_hint  # noqa: PLC0415 - for what is refused alone

    typed = got(value)
    hint = calendar_hint(year, month) if EARLIEST <= year <= LATEST else CHECK_YEAR
    return refusal("bad-date", f"{NO_SUCH_DAY.zh}；{typed.zh}。", f"{NO_SUCH_DAY.en}; {typed.en}.", hint)


def check_year(day: date) -> date:
    """Return a day of a year that a record can speak of."""
    if not EARLIEST <= day.year <= LATEST:
        raise _no_such_day(day, day.year)
    return day


Day = date
"""A calendar day."""


class PartialDate(ParsedValue):
    """A day, a month, a quarter or a year: as exact as is known."""

    __slots__ = ("year", "month", "day", "quarter")  # noqa: RUF023 - as __init__ takes them

    year: int
    month: int | None
    day: int | None
    quarter: int | None

    def __init__(self, year: int, month: int | None = None, day: int | None = None, quarter: int | None = None) -> None:
        """Hold what is known."""
        set_once(self, "year", year)
        set_once(self, "month", month)
        set_once(self, "day", day)
        set_once(self, "quarter", quarter)

    @property
    def first(self) -> date:
        """The first day that it can mean."""
        month = self.month or (self.quarter * 3 - 2 if self.quarter else 1)
        return date(self.year, month, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can mean."""
        if self.day:
            return self.first
        month = self.month or (self.quarter or 4) * 3
        return date(self.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)

    def __lt__(self, other: "PartialDate") -> bool:
        """Sort by the first day that each can mean; of two that begin together, the more exact comes first."""
        return self._span < other._span

    def __le__(self, other: "PartialDate") -> bool:
        """Sort the same way."""
        return self._span <= other._span

    def __gt__(self, other: "PartialDate") -> bool:
        """Sort the same way."""
        return self._span > other._span

    def __ge__(self, other: "PartialDate") -> bool:
        """Sort the same way."""
        return self._span >= other._span

    @property
    def _span(self) -> tuple[date, date]:
        return self.first, self.last

    def __str__(self) -> str:
        """Write it back as it is typed: as ISO, and a quarter as ``2027-Q2``."""
        if self.quarter:
            return f"{self.year:04}-Q{self.quarter}"
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @classmethod
    def parse(cls, value: object) -> "PartialDate":
        """Read ``2020``, ``2020-Q1``, ``2020-03`` or ``2020-03-18``."""
        text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
        quarter = QUARTER.fullmatch(text)
        if quarter and EARLIEST <= int(quarter[1]) <= LATEST:
            return cls(int(quarter[1]), quarter=int(quarter[2]))
        match = PARTIAL.fullmatch(text)
        if match is None:
            if isinstance(value, cls):
                return value
            from investment_portal.models.quantities.date_hints import date_hint  # noqa: PLC0415 - for what is refused alone

            typed = got(value)
            zh = f"日期应写成“2020-03-18”“2020-03”“2020-Q1”或“2020”；{typed.zh}。"
            en = f"A date must be written like “2020-03-18”, “2020-03”, “2020-Q1” or “2020”; {typed.en}."
            raise refusal("bad-date", zh, en, date_hint(value, day=False))
        parts = [int(part) for part in match.groups() if part]
        if _date(*parts) is None:
            raise _no_such_day(value, *parts[:2])
        return cls(*parts)
