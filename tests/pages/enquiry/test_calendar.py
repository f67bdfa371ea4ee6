"""Calendar files are read back by another library as they were meant."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from playwright.sync_api import Page

WRITE = "async (proposal) => (await import('/enquiry/calendar_file.js')).calendarOf(proposal, Date.UTC(2026, 10, 24))"
START = datetime(2027, 3, 18, 8, 30, tzinfo=UTC)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=120)


def written(page: Page, **changes: Any) -> str:
    """Write a file."""
    at = START.timestamp() * 1000
    proposal = {
        "number": "M-7K3M-9QXC",
        "host": "invest.example.gov.cn",
        "title": "Video",
        "text": "x",
        "spans": [{"from": at, "until": at + 3_600_000}],
        "from": {"name": "", "mail": ""},
    }
    text: str = page.evaluate(WRITE, proposal | changes)
    return text


@settings(max_examples=30)
@given(title=TEXT, lines=st.lists(TEXT, min_size=1, max_size=4))
def test_any_text_comes_back(modules: Page, title: str, lines: list[str]) -> None:
    """Commas, semicolons, backslashes, line breaks, Chinese; no line longer than 75 octets."""
    text = "\n".join(lines)
    file = written(modules, title=title, text=text)
    assert max(len(line.encode()) for line in file.split("\r\n")) <= 75
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert str(event["SUMMARY"]) == title
    assert str(event["DESCRIPTION"]) == text


def test_times_are_utc_and_nobody_is_invited(modules: Page) -> None:
    """Two proposals, each tentative; who gave no address organises nothing."""
    at = START.timestamp() * 1000
    spans = [{"from": at + day * 86_400_000, "until": at + day * 86_400_000 + 1_800_000} for day in (0, 1)]
    file = written(modules, spans=spans)
    calendar = Calendar.from_ical(file)
    events = calendar.walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [START, START + timedelta(days=1)]
    assert [event.decoded("DTEND") for event in events] == [
        START + timedelta(minutes=30),
        START + timedelta(days=1, minutes=30),
    ]
    assert [str(event["UID"]) for event in events] == [f"M-7K3M-9QXC-{n}@invest.example.gov.cn" for n in (1, 2)]
    assert all(str(event["STATUS"]) == "TENTATIVE" for event in events)
    assert "METHOD" not in calendar
    assert not any(name in event for event in events for name in ("ORGANIZER", "ATTENDEE"))


def test_who_proposes_is_the_organiser(modules: Page) -> None:
    """With an address; what would end the name's quotes is left out."""
    calendar = Calendar.from_ical(written(modules, **{"from": {"name": 'A "B"; C,\n江', "mail": "a@example.org"}}))
    (event,) = calendar.walk("VEVENT")
    assert str(calendar["METHOD"]) == "PUBLISH"
    assert str(event["ORGANIZER"]) == "mailto:a@example.org"
    assert event["ORGANIZER"].params["CN"] == "A B; C,江"
    assert "ATTENDEE" not in event
