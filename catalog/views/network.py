"""The network outside the district: the schematic beside a list that says the same, group by group."""

from collections.abc import Sequence

from catalog.derive.network import Area, areas
from catalog.show.values import show
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.desks import desk
from catalog.views.network_map import Drawing, drawings
from catalog.views.parts import Desk, Part
from catalog.views.places import covered


class Outpost(Value):
    """A station or a representative in the list."""

    desk: Desk
    kind: str
    representative: bool
    leader: str
    covers: str


class Region(Value):
    """A group with its area in words, and the desks in it; those outside all groups have no group."""

    title: str
    group: Desk | None
    covers: str
    outposts: Sequence[Outpost]


class Network(Part):
    """The schematic and the list."""

    component = "network"
    drawings: Sequence[Drawing]
    regions: Sequence[Region]


def network(context: Context) -> Network:
    """Give the network."""
    return Network(drawings(context), [_region(context, area) for area in areas(context.catalog)])


def _region(context: Context, area: Area) -> Region:
    group, language = area.group, context.language
    posts = [
        Outpost(
            desk(context, one),
            show(one.kind, language),
            one.kind.value == "representative",
            one.leader.in_(language) if one.leader else "",
            covered(context, one),
        )
        for one in area.desks
    ]
    if group is None:
        return Region(context.words["network_elsewhere"], None, context.words["network_elsewhere_note"], posts)
    return Region(group.name.in_(language), desk(context, group), covered(context, group), posts)
