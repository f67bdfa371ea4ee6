"""Calendar files, read back by a parser that did not write them."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]

from investment_portal.domain.windows import closes, running, window_on
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.outputs.output import BuildContext
from investment_portal.outputs.policy_calendars import window_files
from tests.datasets import dataset_of
from tests.sites import Site, built, real_portal


def events(path: Path) -> list[Any]:
    """Read the events of a file."""
    return entries(path.read_bytes().decode("utf-8"))


def entries(text: str) -> list[Any]:
    """Read the events of a calendar."""
    assert text.replace("\r\n", "").count("\n") == 0
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return list(vobject.readOne(text).contents.get("vevent", []))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_for_every_window(real: Site, language: Language) -> None:
    """Whole days, the end the day after the last, no alarm, the policy's name and page."""
    root = real.out / language_path(language) / "policies"
    for id_, policy in real.catalog.policies.items():
        path = root / id_ / "window.ics"
        window = window_on(policy, real.day)
        assert path.is_file() == (window is not None)
        if window is None:
            continue
        (event,) = events(path)
        assert window.until
        assert event.dtstart.value == window.from_
        assert event.dtend.value == window.until + timedelta(days=1)
        assert type(event.dtstart.value) is date
        assert policy.name.in_(language) in event.summary.value
        assert event.url.value == f"{real.catalog.site.address}{language_path(language)}policies/{id_}/"
        assert policy.summary.in_(language) in event.description.value
        assert "valarm" not in event.contents
        assert event.dtstamp.value.date() == policy.verified_on


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_holds_what_is_open_or_to_come(real: Site, language: Language) -> None:
    """Each once, under an id of its own, and nothing that is over."""
    listed = events(real.out / language_path(language) / "policies/calendar.ics")
    coming = running(real.catalog.policies.values(), real.day)
    assert len(listed) == len(coming) > 5
    assert len({event.uid.value for event in listed}) == len(listed)
    assert all(event.dtend.value > real.day for event in listed)


def test_ids_stay_and_languages_differ(real: Site, tmp_path: Path) -> None:
    """A calendar that fetches again on another day mends its entries rather than doubling them."""
    other = built(real_portal(tmp_path / "portal"), tmp_path / "site", date(2026, 12, 24))
    name = "policies/interest-subsidy/window.ics"
    assert (real.out / name).read_bytes() == (other.out / name).read_bytes()
    assert events(real.out / name)[0].uid.value != events(real.out / "en" / name)[0].uid.value
    gone = {event.uid.value for event in events(real.out / "policies/calendar.ics")} - {
        event.uid.value for event in events(other.out / "policies/calendar.ics")
    }
    assert [uid.split("-window")[0] for uid in gone] == ["policy-agriculture-processing-support"]


def test_when_all_windows_are_over_the_last_one_stays(real: Site) -> None:
    """A calendar without an entry is none that a program must accept."""
    day = date(2029, 1, 1)
    dated = [policy for policy in real.catalog.policies.values() if policy.window]
    assert not running(dated, day)
    last = max(dated, key=lambda policy: (closes(policy, day), policy.id))
    files = dict(window_files(BuildContext(dataset_of(real.catalog, day), [], {}, {})))
    for language in LANGUAGES:
        (event,) = entries(files[f"{language_path(language)}policies/calendar.ics"])
        assert last.name.in_(language) in event.summary.value
