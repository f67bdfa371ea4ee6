"""The schematic of the network: places by rough direction and distance, areas of groups as tints without a border."""

from collections.abc import Sequence

from investment_portal.components.context import Context
from investment_portal.components.label_placement import Box, Label, Wanted, place
from investment_portal.domain.network import areas, outposts, stands_at
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import ContactKind
from investment_portal.models.reference_lists import Origin
from investment_portal.value import Value

Point = tuple[float, float]


class Sheet(Value):
    """A format of the drawing: its size, the room at its sides, the size of its letters, the reach of an area."""

    name: str
    width: int
    height: int
    side: int
    letters: int
    reach: int


WIDE = Sheet("wide", 720, 560, 40, 13, 34)
TALL = Sheet("tall", 356, 620, 24, 12, 26)
DOT = 5
"""Half the width of a dot."""


class Stop(Value):
    """A place with a contact: its dot, its label, and where it leads."""

    x: float
    y: float
    href: str
    text: str
    label: Label | None
    representative: bool


class Tint(Value):
    """The area of a group: a soft shape around its places."""

    path: str
    href: str
    text: str
    label: Label | None


class Drawing(Value):
    """The schematic in one format."""

    sheet: Sheet
    title: str
    tints: Sequence[Tint]
    stops: Sequence[Stop]
    home: Stop | None

    @property
    def lines(self) -> list[str]:
        """The way from home to each place."""
        return [f"M{self.home.x} {self.home.y}L{stop.x} {stop.y}" for stop in self.stops] if self.home else []


def drawings(context: Context) -> list[Drawing]:
    """Draw the schematic in both formats; where no place is known there is nothing to draw."""
    placed = _places(context)
    return [_draw(context, sheet, placed) for sheet in (WIDE, TALL)] if placed else []


def _places(context: Context) -> dict[str, tuple[Origin, list[Contact]]]:
    """Return each place that has a contact with its contacts, representatives first."""
    places: dict[str, tuple[Origin, list[Contact]]] = {}
    for contact in outposts(context.catalog):
        origin = stands_at(context.catalog, contact)
        if origin and contact.reachable(context.day):
            places.setdefault(origin.id, (origin, []))[1].append(contact)
    return places


def _draw(context: Context, sheet: Sheet, placed: dict[str, tuple[Origin, list[Contact]]]) -> Drawing:
    language, catalog = context.language, context.catalog
    points = {id_: _point(origin, sheet) for id_, (origin, _) in placed.items()}
    home = catalog.origins.get(catalog.site.home or "")
    at_home = [_point(home, sheet)] if home and home.spot else []
    dots = [_square(point, DOT + 2) for point in (*points.values(), *at_home)]
    names = [
        Wanted(origin.name.in_(language), _square(points[id_], DOT + 2), sheet.letters, bold=_staffed(contacts))
        for id_, (origin, contacts) in placed.items()
    ]
    city = catalog.site.city.in_(language)
    names += [Wanted(city, _square(point, DOT + 2), sheet.letters + 2, bold=True) for point in at_home]
    groups = [
        (
            area.group,
            [
                points[seat.id]
                for contact in area.contacts
                if (seat := stands_at(catalog, contact)) and seat.id in points
            ],
        )
        for area in areas(catalog)
        if area.group
    ]
    shaped = [(group, list(dict.fromkeys(inner))) for group, inner in groups if inner]
    titles = [
        Wanted(group.name.in_(language), _around(inner, sheet.reach), sheet.letters, bold=True, over=True)
        for group, inner in shaped
    ]
    labels = place([*names, *titles], dots, sheet.width, sheet.height)
    stops = [
        Stop(
            *points[id_],
            context.record_href("contact", contacts[0].id),
            context.words["separator"].join(contact.name.in_(language) for contact in contacts),
            label,
            _staffed(contacts),
        )
        for (id_, (_, contacts)), label in zip(placed.items(), labels, strict=False)
    ]
    tints = [
        Tint(_shape(inner), context.record_href("contact", group.id), group.name.in_(language), label)
        for (group, inner), label in zip(shaped, labels[len(names) :], strict=True)
    ]
    middle = Stop(*at_home[0], "", city, labels[len(points)], representative=False) if at_home else None
    return Drawing(sheet, context.words["network_map"], tints, stops, middle)


def _staffed(contacts: Sequence[Contact]) -> bool:
    return any(contact.kind is ContactKind.REPRESENTATIVE for contact in contacts)


def _point(origin: Origin, sheet: Sheet) -> Point:
    spot = origin.spot
    if spot is None:
        raise ValueError(f"{origin.id} has no place on the schematic")
    across, down = (sheet.width - 2 * sheet.side) / 100, (sheet.height - 2 * sheet.side) / 100
    return round(sheet.side + spot.x * across, 1), round(sheet.side + spot.y * down, 1)


def _square(point: Point, half: float) -> Box:
    return Box(point[0] - half, point[1] - half, point[0] + half, point[1] + half)


def _around(points: Sequence[Point], reach: float) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across) - reach, min(down) - reach, max(across) + reach, max(down) + reach)


def _shape(points: Sequence[Point]) -> str:
    """Return the hull of some points; a wide round stroke of its own colour makes it a soft area."""
    hull = _hull(sorted(set(points)))
    steps = "L".join(f"{x} {y}" for x, y in hull)
    return f"M{steps}Z"


def _hull(points: Sequence[Point]) -> list[Point]:
    """Return the convex hull, by Andrew's monotone chain."""
    if len(points) <= 2:  # noqa: PLR2004 - a point and a line are their own hulls
        return list(points)
    half: list[list[Point]] = []
    for way in (points, list(reversed(points))):
        line: list[Point] = []
        for point in way:
            while len(line) > 1 and _turn(line[-2], line[-1], point) <= 0:
                line.pop()
            line.append(point)
        half.append(line[:-1])
    return half[0] + half[1]


def _turn(first: Point, second: Point, third: Point) -> float:
    return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])
