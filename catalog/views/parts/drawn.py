"""Parts that are drawn: steps, bars, pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.views.parts.part import Part, Table
from catalog.views.parts.small import Badge, Fact


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure, or of preparatory work."""

    title: str
    facts: Sequence[Fact] = ()
    badge: Badge | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Steps(Part):
    """Numbered steps, with totals below."""

    component = "steps"
    steps: Sequence[Step]
    totals: Sequence[Fact] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: ``share`` of the longest, 0-100."""

    label: str
    value: str
    share: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bars(Part):
    """A bar chart whose table is the chart itself."""

    component = "bars"
    caption: str
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Picture(Part):
    """A drawing made by a component template of its own, with a table beside it."""

    component = "picture"
    drawing: str
    data: object
    table: Table
