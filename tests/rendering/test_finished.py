"""What was rendered before stands in a page as if it were rendered with it."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from catalog.languages import LANGUAGES, Language
from catalog.pour.renderer import Renderer
from catalog.views.context import Context
from catalog.views.parts import Card, Cards, Finished, Part, RecordView, Section
from catalog.views.records.project import page
from investment_portal.rendering.templates import Templates
from tests.rendering.same_pages import visible
from tests.sites import Site


def finished(renderer: Renderer, here: Context, sections: Sequence[Section | Finished]) -> list[Finished]:
    """Render sections before their page."""
    return [renderer.section(here, one) for one in sections if isinstance(one, Section) and one.parts]


def with_cards(renderer: Renderer, here: Context, part: Part) -> Part:
    """Render the cards of a list before the list."""
    if not isinstance(part, Cards):
        return part
    cards = [renderer.card(here, card, part.level) for card in part.cards if isinstance(card, Card)]
    return replace(part, cards=cards)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_can_be_finished(full: Site, language: Language) -> None:
    """Those of the page and those beside it; the list of what is on the page names them."""
    context = full.context(language)
    renderer = Renderer(Templates(full.portal), context.words)
    for project in full.catalog.projects.values():
        here = context.at(f"projects/{project.id}/")
        view = page(here, project).view
        sections, aside = (finished(renderer, here, found) for found in (view.sections, view.aside))
        other: RecordView = replace(view, sections=sections, aside=aside, call=view.desk)
        assert visible(renderer.record(here, other)) == visible(renderer.record(here, view))


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_can_be_finished(full: Site, language: Language) -> None:
    """Among others too; a card that can be kept brings what its button needs."""
    context = full.context(language)
    renderer = Renderer(Templates(full.portal), context.words)
    for project in full.catalog.projects.values():
        here = context.at(f"projects/{project.id}/")
        view = page(here, project).view
        sections = [
            replace(one, parts=[with_cards(renderer, here, part) for part in one.parts])
            for one in view.sections
            if isinstance(one, Section)
        ]
        html = renderer.record(here, replace(view, sections=sections))
        assert visible(html) == visible(renderer.record(here, view))
