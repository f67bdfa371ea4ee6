"""Routes: whoever asks reaches a contact today, the nearest first, each contact once."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from investment_portal.domain.routes import IN_AREA, ORDER, PROJECT_REASON, lineage, reached_sectors, route, serves
from investment_portal.languages import LANGUAGES, Language
from investment_portal.validation.record_reader import read_portal
from tests.overlay import PORTAL

CATALOG = read_portal(PORTAL).catalog
ORIGINS = st.one_of(st.none(), st.sampled_from(sorted(CATALOG.origins)))
SECTORS = st.one_of(st.none(), st.sampled_from(sorted(CATALOG.sectors)))
DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))
KINDS = [kind for kind, _ in ORDER]
AREA = {why for why, _ in IN_AREA.values()}


@given(ORIGINS, SECTORS, st.sampled_from(LANGUAGES), DAYS, st.booleans())
def test_routes(origin: str | None, sector: str | None, language: Language, day: date, by_project: bool) -> None:
    """Every leg can be reached, in the language, for the place and sector, in order, once."""
    contacts = CATALOG.projects["bottling-line"].contacts if by_project else ()
    legs = route(CATALOG, day, origin=origin, sector=sector, language=language, contacts=contacts)
    ids = [leg.contact.id for leg in legs]
    assert len(ids) == len(set(ids))
    assert all(leg.contact.reachable(day) and language in leg.contact.languages for leg in legs)
    line = lineage(CATALOG, origin)
    general = [leg for leg in legs if leg.reason != PROJECT_REASON and leg.why not in AREA]
    assert all(serves(leg.contact, line, sector) for leg in general)
    ranks = [KINDS.index(leg.contact.kind) for leg in general]
    assert ranks == sorted(ranks)
    if by_project:
        assert legs[0].contact.id == "bureau"
        assert legs[0].reason == PROJECT_REASON


@given(ORIGINS, st.sampled_from(LANGUAGES), DAYS, st.sets(st.sampled_from(sorted(CATALOG.contacts))))
def test_reached_sectors(origin: str | None, language: Language, day: date, ids: set[str]) -> None:
    """Whichever contacts there are, these are the sectors whose route is not empty."""
    contacts = {id_: CATALOG.contacts[id_] for id_ in sorted(ids)}
    few = type(CATALOG)(CATALOG.site, {**CATALOG.records, "contact": contacts}, CATALOG.ids)
    assert reached_sectors(few, day, origin=origin, language=language) == {
        sector for sector in few.sectors if route(few, day, origin=origin, sector=sector, language=language)
    }


def test_every_investor_reaches_a_contact(day: date) -> None:
    """In a language that is read where the investor is."""
    for origin in CATALOG.origins.values():
        for language in origin.languages:
            for sector in CATALOG.sectors:
                assert route(CATALOG, day, origin=origin.id, sector=sector, language=language)


def test_the_station_at_the_origin_comes_first(day: date) -> None:
    """Then the bureau, then the hotline."""
    legs = route(CATALOG, day, origin="south", sector="food", language="zh")
    assert [leg.contact.id for leg in legs] == ["south-station", "bureau", "hotline"]


def test_the_nearer_contact_comes_before_that_of_the_larger_region(day: date) -> None:
    """By distance, not by name."""
    station = CATALOG.contacts["south-station"]
    wider = replace(station, id="a-china-station", regions=["china"])
    both = type(CATALOG)(
        CATALOG.site,
        {**CATALOG.records, "contact": {**CATALOG.contacts, wider.id: wider}},
        CATALOG.ids,
    )
    legs = route(both, day, origin="south", sector="food", language="zh")
    assert [leg.contact.id for leg in legs][:2] == ["south-station", "a-china-station"]


def test_a_lapsed_contact_is_left_out() -> None:
    """The day after its last."""
    station = replace(CATALOG.contacts["south-station"], valid_until=date(2026, 6, 30))
    assert station.reachable(date(2026, 6, 30))
    assert not station.reachable(date(2026, 7, 1))


def test_regions_within_each_other_in_a_circle() -> None:
    """A mistake in the data ends the climb."""
    south = CATALOG.origins["south"]
    china = replace(CATALOG.origins["china"], within="south")
    circle = type(CATALOG)(CATALOG.site, {**CATALOG.records, "origin": {"south": south, "china": china}}, CATALOG.ids)
    assert lineage(circle, "south") == ("south", "china")
