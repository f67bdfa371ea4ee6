"""Related records on pages: the reason for each, gaps of a chain, sizes of projects."""

from collections.abc import Iterable
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest

from investment_portal.components.context import Context
from investment_portal.components.parts import Card, Cards, Folded, Part, RecordView, Section
from investment_portal.domain.bands import hall_bands, hall_total, office_band, plot_bands
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.controlled_values import LinkState
from investment_portal.models.convert import convert
from investment_portal.models.park import Hall, Plot
from investment_portal.models.project import Project
from investment_portal.pages.chains import page as chain_page
from investment_portal.pages.chains.map import ChainTable
from investment_portal.pages.chains.position import ChainPosition
from investment_portal.pages.excerpts import of_chain, of_firm
from investment_portal.pages.firms import page as firm_page
from investment_portal.pages.projects.sections import ConditionSheet, Reasoned, amap, phone_map, related
from tests.sites import Site

HERE = "projects/mlcc-passive-components/"


def section(view: RecordView, name: str) -> Section:
    """Find a section of a page."""
    return next(section_ for section_ in view.sections if isinstance(section_, Section) and section_.id == name)


def cards_of(parts: Iterable[Part]) -> list[Card]:
    """Return the cards among the parts of a section."""
    all_cards = [card for part in parts if isinstance(part, Cards) for card in part.cards]
    return [card for card in all_cards if isinstance(card, Card)]


def at(site: Site, language: Language, address: str = HERE) -> Context:
    """Look from a page."""
    return site.context(language).at(address)


def related_to(site: Site, project: Project) -> list[Reasoned]:
    """Return the related projects of a project with their reasons in English."""
    index = site.data.index
    nearest = site.data.neighbours(index.projects[project.id])
    return list(related(at(site, "en"), ((index.projects[id_], ties) for id_, ties in nearest.related)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_policy_says_why(real: Site, language: Language) -> None:
    """Named ones say so; those of the sector name it; no card is without its reason."""
    context = at(real, language)
    for project in real.catalog.projects.values():
        parts = real.shared_sections(language, project.id)["policies"].parts
        folded = [inner for part in parts if isinstance(part, Folded) for inner in part.parts]
        cards = cards_of((*parts, *folded))
        assert len({card.href for card in cards}) == len(cards)
        named = {real.catalog.policies[id_].name.in_(language) for id_ in project.policies}
        for card in cards:
            assert card.text
            assert (context.words["project_why_named"] in card.text) == (card.title in named), card.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_unknown_condition_says_whom_to_ask(real: Site, language: Language) -> None:
    """With the contact that the route begins with, and only where something is unknown."""
    for _, page in real.project_pages(language):
        view = page.view
        sheet = section(view, "conditions").parts[0]
        assert isinstance(sheet, ConditionSheet)
        if sheet.known == sheet.total:
            assert sheet.contact is None
        else:
            assert sheet.contact
            assert view.first_contact
            assert view.first_contact.name in sheet.contact.text
            assert sheet.contact.href == view.first_contact.href


def test_related_projects_have_their_reason(real: Site) -> None:
    """The nearest first: the same link, next to it in the chain, then the sector; never the project itself."""
    words = real.context("en").words
    for project in real.catalog.projects.values():
        related_projects = related_to(real, project)
        assert len(related_projects) == 3
        assert project.id not in {entry.project.id for entry in related_projects}
        for other, reason in related_projects:
            same_park = bool(other.place.park) and other.place.park == project.place.park
            assert (words["project_same_park"] in reason) == same_park
            assert reason
    passives = real.catalog.projects["mlcc-passive-components"]
    reasons = {entry.project.id: entry.reason for entry in related_to(real, passives)}
    assert words["project_before"] in reasons["ceramic-substrates"]
    assert words["project_after"] in reasons["hdi-circuit-boards"]


def test_the_chain_names_both_sides(real: Site) -> None:
    """As staff drew the flows; the page's own project is not listed again."""
    around = real.data.surroundings["electronics/passive-components"]
    assert around.before == ("electronics/electronic-materials",)
    assert around.after == ("electronics/circuit-boards", "electronics/power-storage")
    pages = {project.id: (project, page) for project, page in real.project_pages("en")}
    project, page = pages["mlcc-passive-components"]
    strip = section(page.view, "chain").parts[0]
    assert isinstance(strip, ChainPosition)
    link_ = strip.stages[1].links[0]
    assert link_.here
    assert [link.text for link in link_.firms] == [real.catalog.firms["shengrongda-capacitor"].name.en]
    assert project.name.en not in [link.text for link in link_.projects]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gap_leads_on(real: Site, language: Language) -> None:
    """To its projects, else to the contacts; and to a site, in its row or below the rows where all agree."""
    for chain in real.catalog.chains.values():
        view = chain_page.view(at(real, language, f"chains/{chain.id}/"), chain, of_chain(real.data, chain))
        (table,) = [part for part in section(view, f"chain-{chain.id}").parts if isinstance(part, ChainTable)]
        for node, row in zip(chain.nodes, table.rows, strict=True):
            if node.state is not LinkState.GAP:
                continue
            assert row.name.text == node.name.in_(language)
            assert row.state.tone == "warn"
            assert row.projects
            assert all(link.href.startswith(("../../projects/", "../../contacts/")) for link in row.projects)
            sites = table.common or row.sites
            assert sites
            assert all(link.href.startswith("../../parks/") for link in sites)


def test_months_from_decision_to_production(real: Site) -> None:
    """Known where both are known to the month, and shown with the output's basis."""
    firm = real.catalog.firms["shengrongda-capacitor"]
    assert firm_page.months_between(firm.attracted_on, firm.production_on) == 9
    assert firm_page.months_between(firm.attracted_on, firm.full_production_on) is None
    figures = firm_page.view(at(real, "en", "firms/shengrongda-capacitor/"), firm, of_firm(real.data, firm)).figures
    assert figures[-1].note


def plot(area: str) -> Plot:
    """Offer a plot."""
    return convert(Plot, {"name": {"zh": "地块", "en": "Plot"}, "area": area, "zoning": {"zh": "工业", "en": "Any"}})


def hall(area: str, free: str | None = None) -> Hall:
    """Offer a hall."""
    return convert(Hall, {"name": {"zh": "厂房", "en": "Hall"}, "area": area, "available_from": free})


def test_sizes_that_investors_ask_for() -> None:
    """2 to 5 ha and 2,000 to 5,000 m² with both ends, offices up to 500 m²; sums are exact."""
    small, middle, large = plot_bands([plot(size) for size in ("1.9 公顷", "30 亩", "75 亩", "5.1 公顷", "3 公顷")])
    assert [len(band.offers) for band in (small, middle, large)] == [1, 3, 1]
    assert (middle.total.least.number, middle.total.least.unit) == (Decimal(10), "公顷")
    halls = [
        hall("500 m²", "2027-03"),
        hall("501 m²"),
        hall("2000 m²", "2027"),
        hall("5000 m²", "2026-12"),
        hall("1 万平方米"),
    ]
    assert [len(band.offers) for band in hall_bands(halls)] == [1, 2, 1]
    assert str(hall_bands(halls)[1].soonest) == "2026-12"
    assert hall_bands(halls)[0].soonest is None
    assert len(office_band(halls).offers) == 1
    assert hall_total(halls).least.number == Decimal(18001)


def test_map_links_give_the_point_in_their_own_datum(full: Site) -> None:
    """Some 300 metres lie between the two."""
    position = full.catalog.projects["hostile-hall"].place.position
    assert position
    assert phone_map(position) == "geo:28.87,105.44?q=28.87,105.44"
    link = urlsplit(amap(position, 'Hall & "one"'))
    query = parse_qs(link.query)
    lon, lat = query["position"][0].split(",")
    assert link.hostname == "uri.amap.com"
    assert query["name"] == ['Hall & "one"']
    assert Decimal("0.001") < abs(Decimal(lon) - position.lon) < Decimal("0.006")
    assert Decimal("0.001") < abs(Decimal(lat) - position.lat) < Decimal("0.006")
