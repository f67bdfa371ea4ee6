"""The names of records, in whichever field their kind keeps them."""

from typing import Any

from catalog.model.text import Text


def name_of(record: Any) -> Text:
    """Give the name of a record: a notice has a title instead."""
    name: Text = getattr(record, "name", None) or record.title
    return name
