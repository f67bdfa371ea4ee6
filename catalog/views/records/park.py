"""The page of a park: land and halls on offer, what they cost, how far everything is."""

from collections.abc import Iterator, Sequence

from catalog.derive.totals import total
from catalog.model.base import Model, label_of
from catalog.model.park import Distance, Hall, Park, Plot, Price
from catalog.show.values import show
from catalog.views.badges import badges, freshness
from catalog.views.cards import firm_card, project_card
from catalog.views.compose import bullets, cards, filled, prose
from catalog.views.context import Context
from catalog.views.desks import desk
from catalog.views.fields import fact, facts, record_link
from catalog.views.media import image_section
from catalog.views.order import by_weight
from catalog.views.page import Page, PageKind
from catalog.views.parts import Cell, Fact, Facts, Part, RecordView, Route, Section, Table
from catalog.views.provenance import crumbs, notes, provenance
from catalog.views.schematic import schematic_section

PLOTS = (Plot, ("name", "area", "zoning", "available_from", "note"))
HALLS = (Hall, ("name", "area", "height_m", "load_t", "available_from", "note"))
DISTANCES = (Distance, ("to", "km", "minutes"))


def pages(context: Context) -> Iterator[Page]:
    """Give the page of every park."""
    for park in context.catalog.parks.values():
        here = context.at(context.record_address("park", park.id))
        yield Page(
            here.address,
            "parks",
            park.name.in_(here.language),
            park.summary.in_(here.language),
            view(here, park),
            park.published_on.isoformat(),
            context.catalog.site.organiser.in_(here.language),
        )


def view(context: Context, park: Park) -> RecordView:
    """Compose the page."""
    words, language, catalog = context.words, context.language, context.catalog
    projects = by_weight(one for one in catalog.projects.values() if one.place.park == park.id and not one.withdrawn)
    firms = [firm for firm in catalog.firms.values() if firm.park == park.id]
    sections = [
        Section(
            "facts",
            words["key_facts"],
            [Facts([*facts(context, park, ("sectors", "area", "land_offered", "labour"))], wide=True)],
        ),
        Section(
            "about",
            _label(context, "description"),
            prose(context, park.description),
        ),
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
        schematic_section(context, park),
        Section(
            "projects",
            words["projects_here"],
            cards([project_card(context, one) for one in projects]),
        ),
        Section("firms", words["column_firms"], cards([firm_card(context, one) for one in firms])),
        image_section(context, park.images),
        provenance(context, park),
    ]
    sum_ = total(projects, catalog.site)
    return RecordView(
        title=park.name.in_(language),
        lead=park.summary.in_(language),
        crumbs=crumbs(context, "park"),
        badges=[*badges(context, park), freshness(context, park)],
        sections=filled(sections),
        aside=[Section("contact", words["whom_to_ask"], [Route([desk(context, catalog.contacts[park.contact])])])],
        notes=notes(context, "park", park),
        figures=[
            fact(context, park, "land_offered"),
            Fact(words["projects_count"], str(sum_.projects)),
            Fact(words["total_investment"], show(sum_.investment, language)),
        ],
    )


def _label(context: Context, name: str) -> str:
    return label_of(Park, name).in_(context.language)


def rows(
    context: Context, caption: str, model: type[Model], names: Sequence[str], records: Sequence[Model]
) -> list[Part]:
    """Give records of one sort as a table; columns that none of them fills are left out."""
    used = [name for name in names if any(getattr(one, name) is not None for one in records)]
    head = [label_of(model, name).in_(context.language) for name in used]
    body = [
        [Cell("—" if getattr(one, name) is None else show(getattr(one, name), context.language)) for name in used]
        for one in records
    ]
    return [Table(caption, head, body)] if records else []


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


KIND = PageKind("parks", pages, "park")
