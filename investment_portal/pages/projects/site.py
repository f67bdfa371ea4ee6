"""Where a project stands: its park on the schematic, its point for map applications, and how far everything is."""

from decimal import Decimal
from urllib.parse import urlencode

from markupsafe import Markup

from catalog.model.project import Position, Project
from catalog.quantities.datum import convert
from catalog.views.context import Context
from catalog.views.parts import Fact, Facts, Finished, Link, Part, Section
from investment_portal.pages.projects.fragments import SiteFragment


def site_section(context: Context, project: Project, park: SiteFragment | None) -> Section:
    """Return the section; a project with neither a park nor a point has none."""
    before, behind = (park.schematic, park.distances) if park else ("", "")
    parts: list[Part] = [Finished(Markup(before))] if before else []  # noqa: S704 - rendered by a template
    if project.place.position:
        parts.append(Facts([_map(context, project, project.place.position)]))
    parts += [Finished(Markup(behind))] if behind else []  # noqa: S704 - the same
    return Section("site", context.words["project_site"], parts, park.note if park else "")


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
