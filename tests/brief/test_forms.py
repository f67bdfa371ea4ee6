"""Enquiry and request for a meeting as an investor makes them: nothing leaves the browser before it is sent."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, expect

from catalog.derive.routes import route
from catalog.languages import Language
from tests.browser.test_gates import SIDEWAYS, violations
from tests.browser.watching import DESKTOP, PHONE, Watched
from tests.sites import Site

PROJECT = "baijiu-packaging-park"
SENDERS: dict[Language, dict[str, str]] = {
    "zh": {"company": "示例包装集团", "person": "联系人甲", "mail": "a@example.com", "message": "计划明年上半年考察。"},
    "en": {
        "company": "Example Packaging",
        "person": "Jo Sample",
        "mail": "jo@example.com",
        "message": "We plan a visit.",
    },
}


class Reader:
    """A person at a browser of their own."""

    def __init__(self, browser: Browser) -> None:
        """Begin without a window."""
        self._browser = browser
        self.contexts: list[BrowserContext] = []
        self.windows: list[Watched] = []

    def __call__(self, size: dict[str, int] = DESKTOP, **how: Any) -> Page:
        """Open a window."""
        viewport = {"width": size["width"], "height": size["height"]}
        self.contexts.append(self._browser.new_context(viewport=viewport, reduced_motion="reduce", **how))  # type: ignore[arg-type]
        self.windows.append(Watched(self.contexts[-1].new_page()))
        return self.windows[-1].page


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Reader]:
    """Give a person at a browser; what goes wrong in a window fails the test."""
    person = Reader(chromium)
    yield person
    faults = [fault for window in person.windows for fault in window.faults]
    for context in person.contexts:
        context.close()
    assert faults == []


def fill(page: Page, language: Language) -> None:
    """Answer what a desk needs to know."""
    for name, value in SENDERS[language].items():
        page.fill(f"#brief-{name}", value)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_enquiry_about_a_project(
    reader: Reader, real: Site, real_address: str, language: Language, size: dict[str, int]
) -> None:
    """From the project's page to a mail to the desk that its route names, in both languages at once."""
    page, own = reader(size), "" if language == "zh" else "en/"
    page.goto(f"{real_address}{own}projects/{PROJECT}/")
    page.locator('article a[href*="enquiry/"]:visible').first.click()
    project = real.catalog.projects[PROJECT]
    expect(page.locator(".picker-chosen")).to_contain_text(project.name.in_(language))
    legs = route(real.catalog, real.day, origin=None, sector=project.sector, language=language, project=project)
    first = legs[0].contact
    expect(page.locator(".brief-desk-card")).to_contain_text(first.name.in_(language))
    fill(page, language)
    page.locator('.brief-form button[type="submit"]').click()
    panel = page.locator(".brief-panel")
    expect(panel).to_be_visible()
    text = panel.locator(".brief-text").inner_text()
    assert project.name.zh in text
    for value in SENDERS[language].values():
        assert value in text
    mail = urlsplit(panel.locator("[data-way='mail']").get_attribute("href") or "")
    assert (mail.scheme, unquote(mail.path)) == ("mailto", next(leg.contact.mail for leg in legs if leg.contact.mail))
    number = panel.locator(".brief-number").inner_text()
    assert number in parse_qs(mail.query)["subject"][0]
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) <= 0


def test_the_ways_of_sending(reader: Reader, real_address: str, tmp_path: Path) -> None:
    """Copy, code, file and paper hold the same brief; the number changes with what is written."""
    page = reader(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{real_address}en/enquiry/?ids={PROJECT},display-modules")
    expect(page.locator(".picker-chosen li")).to_have_count(2)
    fill(page, "en")
    page.get_by_role("button", name="Prepare the enquiry").click()
    text = page.locator(".brief-text").inner_text()
    number = page.locator(".brief-number").inner_text()
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator(".brief-said")).to_have_text("The full text is on your clipboard.")
    assert number in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Show as QR code").click()
    expect(page.locator("figure.brief-code svg")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as text file").click()
    saved.value.save_as(tmp_path / "brief.txt")
    assert saved.value.suggested_filename == f"{number}.txt"
    assert number in (tmp_path / "brief.txt").read_text("utf-8")
    assert re.sub(r"\s", "", text)[:40] in re.sub(r"\s", "", (tmp_path / "brief.txt").read_text("utf-8"))
    page.fill("#brief-message", "Something else")
    assert page.locator(".brief-number").inner_text() != number


def test_what_is_missing_is_said_beside_its_field(reader: Reader, real_address: str) -> None:
    """And the first such field has the focus; once mended the brief is made."""
    page = reader(PHONE)
    page.goto(f"{real_address}en/enquiry/")
    page.get_by_role("button", name="Prepare the enquiry").click()
    expect(page.locator("#brief-person-fault")).to_have_text("Please fill this in.")
    expect(page.locator("#brief-person")).to_be_focused()
    expect(page.locator(".brief-panel")).to_be_hidden()
    page.fill("#brief-person", "Jo Sample")
    page.fill("#brief-mail", "jo@")
    expect(page.locator("#brief-mail-fault")).to_be_visible()
    page.fill("#brief-mail", "jo@example.com")
    expect(page.locator(".brief-panel")).to_be_visible()


def test_picking_a_project_by_keyboard(reader: Reader, real_address: str) -> None:
    """Typed in the other language, chosen with the arrows, taken out again."""
    page = reader()
    page.goto(f"{real_address}en/enquiry/")
    page.locator("#brief-pick").focus()
    page.keyboard.type("储能")
    expect(page.locator("#brief-found [role='option']").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".picker-chosen")).to_contain_text("Energy storage")
    assert "ids=energy-storage-packs" in page.url
    page.locator(".picker-remove").press("Enter")
    expect(page.locator(".picker-chosen")).to_contain_text("No project chosen yet")


@pytest.mark.parametrize(
    "query",
    [
        "ids=no-such-project",
        f"ids={quote('<script>alert(1)</script>')}",
        f"project={'a' * 10_000}",
        f"desk={quote('../../x')}&event=never",
        "%00&ids=,,,&ids",
    ],
)
def test_a_damaged_address(reader: Reader, real_address: str, query: str) -> None:
    """What cannot be read is named; the form works."""
    for name in ("enquiry", "meeting"):
        page = reader()
        page.goto(f"{real_address}en/{name}/?{query}")
        assert page.locator(".brief script").count() == 0
        page.fill("#brief-person", "Jo Sample")
        expect(page.locator(".brief-desk-card a").first).to_be_visible()


def test_a_long_message_with_markup(reader: Reader, real_address: str) -> None:
    """Shown as typed; too long for a mail link, so that it goes by the clipboard."""
    page = reader(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{real_address}en/enquiry/")
    message = "<img src=x onerror=alert(1)> " + "x" * 10_000
    fill(page, "en")
    page.fill("#brief-message", message)
    page.get_by_role("button", name="Prepare the enquiry").click()
    expect(page.locator(".brief-panel img")).to_have_count(0)
    link = page.locator("[data-way='mail']").get_attribute("href") or ""
    assert len(link) < 2000
    assert "<img src=x" in page.locator(".brief-text").inner_text()


def test_nothing_is_kept_unless_asked(reader: Reader, real_address: str) -> None:
    """Who the sender is stays on the device only if that box is ticked, and goes when it is cleared."""
    page = reader()
    page.goto(f"{real_address}en/enquiry/")
    fill(page, "en")
    page.reload()
    expect(page.locator("#brief-person")).to_have_value("")
    page.fill("#brief-person", "Jo Sample")
    page.locator("#brief-keep").check()
    page.goto(f"{real_address}en/meeting/")
    expect(page.locator("#brief-person")).to_have_value("Jo Sample")
    page.locator("#brief-keep").uncheck()
    page.reload()
    expect(page.locator("#brief-person")).to_have_value("")


def test_storage_and_clipboard_forbidden(reader: Reader, real_address: str) -> None:
    """The brief is made all the same, and the page says what the browser does not allow."""
    page = reader()
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full'); };"
        "const refuse = () => Promise.reject(new Error('no'));"
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse } });"
        "document.execCommand = () => false;"
    )
    page.goto(f"{real_address}en/enquiry/")
    fill(page, "en")
    page.locator("#brief-keep").click()
    expect(page.locator(".brief-checked")).to_contain_text("does not allow this to be kept")
    page.get_by_role("button", name="Prepare the enquiry").click()
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator(".brief-said")).to_contain_text("does not allow copying")


def test_a_meeting_in_two_time_zones(reader: Reader, real_address: str, tmp_path: Path) -> None:
    """Proposed on the reader's clock, told on both, and read back from the calendar file by another program."""
    page = reader(PHONE, timezone_id="Europe/Berlin")
    page.clock.set_fixed_time("2026-11-24T08:00:00Z")
    page.goto(f"{real_address}en/meeting/?project={PROJECT}")
    fill(page, "en")
    page.fill("#brief-date-1", "2027-03-18")
    page.fill("#brief-time-1", "09:30")
    expect(page.locator(".proposal-said").first).to_contain_text("16:30")
    page.get_by_role("button", name="Prepare the request").click()
    expect(page.locator(".brief-panel")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as calendar file").click()
    saved.value.save_as(tmp_path / "meeting.ics")
    (event,) = Calendar.from_ical((tmp_path / "meeting.ics").read_text("utf-8")).walk("VEVENT")
    start = event.decoded("dtstart")
    assert start.isoformat() == "2027-03-18T08:30:00+00:00"
    assert event.decoded("dtend") - start == timedelta(hours=1)
    assert page.locator(".brief-number").inner_text() in str(event)
    assert violations(page) == []


def test_a_time_that_has_passed(reader: Reader, real_address: str) -> None:
    """Says so beside its field."""
    page = reader()
    page.goto(f"{real_address}en/meeting/")
    fill(page, "en")
    page.fill("#brief-date-1", "2020-03-18")
    page.fill("#brief-time-1", "09:30")
    page.get_by_role("button", name="Prepare the request").click()
    expect(page.locator("#brief-proposal-1-fault")).to_have_text("This time has passed. Please choose a later one.")


def test_without_scripts_desks_take_mail(reader: Reader, real_address: str) -> None:
    """A list of what to write, and each desk's address; no form that does nothing."""
    for name in ("enquiry", "meeting"):
        page = reader(PHONE, java_script_enabled=False)
        page.goto(f"{real_address}{name}/")
        expect(page.locator(".brief-form")).to_be_hidden()
        expect(page.locator('article a[href^="mailto:"]').first).to_be_visible()


def test_from_disk(reader: Reader, real: Site) -> None:
    """The project's name, the desk and the brief are there without a server."""
    page = reader()
    page.goto(f"{(real.out / 'en' / 'enquiry' / 'index.html').as_uri()}?ids={PROJECT}")
    expect(page.locator(".picker-chosen")).to_contain_text("Packaging park")
    fill(page, "en")
    page.get_by_role("button", name="Prepare the enquiry").click()
    expect(page.locator(".brief-panel")).to_be_visible()
