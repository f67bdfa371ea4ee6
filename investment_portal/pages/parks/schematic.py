"""The schematic of parks: dots without scale or boundary, so it is no map; a table has the same content."""

from investment_portal.components.context import Context
from investment_portal.components.land import land_label, ready_fact
from investment_portal.components.parts import Cell, Link, Picture, Section, Table
from investment_portal.models.park import Park
from investment_portal.value import Value


class Dot(Value):
    """A park on the schematic."""

    x: int
    y: int
    name: str
    href: str
    here: bool
    id: str = ""


class Schematic(Value):
    """The picture."""

    title: str
    dots: tuple[Dot, ...]


def schematic(context: Context, marked: Park | None = None) -> Schematic:
    """Draw the parks that have a place on it, with one of them marked."""
    dots = tuple(
        Dot(
            park.spot.x,
            park.spot.y,
            park.name.in_(context.language),
            context.record_href("park", park.id),
            park is marked,
            park.id,
        )
        for park in context.catalog.parks.values()
        if park.spot
    )
    return Schematic(context.words["schematic_title"], dots)


def schematic_section(context: Context, marked: Park | None = None) -> Section:
    """Return the schematic, with one park marked."""
    placed = [park for park in context.catalog.parks.values() if park.spot]
    drawing = schematic(context, marked)
    rows = [
        [
            Cell(Link(f"{number} {park.name.in_(context.language)}", context.record_href("park", park.id))),
            Cell(ready_fact(context, park).value),
        ]
        for number, park in enumerate(placed, 1)
    ]
    words = context.words
    table = Table(words["schematic_caption"], [words["park"], land_label(context, "land_ready")], rows)
    parts = [Picture("schematic", drawing, table)] if drawing.dots else []
    return Section("schematic", words["schematic_title"], parts, words["schematic_note"])
