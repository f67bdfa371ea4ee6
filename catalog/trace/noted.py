"""Attributes that note who reads them."""

from typing import Any

from catalog.trace.reads import note


class Noted:
    """Stands in the place of a dataclass's field, once the class is made, and notes each reading of it."""

    def __init__(self, name: str, read: str) -> None:
        """Take the field's name, and the name under which it is noted."""
        self._name, self._read = name, read

    def __get__(self, owner: object | None, class_: type) -> Any:
        """Give the value, and note it."""
        if owner is None:
            return self
        note(self._read)
        return owner.__dict__[self._name]

    def __set__(self, owner: object, value: Any) -> None:
        """Set the value when the object is made."""
        owner.__dict__[self._name] = value


def noted(class_: type, **reads: str) -> None:
    """Have fields of a dataclass noted, each under a name."""
    for name, read in reads.items():
        setattr(class_, name, Noted(name, read))
