"""Where a project stands: its park on the schematic, its point for map applications, and how far everything is."""

from decimal import Decimal
from urllib.parse import urlencode

from catalog.model.park import Distance, Park
from catalog.model.project import Position, Project
from catalog.quantities.datum import convert
from catalog.views.context import Context
from catalog.views.parts import Fact, Facts, Link, Part, Section, SourceLine
from catalog.views.rows import rows
from catalog.views.schematic import schematic_section

DISTANCES = (Distance, ("to", "km", "minutes"))


def site_section(context: Context, project: Project) -> Section:
    """Give the section; a project with neither a park nor a point has none."""
    words = context.words
    park = context.catalog.parks.get(project.place.park or "")
    parts: list[Part] = []
    if park and park.spot:
        parts += schematic_section(context, park).parts
    if project.place.position:
        parts.append(Facts([_map(context, project, project.place.position)]))
    if park:
        parts += _distances(context, park)
    note = words["project_site_note"] if park and park.spot else ""
    return Section("site", words["project_site"], parts, note)


def _distances(context: Context, park: Park) -> list[Part]:
    caption = context.words("project_distances", park=park.name.in_(context.language))
    table = rows(context, caption, *DISTANCES, park.distances)
    return [SourceLine(caption), *table] if table else []


def _map(context: Context, project: Project, position: Position) -> Fact:
    words, name = context.words, project.name.in_(context.language)
    links = (
        Link(words["project_map_app"], phone_map(position)),
        Link(words["project_map_amap"], amap(position, name)),
    )
    return Fact(words["project_map"], links, words("project_map_note", datum=position.datum))


def phone_map(position: Position) -> str:
    """Give an address that a phone opens in its own map application: RFC 5870, which means WGS84."""
    lon, lat = convert((position.lon, position.lat), position.datum, "WGS84")
    return f"geo:{_short(lat)},{_short(lon)}?q={_short(lat)},{_short(lon)}"


def amap(position: Position, name: str) -> str:
    """Give the address of a mark in Amap, which knows points in GCJ02."""
    lon, lat = convert((position.lon, position.lat), position.datum, "GCJ02")
    asked = urlencode({"position": f"{_short(lon)},{_short(lat)}", "name": name, "coordinate": "gaode"})
    return f"https://uri.amap.com/marker?{asked}"


def _short(degrees: Decimal) -> str:
    return f"{degrees:f}".rstrip("0").rstrip(".")
