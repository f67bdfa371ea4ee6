"""What thousands of pages ask for alike is worked out once for a catalogue."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from catalog.model.catalog import Catalog

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """Values by key, of one catalogue at a time: a build has one, and the next one begins anew."""

    def __init__(self) -> None:
        """Begin without a catalogue."""
        self._catalog: Catalog | None = None
        self._values: dict[Hashable, Value] = {}

    def get(self, catalog: Catalog, key: Hashable, make: Callable[[], Value]) -> Value:
        """Give the value of a key, made where it is asked for the first time."""
        if self._catalog is not catalog:
            self._catalog, self._values = catalog, {}
        if key not in self._values:
            self._values[key] = make()
        return self._values[key]
