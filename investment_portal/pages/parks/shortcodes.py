"""Parks, chains and firms: their lists, the comparison of parks, and the gaps of the chains."""

from collections.abc import Mapping

from investment_portal.components.cards import firm_card, park_card
from investment_portal.components.context import Context
from investment_portal.components.fields import anchor_of
from investment_portal.components.land import land_label, ready_fact
from investment_portal.components.parts import (
    Cards,
    Cell,
    GroupedTable,
    Link,
    Part,
    Section,
    Table,
    TableGroup,
    TableRow,
)
from investment_portal.components.sections import none_yet
from investment_portal.formatting.values import show
from investment_portal.models.controlled_values import LinkState, Utility
from investment_portal.pages.chains.map import chain_section
from investment_portal.pages.chains.position import project_links
from investment_portal.pages.excerpts import ChainExcerpt, of_chains
from investment_portal.pages.parks.schematic import schematic_section
from investment_portal.pages.shortcode import Blocks, Shortcode


def park_list(context: Context) -> Blocks:
    """Return the parks as cards, on the schematic, and side by side."""
    parks = context.catalog.parks.values()
    if not parks:
        return none_yet(context)
    cards = Cards([park_card(context, park) for park in parks], level=2)
    compare = Section("compare", context.words["parks_compared"], [_compared(context)], context.words["prices_note"])
    return [cards, compare, schematic_section(context)]


def park_table(context: Context) -> Blocks:
    """Return the parks side by side."""
    return [_compared(context)] if context.catalog.parks else []


def _compared(context: Context) -> Part:
    language, words = context.language, context.words
    used = [
        utility
        for utility in Utility
        if any(price.utility is utility for park in context.catalog.parks.values() for price in park.prices)
    ]
    rows = []
    for park in context.catalog.parks.values():
        prices = {price.utility: f"{show(price.value, language)} {price.unit.in_(language)}" for price in park.prices}
        rows.append(
            [
                Cell(Link(park.name.in_(language), context.record_href("park", park.id))),
                Cell(ready_fact(context, park).value),
                *(Cell(prices.get(utility, words["unknown"])) for utility in used),
            ]
        )
    head = [words["park"], land_label(context, "land_ready"), *(show(utility, language) for utility in used)]
    return Table(words["parks_compared"], head, rows)


def chain_list(context: Context, excerpt: Mapping[str, ChainExcerpt]) -> Blocks:
    """Return every chain map."""
    sections = [chain_section(context, chain, excerpt[chain.id]) for chain in context.catalog.chains.values()]
    return sections or none_yet(context)


def chain_gaps(context: Context, excerpt: Mapping[str, ChainExcerpt]) -> Blocks:
    """Return the gaps of the chains, each with the projects that fill it."""
    language, words = context.language, context.words
    groups = []
    for chain in context.catalog.chains.values():
        rows = []
        for node in chain.nodes:
            if node.state is LinkState.GAP:
                projects = project_links(context, chain, node, excerpt[chain.id].links[chain.reference(node)])
                link = Link(node.name.in_(language), f"{context.record_href('chain', chain.id)}#{anchor_of(node.id)}")
                rows.append(TableRow([Cell(link), Cell(projects or words["open_gap"])]))
        if rows:
            groups.append(TableGroup(Link(chain.name.in_(language), context.record_href("chain", chain.id)), rows))
    head = [words["chain_link"], words["chain_projects"]]
    table = GroupedTable(words["chain_gaps"], head, groups)
    return [Section("gaps", words["chain_gaps"], [table], words["chain_gaps_note"])] if groups else []


def firm_list(context: Context) -> Blocks:
    """Return the firms settled here."""
    firms = [firm_card(context, firm) for firm in context.catalog.firms.values()]
    return [Cards(firms, level=2)] if firms else none_yet(context)


SHORTCODES = (
    Shortcode("park-list", park_list),
    Shortcode("park-table", park_table),
    Shortcode("chain-list", chain_list, of_chains),
    Shortcode("chain-gaps", chain_gaps, of_chains),
    Shortcode("firm-list", firm_list),
)
