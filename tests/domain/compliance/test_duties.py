"""Every duty of the compliance report has a bad example, and a portal that meets all of them has no red row."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from investment_portal.domain.compliance.columns import FORTNIGHT, HALF_YEAR
from investment_portal.domain.compliance.duty import Duty, Inspected, State, effect_of
from investment_portal.domain.compliance.filings import duty_of_filing
from investment_portal.domain.compliance.registry import DUTIES, DUTIES_BY_KEY
from investment_portal.domain.compliance.report import report
from investment_portal.models.base import fields_of
from investment_portal.models.controlled_values import DutyEffect, NoticeKind
from investment_portal.models.site import DutySetting, Filing, OfficialChannels
from tests.domain.compliance.portals import (
    MAP,
    PAGES,
    WORDS,
    aged,
    meets_all,
    on_day,
    with_pages,
    with_records,
    with_site,
)

Bad = Callable[[Inspected], Inspected]
DIFFERENT = ("notice", "policy", "event", "park", "firm")


def _without(name: str) -> Bad:
    return lambda portal: with_site(portal, filing=replace(portal.site.filing, **{name: None}))


def _policy_without(**fields: object) -> Bad:
    return lambda portal: with_records(portal, "policy", lambda policy: replace(policy, **fields), first=True)


def _without_page(name: str) -> Bad:
    return lambda portal: with_pages(portal, names=PAGES.names - {name})


def _only_notices(kind: NoticeKind, days: int) -> Bad:
    def notices(portal: Inspected) -> Inspected:
        day = portal.day - timedelta(days=days)
        return with_records(portal, "notice", lambda notice: replace(notice, kind=kind, published_on=day))

    return notices


def _empty(portal: Inspected) -> Inspected:
    for kind in DIFFERENT:
        portal = with_records(portal, kind, None)
    return portal


BAD: dict[str, Bad] = {
    **{duty_of_filing(name): _without(name) for name in fields_of(Filing)},
    "operator-contact": lambda portal: with_site(portal, operator_mail=None),
    "official-channel": lambda portal: with_site(portal, channels=OfficialChannels()),
    "government-domain": lambda portal: with_site(portal, address="https://invest.example.org/"),
    "encrypted-address": lambda portal: with_site(portal, address="http://invest.example.gov.cn/"),
    "home-updated": lambda portal: aged(aged(portal, "notice", FORTNIGHT + 1), "event", FORTNIGHT + 1),
    "news-updated": _only_notices(NoticeKind.NEWS, FORTNIGHT + 1),
    "notices-updated": _only_notices(NoticeKind.NOTICE, HALF_YEAR + 1),
    "policies-updated": lambda portal: aged(portal, "policy", HALF_YEAR + 1),
    "events-updated": lambda portal: aged(portal, "event", HALF_YEAR + 1),
    "empty-columns": _empty,
    "site-tags": lambda portal: with_pages(portal, missing={"SiteName": ["index.html"]}),
    "column-tags": lambda portal: with_pages(portal, missing={"ColumnType": ["index.html"]}),
    "article-tags": lambda portal: with_pages(portal, missing={"PubDate": ["projects/a/index.html"]}),
    "tags-once": lambda portal: with_pages(portal, repeated={"description": ["index.html"]}),
    "dead-links": lambda portal: with_pages(portal, dead=2),
    "site-map": _without_page("search"),
    "about-page": _without_page("about"),
    "privacy-page": _without_page("privacy"),
    "accessibility-page": _without_page("accessibility"),
    "languages": lambda portal: with_pages(portal, languages=(10, 9)),
    "true-dates": lambda portal: aged(portal, "notice", -1),
    "verified-in-time": lambda portal: on_day(portal, portal.day + timedelta(days=366)),
    "no-examples": _policy_without(example=True),
    "competition-reviewed": _policy_without(fair_competition_review=None),
    "policies-explained": _policy_without(interpretation=None),
    "policies-identified": _policy_without(document_no=None),
    "claims-complete": _policy_without(steps=[]),
    "maps-reviewed": lambda portal: with_records(portal, "park", lambda park: replace(park, images=[MAP]), first=True),
}
"""Changes that make a duty red, by its key."""

NEVER_RED = {
    "stale-columns": "the portal has four columns with a limit, and five are a veto: fewer are due soon",
    "outside-links": "opened by a person",
    "ipv6": "seen on the server",
    "yearly-report": "completed by a person",
    "leaving-prompt": "the theme asks on every page",
    "accessibility-review": "judged by people",
    "large-text": "the theme brings it",
    "personal-data": "the build refuses such a record",
}
"""Duties without a bad example, and why."""


def state(inspected: Inspected, key: str) -> State:
    """Return the state of a duty."""
    return DUTIES_BY_KEY[key].assess(inspected).state


def red(inspected: Inspected) -> set[str]:
    """Return the keys of the duties that are not met."""
    return {duty.key for duty in report(inspected).duties if duty.assessment.state is State.NOT_MET}


def test_every_duty_has_a_bad_example_or_a_reason() -> None:
    """No key twice."""
    assert len(DUTIES_BY_KEY) == len(DUTIES)
    assert BAD.keys() | NEVER_RED.keys() == DUTIES_BY_KEY.keys()
    assert not BAD.keys() & NEVER_RED.keys()


def test_a_portal_with_everything_has_no_red_row() -> None:
    """All filings, channels, pages, tags and fresh content."""
    assert red(meets_all()) == set()


@pytest.mark.parametrize("key", BAD)
def test_what_is_taken_away_makes_its_row_red(key: str) -> None:
    """With a figure and something to do in both languages."""
    portal = BAD[key](meets_all())
    assert key in red(portal)
    assessment = DUTIES_BY_KEY[key].assess(portal)
    assert all((*assessment.figure, *assessment.action))


@pytest.mark.parametrize("name", fields_of(Filing))
def test_a_missing_filing_reddens_its_own_row_alone(name: str) -> None:
    """Each field of ``filing`` has its duty."""
    assert red(_without(name)(meets_all())) == {duty_of_filing(name)}


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.key)
def test_every_duty_names_its_source(duty: Duty) -> None:
    """In both languages; a label too."""
    assert all((*duty.label, *duty.source.document))


def test_a_column_is_due_soon_before_it_is_stale() -> None:
    """The figure names the limit as a date, so that it is the same on both days between."""
    news = [_only_notices(NoticeKind.NEWS, days)(meets_all()) for days in (10, 11, 14, 15)]
    assert [state(portal, "news-updated") for portal in news] == [
        State.MET,
        State.DUE_SOON,
        State.DUE_SOON,
        State.NOT_MET,
    ]
    portal = news[1]
    later = on_day(portal, portal.day + timedelta(days=1))
    assert report(portal) == report(later)


def test_four_empty_columns_are_no_veto() -> None:
    """Five are."""
    portal = meets_all()
    for kind in DIFFERENT[:-1]:
        portal = with_records(portal, kind, None)
    assert state(portal, "empty-columns") is State.DUE_SOON


def test_a_reason_for_another_address_is_left_to_a_person() -> None:
    """The report shows it."""
    portal = with_site(meets_all(), address="http://invest.example.org/", address_reason=WORDS)
    for key in ("government-domain", "encrypted-address"):
        assert state(portal, key) is State.NEEDS_A_PERSON
        assert WORDS.en in DUTIES_BY_KEY[key].assess(portal).figure.en


def test_records_published_after_their_first_revision_are_left_to_a_person() -> None:
    """The history shows that they were there before."""
    portal = meets_all()
    redated = Inspected(portal.catalog, portal.projects, portal.day, portal.pages, [("notice", "opening")])
    assessment = DUTIES_BY_KEY["true-dates"].assess(redated)
    assert assessment.state is State.NEEDS_A_PERSON
    assert "notice/opening" in assessment.figure.zh


def test_addresses_of_other_sites_are_counted() -> None:
    """By address and by site."""
    outside = {"https://a.example.org/1": ["index.html"], "https://a.example.org/2": ["about/index.html"]}
    portal = with_pages(meets_all(), outside=outside)
    assert "2 addresses of 1 other site;" in DUTIES_BY_KEY["outside-links"].assess(portal).figure.en
    assert report(portal).outside[0] == ("https://a.example.org/1", 1, "index.html")


def test_settings_change_the_effect_of_a_duty() -> None:
    """One that is switched off is not assessed."""
    settings = [DutySetting(duty="icp", effect=DutyEffect.OFF), DutySetting(duty="police", effect=DutyEffect.WARN)]
    portal = with_site(meets_all(), compliance=settings, filing=Filing())
    assert effect_of(DUTIES_BY_KEY["police"], portal.site) is DutyEffect.WARN
    assert "icp" not in red(portal)
    assert "police" in red(portal)


def test_the_yearly_report_names_its_blanks() -> None:
    """Items of the year are counted; visits are not known."""
    portal = meets_all()
    next_year = on_day(portal, portal.day.replace(year=portal.day.year + 1))
    lines = {line.label.en: line.value for line in report(next_year).yearly}
    assert report(next_year).year == portal.day.year
    published, languages = lines["Items published"], lines["Languages"]
    assert published
    assert int(published.en) > 0
    assert languages
    assert (languages.zh, languages.en) == ("中文、英文", "Chinese, English")
    assert lines["Visits"] is None
