"""Names of the projects for forms that let a reader pick some: one data script for each shard.

Pages opened from disk may not fetch, so the data hands itself over; a form loads the chunks it needs, once it does.
"""

from collections.abc import Iterator

from investment_portal.domain.shards import Member
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.outputs.search.data_script import data_script


def names_parts(build: BuildContext) -> Iterator[tuple[int]]:
    """Yield the chunks."""
    yield from ((number,) for number in range(len(build.names_members)))


def names_data(build: BuildContext, number: int) -> Iterator[tuple[str, str]]:
    """Yield a chunk; a row is id, Chinese name, English name, sector, contacts that can be reached, whether on offer.

    A former id has a row of two: itself, and the id of today.
    """
    yield data_script(
        f"names/{number}", [row for member in build.names_members[number] for row in _rows(build, member)]
    )


def _rows(build: BuildContext, member: Member) -> Iterator[list[object]]:
    name, id_ = member
    project = build.data.index.projects[id_]
    if project.withdrawn:
        return
    if name != id_:
        yield [name, id_]
        return
    known = (build.catalog.contacts[contact] for contact in project.contacts if contact in build.catalog.contacts)
    contacts = [contact.id for contact in known if contact.reachable(build.day)]
    yield [id_, project.name.zh, project.name.en, project.sector, contacts, int(id_ in build.data.index.offered)]


def _depends(build: BuildContext, number: int) -> list[str]:
    return [build.data.digests.summaries[id_] for _, id_ in build.names_members[number]]


OUTPUT = Output(names_data, _depends, names_parts)
