"""Addresses that people keep: the manual names every parameter, and links as they were once sent on still work."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from investment_portal.content.theme_files import THEME
from investment_portal.domain.bands import InvestmentBand, LandBand
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.controlled_values import CooperationMode, DecisionTime, ProjectKind, ProjectStatus
from investment_portal.models.facts import InvestorFact
from investment_portal.pages.costs.costs import FIELDS as COST_FIELDS
from investment_portal.pages.guide.guide import PLANS
from investment_portal.pages.policies.library import FACETS as POLICY_FACETS
from investment_portal.pages.projects.facet_kinds import FACETS, RANGES
from tests.browser.watching import Watched
from tests.pages.projects.reading import ready
from tests.sites import REPOSITORY

FINDER = {"from", "sector", "lang", "project"}
SCRIPTS = THEME / "scripts"
ROW = re.compile(r"^\| (?P<pages>(?:`/[^`]*` ?)*)\| (?P<names>(?:`[a-z_]+` ?)+)\|", re.MULTILINE)


def words_of(path: Path, name: str) -> list[str]:
    """Return the words of a list in a script."""
    match = re.search(rf"{name} = \[(.*?)\]", path.read_text("utf-8"))
    assert match
    return re.findall(r'"([a-z_]+)"', match[1])


def known() -> dict[str, set[str]]:
    """Return what the code reads of each page's address."""
    parameters = set(re.findall(r'address\.get\("(\w+)"\)', (SCRIPTS / "enquiry" / "parameters.js").read_text("utf-8")))
    compare = set(re.findall(r'address\.get\("(\w+)"\)', (SCRIPTS / "compare.js").read_text("utf-8")))
    return {
        "/projects/": {
            *(facet.name for facet in FACETS),
            *(f"{name}_{end}" for name in RANGES for end in ("min", "max")),
            *("q", "sort", "view", "closed"),
        },
        "/search/": {"q", "kind"},
        "/compare/": compare,
        "/shortlist/": {"ids"},
        "/enquiry/": parameters,
        "/meeting/": parameters,
        "/guide/": set(words_of(SCRIPTS / "guide.js", "FIELDS")),
        "/costs/": {"sector", "type", *COST_FIELDS},
        "/requirements/": set(words_of(SCRIPTS / "requirements.js", "PARAMETERS")),
        "/policies/": {facet.name for facet in POLICY_FACETS},
        "/policies/matcher/": {*(fact.value for fact in InvestorFact), "policy"},
        "/contacts/": FINDER,
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_names_every_parameter(language: Language) -> None:
    """And none that no page reads."""
    text = (REPOSITORY / "manual" / language / "developer.md").read_text("utf-8")
    named: dict[str, set[str]] = {}
    pages: list[str] = []
    for row in ROW.finditer(text):
        pages = re.findall("`([^`]+)`", row["pages"]) or pages
        for page in pages:
            named.setdefault(page, set()).update(re.findall("`([^`]+)`", row["names"]))
    assert named == known()


def test_values_that_once_stood_in_addresses_remain() -> None:
    """Values may be added; one that is taken away would make an old link say less than it did."""
    once = {
        ProjectKind: "investment land building park financing",
        ProjectStatus: "seeking negotiating signed under_construction operating withdrawn",
        CooperationMode: "sole joint_venture cooperation ppp lease acquisition equity",
        DecisionTime: "within_6_months within_1_year within_2_years later",
        InvestmentBand: "0-1 1-5 5-10 10-50 50-",
        LandBand: "0-2 2-5 5-10 10-30 30-",
    }
    for choices, values in once.items():
        assert set(values.split()) <= {choice.value for choice in choices}
    assert {"plant", "land", "hall", "park", "stake"} <= set(PLANS)


OLD = (
    ("projects/?kind=investment.land&sector=electronics", 3),
    ("projects/?sector=equipment&mode=joint_venture.lease&status=seeking", 4),
    ("projects/?sum=10-50.50-&land=10-30&time=within_1_year", 4),
    ("projects/?park=jiangnan-science-park.outside_parks&code=C.C39", 4),
    ("projects/?sector=electronics&sub=passive-components", 2),
    ("projects/?q=%E9%85%92%20%E5%8C%85%E8%A3%85&sort=sum&view=table", 1),
    ("projects/?view=map&sort=newest&closed=1", 0),
    ("projects/?sort=land&utm_source=mail&from=singlemessage&isappinstalled=0", 0),
)
"""Links as they were sent on, with how many filters each holds."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_old_links_to_the_list(watch: Watched, real_address: str, language: Language) -> None:
    """Nothing is left out, each filter is shown, the other language shows the same."""
    page = watch.page
    for address, chips in OLD:
        ready(page, f"{real_address}{language_path(language)}{address}")
        expect(page.locator(".list-results")).to_be_visible()
        expect(page.locator(".list-note")).to_be_empty()
        assert page.locator(".list-chip").count() == chips, address
        view = re.search(r"view=(\w+)", address)
        expect(page.locator(".list-views [aria-pressed=true]")).to_have_attribute("value", view[1] if view else "table")
        sort = re.search(r"sort=(\w+)", address)
        expect(page.locator(".list-sort select")).to_have_value(sort[1] if sort else "weight")
    order = page.locator(".list-sort select").input_value()
    page.locator(".portal-language").click()
    page.wait_for_url(f"{real_address}{'en/' if language == 'zh' else ''}projects/?*")
    expect(page.locator(".list-sort select")).to_have_value(order)


def test_old_links_to_other_pages(watch: Watched, real_address: str) -> None:
    """The projects that they select are shown."""
    page, two = watch.page, "mlcc-passive-components,hdi-circuit-boards"
    wanted = {
        f"compare/?ids={two}&only=differences": ".comparison-table thead th:nth-of-type(3)",
        f"shortlist/?ids={two}": ".shortlist-item[data-id=hdi-circuit-boards]",
        f"enquiry/?ids={two}&desk=station-shanghai": ".project-picker-chosen a[href*=hdi-circuit-boards]",
        "enquiry/?project=hdi-circuit-boards": ".project-picker-chosen a[href*=hdi-circuit-boards]",
        "meeting/?event=online-conference-2020": ".enquiry-form",
        "guide/?sector=electronics&plan=plant&place=jiangnan-science-park&people=200&spend=20%20亿元&start=2027-03"
        "&from=suzhou": ".guide-projects li",
        "policies/?sector=electronics&enterprise=sme&validity=in_force": ".policy-list .chips li",
        "policies/matcher/?sector=electronics&investment=5000wan&hall=3000m2&stage=settling,building&new_to_district=yes"
        "&policy=talent-housing": "[data-policy=talent-housing]",
        "contacts/?from=suzhou&sector=electronics&lang=en&project=hdi-circuit-boards": ".route-result a",
        "search/?q=储能": ".search-results a",
    }
    left_out = ".notice, .project-picker-status, .guide-dropped, .matcher-dropped, .route-dropped"
    for prefix in ("", "en/"):
        for address, selector in wanted.items():
            page.goto(f"{real_address}{prefix}{address}")
            expect(page.locator(selector).first).to_be_visible()
            notices = " ".join(page.locator(left_out).all_inner_texts())
            assert not re.search("left out|not known|已忽略|未识别|无法识别", notices), (address, notices)
