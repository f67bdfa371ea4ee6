"""The smallest parts: words that lead somewhere, marks, labelled values."""

from dataclasses import dataclass

from markupsafe import Markup

Shown = str | Markup


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to."""

    text: str
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short mark: ``tone`` is one of good, busy, plain, warn, example."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value; ``known`` is false where the page says that nobody has told."""

    label: str
    value: Shown | Link | tuple[Link, ...]
    note: Shown = ""
    known: bool = True
    anchor: str = ""
    """Names the place, so that a link can lead to it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; ``number`` ones are set flush right; ``tone`` 1-3 shades what there is more of."""

    value: Shown | Link | tuple[Link, ...]
    number: bool = False
    tone: int = 0
