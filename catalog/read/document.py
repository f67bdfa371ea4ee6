"""What one YAML file holds: plain values, and where each stands."""

from dataclasses import dataclass, field
from typing import Any

from catalog.read.fault import Fault

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Document:
    """One file's content: ``value``, where each key and each value stands, and faults that did not stop the reading."""

    value: Any = None
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place(self, path: Path, *, of_key: bool = False) -> tuple[int, int]:
        """Find line and column of a key path, or of the nearest level above it that stands in the file."""
        first, second = (self.keys, self.values) if of_key else (self.values, self.keys)
        while path:
            found = first.get(path) or second.get(path)
            if found:
                return found
            # What is missing is asked for at the key of the group that it is missing from.
            path, first, second = path[:-1], self.keys, self.values
        return (1, 1)
