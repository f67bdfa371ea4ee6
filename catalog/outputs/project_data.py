"""The data that the list of projects is narrowed by: an index in each language, and their texts in shared pieces."""

from collections.abc import Iterator

from catalog.outputs.output import Made
from catalog.search.handed import handed
from catalog.search.projects import project_index, project_texts


def project_data(made: Made) -> Iterator[tuple[str, str]]:
    """Give the data scripts."""
    for context in made.contexts:
        yield handed(f"projects.{context.language}", project_index(context))
    for number, texts in enumerate(project_texts(made.contexts[0])):
        yield handed(f"projects-texts.{number}", texts)
