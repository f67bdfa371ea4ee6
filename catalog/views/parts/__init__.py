"""The parts that pages are composed of; each has a component of the same name in ``overrides/pages/components``."""

from catalog.views.parts.cards import Card, Cards, Desk, Hero, Ladder, Route, Tile, Tiles
from catalog.views.parts.drawn import Picture, Step, Steps
from catalog.views.parts.page import RecordView, Section
from catalog.views.parts.part import (
    Bullets,
    Facts,
    Finished,
    Folded,
    Inline,
    Jump,
    KeyFigures,
    Part,
    Prose,
    SourceLine,
    Table,
)
from catalog.views.parts.small import Badge, Cell, Fact, Link, Shown

__all__ = [
    "Badge",
    "Bullets",
    "Card",
    "Cards",
    "Cell",
    "Desk",
    "Fact",
    "Facts",
    "Finished",
    "Folded",
    "Hero",
    "Inline",
    "Jump",
    "KeyFigures",
    "Ladder",
    "Link",
    "Part",
    "Picture",
    "Prose",
    "RecordView",
    "Route",
    "Section",
    "Shown",
    "SourceLine",
    "Step",
    "Steps",
    "Table",
    "Tile",
    "Tiles",
]
