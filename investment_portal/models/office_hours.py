"""Office hours: days of the week and times of the day, as staff write them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.quantities import Days
from investment_portal.models.quantities.dates import Day
from investment_portal.models.quantities.number import Range, Whole
from investment_portal.models.quantities.quantity import Form, Parsed, refusal, stands_for
from investment_portal.problems import got, suggested

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Days of the week by their words; the place of each is its number, as ``date.weekday`` counts."""

DAY_PATTERN = "(?:mon|tue|wed|thu|fri|sat|sun)"
ITEM_PATTERN = f"{DAY_PATTERN}(?:-{DAY_PATTERN})?"
DAYS_PATTERN = rf"{ITEM_PATTERN}(?:, ?{ITEM_PATTERN})*"

CHINESE_DAYS = {
    f"{word}{sign}": WEEKDAYS[number]
    for word in ("星期", "礼拜", "周")
    for sign, number in zip("一二三四五六日天", (*range(7), 6), strict=True)
}
"""Days of the week as they are written in Chinese."""


def parse_weekdays(value: object) -> str:
    """Return days of the week in their shortest form: ``mon-fri``, ``sat``, ``mon,wed-fri``."""
    items = value if isinstance(value, list) else [value]
    texts = [item for item in items if isinstance(item, str) and re.fullmatch(DAYS_PATTERN, item)]
    if texts and len(texts) == len(items):
        return _written({day for text in texts for day in weekday_numbers(text)})
    typed = got(value)
    raise refusal(
        "bad-form",
        f"应为星期，例如“mon-fri”“sat”或“[mon, wed, fri]”；{typed.zh}。",
        f"Must be days of the week, as “mon-fri”, “sat” or “[mon, wed, fri]”; {typed.en}.",
        _suggestion(value),
    )


def _suggestion(value: object) -> Sentence:
    """Guess what was meant by days written in Chinese or in full."""
    text = ",".join(str(item) for item in value) if isinstance(value, list) else str(value)
    for word, day in CHINESE_DAYS.items():
        text = text.replace(word, day)
    text = re.sub(rf"\b({DAY_PATTERN})[a-z]*", r"\1", text.lower())
    text = re.sub(r"\s*(?:至|到|—|–|~|～|\bto\b|-)\s*", "-", text)
    text = re.sub(r"\s*(?:、|，|,|和|及|/|;|；|\band\b)\s*", ",", text).strip()
    text = re.sub(r"^(?:daily|每天|每日|all)$", "mon-sun", text)
    text = re.sub(r"^(?:工作日|weekdays)$", "mon-fri", text)
    text = re.sub(r"^(?:周末|weekends?)$", "sat-sun", text)
    if re.fullmatch(DAYS_PATTERN, text):
        return suggested(text)
    return Sentence(
        f"星期写 {'、'.join(WEEKDAYS)}，连续的用“-”，不连续的用逗号隔开。",
        f"The days are {', '.join(WEEKDAYS)}; join a range by “-” and part others by commas.",
    )


def weekday_numbers(days: str) -> tuple[int, ...]:
    """Return the numbers of days of the week, Monday 0, in order; a range may pass Sunday."""
    numbers: set[int] = set()
    for item in days.replace(" ", "").split(","):
        first, _, last = item.partition("-")
        start = WEEKDAYS.index(first)
        length = (WEEKDAYS.index(last or first) - start) % len(WEEKDAYS)
        numbers |= {(start + step) % len(WEEKDAYS) for step in range(length + 1)}
    return tuple(sorted(numbers))


def day_ranges(days: str) -> list[tuple[int, int]]:
    """Return the first and last number of each run of days of the week."""
    runs: list[list[int]] = []
    for number in weekday_numbers(days):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [(run[0], run[-1]) for run in runs]


def _written(numbers: set[int]) -> str:
    ranges = day_ranges(",".join(WEEKDAYS[number] for number in sorted(numbers)))
    return ",".join(WEEKDAYS[a] if a == b else f"{WEEKDAYS[a]}-{WEEKDAYS[b]}" for a, b in ranges)


if TYPE_CHECKING:
    Weekdays = str
else:

    @stands_for(str)
    class Weekdays(Parsed):
        """Days of the week: one, a range, or a list of both."""

        parse = staticmethod(parse_weekdays)


CLOCK_FORM = Form(
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)",
    "24 小时制的起止时间，例如“09:00-12:00”，跨过零点的写“22:00-06:00”",
    "two times of the 24-hour clock, as “09:00-12:00”, or “22:00-06:00” past midnight",
)
Clock = Annotated[str, CLOCK_FORM]

MEETING_TIMES = Sentence("不写的，按办公时间。", "Left out, the office hours.")

DAY_MINUTES = 24 * 60
WEEK_MINUTES = len(WEEKDAYS) * DAY_MINUTES


class Hours(Model):
    """When the contact answers, in its own time zone."""

    days: Weekdays = field("日期", "Days")
    open: list[Clock] = field("时间", "Hours", least=1)


class MeetingSlots(Model):
    """When the contact meets investors by video, in its own time zone; left out, within its office hours."""

    days: Weekdays = field("星期", "Days", default="mon-fri")
    open: list[Clock] = field("时段", "Times", default=[], note=MEETING_TIMES)
    minutes: Annotated[Whole, Range(least=15, most=240)] = field("每次时长（分钟）", "Length in minutes", default=60)
    ahead: Days = field("可预约到", "Bookable until", default=Days.parse("14 天"))
    off: list[Day] = field("停约日期", "Days off", default=[])


def minutes_of(clock: str) -> tuple[int, int]:
    """Return the beginning of a span and its end in minutes of the day on which it begins: above 1440 past midnight."""
    start, end = (int(part[:2]) * 60 + int(part[3:]) for part in clock.split("-"))
    return start, end if end > start else end + DAY_MINUTES


def week_spans(hours: Hours, clock: str) -> Iterator[tuple[int, int]]:
    """Yield a span on each of its days in minutes of the week; one past Sunday's midnight also as that of Monday."""
    start, end = minutes_of(clock)
    for day in weekday_numbers(hours.days):
        opens, closes = day * DAY_MINUTES + start, day * DAY_MINUTES + end
        yield opens, closes
        if closes > WEEK_MINUTES:
            yield opens - WEEK_MINUTES, closes - WEEK_MINUTES


def always_open(hours: list[Hours]) -> bool:
    """Return whether hours never end: day and night, all the week."""
    spans = sorted(span for part in hours for clock in part.open for span in week_spans(part, clock))
    if not spans or spans[0][0] > 0:
        return False
    reached = 0
    for start, end in spans:
        if start > reached:
            return False
        reached = max(reached, end)
    return reached >= WEEK_MINUTES
