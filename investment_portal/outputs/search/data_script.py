"""Data scripts, which also work on pages opened from disk, and columns that store repeated values once."""

from collections.abc import Hashable, Iterable
from typing import Any, Generic, TypeVar

from msgspec import json

FOLDER = "assets/data"


def data_script(name: str, data: Any) -> tuple[str, str]:
    """Return a data script as (path below the site's root, text)."""
    text = json.encode(data).decode()
    return f"{FOLDER}/{name}.js", f'(self.portalData=self.portalData||{{}})["{name}"]={text};\n'


Entry = TypeVar("Entry", bound=Hashable)


class DataColumn(Generic[Entry]):
    """One column: the entries that occur, in the order in which they first do, and for each record its entry."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Find what repeats."""
        places: dict[Entry, int] = {}
        self.of = [places.setdefault(entry, len(places)) for entry in entries]
        self.entries = list(places)

    def as_data(self) -> dict[str, Any]:
        """Return the column as data for a script."""
        return {"entries": self.entries, "of": self.of}


def sparse(values: Iterable[Any]) -> dict[int, Any]:
    """Return the values of the few records that have one, by the record's place."""
    return {place: value for place, value in enumerate(values) if value}
