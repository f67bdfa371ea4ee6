"""A mistake in a record, with all that is needed to write its sentence."""

from typing import Any, NamedTuple, Self

from catalog.languages import NOTHING, Sentence
from catalog.load.keys import choices_at, keys_at, may_be_unknown
from catalog.model.base import Model
from catalog.problems.got import got, quoted
from investment_portal.models.careful import Mistake


class Said(NamedTuple):
    """A mistake, said: its rule, its sentence, its hint."""

    rule: str
    sentence: Sentence
    hint: Sentence = NOTHING


class RecordMistake(Mistake, kw_only=True):
    """A mistake in a ``record`` of a ``model``."""

    model: type[Model]
    record: Any

    @classmethod
    def of(cls, mistake: Mistake, model: type[Model], record: Any) -> Self:
        """Return a mistake with the record that it is in."""
        return cls(
            mistake.kind, mistake.path, mistake.typed, mistake.limit, mistake.refused, model=model, record=record
        )

    @property
    def name(self) -> Sentence:
        """What the mistake is about, as the subject of a sentence."""
        keys = [step for step in self.path if isinstance(step, str)]
        if not keys:
            return Sentence("记录", "The record")
        shown, last = quoted(keys[-1]), self.path[-1]
        if isinstance(last, int):
            return Sentence(f"“{shown}”的第 {last + 1} 项", f"Entry {last + 1} of “{shown}”")
        return Sentence(f"“{shown}”", f"“{shown}”")

    @property
    def got(self) -> Sentence:
        """What stood there."""
        return got(self.typed)

    @property
    def siblings(self) -> dict[str, Sentence]:
        """Keys that may stand in the group in which the mistake is."""
        return keys_at(self.model, self.path[:-1], self.record)

    @property
    def inner(self) -> dict[str, Sentence]:
        """Keys that may stand inside, where a group is wanted."""
        return keys_at(self.model, self.path, self.record)

    @property
    def choices(self) -> dict[str, Sentence]:
        """Values of the controlled list, if it is one."""
        return choices_at(self.model, self.path, self.record)

    @property
    def may_be_unknown(self) -> bool:
        """Say whether the word ``unknown`` would do."""
        return may_be_unknown(self.model, self.path, self.record)
