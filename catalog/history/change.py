"""What changed in one field of a record, worded for both languages at once."""

from dataclasses import dataclass
from enum import Enum

from catalog.languages import Sentence


class Form(str, Enum):  # noqa: UP042 - its members are written to the cache as they are
    """How a change is told."""

    VALUE = "value"
    """Before and after, side by side; one of them may be missing."""
    TEXT = "text"
    """Running text: that it was revised, and both versions for who wants to read them."""
    LIST = "list"
    """What was taken out, and what was put in."""
    ORDER = "order"
    """The same entries in another order."""
    SILENT = "silent"
    """That it changed, and no more: what a page no longer says about a person is not said by its history either."""


@dataclass(frozen=True, slots=True)
class Named:
    """A reference: the name of the record is looked up when the change is told."""

    kind: str
    id: str


Said = Sentence | Named


@dataclass(frozen=True, slots=True)
class FieldChange:
    """The change of one field; ``label`` leads to it from the record."""

    label: Sentence
    form: Form
    before: tuple[Said, ...] = ()
    after: tuple[Said, ...] = ()
