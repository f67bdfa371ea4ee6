"""The data that ``/search/`` looks through: every record and every hand-written page, in both languages."""

from collections.abc import Iterator

from catalog.outputs.output import Made
from catalog.search.document import record_documents
from catalog.search.pieces import search_data as pieces


def search_data(made: Made) -> Iterator[tuple[str, str]]:
    """Give the data scripts."""
    for context in made.contexts:
        yield from pieces(context, [*made.written[context.language], *record_documents(context)])
