"""Places that readers type lead to the portal's origin that they belong to, or to nothing."""

import gzip

import pytest

from investment_portal.domain.places.index import KnownPlaces, abroad, known_places
from investment_portal.domain.places.world import world
from investment_portal.models.catalog import Catalog
from investment_portal.validation.record_reader import read_portal
from tests.overlay import SEED

CATALOG = read_portal(SEED).catalog
GROUPS = known_places(CATALOG)
LARGEST = 30_000
"""Bytes of all places, compressed: what a reader on a slow line waits for, once."""


def group_of(name: str) -> KnownPlaces:
    """Return the first group with a place of a name."""
    return next(
        group
        for group in GROUPS
        if any(name in text.replace(" ", "/", 1).split("/") for text in group.names.split(", "))
    )


@pytest.mark.parametrize(
    ("typed", "origin", "via"),
    [
        ("Munich", "europe", "Germany"),
        ("慕尼黑", "europe", "Germany"),
        ("München", "europe", "Germany"),
        ("Bavaria", "europe", "Germany"),
        ("Frankfurt", "europe", "Germany"),
        ("Osaka", "japan-korea", "Japan"),
        ("关西", "japan-korea", "Japan"),
        ("California", "north-america", "United States"),
        ("硅谷", "north-america", "United States"),
        ("Germany", "europe", ""),
        ("deguo", "europe", ""),
        ("Nairobi", "other-overseas", "Kenya"),
        ("徐州", "jiangsu", "Jiangsu"),
        ("Nantong", "jiangsu", "Jiangsu"),
        ("Kunshan", "suzhou", "Suzhou"),
        ("宿州", "anhui", "Anhui"),
        ("江苏省", "jiangsu", ""),
        ("Macau", "macao", ""),
        ("Taipei", "taiwan", "Taiwan"),
    ],
)
def test_a_place_leads_to_its_origin(typed: str, origin: str, via: str) -> None:
    """In both languages, by other names, by pinyin; with the enclosing place that the origin names."""
    group = group_of(typed)
    assert (group.origin, group.via_en) == (origin, via)


def test_places_abroad_are_told_from_those_inland() -> None:
    """Numbers that work only in China are left out for the former."""
    assert abroad(CATALOG) >= {"europe", "japan-korea", "overseas", "hong-kong", "taiwan"}
    assert not abroad(CATALOG) & {"jiangsu", "luzhou", "yangtze-delta", "chengdu-chongqing"}


def test_a_portal_without_a_fitting_origin_knows_no_place(tiny: Catalog) -> None:
    """Places of regions that no origin names have none: the finder says that they are not known."""
    assert {group.origin for group in known_places(tiny)} <= {"", *tiny.origins}


def test_every_place_has_a_name_and_a_country() -> None:
    """Whatever the files hold; names hold no sign that parts them."""
    for place in world():
        assert place.en, place
        assert place.country or not place.within, place
        assert not {",", "|", "/"} & set(place.zh + place.en), place


def test_the_places_are_small_enough_for_a_slow_line() -> None:
    """All of them in one file."""
    text = "\n".join(f"{group.origin}{group.via_zh}{group.via_en}{group.names}" for group in GROUPS if group.origin)
    assert len(gzip.compress(text.encode(), 9)) < LARGEST
