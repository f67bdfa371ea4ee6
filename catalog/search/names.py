"""The names of records, in whichever field their kind keeps them."""

from collections.abc import Iterator
from typing import Any

from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from catalog.model.text import Text


def name_of(record: Any) -> Text:
    """Give the name of a record: a notice has a title instead."""
    name: Text = getattr(record, "name", None) or record.title
    return name


def chinese_names(catalog: Catalog) -> Iterator[str]:
    """Give every Chinese text that is sorted or found by how it is read: names, and sub-sectors."""
    for kind in KINDS.values():
        for record in catalog.records[kind.name].values() if kind.column else ():
            yield name_of(record).zh
    yield from (project.subsector.zh for project in catalog.projects.values() if project.subsector)
