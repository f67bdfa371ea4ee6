"""The page of a firm that has settled here."""

from investment_portal.components.badges import badges, freshness
from investment_portal.components.cards import park_card, project_card
from investment_portal.components.charts.steps import figure_parts
from investment_portal.components.context import Context
from investment_portal.components.fields import facts
from investment_portal.components.media import image_section
from investment_portal.components.parts import Fact, Facts, Part, ProseBlock, RecordView, Section
from investment_portal.components.sections import cards, filled, prose
from investment_portal.components.timeline import timeline
from investment_portal.formatting.markdown import rich
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.firm import Firm
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.pages.chains.position import chain_position
from investment_portal.pages.contacts.routes import route_section
from investment_portal.pages.excerpts import FirmExcerpt, of_firm
from investment_portal.pages.figure_sources import sources
from investment_portal.pages.page_kind import Page, PageKind
from investment_portal.pages.provenance import crumbs, notes, provenance, source_text

FACTS = ("products", "sector", "park", "chain_node", "attracted_on", "production_on", "full_production_on", "output")
DATES = ("attracted_on", "production_on", "full_production_on")


def page(context: Context, firm: Firm, excerpt: FirmExcerpt) -> Page:
    """Return the page of a firm."""
    return Page(
        context.address,
        "firms",
        firm.name.in_(context.language),
        firm.summary.in_(context.language),
        view(context, firm, excerpt),
        firm.published_on.isoformat(),
        context.catalog.site.organiser.in_(context.language),
    )


def view(context: Context, firm: Firm, excerpt: FirmExcerpt) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    story = label_of(Firm, "story").in_(language)
    park = context.catalog.parks.get(firm.park or "")
    sections = [
        Section("facts", words["key_facts"], [Facts(facts(context, firm, FACTS, known_only=True), wide=True)]),
        Section("story", story, _story(context, firm)),
        image_section(context, firm.images),
        Section(
            "dates",
            words["dates"],
            timeline(
                context,
                [(getattr(firm, name), label_of(Firm, name).in_(language)) for name in DATES],
            ),
        ),
        *([chain_position(context, firm.chain_node, excerpt.around)] if firm.chain_node else []),
        *_related_firms(context, firm, excerpt),
        Section("park", words["park"], cards([park_card(context, park)] if park else [])),
        provenance(context, firm),
    ]
    return RecordView(
        kind="firm",
        title=firm.name.in_(language),
        lead=firm.summary.in_(language),
        crumbs=crumbs(context, "firm"),
        badges=[*badges(context, firm), freshness(context, firm)],
        sections=filled(sections),
        aside=[route_section(context, sector=firm.sector, page_contact=park.contact if park else None)],
        notes=notes(context, "firm", firm),
        figures=_figures(context, firm),
        styles=("places",),
    )


def _story(context: Context, firm: Firm) -> list[Part]:
    """Return how the firm settled: text, figures with their sources, words of the firm."""
    label = label_of(Firm, "story_figures").in_(context.language)
    shown = prose(context, firm.story) + figure_parts(context, label, firm.story_figures, owner=firm.id)
    if firm.story_figures:
        shown += sources(context, firm, firm.story_figures)
    for quotation in firm.quotations:
        day = show(quotation.on, context.language)
        role = context.words("place_quoted", speaker=quotation.speaker.in_(context.language), day=day)
        origin = [source_text(context, quotation.source)] if quotation.source else []
        words = quotation.text.in_(context.language).replace("\n", " ")
        line = context.words["semicolon"].join([role, *origin])
        shown.append(ProseBlock(rich(f"“{words}”\n\n— {line}")))
    return shown


def _figures(context: Context, firm: Firm) -> list[Fact]:
    """Return the case in a few figures: arrival, duration, products."""
    words = context.words
    shown = facts(context, firm, ("attracted_on", "production_on"), known_only=True)
    months = months_between(firm.attracted_on, firm.production_on)
    if months is not None:
        shown.append(Fact(words["place_months"], words.count("place_months_n", months)))
    # The basis stays beside the figure: an expected output must not look like a reached one.
    return [*shown, *facts(context, firm, ("output",), known_only=True)]


def months_between(start: PartialDate | None, end: PartialDate | None) -> int | None:
    """Count the months from one date to another, where both are known to the month."""
    if not (start and end and start.month and end.month):
        return None
    return 12 * (end.year - start.year) + end.month - start.month


def _related_firms(context: Context, firm: Firm, excerpt: FirmExcerpt) -> list[Section]:
    """Return the projects at the firm's own link; then those of its sector, in its park where it has one."""
    words = context.words
    title = words["place_same_park" if firm.park else "place_sector"]
    return [
        Section("projects", words["same_link"], cards([project_card(context, project) for project in excerpt.link])),
        Section("others", title, cards([project_card(context, other) for other in excerpt.others])),
    ]


KIND = PageKind("firms", page, "firm", of_firm)
