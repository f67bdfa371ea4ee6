"""Contact pages and the network, as readers in other time zones see them."""

import pytest
from playwright.sync_api import Page, expect

from investment_portal.domain.network import outposts
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.controlled_values import ContactKind
from tests.browser.watching import DESKTOP, PHONE, moved
from tests.markup import squeeze
from tests.pages.contacts.conftest import Reader
from tests.sites import Site

COVERED = """
(svg) => {
  const boxes = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBBox()]);
  const dots = [...svg.querySelectorAll(".network-dot")].map((dot) => ["dot", dot.getBBox()]);
  const { width, height } = svg.viewBox.baseVal;
  const beside = (a, b) => a.x >= b.x + b.width || b.x >= a.x + a.width;
  const meet = (a, b) => !beside(a, b) && a.y + 2 < b.y + b.height && b.y + 2 < a.y + a.height;
  const inside = (box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  const found = boxes.filter(([, box]) => !inside(box)).map(([name]) => `${name} outside`);
  boxes.forEach(([name, box], place) => {
    for (const [other, there] of [...boxes.slice(place + 1), ...dots])
      if (meet(box, there)) found.push(`${name} on ${other}`);
  });
  return found;
}
"""


def now(page: Page) -> str:
    """Return what the sheet of a contact says of this moment."""
    return page.locator(".contact-sheet .contact-status").inner_text()


@pytest.mark.parametrize(
    ("zone", "at", "status"),
    [
        ("Asia/Shanghai", "2026-11-24T02:30:00Z", "In office hours until 12:00"),
        ("Europe/Berlin", "2026-11-24T02:30:00Z", "In office hours until 05:00 your time"),
        ("Europe/Berlin", "2026-07-01T02:30:00Z", "In office hours until 06:00 your time"),
        (
            "America/New_York",
            "2026-11-24T12:00:00Z",
            "Closed; opens Wednesday 09:00 in China (Tue 20:00 your time)",
        ),
        # New York goes forward in the night of 8 March 2026: Monday begins in China at 20:00, not at 19:00.
        ("America/New_York", "2026-03-07T12:00:00Z", "Closed; opens Monday 09:00 in China (Sun 21:00 your time)"),
        ("America/New_York", "2026-02-28T12:00:00Z", "Closed; opens Monday 09:00 in China (Sun 20:00 your time)"),
        ("Europe/Berlin", "2026-11-27T10:30:00Z", "Closed; opens Monday 09:00 in China (02:00 your time)"),
    ],
)
def test_open_now_on_the_readers_clock(reader: Reader, route_address: str, zone: str, at: str, status: str) -> None:
    """Across summer time and over a weekend."""
    page = reader(zone, at)
    page.goto(f"{route_address}en/contacts/bureau/")
    assert now(page) == status


def test_hours_on_the_readers_clock(reader: Reader, route_address: str) -> None:
    """The week as a reader in Berlin has it, in winter, in summer and in Chinese; a contact open day and night."""
    page = reader("Europe/Berlin", "2026-11-24T02:30:00Z")
    page.goto(f"{route_address}en/contacts/bureau/")
    expect(page.locator(".contact-sheet .contact-local-hours")).to_have_text(
        "On your clock (Central European Time): Mon–Fri 02:00–05:00, 07:00–11:00"
    )
    page.goto(f"{route_address}contacts/bureau/")
    assert now(page) == "正在办公，您当地时间5:00 结束"
    expect(page.locator(".contact-sheet .contact-local-hours")).to_contain_text("周一至周五 02:00–05:00、07:00–11:00")
    page.goto(f"{route_address}en/contacts/hotline-12345/")
    assert now(page) == "Answers day and night"


OUTGROWN = """
() => [...document.querySelectorAll(".contact-status[data-state]")].filter((one) => {
  const told = one.offsetHeight;
  const text = one.textContent;
  one.textContent = "";
  const kept = one.offsetHeight;
  one.textContent = text;
  return told > kept;
}).map((one) => `${one.className} ${one.textContent}`)
"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_when_the_hours_are_told(reader: Reader, route_address: str, size: dict[str, int]) -> None:
    """Room is kept for what is told, at the clock and hour that need the most of it."""
    page = reader("America/New_York", "2026-11-27T10:30:00Z", size)
    for prefix in ("", "en/"):
        for name in ("projects/baijiu-brewing-base/", "contacts/bureau/", "network/", "contacts/?from=suzhou"):
            page.goto(f"{route_address}{prefix}{name}")
            page.locator(".contact-status[data-state]").first.wait_for(state="attached")
            assert page.evaluate(OUTGROWN) == [], f"{prefix}{name}"
            assert moved(page) == 0, f"{prefix}{name}"


def test_wechat_is_copied(reader: Reader, real: Site, route_address: str) -> None:
    """At a press; where the browser forbids it, the page says how else."""
    page = reader(size=PHONE)
    page.goto(f"{route_address}contacts/bureau/")
    page.evaluate(
        "() => { navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); }; }"
    )
    page.locator(".contact-copy").click()
    expect(page.locator(".contact-copied")).to_have_text("已复制。")
    assert page.evaluate("globalThis.copied") == real.catalog.contacts["bureau"].wechat
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden')); }")
    page.locator(".contact-copy").click()
    expect(page.locator(".contact-copied")).to_contain_text("选中后复制")


@pytest.mark.parametrize("language", LANGUAGES)
def test_contacts_show_what_they_cover_and_achieved(real: Site, language: Language) -> None:
    """Both addresses, the leader of a station, figures of the source for all contacts of the kind together."""
    prefix = language_path(language)
    words = real.context(language).words
    for id_, contact in real.catalog.contacts.items():
        page = real.pages[f"{prefix}contacts/{id_}/index.html"]
        if contact.address:
            assert squeeze(contact.address.zh) in page.text
            assert squeeze(contact.address.en) in page.text
        if contact.leader:
            assert squeeze(contact.leader.in_(language)) in page.text
        achieved = contact.kind in {ContactKind.STATION, ContactKind.GROUP, ContactKind.REPRESENTATIVE}
        assert (squeeze(words["contact_achieved"]) in page.text) == achieved
    assert "73" in real.pages[f"{prefix}contacts/representative-suzhou/index.html"].text
    assert squeeze(words["until"]) in page.text


@pytest.mark.parametrize("size", [PHONE, DESKTOP, {"width": 800, "height": 900}], ids=["phone", "desktop", "tablet"])
@pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
def test_no_label_of_the_schematic_covers_another(
    reader: Reader, real: Site, route_address: str, prefix: str, size: dict[str, int]
) -> None:
    """As the browser draws them; every place has its label, and leads to a contact that the list names too."""
    page = reader(size=size)
    page.goto(f"{route_address}{prefix}network/")
    sheet = page.locator(".network-drawing:visible")
    expect(sheet).to_have_count(1)
    assert sheet.evaluate(COVERED) == []
    places = {contact.regions[0] for contact in outposts(real.catalog)}
    assert sheet.locator(".network-stop").count() == sheet.locator(".network-stop text").count() == len(places)
    stops = sheet.locator(".network-stop").evaluate_all("links => links.map((one) => one.getAttribute('href'))")
    listed = page.locator(".network-list a").evaluate_all("links => links.map((one) => one.getAttribute('href'))")
    assert set(stops) <= set(listed)
    assert len([address for address in listed if "station-" in address]) == 24


def test_the_schematic_is_walked_by_keyboard(reader: Reader, route_address: str) -> None:
    """Each place once, visibly; Enter leads to the contact."""
    page = reader()
    page.goto(f"{route_address}en/network/")
    first = page.locator(".network-drawing--wide .network-stop").first
    first.focus()
    assert (
        page.evaluate("getComputedStyle(document.activeElement.querySelector('.network-target')).strokeWidth") == "3px"
    )
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{route_address}en/contacts/representative-shenzhen/")
