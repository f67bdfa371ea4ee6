"""Two versions of a record, field by field: what a reader of its page would see change."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from catalog.history.change import FieldChange, Form, Said
from catalog.history.unsaid import SILENT, UNTOLD, personal, stands_in
from catalog.history.wording import called, is_prose, key_of, long, word
from catalog.languages import Sentence
from catalog.model.base import Model, fields_of, label_of
from catalog.model.claim import Claim
from catalog.model.reference import reference_kind
from catalog.model.text import Text

Labels = tuple[Sentence, ...]


def compare(before: Model, after: Model) -> list[FieldChange]:
    """Give what changed between two versions of a record, in the order of its fields."""
    return list(_group(before, after, ()))


def _group(before: Model | None, after: Model | None, above: Labels) -> Iterator[FieldChange]:
    """Compare two groups of fields; a group that is missing has every field missing."""
    model: type[Model] = type(after if after is not None else before)  # type: ignore[assignment]
    for name, info in fields_of(model).items():
        if stands_in(UNTOLD, model, name):
            continue
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old == new:
            continue
        # The figure itself bears the name of what it says: "annual output", not "annual output, value".
        labels = above if name == "value" and issubclass(model, Claim) else (*above, label_of(model, name))
        if stands_in(SILENT, model, name) or personal(old) or personal(new):
            yield FieldChange(_joined(labels), Form.SILENT)
        else:
            yield from _field(old, new, labels, reference_kind(info))


def _field(old: Any, new: Any, labels: Labels, kind: str | None) -> Iterator[FieldChange]:
    if _listed(old, new):
        yield from _lists(old or [], new or [], labels, kind)
    elif _is_group(old) or _is_group(new):
        if old is None or new is None or type(old) is type(new):
            yield from _group(old, new, labels)
        else:
            yield FieldChange(_joined(labels), Form.SILENT)
    else:
        yield from _value(old, new, labels, kind)


def _value(old: Any, new: Any, labels: Labels, kind: str | None) -> Iterator[FieldChange]:
    before, after = word(old, kind), word(new, kind)
    # What is written otherwise but reads the same (5 亿元, 50000 万元) is no change for a reader.
    if before != after:
        folded = long(before, after, prose=is_prose(old, new))
        yield FieldChange(_joined(labels), Form.TEXT if folded else Form.VALUE, tuple(before), tuple(after))


def _lists(old: Sequence[Any], new: Sequence[Any], labels: Labels, kind: str | None) -> Iterator[FieldChange]:
    if any(_is_group(one) for one in (*old, *new)):
        yield from _entries(old, new, labels)
        return
    before, after = word(list(old), kind), word(list(new), kind)
    removed, added = _without(before, after), _without(after, before)
    if removed or added:
        yield FieldChange(_joined(labels), Form.LIST, tuple(removed), tuple(added))
    elif before != after:
        yield FieldChange(_joined(labels), Form.ORDER)


def _entries(old: Sequence[Model], new: Sequence[Model], labels: Labels) -> Iterator[FieldChange]:
    """Compare lists of groups: entry by entry where each has a key of its own, else place by place."""
    before, after = ({key_of(one): one for one in side} for side in (old, new))
    if len(before) != len(old) or len(after) != len(new) or "" in {*before, *after}:
        for place, (one, other) in enumerate(zip_longest(old, new), 1):
            yield from _entry(one, other, (*labels, Sentence(f"第 {place} 项", f"entry {place}")))
        return
    removed = [called(one) for key, one in before.items() if key not in after]
    added = [called(one) for key, one in after.items() if key not in before]
    if removed or added:
        yield FieldChange(_joined(labels), Form.LIST, tuple(removed), tuple(added))
    elif list(before) != list(after):
        yield FieldChange(_joined(labels), Form.ORDER)
    for key, one in after.items():
        if key in before:
            yield from _entry(before[key], one, (*labels, called(one)))


def _entry(old: Model | None, new: Model | None, labels: Labels) -> Iterator[FieldChange]:
    if old is None or new is None or type(old) is type(new):
        yield from _group(old, new, labels)
    else:
        yield FieldChange(_joined(labels), Form.SILENT)


def _listed(old: Any, new: Any) -> bool:
    """Say whether both are lists; a missing list is an empty one, but ``all`` is none."""
    return all(one is None or isinstance(one, list) for one in (old, new))


def _is_group(value: Any) -> bool:
    return isinstance(value, Model) and not isinstance(value, Text)


def _without(these: Sequence[Said], those: Sequence[Said]) -> list[Said]:
    """Give what stands in one list more often than in the other."""
    left = Counter(these) - Counter(those)
    return [said for said in dict.fromkeys(these) for _ in range(left[said])]


def _joined(labels: Labels) -> Sentence:
    parts = [one for one in labels if one.en]
    return Sentence(" · ".join(one.zh for one in parts), " · ".join(one.en for one in parts))
