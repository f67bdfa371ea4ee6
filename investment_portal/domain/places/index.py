"""To which of the portal's origins a place belongs."""

import re
from collections.abc import Iterable, Iterator

from investment_portal.domain.places.world import WorldPlace, world
from investment_portal.memo import memoized
from investment_portal.models.catalog import Catalog
from investment_portal.models.reference_lists import Origin
from investment_portal.value import Value

REST = re.compile("(?:其他|本市|市|省|特别行政区|地区|自治|国家|省份|及|、)")
"""Text that may follow the name of a place in the Chinese name of an origin: “江苏其他城市” is the origin of 江苏."""

ELSEWHERE = ("其他国家", "国外", "海外", "境外")
"""Names of origins for every country that no other origin names, the most exact first."""


class KnownPlaces(Value):
    """Places of one origin that are named alike, as ``via``: their names as one text in the syntax of the files."""

    origin: str
    """Empty where the portal has no origin for them."""
    via_zh: str
    via_en: str
    """The enclosing place that the origin names; empty where it names the places themselves."""
    abroad: bool
    names: str


def plain(name: str) -> str:
    """Return a name as it is compared: small letters without spaces and signs."""
    return re.sub(r"[\W_]+", "", name.lower())


class Origins:
    """The portal's origins by the names of places."""

    def __init__(self, origins: Iterable[Origin]) -> None:
        """Index the names; the first origin of a name counts, its own name before one in ``also``."""
        self._exact: dict[str, str] = {}
        self._partial: dict[str, str] = {}
        listed = list(origins)
        for origin in listed:
            for name in (origin.name.zh, origin.name.en):
                self._exact.setdefault(plain(name), origin.id)
        for origin in listed:
            for other in origin.also:
                self._exact.setdefault(plain(other.zh), origin.id)
                self._exact.setdefault(plain(other.en), origin.id)
            match = REST.search(origin.name.zh)
            if match and match.start() > 1:
                self._partial.setdefault(plain(origin.name.zh[: match.start()]), origin.id)

    def of(self, place: WorldPlace) -> str:
        """Return the id of the origin that names a place; the Chinese name decides where there is one."""
        keys = [plain(name) for name in (place.zh, *place.also) if re.search("[\u4e00-\u9fff]", name)]
        keys = keys or [plain(place.en)]
        for names in (self._exact, self._partial):
            for key in keys:
                if key in names:
                    return names[key]
        return ""

    def elsewhere(self) -> str:
        """Return the id of the origin of all other countries."""
        return next((self._exact[name] for name in ELSEWHERE if name in self._exact), "")


@memoized
def known_places(catalog: Catalog) -> tuple[KnownPlaces, ...]:
    """Return all places by the origin they belong to."""
    groups: dict[tuple[str, str, str, bool], list[str]] = {}
    for place, origin, via in _resolved(catalog):
        key = (origin, via.zh if via else "", via.en if via else "", place.abroad)
        groups.setdefault(key, []).append(place.text)
    return tuple(KnownPlaces(*key, ", ".join(names)) for key, names in groups.items())


@memoized
def abroad(catalog: Catalog) -> frozenset[str]:
    """Return the origins outside the mainland of China, by the places that they name."""
    outside = {origin for place, origin, via in _resolved(catalog) if origin and via is None and place.abroad}
    outside |= {origin.id for origin in catalog.origins.values() if plain(origin.name.zh) in ELSEWHERE}
    inland = {origin for place, origin, via in _resolved(catalog) if via is None and not place.abroad}
    return frozenset(outside - inland)


@memoized
def _resolved(catalog: Catalog) -> tuple[tuple[WorldPlace, str, WorldPlace | None], ...]:
    origins = Origins(catalog.origins.values())
    return tuple(_resolve(origins))


def _resolve(origins: Origins) -> Iterator[tuple[WorldPlace, str, WorldPlace | None]]:
    """Yield each place, its origin, and the enclosing place that the origin names (nothing where it is itself)."""
    cache: dict[WorldPlace, str] = {}
    for place in world():
        cache[place] = origin = origins.of(place)
        named = (outer for outer in place.within if cache.get(outer))
        via = next((outer for outer in named if origin in {"", cache[outer]}), None)
        country = next((outer for outer in place.within if outer.country and not outer.within[1:]), None)
        if origin:
            # An origin of Jiangsu may name Xuzhou besides; countries of a continent speak for themselves.
            yield place, origin, via if via and via.country else None
        elif via is not None:
            # A continent says less to a reader than the country does.
            yield place, cache[via], via if via.country else country
        elif place.abroad and place.country:
            yield place, origins.elsewhere(), country
        else:
            yield place, "", None
