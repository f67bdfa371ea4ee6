"""Time zones: any name of the IANA database."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated
from zoneinfo import available_timezones

from investment_portal import cldr, clock
from investment_portal.languages import Sentence
from investment_portal.models.quantities.quantity import Form, refusal
from investment_portal.problems import did_you_mean, nearest, quoted, suggested

CITIES = {
    **dict.fromkeys(("beijing", "guangzhou", "shenzhen", "北京", "广州", "深圳", "中国"), "Asia/Shanghai"),
    **dict.fromkeys(("frankfurt", "munich", "hamburg", "法兰克福", "慕尼黑", "汉堡"), "Europe/Berlin"),
    **dict.fromkeys(("osaka", "大阪", "japan", "日本"), "Asia/Tokyo"),
    **dict.fromkeys(("mumbai", "delhi", "孟买", "新德里"), "Asia/Kolkata"),
    **dict.fromkeys(("washington", "boston", "华盛顿", "波士顿"), "America/New_York"),
    **dict.fromkeys(("san francisco", "seattle", "旧金山", "西雅图"), "America/Los_Angeles"),
    "geneva": "Europe/Zurich",
    "日内瓦": "Europe/Zurich",
    "abu dhabi": "Asia/Dubai",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong",
    "gmt": "Europe/London",
    "bst": "Europe/London",
    "cet": "Europe/Berlin",
    "cest": "Europe/Berlin",
    "est": "America/New_York",
    "edt": "America/New_York",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "ist": "Asia/Kolkata",
}
"""Cities and abbreviations that people write for a zone although none bears their name."""


class ZoneForm(Form):
    """Demands the name of a time zone of the IANA database."""

    def check(self, value: object) -> str:
        """Refuse a text that is no such name, and propose the nearest one."""
        if isinstance(value, str) and clock.zone(value):
            return value
        if not isinstance(value, str):
            return super().check(value)
        zh, en = f"没有名为“{quoted(value)}”的时区。", f"There is no time zone “{quoted(value)}”."
        raise refusal("bad-form", zh, en, _suggestion(value))


OFFSET = re.compile(r"(?:GMT|UTC|Z)?\s*(?P<sign>[+\-−－＋])\s*0?(?P<hours>[0-9]{1,2})(?::?00)?", re.IGNORECASE)
EAST_EIGHT = ("东八区", "东8区", "北京时间", "china standard time", "cst")
"""Other names of the time of China."""


def _of_offset(typed: str) -> str:
    """Return the zone of an offset from UTC; names of the database have the sign the other way round."""
    match = OFFSET.fullmatch(typed.strip())
    if typed.strip().lower() in EAST_EIGHT or (match and match["sign"] in "+＋" and match["hours"] == "8"):
        return "Asia/Shanghai"
    return f"Etc/GMT{'-' if match['sign'] in '+＋' else '+'}{match['hours']}" if match else ""


def _suggestion(typed: str) -> Sentence:
    """Guess the zone that was meant: that of a city, else one of nearly the same name."""
    offset = _of_offset(typed)
    if offset and clock.zone(offset):
        return suggested(offset)
    zones = {name.lower(): name for name in available_timezones() if clock.zone(name)}
    city = typed.rpartition("/")[2].replace("_", " ").lower().removesuffix("时间").removesuffix(" time").strip()
    by_city = {name.rpartition("/")[2].replace("_", " "): zones[name] for name in sorted(zones)}
    zone = zones.get(typed.lower()) or CITIES.get(city) or by_city.get(city) or _of_chinese_name(city, zones.values())
    if not zone and "/" not in typed and (similar := nearest(city, by_city)):
        zone = by_city[similar]
    if zone:
        return suggested(zone)
    return did_you_mean(typed, zones.values())


def _of_chinese_name(city: str, zones: Iterable[str]) -> str:
    if city.isascii():
        return ""
    return next((zone for zone in sorted(zones) if city in cldr.zone_name(zone, "zh")), "")


ZONE = ZoneForm(
    clock.NAME, "IANA 时区名，例如“Asia/Shanghai”", "the name of a time zone in the IANA database, as “Asia/Shanghai”"
)
Zone = Annotated[str, ZONE]


def skips(wall: datetime) -> bool:
    """Return whether the clocks of the zone of a time jump over it, as they do where summer time begins."""
    there_and_back = datetime.fromtimestamp(wall.timestamp(), wall.tzinfo)
    return there_and_back.replace(tzinfo=None, fold=0) != wall.replace(tzinfo=None, fold=0)


def repeats(wall: datetime) -> bool:
    """Return whether the clocks of the zone of a time show it twice, as they do where summer time ends."""
    return not skips(wall) and wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()
