"""The Chinese texts that are sorted, or found, by how they are read."""

from collections.abc import Iterator

from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from catalog.model.names import name_of


def chinese_names(catalog: Catalog) -> Iterator[str]:
    """Give every name of a record, and the sub-sectors."""
    for kind in KINDS:
        for record in catalog.records[kind].values() if kind != "origin" else ():
            yield name_of(record).zh
    yield from (project.subsector.zh for project in catalog.projects.values() if project.subsector)
