"""The projects as the route finder asks for them: id, name, sector and own desks, a script for each language.

Pages opened from disk may load scripts, but no data; so the data comes as a script that hands it over.
"""

import json
from collections.abc import Iterator

from catalog.derive.totals import published
from catalog.languages import LANGUAGES
from catalog.outputs.output import Made
from catalog.views.route_finder import PROJECTS


def route_projects(made: Made) -> Iterator[tuple[str, str]]:
    """Give both scripts; a line a project, so that they can be compared."""
    for language in LANGUAGES:
        lines = [
            json.dumps([one.id, one.name.in_(language), one.sector, list(one.contacts)], ensure_ascii=False)
            for one in published(made.catalog)
        ]
        yield f"{PROJECTS}-{language}.js", "globalThis.routeProjects = [\n" + ",\n".join(lines) + "\n];\n"
