"""One value of a record in words of both languages: a registry by sort, which a new sort of value joins."""

from collections.abc import Sequence
from typing import Any

from catalog.history.change import Named, Said
from catalog.languages import LANGUAGES, Sentence
from catalog.model.base import Model
from catalog.model.choice import Choice
from catalog.model.text import Prose, Text
from catalog.show.values import show

ALL = Sentence("全部", "all")
NAMING = ("name", "title", "label", "to", "alt", "work", "utility", "currency", "fact", "days", "time")
"""Fields by which people call an entry of a list, the best first."""

KEYS = ("id", *NAMING, "from_")
"""Fields by which an entry is found again in another version of its list."""

SHORT = 40
"""Signs up to which a text is shown beside its older self; longer ones are folded."""


def word(value: Any, kind: str | None) -> list[Said]:
    """Say a value: nothing for nothing, a reference by the record that it names, several one by one."""
    if value is None:
        return []
    if value == "all":
        return [ALL]
    if isinstance(value, list):
        return [said for one in value for said in word(one, kind)]
    if isinstance(value, Model) and not isinstance(value, Text):
        return [called(value)]
    if kind and isinstance(value, str):
        return [Named(kind, value)]
    return [Sentence(*(show(value, language) for language in LANGUAGES))]


def called(entry: Model) -> Sentence:
    """Call an entry of a list by its name."""
    for name in NAMING:
        value = getattr(entry, name, None)
        if isinstance(value, Text | Choice):
            return Sentence(*(show(value, language) for language in LANGUAGES))
        if isinstance(value, str):
            return Sentence(value, value)
    id_ = getattr(entry, "id", "")
    return Sentence(id_, id_)


def key_of(entry: Model) -> str:
    """Give what tells an entry from its neighbours, if anything does."""
    for name in KEYS:
        value = getattr(entry, name, None)
        if value is not None:
            return f"{name} {value.zh if isinstance(value, Text) else value}"
    return ""


def long(*sides: Sequence[Said], prose: bool) -> bool:
    """Say whether values are too long to stand side by side."""
    return prose or any(
        len(text) > (SHORT if sign == 0 else 3 * SHORT)
        for side in sides
        for said in side
        if isinstance(said, Sentence)
        for sign, text in enumerate(said)
    )


def is_prose(*values: Any) -> bool:
    """Say whether one of the values is running text of several paragraphs."""
    return any(isinstance(value, Prose) for value in values)
