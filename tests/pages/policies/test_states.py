"""States of policies: in force later, money used up, windows that come again, and what pages and files say of them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from investment_portal.components.badges import badges
from investment_portal.components.policy_dates import budget, window, window_times
from investment_portal.domain.windows import Applying, applying, running, window_on, windows
from investment_portal.languages import LANGUAGES
from investment_portal.models.convert import convert
from investment_portal.models.policy import Budget, Policy, Span, Window
from investment_portal.outputs.output import BuildContext
from investment_portal.outputs.policy_calendars import window_files
from investment_portal.pages.policies.calendar import actions, strip
from investment_portal.pages.policies.page import force_notes
from tests.datasets import dataset_of
from tests.pages.policies.test_files import entries
from tests.sites import Site

YEARLY = {"from": "2025-03-01", "until": "2025-03-31", "every": "year", "closes_at": "17:00"}
EFFECTIVE = {"from": "2025-01-01", "until": "2027-03-15"}


def with_fields(site: Site, **fields: Any) -> Policy:
    """Return a policy of the site with other values."""
    return replace(site.catalog.policies["equipment-grant"], **fields)


def yearly(site: Site, until: str | None = EFFECTIVE["until"]) -> Policy:
    """Return a policy with a window in March of each year."""
    effective = convert(Span, {**EFFECTIVE, "until": until} if until else {"from": EFFECTIVE["from"]})
    return with_fields(site, effective=effective, window=convert(Window, YEARLY), budget=None)


def test_a_window_of_each_year_comes_until_the_policy_ends(full: Site) -> None:
    """The last one ends with the policy, and then has no closing hour of its own."""
    spans = [(window.from_, window.until, window.closes_at) for window in windows(yearly(full))]
    assert spans == [
        (date(2025, 3, 1), date(2025, 3, 31), "17:00"),
        (date(2026, 3, 1), date(2026, 3, 31), "17:00"),
        (date(2027, 3, 1), date(2027, 3, 15), None),
    ]


@pytest.mark.parametrize(
    ("day", "state", "opens"),
    [
        ("2025-02-28", Applying.LATER, "2025-03-01"),
        ("2025-03-31", Applying.NOW, "2025-03-01"),
        ("2025-04-01", Applying.LATER, "2026-03-01"),
        ("2026-03-05", Applying.NOW, "2026-03-01"),
        ("2026-04-01", Applying.LATER, "2027-03-01"),
        ("2027-03-16", Applying.CLOSED, "2027-03-01"),
    ],
)
def test_between_two_windows_the_next_one_counts(full: Site, day: str, state: Applying, opens: str) -> None:
    """Before the first, in one, between two, after the last."""
    policy, on = yearly(full), date.fromisoformat(day)
    shown = window_on(policy, on)
    assert shown
    assert (applying(policy, on), shown.from_) == (state, date.fromisoformat(opens))


def test_a_leap_day_closes_on_the_last_of_february(full: Site) -> None:
    """In years that have no 29 February."""
    leap = convert(Window, {"from": "2024-02-01", "until": "2024-02-29", "every": "year"})
    effective = convert(Span, {"from": "2024-01-01", "until": "2028-12-31"})
    policy = with_fields(full, window=leap, effective=effective)
    ends = [window.until and window.until.day for window in windows(policy)]
    assert ends == [29, 28, 28, 28, 29]


def test_the_year_shows_every_window(full: Site) -> None:
    """One that is in each month of March, and two in one year."""
    context = full.context("en")
    pieces = strip(context, [yearly(full)]).bars[0].pieces
    assert [(piece.opens, piece.closes) for piece in pieces if piece.open] == [("1", "15")]
    twice = [{"from": "2026-07-01", "until": "2026-07-10"}, {"from": "2026-07-20", "until": "2026-08-05"}]
    policy = with_fields(full, window=convert(list[Window], twice), budget=None)
    open_pieces = [piece for piece in strip(context, [policy]).bars[0].pieces if piece.open]
    assert [(piece.opens, piece.closes) for piece in open_pieces] == [("20", "10"), ("", "5")]
    assert open_pieces[0].description == "opens on 1 July, closes on 10 July, opens on 20 July"


def test_the_closing_hour_has_its_time_zone(full: Site) -> None:
    """A reader abroad sees whose five o'clock it is."""
    policy = yearly(full)
    assert window_times(full.context("zh"), policy) == "自 2025 年起，每年3月1日至3月31日 17:00（北京时间）"
    assert window_times(full.context("en"), policy) == (
        "each year from 2025 on, 1 March to 31 March, 17:00 (China time, UTC+8)"
    )


def events(site: Site, policy: Policy, day: date) -> list[Any]:
    """Return the entries of a policy's calendar file."""
    catalog = site.catalog.with_records([])
    catalog.records["policy"][policy.id] = policy  # type: ignore[index]
    files = dict(window_files(BuildContext(dataset_of(catalog, day), [], {}, {})))
    return entries(files[f"en/policies/{policy.id}/window.ics"])


def test_each_window_has_its_entry(full: Site) -> None:
    """Known by its first day; the hour stands in the text, since the days are whole."""
    dated = events(full, yearly(full), full.day)
    assert [event.dtstart.value for event in dated] == [date(2025, 3, 1), date(2026, 3, 1), date(2027, 3, 1)]
    assert len({event.uid.value for event in dated}) == 3
    assert "Closes on the last day at 17:00 (Asia/Shanghai)" in dated[0].description.value
    assert "17:00" not in dated[2].description.value


def test_windows_without_end_are_one_entry_that_repeats(full: Site) -> None:
    """A policy without an end has as many as there are years."""
    (event,) = events(full, yearly(full, None), full.day)
    assert (event.dtstart.value, event.rrule.value) == (date(2025, 3, 1), "FREQ=YEARLY")


USED_UP = Budget(as_of=date(2026, 6, 1), exhausted_on=date(2026, 6, 10))


def test_money_that_is_used_up_is_a_state_of_its_own(full: Site) -> None:
    """Shown as such; not open, not running, no claim page; in force as before."""
    for language in LANGUAGES:
        context = full.context(language)
        policy = with_fields(full, budget=USED_UP, window=None)
        assert applying(policy, full.day) is Applying.EXHAUSTED
        assert policy.in_force(full.day)
        assert not running([with_fields(full, budget=USED_UP, window=convert(Window, YEARLY))], full.day)
        assert not actions(context, policy)
        assert [badge.text for badge in badges(context, policy)][-1] == Applying.EXHAUSTED.label.in_(language)
        assert force_notes(context, policy) == [context.words["policy_exhausted_note"]]
        assert [fact.value for fact in budget(context, policy)] == [["2026年6月10日", "10 June 2026"][language == "en"]]
        assert str(window(context, policy).value) == Applying.EXHAUSTED.label.in_(language)
    (event,) = events(
        full, with_fields(full, budget=USED_UP, window=convert(Window, {**YEARLY, "every": None})), full.day
    )
    assert event.status.value == "CANCELLED"


def test_nothing_left_is_used_up_from_that_day_on(full: Site) -> None:
    """Without a day of its own, that of the figure counts; before it the policy was open."""
    used_up = convert(Budget, {"total": "100 万元", "left": "0 元", "as_of": "2026-06-20"})
    policy = with_fields(full, budget=used_up, window=None)
    assert [applying(policy, date(2026, 6, day)) for day in (19, 20)] == [Applying.ALWAYS, Applying.EXHAUSTED]


def test_what_is_left_stands_on_the_page_with_its_day(full: Site) -> None:
    """Total and rest, each as of the day."""
    for language, as_of in (("zh", "截至 2026年5月31日"), ("en", "as of 31 May 2026")):
        shown = budget(full.context(language), full.catalog.policies["every-form"])  # type: ignore[arg-type]
        assert [fact.note for fact in shown] == [as_of, as_of]


def test_in_force_later_is_not_ended(full: Site) -> None:
    """The note names the day from which on one can apply."""
    effective = convert(Span, {"from": "2027-01-01", "until": "2028-12-31"})
    policy = with_fields(full, effective=effective)
    (zh,), (en,) = (force_notes(full.context(language), policy) for language in LANGUAGES)
    assert (zh, en) == (
        "本政策自 2027年1月1日起生效，此前不能据此申报。",
        "This policy comes into force on 1 January 2027; you cannot apply before then.",
    )


def test_the_page_of_each_shows_what_was_replaced_in_part(full: Site) -> None:
    """The later policy and the earlier one, in both languages."""
    every, grant = (full.pages[f"policies/{id_}/index.html"].text for id_ in ("every-form", "equipment-grant"))
    assert "第三条的补助上限" in every
    assert "第三条的补助上限" in grant
    assert "本政策的部分内容已由“各种形式”修改" in grant


def test_the_file_of_windows_stays_at_its_address(full: Site) -> None:
    """Also of a policy that is over."""
    assert Path(full.out / "policies/every-form/window.ics").is_file()
