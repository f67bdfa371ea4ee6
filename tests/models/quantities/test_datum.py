"""A point leads to the same place on every map."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.models.quantities.datum import Datum, Point, convert

KNOWN: tuple[tuple[Point, Point], ...] = (
    ((Decimal("116.404"), Decimal("39.915")), (Decimal("116.410244"), Decimal("39.916404"))),
    ((Decimal("121.0917077"), Decimal("30.6107779")), (Decimal("121.096269"), Decimal("30.608604"))),
    ((Decimal("116.0"), Decimal("40.0")), (Decimal("116.006141"), Decimal("40.001214"))),
    ((Decimal("122.99395597"), Decimal("44.99804071")), (Decimal("123.000000"), Decimal("45.000000"))),
)
"""Points of WGS84 and where they stand in GCJ02, as several public programs agree."""


@pytest.mark.parametrize(("wgs84", "gcj02"), KNOWN)
def test_known_points(wgs84: Point, gcj02: Point) -> None:
    """To a tenth of a metre, there and back."""
    assert convert(wgs84, "WGS84", "GCJ02") == gcj02
    back = convert(gcj02, "GCJ02", "WGS84")
    assert all(abs(got - other) <= Decimal("0.000002") for got, other in zip(back, wgs84, strict=True))


@given(st.decimals(73, 136, places=6), st.decimals(3, 54, places=6), st.sampled_from(["WGS84", "CGCS2000"]))
def test_there_and_back(lon: Decimal, lat: Decimal, datum: Datum) -> None:
    """The last place kept may round the other way, no more."""
    back = convert(convert((lon, lat), datum, "GCJ02"), "GCJ02", datum)
    assert abs(back[0] - lon) <= Decimal("0.000002")
    assert abs(back[1] - lat) <= Decimal("0.000002")


def test_what_needs_no_move_stays() -> None:
    """CGCS2000 counts as WGS84; points far from China are moved by nobody."""
    point = (Decimal("105.44"), Decimal("28.87"))
    assert convert(point, "CGCS2000", "WGS84") == point
    assert convert(point, "GCJ02", "GCJ02") == point
    berlin = (Decimal("13.4"), Decimal("52.5"))
    assert convert(berlin, "WGS84", "GCJ02") == berlin
