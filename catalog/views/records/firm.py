"""The page of a firm that has settled here."""

from collections.abc import Iterator

from catalog.model.base import label_of
from catalog.model.firm import Firm
from catalog.views.badges import badges
from catalog.views.cards import project_card
from catalog.views.compose import cards, filled, prose
from catalog.views.context import Context
from catalog.views.desks import route_section
from catalog.views.fields import facts
from catalog.views.page import Page, PageKind
from catalog.views.parts import Facts, RecordView, Section
from catalog.views.provenance import crumbs, notes, provenance
from catalog.views.timeline import timeline

FACTS = ("products", "sector", "park", "chain_node", "attracted_on", "production_on", "full_production_on", "output")
DATES = ("attracted_on", "production_on", "full_production_on")
MOST_PROJECTS = 3


def pages(context: Context) -> Iterator[Page]:
    """Give the page of every firm."""
    for firm in context.catalog.firms.values():
        here = context.at(context.record_address("firm", firm.id))
        yield Page(
            here.address,
            "firms",
            firm.name.in_(here.language),
            firm.summary.in_(here.language),
            view(here, firm),
            firm.published_on.isoformat(),
            context.catalog.site.organiser.in_(here.language),
        )


def view(context: Context, firm: Firm) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    near = [
        one
        for one in context.catalog.projects.values()
        if one.chain_node and one.chain_node == firm.chain_node and not one.withdrawn
    ]
    story = label_of(Firm, "story").in_(language)
    sections = [
        Section("facts", words["key_facts"], [Facts(facts(context, firm, FACTS, known_only=True), wide=True)]),
        Section(
            "dates",
            words["dates"],
            timeline(
                context,
                [(getattr(firm, name), label_of(Firm, name).in_(language)) for name in DATES],
            ),
        ),
        Section("story", story, prose(context, firm.story)),
        Section(
            "projects",
            words["same_link"],
            cards([project_card(context, one) for one in near[:MOST_PROJECTS]]),
        ),
        provenance(context, firm),
    ]
    return RecordView(
        title=firm.name.in_(language),
        lead=firm.summary.in_(language),
        crumbs=crumbs(context, "firm"),
        badges=badges(context, firm),
        sections=filled(sections),
        aside=[route_section(context, sector=firm.sector)],
        notes=notes(context, "firm", firm),
    )


KIND = PageKind("firms", pages, "firm")
