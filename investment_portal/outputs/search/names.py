"""Every Chinese name whose reading a build needs, prepared in one go."""

from collections.abc import Iterator

from investment_portal.components.context import Context
from investment_portal.formatting.pinyin import HAN
from investment_portal.models.text import name_of
from investment_portal.outputs.search.content_pages import content_page_documents
from investment_portal.outputs.search.documents import searchable_records
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.projects.facet_kinds import subsectors
from investment_portal.rendering.layouts import LayoutSet


def name_readings(data: Dataset, context: Context, layouts: LayoutSet) -> Iterator[str]:
    """Yield the names of records, of content pages and of facet values."""
    names = [name_of(record).zh for _, record in searchable_records(data)]
    yield from names
    yield from dict.fromkeys(HAN.findall("".join(names)))
    for name in subsectors(data.index.projects.values()).values():
        yield name.zh
    for document in content_page_documents(data, context, layouts, figures=False):
        yield document.heading.title
