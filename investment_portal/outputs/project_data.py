"""The data that the list of projects is narrowed by: an index in each language, and their texts in shared pieces."""

from collections.abc import Iterator

from investment_portal.outputs.output import BuildContext, Output
from investment_portal.outputs.search.data_script import data_script
from investment_portal.outputs.search.project_index import PIECE, project_index, project_texts, text_pieces


def index_data(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the index of each language."""
    for language, context in build.contexts.items():
        yield data_script(f"projects.{language}", project_index(build.data, context))


def text_parts(build: BuildContext) -> Iterator[tuple[int]]:
    """Yield the pieces of texts."""
    yield from ((number,) for number in range(text_pieces(build.data)))


def text_data(build: BuildContext, number: int) -> Iterator[tuple[str, str]]:
    """Yield a piece of texts."""
    yield data_script(f"projects-texts.{number}", project_texts(build.data, number))


def _summaries(build: BuildContext) -> list[str]:
    return list(build.data.digests.summaries.values())


def _texts(build: BuildContext, number: int) -> list[str]:
    return list(build.data.digests.summaries.values())[number * PIECE : (number + 1) * PIECE]


INDEX = Output(index_data, _summaries)
TEXTS = Output(text_data, _texts, text_parts)
