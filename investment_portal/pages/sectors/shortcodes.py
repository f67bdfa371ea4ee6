"""The list of sectors: each with what it offers and the department that answers for it."""

from collections.abc import Mapping

from investment_portal.components.context import Context
from investment_portal.components.fields import record_link
from investment_portal.components.land import land_label
from investment_portal.components.parts import Cell, Link, Section, Table, Tile, Tiles
from investment_portal.domain.coverage import in_force, reaches
from investment_portal.domain.routes import route
from investment_portal.domain.totals import Total
from investment_portal.formatting.values import show
from investment_portal.models.quantities import AreaRange
from investment_portal.pages.dataset import Dataset, Excerpt
from investment_portal.pages.shortcode import Blocks, Shortcode


class SectorTotal(Excerpt):
    """The projects of a sector: their number, their investment and the ready plots among their land."""

    projects: Total
    land: AreaRange


def sector_list(context: Context, totals: Mapping[str, SectorTotal]) -> Blocks:
    """Return the sectors as tiles, then side by side."""
    words, language, sectors = context.words, context.language, context.catalog.sectors.values()
    tiles = [
        Tile(
            sector.name.in_(language),
            context.record_href("sector", sector.id),
            sector.icon,
            sector.summary.in_(language),
            [],
        )
        for sector in sectors
    ]
    return [Tiles(tiles, level=2), Section("compare", words["sectors_compared"], [_compared(context, totals)])]


def _compared(context: Context, totals: Mapping[str, SectorTotal]) -> Table:
    language, words, catalog = context.language, context.words, context.catalog
    policies = in_force(catalog, context.day)
    rows = []
    for sector in catalog.sectors.values():
        total = totals[sector.id]
        stated = total.projects.stated > 0
        rows.append(
            [
                Cell(Link(sector.name.in_(language), context.record_href("sector", sector.id))),
                Cell(str(total.projects.projects), number=True),
                Cell(show(total.projects.investment, language) if stated else words["unknown"], number=True),
                Cell(show(total.land, language) if total.land.least.number else words["unknown"], number=True),
                Cell(str(sum(reaches(policy, sector.id) for policy in policies)), number=True),
                Cell(_first_contact(context, sector.id)),
            ]
        )
    head = [
        words["sector"],
        words["projects_count"],
        words["total_investment"],
        land_label(context, "land_ready"),
        words["policies_count"],
        words["sector_contact"],
    ]
    return Table(words["sectors_compared"], head, rows)


def _first_contact(context: Context, sector: str) -> Link | str:
    """Return the contact to turn to first, from anywhere."""
    legs = route(context.catalog, context.day, origin=None, sector=sector, language=context.language)
    return record_link(context, "contact", legs[0].contact.id) if legs else context.words["unknown"]


def _totals(data: Dataset) -> dict[str, SectorTotal]:
    groups = {sector: ("sector", sector) for sector in data.catalog.sectors}
    return {sector: SectorTotal(data.index.total(key), data.index.land(key)) for sector, key in groups.items()}


SHORTCODES = (Shortcode("sector-list", sector_list, _totals),)
