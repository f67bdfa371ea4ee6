"""A site selector's day: requirements become verdicts, questions and an order, the same as in Python and on pages."""

from fractions import Fraction
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from investment_portal.domain.requirements.ranking import rank
from investment_portal.domain.requirements.stated import of_park, of_project
from investment_portal.domain.requirements.verdict import RecordFacts, SiteRequirement
from investment_portal.domain.totals import available
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.pages.requirements.records import park_entry, project_entry
from tests.browser.judging import SIDEWAYS, violations
from tests.browser.watching import DESKTOP, PHONE, watched
from tests.sites import Site

MU = Fraction(2000, 3)
TABLE = {
    "zh": "条件,比较方式,数值,单位,必须/希望,权重\n净地,至少,300,亩,必须,\n码头,至多,25,公里,必须,\n"
    "电价,至多,0.63,元/千瓦时,希望,5\n供气,有,,,希望,2\n出租车,至少,3,,必须,\n",
    "en": "criterion,operator,value,unit,must/wish,weight\nReady plots,at least,300,mu,must,\n"
    "Port distance,<=,25,km,must,\nElectricity price,at most,0.63,CNY per kWh,wish,5\n"
    "Gas supply,has,,,wish,2\nTaxis,at least,3,,must,\n",
}
SKIPPED = {"zh": "未参与比较：即供净地", "en": "cannot be read: Ready plots"}
WANTED = [
    SiteRequirement("land_ready", "least", 300 * MU),
    SiteRequirement("port_km", "most", Fraction(25)),
    SiteRequirement("power_price", "most", Fraction(63, 100), weight=Fraction(5)),
    SiteRequirement("gas", "has", weight=Fraction(2)),
]


def facts(site: Site) -> tuple[dict[str, RecordFacts], dict[str, RecordFacts]]:
    """Return the facts of all parks and of the projects on offer, in the order of the page."""
    parks = {park.id: of_park(park).facts("park") for park in site.catalog.parks.values()}
    projects = {
        id_: of_project(project, site.catalog.site).facts(
            "project", [parks[park] for park in project.place.all_parks if park in parks]
        )
        for id_, project in sorted(site.catalog.projects.items())
        if available(project, site.day)
    }
    return parks, projects


def standings(records: dict[str, RecordFacts]) -> list[tuple[str, str]]:
    """Return the id and the grade of each record in the order that Python gives."""
    ids = list(records)
    return [(ids[entry.place], entry.grade) for entry in rank(list(records.values()), WANTED)]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_of_a_site_selector(
    chromium: Browser, real: Site, real_address: str, tmp_path: Path, language: Language, size: ViewportSize
) -> None:
    """A table is read, the order is Python's, each open question names a contact, the address keeps all of it."""
    parks, projects = facts(real)
    with watched(chromium, size=size, day=real.day) as watch:
        page = watch.page
        page.goto(f"{real_address}{language_path(language)}requirements/")
        expect(page.locator(".require-wait")).to_be_visible()
        expect(page.locator(".require-result")).to_be_hidden()
        page.locator(".require-table-in > summary").click()
        table = tmp_path / "request.csv"
        table.write_text(TABLE[language], "gb18030")
        page.locator(".require-file").set_input_files(table)
        expect(page.locator(".require-read li")).to_have_count(1)
        expect(page.locator(".require-read li")).to_contain_text("6")
        expect(page.locator(".require-row")).to_have_count(len(WANTED))
        for kind, records in (("parks", parks), ("projects", projects)):
            inside = [(id_, grade) for id_, grade in standings(records) if grade != "out"]
            shown = page.locator(f".require-{kind} [data-id]")
            expect(shown.first).to_be_visible()
            listed = shown.evaluate_all("(all) => all.map(({ dataset }) => [dataset.id, dataset.grade])")
            assert [tuple(pair) for pair in listed] == inside[: len(listed)]
            assert len(listed) == min(len(inside), 12 if size is DESKTOP else 3)
            outside = page.locator(f".require-{kind} > details")
            assert outside.count() == (len(inside) < len(records))
        expect(page.locator(".require-status")).to_contain_text(str(len(projects)))
        open_ = page.locator(".require-result [data-outcome=unknown] a, .require-result [data-outcome=read] a")
        assert open_.count() > 0
        assert page.locator(".require-ask a[href*='enquiry']").count() == page.locator(".require-ask").count() > 0
        assert page.locator(".require-matrix").count() == (2 if size is DESKTOP else 0)
        assert page.locator(".require-order").count() > 0
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        page.wait_for_timeout(100)
        assert page.evaluate(SIDEWAYS) <= 0
        assert violations(page) == []
        shared = page.evaluate("location.href")
        before = page.locator(".require-projects [data-id]").first.inner_text()
        page.locator(".require-tools [data-action=csv]").scroll_into_view_if_needed()
        with page.expect_download() as download:
            page.locator("[data-action=csv]").click()
        rows = download.value.path().read_text("utf-8-sig").splitlines()
        assert len(rows) == 1 + len(WANTED) * (len(parks) + len(projects))
        page.goto(shared)
        expect(page.locator(".require-projects [data-id]").first).to_have_text(before, use_inner_text=True)
        page.locator("#require-0-value").fill("a lot")
        expect(page.locator("#require-0-value-error")).not_to_have_text("")
        expect(page.locator(".require-status")).to_contain_text(SKIPPED[language])
        page.locator("#require-0-value").fill("10000")
        expect(page.locator(".require-parks .empty")).to_be_visible()
        page.locator(".require-row .require-remove").first.press("Enter")
        expect(page.locator("#require-0-key")).to_be_focused()
        assert watch.faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_those_of_the_records_page(real: Site, language: Language) -> None:
    """Every figure and text of a project and a park stands on its page in the same form."""
    context = real.context(language)
    missing = []
    prefix = language_path(language)
    entries = [("projects", project_entry(context, project)) for project in real.catalog.projects.values()]
    entries += [("parks", park_entry(context, park)) for park in real.catalog.parks.values()]
    for folder, entry in entries:
        text = "".join(real.pages[f"{prefix}{folder}/{entry['id']}/index.html"].text.split())
        groups = [entry["alone"], *(offer for offers in entry["pools"].values() for offer in offers)]
        for key, item in ((key, item) for group in groups for key, item in group.items() if isinstance(item, dict)):
            if key in OTHERWISE or key.endswith(("_km", "_price", "_rent")):
                continue
            if "".join(item["text"].split()) not in text:
                missing.append(f"{entry['id']} {key}: {item['text']}")
    assert missing == []


OTHERWISE = {"sector", "park", "cooperation", "hall_from", "plot_from", "verified_on"}
"""Criteria whose pages divide the value: into links, chips, or a sentence about the day."""


def test_an_address_with_mistakes_names_them(real: Site, chromium: Browser, real_address: str) -> None:
    """Unknown criteria, comparisons and values are left out; a wish without a weight is none."""
    bad = [
        "must=taxis-least-3",
        "wish=gas-has",
        "must=land_ready-least-many",
        "must=5-gas-has",
        "old=1",
        "utm_source=x",
    ]
    with watched(chromium, size=DESKTOP, day=real.day) as watch:
        watch.page.goto(f"{real_address}en/requirements/?{'&'.join(bad)}&must={quote('land_ready-least-5 ha')}")
        expect(watch.page.locator(".require-row")).to_have_count(1)
        expect(watch.page.locator(".require-dropped")).to_be_visible()
        text = watch.page.locator(".require-dropped").inner_text()
        assert [entry in text for entry in bad] == [True] * 5 + [False]
        assert watch.faults == []


def test_the_page_without_scripts_says_so(chromium: Browser, real_address: str) -> None:
    """The form is not shown; parks, projects and all criteria are."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real_address}en/requirements/")
    expect(page.locator(".require-unscripted")).to_be_visible()
    expect(page.locator(".require-form")).to_be_hidden()
    assert page.locator(".require-register tbody tr").count() > 30
    context.close()


def test_a_must_that_is_not_asked_of_a_kind_is_not_said_to_be_met(chromium: Browser, real_address: str) -> None:
    """Parks have no stage: they neither meet nor miss it, and the sentence above them says so."""
    with watched(chromium, size=DESKTOP) as watch:
        page = watch.page
        page.goto(f"{real_address}en/requirements/?must=investment-least-1 million CNY")
        first = page.locator(".require-parks .require-grade").first
        expect(first).to_have_text("No must is asked here")
        expect(page.locator(".require-status")).to_contain_text("Not asked of parks")
        expect(page.locator(".require-parks [data-outcome=other]").first).to_contain_text("Asked of projects only")
        page.goto(f"{real_address}en/requirements/?must=investment-least-1 million CNY&must=land_ready-least-1 mu")
        expect(page.locator(".require-parks .require-grade--fits").first).to_have_text("Meets the musts asked here")
