"""Parts of running pages: facts, figures, prose, lists, tables."""

from collections.abc import Sequence
from typing import ClassVar

from markupsafe import Markup

from catalog.value import Value
from catalog.views.parts.small import Cell, Fact, Link, Shown


class Part(Value):
    """One part of a page."""

    component: ClassVar[str]


class Finished(Part):
    """HTML that was rendered before: a part, a section or a card that several pages show."""

    component = "finished"
    parts: ClassVar[Sequence[Part]] = ()
    html: Markup
    id: str = ""
    """Id of the section, to which links lead; or of the project that a card shows."""
    title: str = ""
    """Title of the section in the list of what is on the page."""


class Facts(Part):
    """Labelled values, one below the other."""

    component = "facts"
    facts: Sequence[Fact]
    wide: bool = False


class KeyFigures(Part):
    """A few figures in large type."""

    component = "key_figures"
    figures: Sequence[Fact]


class Prose(Part):
    """Running text."""

    component = "prose"
    html: Markup


class Bullets(Part):
    """A list of sentences."""

    component = "bullets"
    items: Sequence[Shown]


class Table(Part):
    """Rows under a head; the first cell of a row names it."""

    component = "table"
    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


class SourceLine(Part):
    """Where figures come from."""

    component = "source_line"
    text: str


class Inline(Part):
    """A word or figure inside a sentence that staff wrote."""

    component = "inline"
    text: str


class Folded(Part):
    """A part that opens on demand, without a script."""

    component = "folded"
    title: str
    parts: Sequence[Part]


class Jump(Part):
    """Links to the groups of a long list."""

    component = "jump"
    label: str
    links: Sequence[Link]
