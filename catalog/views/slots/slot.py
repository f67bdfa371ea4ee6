"""What a slot is: a named place in a hand-written page that the catalogue fills."""

from collections.abc import Callable, Iterable, Sequence

from catalog.model.catalog import Catalog
from catalog.value import Value
from catalog.views.context import Context
from catalog.views.parts import Part, Section

Blocks = Sequence[Section | Part]


class Slot(Value):
    """A slot without an argument: its name as pages write it, and what fills it."""

    name: str
    fill: Callable[[Context], Blocks]


class SlotOf(Value):
    """A slot with an argument, as ``desk:bureau``; ``arguments`` are those that the catalogue has an answer to."""

    name: str
    fill: Callable[[Context, str], Blocks]
    arguments: Callable[[Catalog], Iterable[str]]
