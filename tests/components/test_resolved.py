"""Computed parts of pages: whom to call, and which policies apply."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from investment_portal.components.context import Context
from investment_portal.components.fields import make_fact
from investment_portal.components.parts import Ladder, RecordView, Route, Section
from investment_portal.domain.coverage import applying
from investment_portal.domain.routes import route
from investment_portal.languages import LANGUAGES, Language
from investment_portal.pages.projects.fragments import IncentiveRows
from tests.sites import Site


def views(site: Site, language: Language) -> dict[str, RecordView]:
    """Return the view of every page by its address; that of a project with the sections that it shares with others."""
    shown = {page.address: page.view for _, page in site.record_pages(language)}
    for project in site.catalog.projects.values():
        address, shared = f"projects/{project.id}/", site.shared_sections(language, project.id)
        view = shown[address]
        sections = [shared.get(section.id, section) for section in view.sections]
        aside = [shared["contact"], *(part for part in view.aside if isinstance(part, Section))]
        assert len(aside) == len(view.aside)
        shown[address] = replace(view, sections=sections, aside=aside)
    return shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_a_contact_that_can_be_reached(real: Site, language: Language) -> None:
    """The page of a contact names who else answers."""
    for address, view in views(real, language).items():
        routes = [part for section in view.aside for part in section.parts if isinstance(part, Ladder | Route)]
        contacts = [card for route_part in routes for card in route_part.contacts]
        assert contacts, address
        assert all(card.phone or card.mail for card in contacts), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_project_leads_to_its_own_route(real: Site, language: Language) -> None:
    """First the contact that the route puts first, in the reader's language."""
    context = real.context(language)
    shown = views(real, language)
    for project in real.catalog.projects.values():
        sector, contacts = project.sector, project.contacts
        legs = route(real.catalog, real.day, origin=None, sector=sector, language=language, contacts=contacts)
        card = shown[context.record_address("project", project.id)].first_contact
        assert card is not None
        assert card.name == legs[0].contact.name.in_(language)
        assert card.href == f"../../contacts/{legs[0].contact.id}/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_project_shows_the_policies_that_apply(real: Site, language: Language) -> None:
    """Every one that applies, none of them out of force."""
    context = real.context(language)
    shown = views(real, language)
    for project in real.catalog.projects.values():
        view = shown[context.record_address("project", project.id)]
        section = next(part for part in view.sections if part.id == "policies")
        shown_rows = [part for part in section.parts if isinstance(part, IncentiveRows)]
        rows = [row.title for part in shown_rows for row in (*part.rows, *part.more)]
        policies = applying(real.catalog, project.sector, tuple(project.policies), real.day)
        wanted = [policy.name.in_(language) for policy in policies]
        assert rows
        assert sorted(rows) == sorted(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_have_ids_of_their_own(real: Site, full: Site, language: Language) -> None:
    """A link to a part of a page leads to one place."""
    for site in (real, full):
        for address, view in views(site, language).items():
            ids = [section.id for section in (*view.sections, *view.aside)]
            assert len(set(ids)) == len(ids), address


@pytest.mark.parametrize(("language", "mark"), [("zh", "（已到期）"), ("en", " (lapsed)")])
def test_a_lapsed_contact_is_marked_where_a_record_names_it(real: Site, language: Language, mark: str) -> None:
    """From the day after its last on, on the page of each record that still names it; not before."""
    contact = next(record for record in real.catalog.contacts.values() if record.valid_until)
    last = contact.valid_until
    assert last is not None
    for day, ending in ((last, ""), (last + timedelta(days=1), mark)):
        shown = make_fact(on_day(real.context(language), day), "", [contact.id], "contact").value
        assert isinstance(shown, tuple)
        assert shown[0].text == contact.name.in_(language) + ending


def on_day(context: Context, day: date) -> Context:
    """Return the context on another day."""
    return context.for_page(context.address, {}, context.history, day)
