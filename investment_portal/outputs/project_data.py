"""The data that the list of projects is narrowed by: an index in each language, and their texts in shared pieces."""

from collections.abc import Iterator

from investment_portal.outputs.output import Made, Output
from investment_portal.outputs.search.data_script import data_script
from investment_portal.outputs.search.project_index import PIECE, project_index, project_texts, text_pieces


def index_data(made: Made) -> Iterator[tuple[str, str]]:
    """Yield the index of each language."""
    for language, context in made.contexts.items():
        yield data_script(f"projects.{language}", project_index(made.data, context))


def text_parts(made: Made) -> Iterator[tuple[int]]:
    """Yield the pieces of texts."""
    yield from ((number,) for number in range(text_pieces(made.data)))


def text_data(made: Made, number: int) -> Iterator[tuple[str, str]]:
    """Yield a piece of texts."""
    yield data_script(f"projects-texts.{number}", project_texts(made.data, number))


def _summaries(made: Made) -> list[str]:
    return list(made.data.digests.summaries.values())


def _texts(made: Made, number: int) -> list[str]:
    return list(made.data.digests.summaries.values())[number * PIECE : (number + 1) * PIECE]


INDEX = Output(index_data, _summaries)
TEXTS = Output(text_data, _texts, text_parts)
