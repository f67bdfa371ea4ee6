"""The data that ``/search/`` looks through: every record and every hand-written page, in all languages."""

from collections.abc import Iterator, Sequence
from functools import cache

from investment_portal.outputs.output import BuildContext, Output
from investment_portal.outputs.search.documents import searchable_records
from investment_portal.outputs.search.shards import NAMES, TEXTS, Pieces, parts_of


def search_parts(build: BuildContext) -> Iterator[tuple[str, int]]:
    """Yield the data scripts; each is made in all languages at once, since each of its projects is loaded once."""
    yield from parts_of(max(count for _, count in build.content_keys.values()) + len(searchable_records(build.data)))


def search_data(build: BuildContext, part: str, number: int) -> Iterator[tuple[str, str]]:
    """Yield a data script in each language: what there is, some names, or some texts."""
    projects = cache(build.data.project)
    for language, context in build.contexts.items():
        count = build.content_keys[language][1]
        pieces = Pieces(build.data, context, build.content_documents, count, projects)
        yield pieces.base() if part == "base" else pieces.names(number) if part == "names" else pieces.texts(number)


def _depends(build: BuildContext, part: str, number: int) -> Sequence[object]:
    """Return the fingerprints of the hand-written pages, and what of the projects stands in the piece."""
    fingerprints: list[object] = []
    for content_documents, before in build.content_keys.values():
        if part == "base":
            fingerprints.append(
                (content_documents, [project.name.zh for project in build.data.index.projects.values()])
            )
            continue
        digests = build.data.digests.summaries if part == "names" else build.data.digests.projects
        limit = NAMES if part == "names" else TEXTS
        # Projects come last of all records.
        first = before + len(searchable_records(build.data)) - len(digests)
        shard_digests = list(digests.values())[max(0, number * limit - first) : max(0, (number + 1) * limit - first)]
        fingerprints.append((content_documents, before, shard_digests))
    return fingerprints


OUTPUT = Output(search_data, _depends, search_parts)
