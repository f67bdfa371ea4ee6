"""Parts of running pages: facts, figures, prose, lists, tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from catalog.views.parts.small import Cell, Fact, Link, Shown


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a page."""

    component: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Facts(Part):
    """Labelled values, one below the other."""

    component = "facts"
    facts: Sequence[Fact]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigures(Part):
    """A few figures in large type."""

    component = "key_figures"
    figures: Sequence[Fact]


@dataclass(frozen=True, slots=True)
class Prose(Part):
    """Running text."""

    component = "prose"
    html: Markup


@dataclass(frozen=True, slots=True)
class Bullets(Part):
    """A list of sentences."""

    component = "bullets"
    items: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Table(Part):
    """Rows under a head; the first cell of a row names it."""

    component = "table"
    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class SourceLine(Part):
    """Where figures come from."""

    component = "source_line"
    text: str


@dataclass(frozen=True, slots=True)
class Inline(Part):
    """A word or figure inside a sentence that staff wrote."""

    component = "inline"
    text: str


@dataclass(frozen=True, slots=True)
class Folded(Part):
    """A part that opens on demand, without a script."""

    component = "folded"
    title: str
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Jump(Part):
    """Links to the groups of a long list."""

    component = "jump"
    label: str
    links: Sequence[Link]
