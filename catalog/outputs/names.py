"""Names of the projects for forms that let a reader pick some: a data script for each chunk of them.

Pages opened from disk may not fetch, so the data hands itself over; a form loads the chunks it needs, once it does.
"""

from collections.abc import Iterator

from catalog.derive.members import Member, members
from catalog.outputs.output import Made
from catalog.search.handed import handed
from catalog.views.brief.told import names_chunks


def names_parts(made: Made) -> Iterator[tuple[int]]:
    """Name the chunks."""
    yield from ((number,) for number in range(names_chunks(made.data)))


def names_data(made: Made, number: int) -> Iterator[tuple[str, str]]:
    """Give a chunk; a row is id, Chinese name, English name, sector, desks that can be reached, whether on offer.

    A former id has a row of two: itself, and the id of today.
    """
    own = members(made.data.index.projects, names_chunks(made.data))[number]
    yield handed(f"names/{number}", [row for one in own for row in _rows(made, one)])


def _rows(made: Made, member: Member) -> Iterator[list[object]]:
    name, id_ = member
    project = made.data.index.projects[id_]
    if project.withdrawn:
        return
    if name != id_:
        yield [name, id_]
        return
    known = (made.catalog.contacts[desk] for desk in project.contacts if desk in made.catalog.contacts)
    desks = [one.id for one in known if one.reachable(made.day)]
    yield [id_, project.name.zh, project.name.en, project.sector, desks, int(id_ in made.data.index.offered)]
