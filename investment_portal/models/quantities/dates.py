"""Dates as staff write them: ``2020-03-18``, and where only that is known ``2019-11`` or ``2019``."""

import re
from datetime import date, timedelta

from investment_portal.characters import usual_spaces
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.quantities.quantity import (
    HALF_WIDTH,
    ParsedValue,
    ValueRefusedError,
    refusal,
    set_once,
)
from investment_portal.problems import got

EARLIEST, LATEST = 1000, 2200
"""Years that a record can speak of: arithmetic with dates must not leave the calendar."""

DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
LOOSE = re.compile(r"([0-9]{4}|[0-9]{2})[-./年 ]\s?([0-9]{1,2})(?:[-./月 ]\s?([0-9]{1,2})(?:日|号)?|月)?(?:[T ].*)?")
PACKED = re.compile(r"((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})")
DAY_FIRST = re.compile(r"([0-9]{1,2})[-./ ](?:([0-9]{1,2})|([A-Za-z]{3,9})\.?,?)[-./ ]([0-9]{4})")
MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (?:([0-9]{1,2})(?:st|nd|rd|th)?,? )?([0-9]{4})")
"""How dates are often typed instead: ``2026/5/12``, ``20260512``, ``12 May 2026``, ``May 12, 2026``."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
CENTURY = 2000

EXCEL_BEGINS, EXCEL_FIRST, EXCEL_LAST = date(1899, 12, 30), 25_569, 73_050
"""Day nought of Excel's numbers for days, and those of 1970 and 2099."""

OPEN = re.compile(
    "长期|永久|无期限|不限|常年|待定|暂无|未定|无|面议|n/?a|tbd|tba|none|never|open|ongoing|permanent"
    "|long[- ]term|-+|/",
    re.IGNORECASE,
)
LEAVE_OUT = Sentence(
    "没有日期或还不知道时，整行删去。", "Where there is no date, or none is known yet, delete this line."
)
WHICH_DAY = Sentence("这里要写到日：“年-月-日”。", "The day is needed too: year-month-day.")
ONLY_REAL = Sentence(
    f"年份在 {EARLIEST} 和 {LATEST} 之间，月份最大 12。", f"Years go from {EARLIEST} to {LATEST}, months to 12."
)

NO_SUCH_DAY = Sentence("应为日历上确有的日期", "Must be a day that the calendar has")


def parse_day(value: object) -> date:
    """Read an ISO date; a day that the calendar does not have is refused."""
    if isinstance(value, date):
        return value
    match = DAY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        typed = got(value)
        zh, en = f"日期应写成“2020-03-18”；{typed.zh}。", f"A date must be written like “2020-03-18”; {typed.en}."
        raise refusal("bad-date", zh, en, _mended(value, day=True))
    found = _date(*(int(part) for part in match.groups()))
    if found is None:
        raise _no_such_day(value)
    return found


def _date(year: int, month: int = 1, day: int = 1) -> date | None:
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def _no_such_day(value: object) -> ValueRefusedError:
    typed = got(value)
    zh, en = f"{NO_SUCH_DAY.zh}；{typed.zh}。", f"{NO_SUCH_DAY.en}; {typed.en}."
    match = DAY.fullmatch(str(value))
    last = _last_day(int(match[1]), int(match[2])) if match else None
    return refusal("bad-date", zh, en, did_you_mean_date(str(last)) if last else ONLY_REAL)


def _last_day(year: int, month: int) -> date | None:
    first = _date(year + month // 12, month % 12 + 1) if 0 < month <= len(MONTHS) else None
    return first - timedelta(days=1) if first else None


def did_you_mean_date(meant: str) -> Sentence:
    """Return a hint with a date."""
    return Sentence(f"是不是“{meant}”？", f"Did you mean “{meant}”?")


def _mended(value: object, *, day: bool) -> Sentence:
    """Guess the date that was meant."""
    if isinstance(value, bool | dict | list) or value is None:
        return NOTHING
    text = usual_spaces(str(value).translate(HALF_WIDTH)).strip()
    if OPEN.fullmatch(text):
        return LEAVE_OUT
    if text.isdecimal() and EXCEL_FIRST <= int(text) <= EXCEL_LAST:
        meant = EXCEL_BEGINS + timedelta(days=int(text))
        zh = f"像是 Excel 的日期序号：是不是“{meant}”？"
        return Sentence(zh, f"Looks like Excel's number for a day: did you mean “{meant}”?")
    parts = _parts_meant(text)
    if parts is None or _date(*parts) is None:
        return NOTHING
    if day and len(parts) < len(("year", "month", "day")):
        return WHICH_DAY
    return did_you_mean_date("-".join(f"{part:02}" for part in parts))


def _parts_meant(text: str) -> list[int] | None:
    """Return year, month and day, as far as a text names them in another form."""
    match = LOOSE.fullmatch(text) or PACKED.fullmatch(text)
    if match:
        year, *others = (int(part) for part in match.groups() if part)
        return [year if year > 99 else CENTURY + year, *others]  # noqa: PLR2004 - two digits of a year
    match = DAY_FIRST.fullmatch(text)
    if match:
        day, month = int(match[1]), int(match[2]) if match[2] else _month(match[3])
        if month > len(MONTHS) >= day:
            day, month = month, day
        return [int(match[4]), month, day]
    match = MONTH_FIRST.fullmatch(text)
    if match:
        return [int(match[3]), _month(match[1]), *([int(match[2])] if match[2] else [])]
    return None


def _month(name: str) -> int:
    """Return the number of a month by its English name; 0, which no month has, for another word."""
    beginning = name[:3].lower()
    return MONTHS.index(beginning) + 1 if beginning in MONTHS else 0


def check_year(day: date) -> date:
    """Return a day of a year that a record can speak of."""
    if not EARLIEST <= day.year <= LATEST:
        raise _no_such_day(day)
    return day


Day = date
"""A calendar day."""


class PartialDate(ParsedValue):
    """A day, a month or a year: as exact as is known."""

    __slots__ = ("year", "month", "day")  # noqa: RUF023 - as __init__ takes them

    year: int
    month: int | None
    day: int | None

    def __init__(self, year: int, month: int | None = None, day: int | None = None) -> None:
        """Hold what is known."""
        set_once(self, "year", year)
        set_once(self, "month", month)
        set_once(self, "day", day)

    @property
    def first(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can mean."""
        if self.day:
            return self.first
        month = self.month or 12
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
        """Write it back as ISO."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @classmethod
    def parse(cls, value: object) -> "PartialDate":
        """Read ``2020``, ``2020-03`` or ``2020-03-18``."""
        text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
        match = PARTIAL.fullmatch(text)
        if match is None:
            if isinstance(value, cls):
                return value
            typed = got(value)
            zh = f"日期应写成“2020-03-18”“2020-03”或“2020”；{typed.zh}。"
            en = f"A date must be written like “2020-03-18”, “2020-03” or “2020”; {typed.en}."
            raise refusal("bad-date", zh, en, _mended(value, day=False))
        parts = [int(part) for part in match.groups() if part]
        if _date(*parts) is None:
            raise _no_such_day(value)
        return cls(*parts)
