"""Project cards: the same lines on every page, as the list shows them."""

from datetime import date

from msgspec.structs import replace

from investment_portal.components.cards import project_card
from investment_portal.components.context import Context
from investment_portal.components.parts import Card
from investment_portal.domain.summary import ProjectSummary, summary_of
from investment_portal.formatting.words import read_words
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from tests.overlay import PORTAL

DAY = date(2026, 6, 1)


def card(tiny: Catalog, project: ProjectSummary, *, placed: bool = False) -> Card:
    """Return the card of a project in English."""
    return project_card(Context(tiny, DAY, "en", read_words(PORTAL, "en")), project, placed=placed)


def test_a_card_tells_stage_and_day_of_verification(tiny: Catalog) -> None:
    """Sector, sum and space in one line; that a project seeks an investor goes without saying."""
    project = summary_of(tiny.projects["bottling-line"])
    shown = card(tiny, project)
    assert shown.line[0] == "Food"
    assert "CNY" in shown.line[1].replace("\xa0", " ")
    assert (shown.state, shown.verified.replace("\xa0", " ")) == ("Approval", "Verified 5 May 2026")
    assert shown.badges == []


def test_a_card_marks_what_is_no_longer_on_offer(tiny: Catalog) -> None:
    """Any status besides seeking an investor stands beside the stage."""
    project = replace(summary_of(tiny.projects["bottling-line"]), status=ProjectStatus.NEGOTIATING)
    assert [badge.text for badge in card(tiny, project).badges] == ["In negotiation"]


def test_a_card_among_those_of_a_sector_names_the_place(tiny: Catalog) -> None:
    """The sector is the same for all of them."""
    project = summary_of(tiny.projects["bottling-line"])
    assert card(tiny, project, placed=True).line[0] != "Food"
