"""The home page: the offer, key figures, the contact to call; then the sectors."""

from collections.abc import Callable, Mapping, Sized
from datetime import date

from investment_portal.components.context import Context
from investment_portal.components.parts import Fact, Hero, Inline, Link, Section, Tile, Tiles
from investment_portal.domain.coverage import in_force
from investment_portal.domain.routes import reachable
from investment_portal.domain.totals import Total
from investment_portal.formatting.numbers import money_range
from investment_portal.formatting.values import show
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ContactKind
from investment_portal.pages.contacts.routes import main_contact
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.shortcode import Blocks, Shortcode, ShortcodeWithArgument

SECTORS_SHOWN = 12
"""Sectors on the home page; a portal with more of them leads on to their list."""


def hero(context: Context, total: Total) -> Blocks:
    """Open the home page; every figure is computed, and what there is nothing of yet is not named."""
    words, language, catalog = context.words, context.language, context.catalog
    site, policies = catalog.site, len(in_force(catalog, context.day))
    figures = [Fact(words["contacts_count"], str(len(reachable(catalog, context.day))))]
    actions = [Link(words["hero_guide"], context.href("guide/"))] if catalog.sectors else []
    if policies:
        figures.insert(0, Fact(words["policies_count"], str(policies)))
    if catalog.policies:
        actions.append(Link(words["hero_matcher"], context.href("policies/matcher/")))
    if total.projects:
        figures[:0] = [
            Fact(words["projects_count"], str(total.projects)),
            Fact(words["total_investment"], money_range(total.investment, language, 2)),
        ]
        actions.append(Link(words["see_projects"], context.href("projects/")))
    return [
        Hero(
            site.slogan.in_(language),
            site.description.in_(language),
            figures,
            actions,
            main_contact(context),
            Link(words["all_contacts"], context.href("contacts/")),
            context.href("projects/") if total.projects else "",
        )
    ]


def sector_tiles(context: Context, totals: Mapping[str, Total]) -> Blocks:
    """Return the first sectors of the settings, each with its projects and their investment, and the way to all."""
    words, language = context.words, context.language
    tiles, sectors = [], [*context.catalog.sectors.values()]
    for sector in sectors[:SECTORS_SHOWN]:
        sum_ = totals[sector.id]
        figures = [words.count("projects_n", sum_.projects), show(sum_.investment, language)] if sum_.projects else []
        tiles.append(
            Tile(
                sector.name.in_(language),
                context.record_href("sector", sector.id),
                sector.icon,
                sector.summary.in_(language),
                figures,
            )
        )
    hidden = len(sectors) > len(tiles)
    more = Link(words.count("all_sectors", len(sectors)), context.href("sectors/")) if hidden else None
    return [Section("sectors", words["sectors"], [Tiles(tiles, more=more)])]


def count(context: Context, argument: str, projects: int) -> Blocks:
    """Quote how many records there are: ``count:projects``."""
    if argument == "projects":
        return [Inline(str(projects))]
    return [Inline(str(len(COUNTED[argument](context.catalog, context.day))))]


def _count_of(data: Dataset, argument: str) -> int:
    return data.index.published_total().projects if argument == "projects" else 0


def _totals(data: Dataset) -> dict[str, Total]:
    return {sector: data.index.total(("sector", sector)) for sector in data.catalog.sectors}


def _of_kind(kind: ContactKind) -> Callable[[Catalog, date], Sized]:
    return lambda catalog, day: [contact for contact in reachable(catalog, day) if contact.kind is kind]


COUNTED: dict[str, Callable[[Catalog, date], Sized]] = {
    "policies": in_force,
    "parks": lambda catalog, _: catalog.parks,
    "desks": reachable,
    "stations": _of_kind(ContactKind.STATION),
    "groups": _of_kind(ContactKind.GROUP),
    "representatives": _of_kind(ContactKind.REPRESENTATIVE),
}
"""Kinds that ``count`` can count besides projects."""

SHORTCODES = (
    Shortcode("hero", hero, lambda data: data.index.published_total()),
    Shortcode("sector-tiles", sector_tiles, _totals),
    ShortcodeWithArgument("count", count, lambda _: ["projects", *COUNTED], _count_of),
)
