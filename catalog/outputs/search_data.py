"""The data that ``/search/`` looks through: every record and every hand-written page, in both languages."""

from collections.abc import Iterator

from catalog.languages import Language
from catalog.outputs.output import Made
from catalog.search.document import records_found
from catalog.search.pieces import Pieces, parts_of


def search_parts(made: Made) -> Iterator[tuple[Language, str, int]]:
    """Name the data scripts."""
    records = len(records_found(made.data))
    for language in made.contexts:
        count = len(made.written[language]) + records
        yield from ((language, what, number) for what, number in parts_of(count))


def search_data(made: Made, language: Language, what: str, number: int) -> Iterator[tuple[str, str]]:
    """Give a data script: what there is, some names, or some texts."""
    pieces = Pieces(made.data, made.contexts[language], made.written[language])
    yield {"base": lambda _: pieces.base(), "names": pieces.names, "texts": pieces.texts}[what](number)
