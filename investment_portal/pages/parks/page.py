"""The page of a park: land and halls on offer by size, prices, distances."""

from collections.abc import Sequence

from investment_portal.components.badges import badges, freshness
from investment_portal.components.cards import firm_card
from investment_portal.components.context import Context
from investment_portal.components.fields import fact, facts, record_link, rows
from investment_portal.components.land import land_facts, ready_fact
from investment_portal.components.media import image_section
from investment_portal.components.parts import Cell, Fact, Facts, Part, RecordView, Section, Table
from investment_portal.components.sections import bullets, cards, filled, prose
from investment_portal.domain.bands import SizeBand, hall_bands, hall_total, office_band, plot_bands
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.park import Distance, Hall, Park, Plot, Price
from investment_portal.pages.changes.topics import follow_note
from investment_portal.pages.contacts.routes import only_sector, route_section
from investment_portal.pages.excerpts import GroupExcerpt, of_park
from investment_portal.pages.page_kind import Page, PageKind
from investment_portal.pages.parks.schematic import schematic_section
from investment_portal.pages.projects.groups import group_projects
from investment_portal.pages.provenance import crumbs, notes, provenance


def size_section(context: Context, park: Park) -> Section:
    """Return the table of sizes; sorts of which the park has nothing are left out, empty sizes of a sort are not."""
    words = context.words
    rows = []
    if park.plots:
        rows += [_row(context, words["place_plot"], band) for band in plot_bands(park.plots)]
    halls = hall_bands(park.halls)
    if any(band.offers for band in halls):
        rows += [_row(context, words["place_hall"], band) for band in halls]
    offices = office_band(park.halls)
    if offices.offers:
        rows.append(_row(context, words["place_office"], offices))
    head = [words[f"place_{name}"] for name in ("size", "offer", "soonest")]
    parts = [Table(words["place_sizes"], head, rows)] if rows else []
    return Section("sizes", words["place_sizes"], parts, words["place_sizes_note"])


def _row(context: Context, sort: str, band: SizeBand) -> Sequence[Cell]:
    words, size = context.words, context.words("place_sort", sort=sort, size=_size(context, band))
    if not band.offers:
        return [Cell(size), Cell(words["place_none"]), Cell("—")]
    projects_text = words("place_in_all", count=len(band.offers), sum=show(band.total, context.language))
    soonest = show(band.soonest, context.language) if band.soonest else words["unknown"]
    return [Cell(size), Cell(projects_text), Cell(soonest)]


def _size(context: Context, band: SizeBand) -> str:
    words = context.words
    bounds = {
        name: show(bound, context.language) for name, bound in (("from", band.above), ("to", band.below)) if bound
    }
    if len(bounds) > 1:
        return words("place_between", **bounds)
    return words("place_above" if band.above else "place_up_to" if band.closed else "place_below", **bounds)


PLOTS = (Plot, ("name", "area", "zoning", "price", "available_from", "note"))
HALLS = (Hall, ("name", "area", "height_m", "load_t", "price", "available_from", "note"))
DISTANCES = (Distance, ("to", "km", "minutes"))


def page(context: Context, park: Park, excerpt: GroupExcerpt) -> Page:
    """Return the page of a park."""
    return Page(
        context.address,
        "parks",
        park.name.in_(context.language),
        park.summary.in_(context.language),
        view(context, park, excerpt),
        park.published_on.isoformat(),
        context.catalog.site.organiser.in_(context.language),
    )


def view(context: Context, park: Park, excerpt: GroupExcerpt) -> RecordView:
    """Compose the page."""
    words, language, catalog = context.words, context.language, context.catalog
    firms = [firm for firm in catalog.firms.values() if firm.park == park.id]
    sections = [
        Section(
            "facts",
            words["key_facts"],
            [
                Facts(
                    [
                        *facts(context, park, ("sectors", "area")),
                        *(land_facts(context, park) or [ready_fact(context, park)]),
                        fact(context, park, "labour"),
                    ],
                    wide=True,
                )
            ],
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
            group_projects(context, excerpt, park.id, "park"),
        ),
        Section("firms", words["column_firms"], cards([firm_card(context, firm) for firm in firms])),
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
        aside=[route_section(context, sector=only_sector(park.sectors), page_contact=park.contact)],
        notes=[*notes(context, "park", park), follow_note(context)],
        figures=_figures(context, park, excerpt),
        styles=("places",),
    )


def _figures(context: Context, park: Park, excerpt: GroupExcerpt) -> list[Fact]:
    words, sum_ = context.words, excerpt.total
    halls = [Fact(words["place_halls"], show(hall_total(park.halls), context.language))] if park.halls else []
    return [
        *(land_facts(context, park) or [ready_fact(context, park)]),
        *halls,
        Fact(words["projects_count"], str(sum_.projects)),
        Fact(words["total_investment"], show(sum_.investment, context.language)),
    ]


def _label(context: Context, name: str) -> str:
    return label_of(Park, name).in_(context.language)


def price_table(context: Context, caption: str, prices: Sequence[Price]) -> list[Part]:
    """Return prices with unit, date and source."""
    language = context.language
    sourced = any(price.source for price in prices)
    names = ("utility", "value", "unit", "as_of", *(("source",) if sourced else ()), "note")
    head = [label_of(Price, name).in_(language) for name in names]
    body = [
        [
            Cell(show(price.utility, language)),
            Cell(show(price.value, language), number=True),
            Cell(price.unit.in_(language)),
            Cell(show(price.as_of, language)),
            *([Cell(record_link(context, "source", price.source) if price.source else "—")] if sourced else ()),
            Cell(price.note.in_(language) if price.note else "—"),
        ]
        for price in prices
    ]
    return [Table(caption, head, body)] if prices else []


KIND = PageKind("parks", page, "park", of_park)
