"""Parts that are drawn: steps, pictures; charts stand in ``views/charts``."""

from collections.abc import Sequence

from catalog.value import Value
from catalog.views.parts.part import Part, Table
from catalog.views.parts.small import Badge, Fact


class Step(Value):
    """One step of a procedure, or of preparatory work."""

    title: str
    facts: Sequence[Fact] = ()
    badge: Badge | None = None
    text: str = ""


class Steps(Part):
    """Numbered steps, with totals below."""

    component = "steps"
    steps: Sequence[Step]
    totals: Sequence[Fact] = ()


class Picture(Part):
    """A drawing made by a component template of its own, with a table beside it."""

    component = "picture"
    drawing: str
    data: object
    table: Table
