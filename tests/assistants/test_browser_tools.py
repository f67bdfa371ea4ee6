"""The tools for an assistant of the browser (WebMCP), called through the interface as its draft describes it.

The stand-in checks what the draft demands of a tool; the answers are those of the engines in Python.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from investment_portal.assistants.tools import Tools
from investment_portal.domain.costs.prices import prices_of
from investment_portal.domain.costs.sheet import sheet
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.quantities import Area
from tests.browser.watching import watched
from tests.sites import REAL_DAY, Site

STAND_IN = """
(() => {
  const tools = new Map();
  const context = {
    async registerTool(tool, { signal } = {}) {
      if (!/^[\\w.-]{1,128}$/.test(tool.name)) throw new DOMException("name", "InvalidStateError");
      if (tools.has(tool.name)) throw new DOMException("twice", "InvalidStateError");
      if (typeof tool.description !== "string" || !tool.description) throw new TypeError("description");
      if (typeof tool.execute !== "function") throw new TypeError("execute");
      const { name, description, annotations } = tool;
      const inputSchema = JSON.parse(JSON.stringify(tool.inputSchema));
      signal?.addEventListener("abort", () => tools.delete(name));
      tools.set(name, { name, description, inputSchema, annotations, execute: tool.execute });
    },
  };
  Object.defineProperty(HOLDER, "modelContext", { value: context });
  window.standIn = tools;
})();
"""

CALL = """async ([name, input]) => {
  try {
    return { value: JSON.parse(JSON.stringify(await window.standIn.get(name).execute(input, {}))) };
  } catch (error) {
    return { error: error.message };
  }
}"""
READY = "() => window.standIn.size === 6"
PAGES = ("projects/", "policies/matcher/", "contacts/", "costs/", "compare/")


def opened(page: Page, address: str, holder: str = "document") -> Page:
    """Open a page in a browser with an assistant, on the day of the site."""
    page.clock.set_fixed_time(datetime.combine(REAL_DAY, time(4), UTC))
    page.add_init_script(STAND_IN.replace("HOLDER", holder))
    page.goto(address)
    page.wait_for_function(READY)
    return page


def call(page: Page, name: str, arguments: dict[str, Any]) -> Any:
    """Return what a tool answers, or the sentence of its error."""
    answer = page.evaluate(CALL, [name, arguments])
    return answer.get("value", answer.get("error"))


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Return each language."""
    chosen: Language = request.param
    return chosen


@pytest.fixture(scope="module")
def page(chromium: Browser, real_address: str, language: Language) -> Iterator[Page]:
    """Return a page with tools."""
    with watched(chromium) as watch:
        yield opened(watch.page, f"{real_address}{language_path(language)}projects/")
        assert watch.faults == []


@pytest.fixture
def engines(real: Site) -> Tools:
    """Return the tools of the server, which answer from the engines in Python."""
    return Tools(real.catalog, REAL_DAY)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("holder", ["document", "navigator"])
def test_pages_of_tools_offer_them(chromium: Browser, real_address: str, path: str, holder: str) -> None:
    """Each is described, takes an object that allows no other keys, and says that it changes nothing."""
    with watched(chromium) as watch:
        opened(watch.page, f"{real_address}{path}", holder)
        tools = watch.page.evaluate("() => JSON.parse(JSON.stringify([...window.standIn.values()]))")
        for tool in tools:
            assert tool["annotations"] == {"readOnlyHint": True}
            assert tool["inputSchema"]["additionalProperties"] is False
            assert all(entry["description"] for entry in tool["inputSchema"]["properties"].values())
        assert watch.faults == []


def test_without_an_assistant_nothing_is_loaded(chromium: Browser, real_address: str) -> None:
    """Neither the script nor its data."""
    with watched(chromium) as watch:
        requests: list[str] = []
        watch.page.on("request", lambda request: requests.append(request.url))
        watch.page.goto(f"{real_address}projects/", wait_until="networkidle")
        assert not any("assistant" in address for address in requests)


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"sector": "baijiu"},
        {"sector": "baijiu", "least_investment": "10 亿元"},
        {"most_investment": "CNY 200 million", "include_closed": True},
        {"park": "baijiu-park"},
        {"stage": "feasibility"},
    ],
)
def test_projects_are_those_of_the_engine(
    page: Page, engines: Tools, language: Language, filters: dict[str, Any]
) -> None:
    """The same ones for each filter, with their names and pages."""
    answer = call(page, "find_projects", filters)
    expected = engines.find_projects(**filters, language=language)
    assert answer["count"] == expected["count"]
    shown = {project["id"]: (project["name"], project["page"]) for project in answer["projects"]}
    assert shown == {project["id"]: (project["name"], project["page"]) for project in expected["projects"]}


def test_words_are_those_of_the_list(page: Page, engines: Tools, real: Site, language: Language) -> None:
    """Names, summaries and the other texts that the list of projects looks through, in both languages."""
    project = real.catalog.projects["baijiu-brewing-base"]
    for text in (project.name.en, project.name.zh, "baijiu park", "储能"):
        ids = {entry["id"] for entry in call(page, "find_projects", {"text": text})["projects"]}
        assert ids
        assert ids <= {entry["id"] for entry in engines.find_projects(text=text, language=language)["projects"]}
    assert call(page, "find_projects", {"text": "zzzz"}) == {"count": 0, "projects": []}


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"sector": "baijiu", "investment": "1 亿元", "jobs": "200", "foreign_funded": "yes"},
        {"sector": "equipment", "investment": "USD 20 million", "equipment": "5000 万元", "hall": "3000 m²"},
    ],
)
def test_incentives_are_those_of_the_engine(
    page: Page, engines: Tools, language: Language, facts: dict[str, str]
) -> None:
    """Verdicts, sums, missing facts, and the best combination."""
    answer = call(page, "match_incentives", {"facts": facts})
    expected = engines.match_incentives(facts, language)
    assert answer.pop("note")
    assert answer == json.loads(json.dumps(expected))


@pytest.mark.parametrize(
    "question",
    [{}, {"origin": "suzhou", "sector": "baijiu"}, {"project": "baijiu-brewing-base"}, {"sector": "medicine"}],
)
def test_contacts_are_those_of_the_route(
    page: Page, engines: Tools, language: Language, question: dict[str, str]
) -> None:
    """In their order, with the reason, phone, mail and page."""
    answer = call(page, "route_to_contact", question)["contacts"]
    expected = engines.route_to_contact(**question, language=language)
    keys = ("id", "name", "unit", "why", "mail", "page")
    assert [[contact[key] for key in keys] for contact in answer] == [
        [contact[key] for key in keys] for contact in expected
    ]
    assert [contact["phone"] for contact in answer] == [
        str(contact["phone"]) if contact["phone"] else contact["phone"] for contact in expected
    ]


def test_costs_are_those_of_the_engine(page: Page, real: Site) -> None:
    """To the fen, park by park; without any quantity the tool says what it needs."""
    answer = call(page, "cost_sheet", {"land": "100 亩", "power": "2000000"})
    quantities = {"land": Fraction(Area.parse("100 亩").thirds) / 3, "power": Fraction(2_000_000)}
    assert [park["id"] for park in answer["parks"]]
    for park in answer["parks"]:
        prices = {utility.value: prices for utility, prices, _ in prices_of(real.catalog.parks[park["id"]])}
        expected = sheet(quantities, prices, Fraction(1, 10), [], [])
        for name, (low, high) in (("once", expected.once), ("yearly", expected.yearly)):
            assert park[name] == {"least": low / 100, "most": high / 100}
        assert park["complete"] == expected.complete
    assert "land" in call(page, "cost_sheet", {"sector": "baijiu"})


def test_comparisons_are_those_of_the_page(page: Page, real: Site, language: Language) -> None:
    """Each line with the values of all projects; the larger investment differs."""
    ids = ["baijiu-brewing-base", "baijiu-packaging-park"]
    answer = call(page, "compare_projects", {"ids": ids})
    assert [project["id"] for project in answer["projects"]] == ids
    shown = {show(real.catalog.projects[id_].investment, language) for id_ in ids}
    assert any(shown == set(line["values"].values()) and line["differs"] for line in answer["lines"])
    assert any(line["best"] for line in answer["lines"])


@pytest.mark.parametrize(
    ("name", "arguments", "part"),
    [
        ("find_projects", {"sector": "bajiu"}, "bajiu"),
        ("find_projects", {"least_investment": "much"}, "much"),
        ("match_incentives", {"facts": {"jobz": "3"}}, "jobz"),
        ("match_incentives", {"facts": {"foreign_funded": "maybe"}}, "maybe"),
        ("route_to_contact", {"project": "no-project"}, "no-project"),
        ("compare_projects", {"ids": ["baijiu-brewing-base"]}, "2"),
        ("compare_projects", {"ids": ["baijiu-brewing-base", "no-project"]}, "no-project"),
    ],
)
def test_wrong_arguments_are_named(
    page: Page, language: Language, name: str, arguments: dict[str, Any], part: str
) -> None:
    """In a sentence of the page's language."""
    answer = call(page, name, arguments)
    assert isinstance(answer, str)
    assert part in answer or (language == "en" and name == "compare_projects" and "two to five" in answer)


def test_ids_are_those_of_the_records(page: Page, real: Site) -> None:
    """Every id that another tool takes."""
    answer = call(page, "list_ids", {})
    assert set(answer["sectors"]) == set(real.catalog.sectors)
    assert set(answer["parks"]) == set(real.catalog.parks)
    assert set(answer["origins"]) == set(real.catalog.origins)
    assert {fact["id"] for fact in answer["facts"]} >= {"sector", "investment", "jobs"}
    assert answer["stages"]
