"""The style guide: every component in its states, on a page that only the preview shows."""

from collections.abc import Iterator

from msgspec.structs import replace

from investment_portal.components.badges import badges, freshness
from investment_portal.components.cards import event_card, park_card, policy_card, project_card
from investment_portal.components.context import Context
from investment_portal.components.fields import facts
from investment_portal.components.land import land_label
from investment_portal.components.parts import (
    Badge,
    Bullets,
    Card,
    Cards,
    Cell,
    Fact,
    Facts,
    Finished,
    Folded,
    GroupedTable,
    Inline,
    Jump,
    KeyFigures,
    Link,
    Part,
    ProseBlock,
    Route,
    Section,
    ShownStep,
    SourceLine,
    Steps,
    Table,
    TableGroup,
    TableRow,
)
from investment_portal.components.timeline import timeline
from investment_portal.domain.compliance.duty import Assessment, State
from investment_portal.domain.compliance.registry import DUTIES_BY_KEY
from investment_portal.domain.compliance.report import AssessedDuty
from investment_portal.domain.related import LIMIT
from investment_portal.domain.routes import route
from investment_portal.formatting.markdown import rich
from investment_portal.formatting.values import show
from investment_portal.languages import Sentence
from investment_portal.models.controlled_values import DutyEffect, EventKind
from investment_portal.pages.chains.map import chain_section, chain_table
from investment_portal.pages.chains.position import chain_position
from investment_portal.pages.changes.entries import Changes, Visits, days
from investment_portal.pages.compare.selection import compare_chunks, shortlist_links
from investment_portal.pages.compare.shortcodes import compare
from investment_portal.pages.compliance.view import DutyList, shown_duty
from investment_portal.pages.contacts.routes import contact_card, contact_cards, first_contact
from investment_portal.pages.contacts.sheet import Code
from investment_portal.pages.costs.costs import costs
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.embeds.shortcodes import code_form
from investment_portal.pages.enquiry.data import names_chunks
from investment_portal.pages.enquiry.shortcodes import meeting
from investment_portal.pages.excerpts import of_chain
from investment_portal.pages.guide.guide import guide
from investment_portal.pages.home.shortcodes import hero, sector_tiles
from investment_portal.pages.matcher.links import entry
from investment_portal.pages.matcher.matcher import matcher
from investment_portal.pages.parks.schematic import schematic_section
from investment_portal.pages.privacy.shortcodes import clear_stored
from investment_portal.pages.projects.fragments import policy_section
from investment_portal.pages.projects.list import whole, whole_list_excerpt
from investment_portal.pages.projects.sections import ConditionSheet, condition_section, take_away
from investment_portal.pages.provenance import source_text
from investment_portal.pages.requirements.requirements import requirement_chunks, requirements
from investment_portal.pages.search.a_to_z import search_excerpt, site_search
from investment_portal.pages.styleguide.examples import changed, charts, people, policies

LONG = 3
"""Repetitions of a text in samples of over-long texts."""


def samples(context: Context, data: Dataset) -> list[Section]:
    """Return a section for each component; its title is the component's name in code."""
    return [
        Section(f"component-{name}", name, parts)
        for make in (_texts, _lists, _people, _drawn, _selections, charts, policies, people)
        for name, parts in make(context, data)
    ]


def _texts(context: Context, data: Dataset) -> Iterator[tuple[str, list[Part]]]:
    words, catalog = context.words, context.catalog
    unknown = Fact(words["total_investment"], words["unknown"], known=False)
    project = data.project(next(iter(data.index.projects)))
    known = facts(context, project, ("name", "sector", "investment", "land_area"), known_only=True)
    text = project.summary.in_(context.language)
    yield "facts", [Facts([*known, unknown], wide=True), Facts([Fact(words["column_projects"], _repeated(text), text)])]
    yield "key_figures", [KeyFigures([*known[2:], Fact(words["column_projects"], "1,234,567", text)])]
    yield "prose", [ProseBlock(rich(f"{text}\n\n- {text}\n- **{words['example']}** {text}\n\n1. {text}"))]
    yield "finished", [Finished(rich(text))]
    yield "bullets", [Bullets([text, _repeated(text)])]
    yield "inline", [Inline("95.9")]
    yield "source_line", [SourceLine(source_text(context, id_)) for id_ in catalog.sources]


def _lists(context: Context, data: Dataset) -> Iterator[tuple[str, list[Part]]]:
    words, catalog = context.words, context.catalog
    tones = [Badge(tone, tone) for tone in ("good", "busy", "plain", "warn", "example")]
    marked = [project_card(context, project) for project in list(data.index.projects.values())[:2]]
    states = Card(
        words["expired"], "#", words["withdrawn_note"], tones, [Fact(words["until"], "2020")], words["closed_projects"]
    )
    more = Link(words["all_events"], context.href("events/"))
    parks = [park_card(context, park) for park in list(catalog.parks.values())[:1]]
    meetings = [
        event_card(context, event, data.index.total_of(event.projects))
        for event in catalog.events.values()
        if event.kind is EventKind.CONFERENCE
    ]
    yield "cards", [Cards([*marked, states, *parks, *meetings], more=more), Cards([], words["no_notices"])]
    yield (
        "cards, rows",
        [Cards([policy_card(context, policy) for policy in list(catalog.policies.values())[:3]], rows=True)],
    )
    yield (
        "jump",
        [
            Jump(
                words["by_sector"],
                [Link(sector.name.in_(context.language), "#") for sector in catalog.sectors.values()],
            )
        ],
    )
    yield "project_list", [replace(whole(context, whole_list_excerpt(data)), groups=[], links=[])]
    search = site_search(context, search_excerpt(data))
    yield "site_search", [replace(search, letters=search.letters[:2])]
    head = [words["park"], land_label(context, "land_ready"), words["total_investment"]]
    rows = [
        [Cell(Link(park.name.in_(context.language), "#")), Cell(words["unknown"]), Cell("1,234.5", number=True)]
        for park in catalog.parks.values()
    ]
    yield "table", [Table(words["parks_compared"], head, rows)]
    groups = [TableGroup(words["park"], [TableRow(row[:3]) for row in rows])]
    yield "grouped_table", [GroupedTable(words["parks_compared"], head[:3], groups)]
    yield "folded", [Folded(words["routes"], [Bullets([words["routes_note"]])])]
    yield "visits", [Visits(words.group("visits"), context.script("changes"), context.style("changes"))]
    yield "clear_stored", [clear_stored(context)]
    yield "embed_codes", [code_form(context, [])]
    yield "changes", [Changes(days(context, changed(data)), "")]


def _people(context: Context, data: Dataset) -> Iterator[tuple[str, list[Part]]]:
    catalog = context.catalog
    legs = route(catalog, context.day, origin=None, sector=next(iter(catalog.sectors)), language=context.language)
    yield "route", [Route(contact_cards(context, legs))]
    bare = replace(
        contact_card(context, catalog.contacts[catalog.site.bureau]), phone="", hours="", backup=None, example=False
    )
    yield "route, desk without phone", [Route([bare])]
    yield "brief", [part for part in meeting(context, names_chunks(data)) if isinstance(part, Part)]
    yield "matcher", [matcher(context)]
    yield "matcher_entry", [entry(context)]
    yield "hero", [part for part in hero(context, data.index.published_total()) if isinstance(part, Part)]
    totals = {sector: data.index.total(("sector", sector)) for sector in catalog.sectors}
    yield (
        "tiles",
        [part for block in sector_tiles(context, totals) if isinstance(block, Section) for part in block.parts],
    )


def _drawn(context: Context, data: Dataset) -> Iterator[tuple[str, list[Part]]]:
    words, catalog = context.words, context.catalog
    project = data.project(next(iter(data.index.projects)))
    whom = first_contact(context, project.sector, project.contacts)
    shown = [*badges(context, project), freshness(context, project)]
    steps = [ShownStep(step.text, badge=step, text=words["routes_note"]) for step in shown]
    yield "qr", [Code(context.canonical, words["scan"])]
    yield (
        "steps",
        [Steps(steps, [Fact(words["total_days"], "15"), Fact(words["total_cost"], show(0, context.language))])],
    )
    empty = ConditionSheet(words("completeness", known=0, all=1), 0, 1, [Fact("—", words["unknown"], known=False)], "")
    yield "condition_sheet", [*condition_section(context, project, whom).parts, empty]
    due = project.due_on(catalog.site.review_every)
    yield "timeline", timeline(context, [(project.published_on, words["published"]), (due, words["due"])])
    yield (
        "picture, chain map",
        [
            part
            for shown_chain in list(catalog.chains.values())[:1]
            for part in chain_section(context, shown_chain, of_chain(data, shown_chain)).parts
        ],
    )
    yield "picture, schematic", list(schematic_section(context).parts)
    for chain in list(catalog.chains.values())[:1]:
        yield "chain_table", [chain_table(context, chain, of_chain(data, chain), whole=True)]
        reference = f"{chain.id}/{chain.links[0].to}" if chain.links else f"{chain.id}/{chain.nodes[0].id}"
        at_links = {
            f"{chain.id}/{node.id}": data.index.first(("link", f"{chain.id}/{node.id}"), LIMIT) for node in chain.nodes
        }
        yield "chain_position", list(chain_position(context, reference, at_links).parts)


def _selections(context: Context, data: Dataset) -> Iterator[tuple[str, list[Part]]]:
    project = data.project(next(iter(data.index.projects)))
    yield "take_away", [take_away(context, project, first_contact(context, project.sector, project.contacts))]
    yield "support_estimate, incentive_rows", list(policy_section(context, project.sector, project.policies).parts)
    yield "shortlist_links", [shortlist_links(context)]
    yield "guide", [guide(context)]
    yield "costs", [costs(context)]
    yield "requirements", [requirements(context, requirement_chunks(data))]
    yield "duty_list", [_duty(context)]
    yield "selection", [part for part in compare(context, compare_chunks(data)) if isinstance(part, Part)]


def _duty(context: Context) -> DutyList:
    """Return a duty that is not met."""
    key = next(iter(DUTIES_BY_KEY))
    figure, action = Sentence("未填写", "not filled in"), Sentence("在 district/site.yaml 里填写。", "Fill it in.")
    assessed = AssessedDuty(key, Assessment(State.NOT_MET, figure, action), DutyEffect.WARN)
    return DutyList([shown_duty(context, assessed)])


def _repeated(text: str) -> str:
    return " ".join([text] * LONG)
