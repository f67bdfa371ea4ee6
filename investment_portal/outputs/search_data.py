"""The data that ``/search/`` looks through: every record and every hand-written page, in all languages."""

from collections.abc import Iterator, Sequence
from functools import cache

from investment_portal.outputs.output import Made, Output
from investment_portal.outputs.search.documents import records_found
from investment_portal.outputs.search.shards import NAMES, TEXTS, Pieces, parts_of


def search_parts(made: Made) -> Iterator[tuple[str, int]]:
    """Yield the data scripts; each is made in all languages at once, since each of its projects is loaded once."""
    yield from parts_of(max(count for _, count in made.written_keys.values()) + len(records_found(made.data)))


def search_data(made: Made, what: str, number: int) -> Iterator[tuple[str, str]]:
    """Yield a data script in each language: what there is, some names, or some texts."""
    projects = cache(made.data.project)
    for language, context in made.contexts.items():
        count = made.written_keys[language][1]
        pieces = Pieces(made.data, context, made.written, count, projects)
        yield pieces.base() if what == "base" else pieces.names(number) if what == "names" else pieces.texts(number)


def _depends(made: Made, what: str, number: int) -> Sequence[object]:
    """Return the fingerprints of the hand-written pages, and what of the projects stands in the piece."""
    found: list[object] = []
    for written, before in made.written_keys.values():
        if what == "base":
            found.append((written, [project.name.zh for project in made.data.index.projects.values()]))
            continue
        digests = made.data.digests.summaries if what == "names" else made.data.digests.projects
        limit = NAMES if what == "names" else TEXTS
        # Projects come last of all records.
        first = before + len(records_found(made.data)) - len(digests)
        own = list(digests.values())[max(0, number * limit - first) : max(0, (number + 1) * limit - first)]
        found.append((written, before, own))
    return found


OUTPUT = Output(search_data, _depends, search_parts)
