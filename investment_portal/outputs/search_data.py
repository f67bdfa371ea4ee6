"""The data that ``/search/`` looks through: every record and every hand-written page, in both languages."""

from collections.abc import Iterator

from investment_portal.languages import Language
from investment_portal.outputs.output import Made, Output
from investment_portal.outputs.search.documents import records_found
from investment_portal.outputs.search.shards import NAMES, TEXTS, Pieces, parts_of


def search_parts(made: Made) -> Iterator[tuple[Language, str, int]]:
    """Yield the data scripts."""
    records = len(records_found(made.data))
    for language in made.contexts:
        count = made.written_keys[language][1] + records
        yield from ((language, what, number) for what, number in parts_of(count))


def search_data(made: Made, language: Language, what: str, number: int) -> Iterator[tuple[str, str]]:
    """Yield a data script: what there is, some names, or some texts."""
    count = made.written_keys[language][1]
    pieces = Pieces(made.data, made.contexts[language], lambda: made.written[language], count)
    yield {"base": lambda _: pieces.base(), "names": pieces.names, "texts": pieces.texts}[what](number)


def _depends(made: Made, language: Language, what: str, number: int) -> tuple[object, ...]:
    """Return the fingerprint of the hand-written pages, and what of the projects stands in the piece."""
    written, before = made.written_keys[language]
    if what == "base":
        return written, [one.name.zh for one in made.data.index.projects.values()]
    digests, limit = (made.data.digests.summaries, NAMES) if what == "names" else (made.data.digests.projects, TEXTS)
    # Projects come last of all records.
    before += len(records_found(made.data)) - len(digests)
    own = list(digests.values())[max(0, number * limit - before) : max(0, (number + 1) * limit - before)]
    return written, before, own


OUTPUT = Output(search_data, _depends, search_parts)
