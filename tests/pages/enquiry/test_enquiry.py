"""The enquiry as a person writes it: both languages, phone and desktop, by keyboard, from disk, without scripts."""

import re
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from investment_portal.domain.routes import route
from tests.codes import read_code
from tests.pages.enquiry.conftest import Opening
from tests.sites import Site

NUMBER = re.compile(r"E(?:-[1-9A-HJKMNP-TV-Z]{4}){2}")
FORGED = "<img src=x onerror=\"document.title='broken'\">"


def fill(page: Page, **more: str) -> None:
    """Fill in what is required, and more."""
    page.fill("#enquiry-person", "Anna Muster")
    page.fill("#enquiry-mail", "anna@example.org")
    for name, value in more.items():
        page.fill(f"#enquiry-{name}", value)


def done(page: Page) -> str:
    """Make the brief; give its text."""
    page.click(".enquiry-form [type=submit]")
    expect(page.locator("#enquiry-done")).to_be_focused()
    return page.locator(".enquiry-text").inner_text()


def chosen(page: Page) -> list[str]:
    """Return the projects that are chosen."""
    return page.locator(".project-picker-chosen a").all_inner_texts()


def test_an_old_link_finds_its_project(window: Opening, full_address: str, full: Site) -> None:
    """A former id stands for the project of today, and once however it is called."""
    project = full.catalog.projects["hostile-hall"]
    with window() as watch:
        watch.page.goto(f"{full_address}en/enquiry/?ids={project.formerly[0]},{project.id}")
        expect(watch.page.locator(".project-picker-chosen a")).to_have_text(project.name.en)
        assert watch.faults == []


@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desktop"])
@pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
def test_from_a_project_to_a_mail(window: Opening, forms: str, real: Site, prefix: str, phone: bool) -> None:
    """The project's page leads to the form; its own contact gets the mail; the text says all in both languages."""
    project = real.catalog.projects["baijiu-packaging-park"]
    name = project.name.en if prefix else project.name.zh
    with window(phone=phone) as watch:
        page = watch.page
        page.goto(f"{forms}{prefix}projects/{project.id}/")
        page.locator(".call-bar a[href*=enquiry]" if phone else ".record-aside a[href*=enquiry]").click()
        expect(page.locator(".project-picker-chosen a")).to_have_text(name)
        expect(page).to_have_url(f"{forms}{prefix}enquiry/?ids={project.id}")
        asking = real.context("en" if prefix else "zh")
        legs = route(
            real.catalog,
            real.day,
            origin=None,
            sector=project.sector,
            language=asking.language,
            contacts=project.contacts,
        )
        contact = legs[0].contact
        expect(page.locator(".enquiry-recipient-card .contact-name a")).to_have_text(
            contact.name.en if prefix else contact.name.zh
        )
        fill(page, company="Muster GmbH", plan="Caps and labels, 江阳")
        text = done(page)
        number = page.locator(".enquiry-reference").inner_text()
        assert NUMBER.fullmatch(number)
        form_data = (project.name.zh, project.name.en, "Muster GmbH", "Caps and labels, 江阳", "企业名称", "Company")
        assert all(part in text for part in (number, *form_data))
        assert f"{real.catalog.site.address.rstrip('/')}/{prefix}projects/{project.id}/" in text
        mail = urlsplit(page.locator("[data-action=mail]").get_attribute("href") or "")
        assert (mail.scheme, unquote(mail.path)) == ("mailto", contact.mail)
        assert number in parse_qs(mail.query)["subject"][0]
        assert "Muster GmbH" in parse_qs(mail.query)["body"][0]
        assert watch.faults == []


def test_what_is_missing_is_said_where_it_is_missing(window: Opening, forms: str) -> None:
    """The first such field gets the focus; once mended, its message goes."""
    with window(phone=True) as watch:
        page = watch.page
        page.goto(f"{forms}en/enquiry/")
        page.click(".enquiry-form [type=submit]")
        expect(page.locator("#enquiry-person")).to_be_focused()
        expect(page.locator("#enquiry-person-error")).to_have_text("Please fill this in.")
        expect(page.locator("#enquiry-phone-error")).to_contain_text("a phone number or an e-mail address")
        expect(page.locator(".enquiry-panel")).to_be_hidden()
        page.fill("#enquiry-person", "A")
        expect(page.locator("#enquiry-person-error")).to_be_hidden()
        page.fill("#enquiry-phone", "123")
        expect(page.locator("#enquiry-phone-error")).to_contain_text("too short")
        page.fill("#enquiry-mail", "anna(at)example.org")
        expect(page.locator("#enquiry-mail-error")).to_contain_text("name@example.com")
        page.fill("#enquiry-phone", "+49 30 0000 0000")
        page.fill("#enquiry-mail", "")
        expect(page.locator(".enquiry-panel")).to_be_visible()
        assert watch.faults == []


def test_by_keyboard_alone(window: Opening, forms: str) -> None:
    """Find two projects by typing, take one out again, send."""
    with window() as watch:
        page = watch.page
        page.goto(f"{forms}enquiry/")
        page.locator("#enquiry-project").focus()
        page.keyboard.type("白酒")
        expect(page.get_by_role("option").first).to_be_visible()
        count = page.get_by_role("option").count()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
        page.keyboard.press("Enter")
        assert len(chosen(page)) == 1
        page.keyboard.type("白酒")
        expect(page.get_by_role("option")).to_have_count(count - 1)
        page.keyboard.press("Escape")
        expect(page.locator(".project-picker-list")).to_be_hidden()
        page.locator("#enquiry-project").fill("")
        page.keyboard.type("circuit")
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("Enter")
        assert len(chosen(page)) == 2
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.locator(".project-picker-remove").first).to_be_focused()
        page.keyboard.press("Enter")
        assert len(chosen(page)) == 1
        expect(page.locator("#enquiry-project")).to_be_focused()
        fill(page)
        page.locator("#enquiry-person").press("Enter")
        expect(page.locator("#enquiry-done")).to_be_focused()
        assert watch.faults == []


def test_the_contact_follows_the_answers(window: Opening, forms: str, real: Site) -> None:
    """By origin, industry and language; one named by the address comes first, unless it speaks another language."""
    with window() as watch:
        page = watch.page
        card = page.locator(".enquiry-recipient-card .contact-name a")
        page.goto(f"{forms}en/enquiry/")
        expect(card).to_have_attribute("href", "../contacts/bureau/")
        page.select_option("#enquiry-origin", "shanghai")
        page.select_option("#enquiry-sector", "electronics")
        expect(card).to_have_attribute("href", "../contacts/station-shanghai/")
        page.goto(f"{forms}en/enquiry/?desk=representative-shenzhen")
        speaks = "en" in real.catalog.contacts["representative-shenzhen"].languages
        if speaks:
            expect(card).to_have_attribute("href", "../contacts/representative-shenzhen/")
        chinese = next(
            id_ for id_, contact in real.catalog.contacts.items() if contact.languages == ["zh"] and contact.mail
        )
        page.goto(f"{forms}en/enquiry/?desk={chinese}")
        expect(page.locator(".enquiry-recipient-card")).to_contain_text("does not work in that language")
        page.select_option("#enquiry-language", "zh")
        expect(card).to_have_attribute("href", f"../contacts/{chinese}/")
        assert watch.faults == []


def test_copy_code_file_and_paper(window: Opening, forms: str, tmp_path: Path) -> None:
    """Each way carries the brief."""
    with window(permissions=["clipboard-read", "clipboard-write"]) as watch:
        page = watch.page
        page.goto(f"{forms}en/enquiry/?ids=baijiu-packaging-park")
        fill(page, plan="Caps; 瓶盖")
        text = done(page)
        page.click("[data-action=copy]")
        expect(page.locator(".enquiry-status")).to_contain_text("clipboard")
        assert page.evaluate("navigator.clipboard.readText()") == text
        page.click("[data-action=code]")
        code = read_code(page.locator(".enquiry-code svg"))
        assert page.locator(".enquiry-reference").inner_text() in code
        assert "Caps; 瓶盖" in code
        with page.expect_download() as downloading:
            page.click("[data-action=file]")
        downloading.value.save_as(tmp_path / "brief.txt")
        saved = (tmp_path / "brief.txt").read_bytes().decode()
        assert downloading.value.suggested_filename == f"{page.locator('.enquiry-reference').inner_text()}.txt"
        assert saved == text.replace("\n", "\r\n") + "\r\n"
        page.emulate_media(media="print")
        expect(page.locator(".enquiry-sheet")).to_be_visible()
        expect(page.locator(".enquiry-form")).to_be_hidden()
        expect(page.locator(".portal-footer")).to_be_hidden()
        assert watch.faults == []


def test_refused_clipboard_leaves_the_text_marked(window: Opening, forms: str) -> None:
    """The reader's own keys copy it then."""
    with window() as watch:
        page = watch.page
        page.add_init_script(
            "document.execCommand = () => false;"
            "const writeText = () => Promise.reject(new Error('no'));"
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText } });"
        )
        page.goto(f"{forms}en/enquiry/")
        fill(page)
        text = done(page)
        page.click("[data-action=copy]")
        expect(page.locator(".enquiry-status")).to_contain_text("does not allow copying")
        assert page.evaluate("getSelection().toString()").strip() == text.strip()
        assert watch.faults == []


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["zh", "en"])
def test_a_long_and_hostile_message(window: Opening, forms: str, prefix: str) -> None:
    """10 000 signs and markup: kept whole in the text, short in the mail, said of the code; nothing runs."""
    with window(permissions=["clipboard-read", "clipboard-write"]) as watch:
        page = watch.page
        page.goto(f"{forms}{prefix}enquiry/")
        fill(page, message=FORGED + "很长" * 5000, company=FORGED)
        text = done(page)
        assert FORGED in text
        assert "很长" * 5000 in text
        href = page.locator("[data-action=mail]").get_attribute("href") or ""
        assert len(href) <= 1900
        page.click("[data-action=code]")
        expect(page.locator(".enquiry-code svg")).to_be_visible()
        page.fill("#enquiry-person", "x" * 5000)
        page.click("[data-action=code]")
        expect(page.locator(".enquiry-code")).to_be_hidden()
        expect(page.locator(".enquiry-status")).not_to_be_empty()
        assert "broken" not in page.title()
        assert watch.faults == []


@pytest.mark.parametrize(
    "address",
    [
        f"?ids={quote(FORGED)}&project=%00&desk={quote(FORGED)}&event=constructor",
        "?ids=__proto__,constructor,toString&desk=__proto__&event=__proto__",
        f"?ids={'a,' * 5000}",
        f"?ids={'x' * 10_000}",
        "?ids=%E0%A4%A&desk=%FF",
    ],
    ids=["markup", "own names", "many", "long", "broken"],
)
def test_hostile_addresses(window: Opening, forms: str, address: str) -> None:
    """Unknown projects, contacts and events are named and left out; the form works."""
    with window(phone=True) as watch:
        page = watch.page
        page.goto(f"{forms}en/enquiry/{address}")
        expect(page.locator(".project-picker-status")).not_to_be_empty()
        assert chosen(page) == []
        assert len(page.locator(".project-picker-status").inner_text()) < 250
        fill(page)
        assert NUMBER.search(done(page))
        assert "broken" not in page.title()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert watch.faults == []


def test_a_reload_and_a_copied_address_keep_the_projects(window: Opening, forms: str) -> None:
    """And name those that are not in the catalogue any more."""
    with window() as watch:
        page = watch.page
        page.goto(f"{forms}en/enquiry/?ids=baijiu-packaging-park,gone-by,hdi-circuit-boards")
        expect(page.locator(".project-picker-chosen a")).to_have_count(2)
        expect(page.locator(".project-picker-status")).to_contain_text("gone-by")
        names = chosen(page)
        page.reload()
        expect(page.locator(".project-picker-chosen a")).to_have_count(2)
        assert chosen(page) == names
        assert watch.faults == []


def test_details_are_kept_only_if_wanted(window: Opening, forms: str) -> None:
    """By default nothing is; unticking forgets; damaged or forbidden storage costs the memory alone."""
    with window() as watch:
        page = watch.page
        page.goto(f"{forms}enquiry/")
        fill(page, company="甲公司", message="不留")
        page.reload()
        expect(page.locator("#enquiry-company")).to_have_value("")
        fill(page, company="甲公司", message="不留")
        page.check("#enquiry-remember")
        page.reload()
        expect(page.locator("#enquiry-company")).to_have_value("甲公司")
        expect(page.locator("#enquiry-message")).to_have_value("")
        page.uncheck("#enquiry-remember")
        page.reload()
        expect(page.locator("#enquiry-company")).to_have_value("")
        page.evaluate("localStorage.setItem('brief-about-me', '{\"company\": 1, \"__proto__\": []')")
        page.reload()
        expect(page.locator("#enquiry-company")).to_have_value("")
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full'); }; }")
        page.click("#enquiry-remember")
        expect(page.locator("#enquiry-remember")).not_to_be_checked()
        expect(page.locator(".enquiry-errors")).not_to_be_empty()
        fill(page)
        done(page)
        assert watch.faults == []


def test_names_that_do_not_load(window: Opening, forms: str, real: Site) -> None:
    """The ids stand for the projects; the brief is made all the same."""
    with window() as watch:
        page = watch.page
        page.route("**/names/*.js", lambda route: route.abort())
        page.goto(f"{forms}en/enquiry/?ids=baijiu-packaging-park")
        expect(page.locator(".project-picker-status")).to_contain_text("did not load")
        fill(page)
        assert f"{real.catalog.site.address}en/projects/baijiu-packaging-park/" in done(page)


def test_from_disk(window: Opening, real: Site) -> None:
    """A copy on a memory stick makes the same brief."""
    with window() as watch:
        page = watch.page
        page.goto((real.out / "en" / "enquiry" / "index.html").as_uri() + "?ids=baijiu-packaging-park")
        expect(page.locator(".project-picker-chosen a")).to_have_count(1)
        fill(page)
        assert "baijiu-packaging-park" in done(page)
        assert watch.faults == []


@pytest.mark.parametrize("name", ["enquiry/", "meeting/"])
def test_without_scripts_there_is_a_way_to_write(window: Opening, forms: str, name: str, real: Site) -> None:
    """No form that would do nothing; what to write, and every contact's address."""
    with window(java_script_enabled=False, phone=True) as watch:
        page = watch.page
        page.goto(f"{forms}en/{name}")
        expect(page.locator(".enquiry-form")).to_be_hidden()
        expect(page.locator("pre")).to_contain_text("Subject:")
        mails = {
            contact.mail for contact in real.catalog.contacts.values() if contact.mail and contact.reachable(real.day)
        }
        links = page.locator("article a[href^='mailto:']").evaluate_all("all => all.map((one) => one.href.slice(7))")
        assert set(links) == mails
        assert watch.faults == []


def test_nothing_moves_while_it_loads(window: Opening, forms: str) -> None:
    """Text that scripts write has its room."""
    for phone in (True, False):
        with window(phone=phone) as watch:
            page = watch.page
            page.add_init_script(
                "self.moved = 0; new PerformanceObserver((list) => { for (const one of list.getEntries())"
                " self.moved += one.value; }).observe({ type: 'layout-shift', buffered: true });"
            )
            for name in ("enquiry/?ids=baijiu-packaging-park,nothing", "meeting/?event=online-conference-2020"):
                page.goto(forms + "en/" + name)
                page.wait_for_timeout(300)
                assert page.evaluate("self.moved") == 0
