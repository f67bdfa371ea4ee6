"""Routes for forms: for each language, origin and sector the desks to turn to, worked out by ``derive/routes``."""

import json
from collections.abc import Iterator

from catalog.derive.routes import route
from catalog.languages import LANGUAGES, Language
from catalog.outputs.output import Made

ADDRESS = "assets/data/desk-routes.js"
MOST = 4
"""Desks of a route that a form shows; the last of the whole route is always among them."""


def desk_routes(made: Made) -> Iterator[tuple[str, str]]:
    """Give one data script for all forms; an empty origin or sector stands for none."""
    origins, sectors = ("", *made.catalog.origins), ("", *made.catalog.sectors)
    table = {
        language: {origin: {sector: _desks(made, language, origin, sector) for sector in sectors} for origin in origins}
        for language in LANGUAGES
    }
    told = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    yield ADDRESS, f'(self.portalData??={{}})["desk-routes"]={told};\n'


def _desks(made: Made, language: Language, origin: str, sector: str) -> list[str]:
    legs = route(made.catalog, made.day, origin=origin or None, sector=sector or None, language=language)
    desks = [leg.contact.id for leg in legs]
    return [*desks[: MOST - 1], *desks[-1:]] if len(desks) > MOST else desks
