"""The smallest parts: words that lead somewhere, marks, labelled values."""

from markupsafe import Markup

from catalog.value import Value

Shown = str | Markup


class Link(Value):
    """A place to go to."""

    text: str
    href: str
    note: str = ""


class Badge(Value):
    """A short mark: ``tone`` is one of good, busy, plain, warn, example."""

    text: str
    tone: str = "plain"


class Fact(Value):
    """A labelled value; ``known`` is false where the page says that nobody has told."""

    label: str
    value: Shown | Link | tuple[Link, ...]
    note: Shown = ""
    known: bool = True
    anchor: str = ""
    """Names the place, so that a link can lead to it."""


class Cell(Value):
    """A table cell; ``number`` ones are set flush right; ``tone`` 1-3 shades what there is more of."""

    value: Shown | Link | tuple[Link, ...]
    number: bool = False
    tone: int = 0
