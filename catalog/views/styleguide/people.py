"""Samples of what leads to a person: the route of a page, the sheet of a desk, the route finder, the network."""

from collections.abc import Iterator

from catalog.views.brief.told import names_chunks
from catalog.views.context import Context
from catalog.views.desk_sheet import desk_sheet
from catalog.views.desks import route_section
from catalog.views.network import network
from catalog.views.parts import Part
from catalog.views.route_finder import finder_section
from investment_portal.domain.dataset import Dataset


def people(context: Context, data: Dataset) -> Iterator[tuple[str, list[Part]]]:
    """Give each part, made from the portal's own desks."""
    yield "ladder", list(route_section(context, sector=next(iter(context.catalog.sectors))).parts)
    yield "desk_sheet", [desk_sheet(context, context.catalog.contacts[context.catalog.site.bureau])]
    yield "route_finder", list(finder_section(context, names_chunks(data)).parts)
    yield "network", [network(context)]
