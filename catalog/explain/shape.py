"""The shapes that a field can have, as editors and people need to know them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from catalog.languages import NOTHING, Sentence
from catalog.model.base import Model


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value: how it is written, in words and as JSON Schema, and the kind of record it names, if it names one."""

    says: Sentence
    schema: Mapping[str, Any]
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """A word from a list; each with its label, where it has one."""

    labels: Mapping[str, Sentence]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of keys; where there are several models, the key ``form`` tells them apart."""

    models: tuple[type[Model], ...]
    says: Sentence = NOTHING


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    item: "Shape"
    least: int = 0


Shape = Leaf | Choices | Group | Many


@dataclass(frozen=True, slots=True)
class Written:
    """A shape, the words that may stand instead of it (``all``, ``unknown``), and whether it may stay empty."""

    shape: Shape
    words: tuple[str, ...] = ()
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a model: its key, its label, a note, what may be written, and whether it must be."""

    key: str
    label: Sentence
    note: Sentence
    written: Written
    required: bool
    default: Any = field(default=None)
