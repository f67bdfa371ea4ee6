"""The data that ``/search/`` looks through: every record and every hand-written page, in both languages."""

from collections.abc import Iterator

from catalog.languages import Language
from catalog.outputs.output import Made
from catalog.search.pieces import Pieces, parts_of


def search_parts(made: Made) -> Iterator[tuple[Language, str, int]]:
    """Name the data scripts."""
    for language in made.contexts:
        yield from ((language, what, number) for what, number in parts_of(_pieces(made, language)))


def search_data(made: Made, language: Language, what: str, number: int) -> Iterator[tuple[str, str]]:
    """Give a data script: what there is, some names, or some texts."""
    pieces = _pieces(made, language)
    yield {"base": lambda _: pieces.base(), "names": pieces.names, "texts": pieces.texts}[what](number)


def _pieces(made: Made, language: Language) -> Pieces:
    return Pieces(made.contexts[language], made.written[language])
