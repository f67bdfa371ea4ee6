"""Every Chinese name whose reading is asked for in a whole build: known beforehand, they are found out together."""

from collections.abc import Iterator

from catalog.derive.facets import subsectors
from catalog.model.names import name_of
from catalog.search.document import records_found
from catalog.search.written import written_documents
from catalog.views.context import Context
from investment_portal.domain.dataset import Dataset
from investment_portal.rendering.layouts import LayoutSet


def names_spoken(data: Dataset, context: Context, layouts: LayoutSet) -> Iterator[str]:
    """Give the names of records, of hand-written pages and of the values that a list is narrowed by."""
    for _, record in records_found(data):
        yield name_of(record).zh
    for name in subsectors(data.index.projects.values()).values():
        yield name.zh
    for document in written_documents(data, context, layouts, figures=False):
        yield document.heading.title
