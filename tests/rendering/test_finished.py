"""Finished sections stand in a page as if they were rendered with it."""

from collections.abc import Sequence

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from investment_portal.components.context import Context
from investment_portal.components.parts import Card, Cards, Finished, Part, Section
from investment_portal.languages import LANGUAGES, Language
from investment_portal.pages.page_kind import Page
from investment_portal.rendering.renderer import Renderer
from investment_portal.rendering.sources import Sources
from investment_portal.rendering.templates import Templates
from tests.rendering.same_pages import visible
from tests.sites import Site


@pytest.fixture
def templates(full: Site) -> Templates:
    """Return the templates of the portal."""
    return Templates(Sources(full.portal))


def pages(site: Site, language: Language) -> list[tuple[Context, Page]]:
    """Return every page that shows a record, with its context before it."""
    context = site.context(language)
    return [(context.at(page.address), page) for _, page in site.record_pages(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_can_be_finished(full: Site, templates: Templates, language: Language) -> None:
    """Those of the page and those beside it; the list of what is on the page names them."""
    renderer = Renderer(templates, full.context(language).words)

    def finished(context: Context, sections: Sequence[Section | Finished]) -> list[Finished]:
        return [
            section
            if isinstance(section, Finished)
            else Finished(Markup(renderer.shortcode(context, [section])), section.id, section.title)  # noqa: S704
            for section in sections
            if section.html or section.parts
        ]

    for context, page in pages(full, language):
        view = page.view
        sections, aside = finished(context, view.sections), finished(context, view.aside)
        html = renderer.record(context, replace(view, sections=sections, aside=aside, call=view.first_contact))
        assert visible(html) == visible(renderer.record(context, view))


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_can_be_finished(full: Site, templates: Templates, language: Language) -> None:
    """A card that can be kept still brings what its button needs."""
    words = full.context(language).words
    renderer = Renderer(templates, words)

    def html(card: Card, level: int) -> str:
        return templates.render("elements/card.html", card=card, level=level, words=words)

    def finished(part: Part) -> Part:
        if not isinstance(part, Cards):
            return part
        cards = [
            Finished(Markup(html(card, part.level)), card.id)  # noqa: S704
            for card in part.cards
            if isinstance(card, Card)
        ]
        return replace(part, cards=cards)

    for context, page in pages(full, language):
        view = page.view
        sections = [
            replace(section, parts=[finished(part) for part in section.parts])
            if isinstance(section, Section)
            else section
            for section in view.sections
        ]
        assert visible(renderer.record(context, replace(view, sections=sections))) == visible(
            renderer.record(context, view)
        )
