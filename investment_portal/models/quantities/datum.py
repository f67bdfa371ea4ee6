"""One point in the three datums that Chinese maps use: WGS84, GCJ02 and CGCS2000.

GCJ02 moves every point on Chinese territory by a few hundred metres, in a way that its users agree on; CGCS2000 differs
from WGS84 by centimetres, less than any record's last digit, so that the two count as one.
"""

from decimal import ROUND_HALF_UP, Decimal
from math import cos, fabs, pi, radians, sin, sqrt
from typing import Literal

Datum = Literal["WGS84", "GCJ02", "CGCS2000"]
Point = tuple[Decimal, Decimal]
"""Longitude and latitude in degrees."""

AXIS, ECCENTRICITY = 6378245.0, 0.00669342162296594323
"""Half the long axis of the ellipsoid of Krasovsky in metres, and the square of its eccentricity, as GCJ02 has them."""

WEST, EAST, SOUTH, NORTH = 72.004, 137.8347, 0.8293, 55.8271
"""Outside of this frame GCJ02 moves nothing."""

PLACES = Decimal("0.000001")
"""A tenth of a metre: finer than any map application shows."""
STEPS, TOLERANCE = 30, 1e-10


def convert(point: Point, datum: Datum, wanted: Datum) -> Point:
    """Return a point in another datum, to a tenth of a metre."""
    lon, lat = float(point[0]), float(point[1])
    if datum != "GCJ02" and wanted == "GCJ02":
        lon, lat = _moved(lon, lat)
    elif datum == "GCJ02" and wanted != "GCJ02":
        lon, lat = _moved_back(lon, lat)
    return _rounded(lon), _rounded(lat)


def _rounded(degrees: float) -> Decimal:
    return Decimal(repr(degrees)).quantize(PLACES, ROUND_HALF_UP)


def _moved(lon: float, lat: float) -> tuple[float, float]:
    """Move a point as GCJ02 does: a sum of sines, in metres, turned into degrees on the ellipsoid."""
    if not (WEST <= lon <= EAST and SOUTH <= lat <= NORTH):
        return lon, lat
    x, y = lon - 105, lat - 35
    waves = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(fabs(x)) + waves
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3 + (
        150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)
    ) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(fabs(x)) + waves
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3 + (
        160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)
    ) * 2 / 3
    bulge = 1 - ECCENTRICITY * sin(radians(lat)) ** 2
    metres_north = AXIS * (1 - ECCENTRICITY) / (bulge * sqrt(bulge)) * pi / 180
    metres_east = AXIS / sqrt(bulge) * cos(radians(lat)) * pi / 180
    return lon + east / metres_east, lat + north / metres_north


def _moved_back(lon: float, lat: float) -> tuple[float, float]:
    """Find the point that GCJ02 moves here, by going back the distance that remains until none does."""
    x, y = lon, lat
    for _ in range(STEPS):
        there = _moved(x, y)
        east, north = there[0] - lon, there[1] - lat
        x, y = x - east, y - north
        if fabs(east) < TOLERANCE and fabs(north) < TOLERANCE:
            break
    return x, y
