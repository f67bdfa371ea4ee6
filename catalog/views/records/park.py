"""The page of a park: land and halls on offer, what they cost, how far everything is."""

from collections.abc import Sequence

from catalog.derive.sizes import hall_total
from catalog.model.base import label_of
from catalog.model.park import Distance, Hall, Park, Plot, Price
from catalog.show.values import show
from catalog.views.badges import badges, freshness
from catalog.views.cards import firm_card
from catalog.views.compose import bullets, cards, filled, prose
from catalog.views.context import Context
from catalog.views.desks import only_sector, route_section
from catalog.views.fields import fact, facts, record_link
from catalog.views.media import image_section
from catalog.views.own_projects import own_projects
from catalog.views.page import Page, PageKind
from catalog.views.parts import Cell, Fact, Facts, Part, RecordView, Section, Table
from catalog.views.provenance import crumbs, notes, provenance
from catalog.views.rows import rows
from catalog.views.schematic import schematic_section
from catalog.views.size_bands import size_section
from investment_portal.domain.excerpts import GroupExcerpt, of_park

PLOTS = (Plot, ("name", "area", "zoning", "available_from", "note"))
HALLS = (Hall, ("name", "area", "height_m", "load_t", "available_from", "note"))
DISTANCES = (Distance, ("to", "km", "minutes"))


def page(context: Context, park: Park, own: GroupExcerpt) -> Page:
    """Return the page of a park."""
    return Page(
        context.address,
        "parks",
        park.name.in_(context.language),
        park.summary.in_(context.language),
        view(context, park, own),
        park.published_on.isoformat(),
        context.catalog.site.organiser.in_(context.language),
    )


def view(context: Context, park: Park, own: GroupExcerpt) -> RecordView:
    """Compose the page."""
    words, language, catalog = context.words, context.language, context.catalog
    firms = [firm for firm in catalog.firms.values() if firm.park == park.id]
    sections = [
        Section(
            "facts",
            words["key_facts"],
            [Facts([*facts(context, park, ("sectors", "area", "land_offered", "labour"))], wide=True)],
        ),
        size_section(context, park),
        Section("plots", _label(context, "plots"), rows(context, _label(context, "plots"), *PLOTS, park.plots)),
        Section("halls", _label(context, "halls"), rows(context, _label(context, "halls"), *HALLS, park.halls)),
        Section("prices", _label(context, "prices"), price_table(context, _label(context, "prices"), park.prices)),
        Section(
            "distances",
            _label(context, "distances"),
            rows(context, _label(context, "distances"), *DISTANCES, park.distances),
        ),
        Section(
            "advantages",
            _label(context, "advantages"),
            bullets(context, park.advantages),
        ),
        Section(
            "about",
            _label(context, "description"),
            prose(context, park.description),
        ),
        Section(
            "projects",
            words["projects_here"],
            own_projects(context, own, park.id, "park"),
        ),
        Section("firms", words["column_firms"], cards([firm_card(context, one) for one in firms])),
        schematic_section(context, park),
        image_section(context, park.images),
        provenance(context, park),
    ]
    return RecordView(
        kind="park",
        title=park.name.in_(language),
        lead=park.summary.in_(language),
        crumbs=crumbs(context, "park"),
        badges=[*badges(context, park), freshness(context, park)],
        sections=filled(sections),
        aside=[route_section(context, sector=only_sector(park.sectors), own=park.contact)],
        notes=notes(context, "park", park),
        figures=_figures(context, park, own),
        styles=("places",),
    )


def _figures(context: Context, park: Park, own: GroupExcerpt) -> list[Fact]:
    words, sum_ = context.words, own.total
    halls = [Fact(words["place_halls"], show(hall_total(park.halls), context.language))] if park.halls else []
    return [
        fact(context, park, "land_offered"),
        *halls,
        Fact(words["projects_count"], str(sum_.projects)),
        Fact(words["total_investment"], show(sum_.investment, context.language)),
    ]


def _label(context: Context, name: str) -> str:
    return label_of(Park, name).in_(context.language)


def price_table(context: Context, caption: str, prices: Sequence[Price]) -> list[Part]:
    """Give prices with unit, date and source."""
    language = context.language
    sourced = any(one.source for one in prices)
    names = ("utility", "value", "unit", "as_of", *(("source",) if sourced else ()), "note")
    head = [label_of(Price, name).in_(language) for name in names]
    body = [
        [
            Cell(show(one.utility, language)),
            Cell(show(one.value, language), number=True),
            Cell(one.unit.in_(language)),
            Cell(show(one.as_of, language)),
            *([Cell(record_link(context, "source", one.source) if one.source else "—")] if sourced else ()),
            Cell(one.note.in_(language) if one.note else "—"),
        ]
        for one in prices
    ]
    return [Table(caption, head, body)] if prices else []


KIND = PageKind("parks", page, "park", of_park)
