"""A change in one field of a record, worded for both languages at once."""

from enum import Enum

from investment_portal.languages import Sentence
from investment_portal.value import Value


class ChangeForm(str, Enum):  # noqa: UP042 - its members are written to the cache as they are
    """The form in which a change is shown."""

    VALUE = "value"
    """Before and after, side by side; one of them may be missing."""
    TEXT = "text"
    """Running text: a note that it was revised, with both versions folded."""
    LIST = "list"
    """Parts taken out, and parts put in."""
    ORDER = "order"
    """The same entries in another order."""
    SILENT = "silent"
    """That it changed, and no more: what a page no longer says about a person is not said by its history either."""


class Named(Value):
    """A reference: the name of the record is looked up when the change is formatted."""

    kind: str
    id: str


ChangeValue = Sentence | Named


class FieldChange(Value):
    """The change of one field; ``label`` leads to it from the record."""

    label: Sentence
    form: ChangeForm
    before: tuple[ChangeValue, ...] = ()
    after: tuple[ChangeValue, ...] = ()
    material: bool = True
    """False for a change of wording or order, on which an investor would not act."""
