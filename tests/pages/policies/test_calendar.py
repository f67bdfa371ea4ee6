"""The calendar's page: what is open, what opens and closes, what is always open."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from investment_portal.components.parts import Section, Table
from investment_portal.domain.windows import Applying, applying, months
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.pages.policies.calendar import Agenda, Strip, calendar
from tests.browser.watching import PHONE, watched
from tests.sites import Site
from tests.visual.browsing import served

FAULTS = Path(__file__).parents[2] / "visual" / "faults.js"


def sections(site: Site, language: Language) -> dict[str, Section]:
    """Return the sections of the page."""
    blocks = calendar(site.context(language).at("policies/calendar/"))
    return {block.id: block for block in blocks if isinstance(block, Section)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_policy_stands_where_it_belongs(real: Site, language: Language) -> None:
    """Open now, always open, or opening later; what is over stands nowhere."""
    parts_by_name = sections(real, language)
    rows = {
        name: [row[0].value.text for part in parts_by_name[name].parts if isinstance(part, Table) for row in part.rows]  # type: ignore[union-attr]
        for name in ("now", "always")
    }
    strip = next(part for part in parts_by_name["year"].parts if isinstance(part, Strip))
    states = {policy.name.in_(language): applying(policy, real.day) for policy in real.catalog.policies.values()}
    assert set(rows["now"]) == {name for name, state in states.items() if state is Applying.NOW}
    assert set(rows["always"]) == {
        name for name, state in states.items() if state in (Applying.ALWAYS, Applying.AUTOMATIC)
    }
    assert {bar.policy.text for bar in strip.bars} == {
        name for name, state in states.items() if state in (Applying.NOW, Applying.LATER)
    }
    assert len(strip.months) == 12
    assert all(len(bar.pieces) == 12 for bar in strip.bars)


def test_the_strip_and_the_months_say_the_same(real: Site) -> None:
    """A window of the real portal, told twice."""
    parts_by_name = sections(real, "en")
    strip = next(part for part in parts_by_name["year"].parts if isinstance(part, Strip))
    bar = next(bar for bar in strip.bars if "hall-rent" in bar.policy.href)
    assert [(piece.opens, piece.closes) for piece in bar.pieces if piece.open] == [("4", ""), ("", ""), ("", "31")]
    agenda = next(part for part in parts_by_name["months"].parts if isinstance(part, Agenda))
    events = [
        (month.title, moment.day, moment.badge.text)
        for month in agenda.months
        for moment in month.moments
        if moment.policy == bar.policy
    ]
    assert events == [("January 2027", "4 January", "Opens"), ("March 2027", "31 March", "Closes")]


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_months_follow_each_other(day: date) -> None:
    """Without a gap, the first holding the day, over the ends of years and February."""
    spans = months(day, 12)
    assert spans[0].covers(day)
    assert [span.from_.day for span in spans] == [1] * 12
    for span, following in pairwise(spans):
        assert span.until
        assert (following.from_ - span.until).days == 1


def test_reads_on_a_phone(chromium: Browser, real: Site) -> None:
    """Nothing is cut or sticks out, in either language; every month has its place."""
    with served(real.out) as address, watched(chromium, size={**PHONE, "width": 360}) as watch:
        for language in LANGUAGES:
            watch.page.goto(f"{address}{language_path(language)}policies/calendar/")
            assert watch.page.evaluate(FAULTS.read_text("utf-8")) == []
            boxes = (
                watch.page.locator(".calendar-year tbody tr")
                .first.locator("td")
                .evaluate_all("cells => cells.map((cell) => cell.getBoundingClientRect().left)")
            )
            assert boxes == sorted(set(boxes))
            assert len(boxes) == 12
        assert watch.faults == []
