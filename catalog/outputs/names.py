"""Names of the projects for forms that let a reader pick some: a data script for each chunk of them.

Pages opened from disk may not fetch, so the data hands itself over; a form loads the chunks it needs, once it does.
"""

import json
from collections.abc import Iterator

from catalog.derive.chunks import chunk_of
from catalog.derive.totals import on_offer, published
from catalog.model.project import Project
from catalog.outputs.output import Made
from catalog.views.brief.told import names_chunks

FOLDER = "assets/data/names"


def names(made: Made) -> Iterator[tuple[str, str]]:
    """Give the chunks; a row is id, Chinese name, English name, sector, desks that can be reached, whether on offer."""
    projects = published(made.catalog)
    chunks = names_chunks(made.catalog)
    rows: list[list[list[object]]] = [[] for _ in range(chunks)]
    for project in projects:
        rows[chunk_of(project.id, chunks)].append(_row(made, project))
    for number, own in enumerate(rows):
        told = json.dumps(own, ensure_ascii=False, separators=(",", ":"))
        yield f"{FOLDER}/{number}.js", f'(self.portalData??={{}})["names/{number}"]={told};\n'


def _row(made: Made, project: Project) -> list[object]:
    known = (made.catalog.contacts[id_] for id_ in project.contacts if id_ in made.catalog.contacts)
    desks = [one.id for one in known if one.reachable(made.day)]
    return [
        project.id,
        project.name.zh,
        project.name.en,
        project.sector,
        desks,
        int(on_offer(project, made.day)),
    ]
