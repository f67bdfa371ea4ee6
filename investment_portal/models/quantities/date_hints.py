"""Hints for dates that are written otherwise: the date that was meant, or what to do where there is none."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from investment_portal.characters import HALF_WIDTH, without_invisible
from investment_portal.languages import NOTHING, Sentence
from investment_portal.problems import suggested

EXCEL_BEGIN, EXCEL_DAYS = date(1899, 12, 30), range(20_000, 80_000)
"""Day 0 of Excel, and the days from 1954 to 2119 in its count."""

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_TIME = r"(?:[T ]+[0-9]{1,2}:[0-9]{2}.*)?"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>[0-9]{{4}})\s*[-./年]\s*(?P<month>[0-9]{{1,2}})\s*(?:[-./月]\s*(?P<day>[0-9]{{1,2}})\s*[日号]?|月)?{_TIME}",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        r"(?P<year>[0-9]{4})\s*年?",
        r"(?P<day>[0-9]{1,2})\.\s*(?P<month>[0-9]{1,2})\.\s*(?P<year>[0-9]{4})",
        r"(?P<day>1[3-9]|2[0-9]|3[01])[-/](?P<month>0?[1-9]|1[0-2])[-/](?P<year>[0-9]{4})",
        r"(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|1[0-9]|2[0-9]|3[01])/(?P<year>[0-9]{4})",
        r"(?P<short>[0-9]{2})[-./](?P<month>[0-9]{1,2})[-./](?P<day>[0-9]{1,2})",
        rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\.?\s+)?{_MONTH},?\s+(?P<year>[0-9]{{4}})",
        rf"{_MONTH}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{{4}})",
    )
)
"""How dates are often typed instead."""

_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE = re.compile(r"[〇○零一二三四五六七八九]{4}年")
_DASHES = re.compile("[‐‑‒–—―−－]")
_ABOUT = re.compile(
    r"^(?:约|大约|预计|拟于|about|around|approx\.?|ca\.?)\s*|\s*(?:左右|前后|以前|之前|前|起|止|底|初)$", re.IGNORECASE
)
_RANGE = re.compile(r"(.+?)\s*(?:至|到|~|～|—|–|\bto\b|\buntil\b| - )\s*(.+)")
_AMBIGUOUS = re.compile(r"(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/([0-9]{4})")
_PART_OF_YEAR = re.compile(
    r"(?P<year>[0-9]{4})\s*年?\s*(?:(?P<half>[上下]半年|H[12])|第?(?P<quarter>[一二三四1-4]季度|Q[1-4])|(?P<end>年底|年末|年初|底|末|初))|(?P<q>Q[1-4])\s*(?P<y>[0-9]{4})",
    re.IGNORECASE,
)
_END = re.compile(r"^(?:by )?(?:the )?(?:end of|late) ([0-9]{4})$", re.IGNORECASE)
_BEGINNING = re.compile(r"^(?:the )?(?:beginning of|early) ([0-9]{4})$", re.IGNORECASE)
_YEARLY = re.compile(r"^每年|every year|annually|each year", re.IGNORECASE)
_SEASON = re.compile(
    r"[0-9]{4}(?=\s*年?\s*(?:[春夏秋冬]|spring|summer|autumn|fall|winter))"
    r"|(?<=spring |summer |autumn |winter )[0-9]{4}|(?<=fall )[0-9]{4}",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})月(?:[0-9]{1,2}[日号]?|[初中底])?")

NEVER = frozenset(
    [
        "长期",
        "长期有效",
        "永久",
        "永久有效",
        "无限期",
        "不限",
        "常年",
        "持续",
        "open-ended",
        "open",
        "ended",
        "openended",
        "permanent",
        "ongoing",
        "indefinite",
        "never",
    ]
)
UNKNOWN = frozenset(
    [
        "待定",
        "未定",
        "暂定",
        "待确定",
        "另行通知",
        "未知",
        "不详",
        "暂无",
        "无",
        "没有",
        "tbd",
        "tba",
        "n/a",
        "na",
        "none",
        "unknown",
        "-",
        "--",
        "—",
        "/",
        "?",
        "无限",
        "空",
    ]
)
TODAY = frozenset(["今天", "今日", "昨天", "明天", "现在", "即日", "即日起", "today", "now", "yesterday", "tomorrow"])

LEAVE_OUT_OPEN = Sentence("没有期限就删去这一行。", "Where there is no end, leave the line out.")
LEAVE_OUT_UNKNOWN = Sentence(
    "还不知道就删去这一行；必填的日期要查清再写。",
    "Leave the line out as long as nobody knows; find out a date that is required.",
)
WHAT_IS_KNOWN = Sentence(
    "还不知道就删去这一行；必填的只写已知的部分：月份“2027-05”、季度“2027-Q2”或年份“2027”。",
    "Leave the line out as long as nobody knows; where it is required, write what is known: a month, “2027-05”, "
    "a quarter, “2027-Q2”, or a year, “2027”.",
)
USED_UP = ("用完", "用尽", "完为止", "额满", "used up", "exhausted", "funds last")
"""Parts of texts that say until the money of a policy is used up."""
BUDGET = Sentence(
    "没有截止日期就删去这一行；额度用完为止的写 budget: {total: 总额, left: 剩余, as_of: 日期}，"
    "用完后写 exhausted_on。",
    "Leave the line out; until the money is used up is written as budget: {total: SUM, left: SUM, as_of: DAY}, and"
    " then exhausted_on.",
)
A_DAY = Sentence("写出具体的年月日。", "Write out the day, the month and the year.")
WORDS = ((NEVER, LEAVE_OUT_OPEN), (UNKNOWN, LEAVE_OUT_UNKNOWN), (TODAY, A_DAY))
"""Words instead of a date, each with its hint."""
ADD_YEAR = Sentence("补上年份。", "Add the year.")
ONE_DAY = Sentence("这里要写到日，例如“{0}-15”。", "Write the day too, as in “{0}-15”.")


YEARLY = Sentence(
    "每年一期的，写最近一期的日期，再加一行 every: year。",
    "For a window of each year, write the dates of the next one and add every: year.",
)


def date_hint(value: object, *, day: bool) -> Sentence:
    """Return the hint for a value that is no date; with ``day`` month and year alone do not do."""
    if isinstance(value, bool) or value is None:
        return NOTHING
    text = without_invisible(str(value)).translate(HALF_WIDTH).strip(" \u00a0“”\"'")
    word = text.lower()
    for words, hint in WORDS:
        if word in words:
            return hint if day or hint is not LEAVE_OUT_UNKNOWN else WHAT_IS_KNOWN
    if any(part in word for part in USED_UP):
        return BUDGET
    if re.fullmatch("[0-9]{5}", text) and int(text) in EXCEL_DAYS:
        intended = EXCEL_BEGIN + timedelta(days=int(text))
        return Sentence(
            f"像是 Excel 的日期序号：是不是“{intended}”？",
            f"This looks like Excel's number for a day: did you mean “{intended}”?",
        )
    if _YEARLY.search(text):
        return YEARLY
    return ADD_YEAR if _NO_YEAR.fullmatch(text) else _of_other_forms(text, day=day)


def _of_other_forms(text: str, *, day: bool) -> Sentence:
    both = _AMBIGUOUS.fullmatch(text)
    if both and int(both[1]) != int(both[2]):
        first, other = (f"{both[3]}-{int(both[place]):02}-{int(both[3 - place]):02}" for place in (1, 2))
        return Sentence(f"是“{first}”还是“{other}”？", f"Is it “{first}” or “{other}”?")
    part = _PART_OF_YEAR.fullmatch(_END.sub(r"\1年底", _BEGINNING.sub(r"\1年初", text)))
    if part:
        return _part_of_year(part, day=day)
    intended = _corrected(text)
    if intended:
        return _proposal(intended, day=day)
    two = _RANGE.fullmatch(text)
    begin, end = (_corrected(two[1]), _corrected(two[2])) if two else (None, None)
    if begin and end:
        return Sentence(f"这里只写一个日期：“{begin}”或“{end}”。", f"Only one date stands here: “{begin}” or “{end}”.")
    season = _SEASON.search(text)
    return _of_season(season[0]) if season and not day else NOTHING


def _of_season(year: str) -> Sentence:
    """Return how to write a season: as a quarter, or as its year."""
    return Sentence(
        f"季节写成季度或年份，例如“{year}-Q2”或“{year}”。",
        f"Write a season as a quarter or a year, as “{year}-Q2” or “{year}”.",
    )


def _proposal(intended: str, *, day: bool) -> Sentence:
    if day and len(intended) < len("2020-03-18"):
        month = intended if len(intended) > len("2020") else f"{intended}-03"
        return Sentence(ONE_DAY.zh.format(month), ONE_DAY.en.format(month))
    return suggested(intended)


def _part_of_year(part: re.Match[str], *, day: bool) -> Sentence:
    year = part["year"] or part["y"]
    last = _LAST_DAYS[_part(part)]
    if not day and (part["quarter"] or part["q"]):
        return _proposal(f"{year}-Q{_part(part)}", day=False)
    if not day:
        return Sentence(f"写成“{year}”或“{year}-{last[:2]}”。", f"Write “{year}” or “{year}-{last[:2]}”.")
    return Sentence(f"这里要写到日，例如“{year}-{last}”。", f"Write a day, as in “{year}-{last}”.")


def _part(part: re.Match[str]) -> str:
    """Return a quarter of a year by its number; of a half the later one."""
    half, quarter, end = part["half"], part["quarter"] or part["q"], part["end"]
    if half:
        return "2" if half[0] == "上" or half.endswith("1") else "4"
    if quarter:
        return quarter.upper().removeprefix("Q")[0].translate(_NUMERALS)
    return "0" if end.endswith("初") else "4"


_LAST_DAYS = {"0": "01-01", "1": "03-31", "2": "06-30", "3": "09-30", "4": "12-31"}
"""The last day of each quarter; the first day of a year."""


def _corrected(text: str) -> str | None:
    """Return the date that a text means, in the way in which dates are written here."""
    for spelling in _spellings(text):
        for form in FORMS:
            match = form.fullmatch(spelling)
            parts = _parts(match) if match else None
            if parts and is_date(*parts):
                return "-".join(f"{part:02}" for part in parts)
    return None


def _spellings(text: str) -> Iterator[str]:
    text = _DASHES.sub("-", text)
    yield text
    if _CHINESE.match(text):
        yield _chinese_digits(text)
    plain = _ABOUT.sub("", text).strip()
    if plain != text:
        yield plain


def _chinese_digits(text: str) -> str:
    """Return a date in Chinese numerals with digits: 二〇二六年十月二十一日."""

    def tens(match: re.Match[str]) -> str:
        first, last = match[1], match[2]
        return f"{first or '一'}{last or '〇'}"

    return re.sub(r"([二三]?)十([一二三四五六七八九]?)", tens, text).translate(_NUMERALS)


def _parts(match: re.Match[str]) -> list[int]:
    groups = match.groupdict()
    year = groups.get("year") or f"20{groups['short']}"
    month = str(MONTHS.index(groups["name"][:3].lower()) + 1) if groups.get("name") else groups.get("month")
    return [int(part) for part in (year, month, groups.get("day")) if part]


def is_date(year: int, month: int = 1, day: int = 1) -> bool:
    """Return whether the calendar has a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def calendar_hint(year: int, month: int = 1) -> Sentence:
    """Return the hint for a date that no calendar has."""
    if not 1 <= month <= len(MONTHS):
        return Sentence("月份是 01 到 12。", "Months go from 01 to 12.")
    days = monthrange(year, month)[1]
    return Sentence(f"{year} 年 {month} 月只有 {days} 天。", f"{year}-{month:02} has {days} days.")
