"""The places of the world by name, each with those that enclose it."""

from functools import cache
from pathlib import Path

from investment_portal.value import Value

HERE = Path(__file__).parent
CHINA = "CN"


class WorldPlace(Value):
    """A place: its names, the country that it is in (nothing for a continent), and what encloses it, nearest first."""

    zh: str
    """Empty where no Chinese name is known."""
    en: str
    also: tuple[str, ...]
    country: str
    within: tuple["WorldPlace", ...] = ()

    @property
    def abroad(self) -> bool:
        """Return whether the place lies outside the mainland of China."""
        return self.country != CHINA

    @property
    def text(self) -> str:
        """Return all names as the files write them."""
        return f"{self.zh or '-'} {'/'.join((self.en, *self.also))}"


@cache
def world() -> tuple[WorldPlace, ...]:
    """Return all places, larger ones before those within."""
    reader = _PlaceReader()
    reader.regions((HERE / "regions.txt").read_text("utf-8"))
    reader.countries((HERE / "world.txt").read_text("utf-8"))
    return tuple(reader.places)


def _names(text: str) -> tuple[str, str, tuple[str, ...]]:
    zh, _, rest = text.strip().partition(" ")
    en, *also = rest.split("/")
    return "" if zh == "-" else zh, en, tuple(also)


class _PlaceReader:
    """Collects the places of both files."""

    def __init__(self) -> None:
        self.places: list[WorldPlace] = []
        self._continents: dict[str, WorldPlace] = {}
        self._areas: dict[str, WorldPlace] = {}
        self._china = self._add("中国 China/zhongguo/PRC", CHINA)
        self._regions: dict[tuple[str, str], str] = {}
        self._waiting: dict[str, list[str]] = {}

    def _add(self, text: str, country: str, within: tuple[WorldPlace, ...] = ()) -> WorldPlace:
        zh, en, also = _names(text)
        place = WorldPlace(zh, en, also, country, within)
        self.places.append(place)
        return place

    def regions(self, text: str) -> None:
        """Read the regions: those of China at once, the others when their country is known."""
        cities: dict[str, WorldPlace] = {}
        for line in text.splitlines():
            sign, _, rest = line.partition(" ")
            match sign:
                case "*":
                    code, _, names = rest.partition(" ")
                    self._continents[code] = self._add(names, "")
                case "+":
                    area = self._add(rest.partition(" ")[2], CHINA, (self._china,))
                    self._areas[area.zh] = area
                case "=" if rest.startswith(CHINA):
                    self._province(rest[3:], cities)
                case "=":
                    self._waiting.setdefault(rest[:2], []).append(rest[3:])
                case "-":
                    name, _, inner = rest.partition(": ")
                    for each in inner.split(", "):
                        self._add(each, CHINA, (cities[name], *cities[name].within))

    def _province(self, text: str, cities: dict[str, WorldPlace]) -> None:
        head, _, inner = text.partition(": ")
        names, _, areas = head.partition(" < ")
        around = tuple(self._areas[area] for area in areas.split(", ") if area)
        province = self._add(names, CHINA, (*around, self._china))
        for each in filter(None, inner.split(", ")):
            city = self._add(each, CHINA, (province, *province.within))
            cities.setdefault(city.zh, city)

    def countries(self, text: str) -> None:
        """Read the countries, each with its regions and cities."""
        country, regions = self._china, dict[str, WorldPlace]()
        for line in text.splitlines():
            if line.startswith("@"):
                code, _, inner = line[1:].partition(": ")
                around = regions.get(code, country)
                for each in inner.split(", "):
                    self._add(each, country.country, (around, *around.within))
            elif not line.startswith("#"):
                code, continent, names = line.split(" ", 2)
                country = self._add(names, code, (self._continents[continent],))
                regions = {}
                for each in self._waiting.get(code, ()):
                    region, _, at = each.partition(" @")
                    regions[at or region] = self._add(region, code, (country, *country.within))
