"""The shapes that a field can have, as editors and people need to know them."""

from collections.abc import Mapping
from typing import Any

from catalog.languages import NOTHING, Sentence
from catalog.model.base import Model
from catalog.value import Value


class Leaf(Value):
    """One value: how it is written, in words and as JSON Schema, and the kind of record it names, if it names one."""

    says: Sentence
    schema: Mapping[str, Any]
    refers_to: str | None = None


class Choices(Value):
    """A word from a list; each with its label, where it has one."""

    labels: Mapping[str, Sentence]


class Group(Value):
    """A group of keys; where there are several models, the key ``form`` tells them apart."""

    models: tuple[type[Model], ...]
    says: Sentence = NOTHING


class Many(Value):
    """A list."""

    item: "Shape"
    least: int = 0


Shape = Leaf | Choices | Group | Many


class Written(Value):
    """A shape, the words that may stand instead of it (``all``, ``unknown``), and whether it may stay empty."""

    shape: Shape
    words: tuple[str, ...] = ()
    empty: bool = False


class Entry(Value):
    """A field of a model: its key, its label, a note, what may be written, and whether it must be."""

    key: str
    label: Sentence
    note: Sentence
    written: Written
    required: bool
    default: Any = None
