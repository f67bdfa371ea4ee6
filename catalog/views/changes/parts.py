"""Changes as parts of a page: days, what happened on each, and each field before and after."""

from collections.abc import Sequence

from catalog.value import Value
from catalog.views.parts import Link, Part


class Shift(Value):
    """The change of one field: shown side by side, or as a sentence with both versions ``folded`` below it."""

    label: str
    before: Sequence[str]
    after: Sequence[str]
    sentence: str
    side_by_side: bool
    folded: bool


class Entry(Value):
    """What happened to one record, or the same to several; ``key`` names it for anchors and for returning readers."""

    key: str
    what: str
    tone: str
    kind: str
    links: Sequence[Link]
    shifts: Sequence[Shift] = ()
    note: str = ""
    link: Link | None = None
    """Where the note leads: to the record that replaces a withdrawn one."""


class Day(Value):
    """One day and its entries."""

    iso: str
    name: str
    entries: Sequence[Entry]


class Changes(Part):
    """Days, the latest first; on a record's own page without the record's name."""

    component = "changes"
    days: Sequence[Day]
    style: str
    own: bool = False


class Visits(Part):
    """Tells a returning reader what is new since the last visit; the browser alone remembers it."""

    component = "visits"
    said: dict[str, str]
    script: str
    style: str
