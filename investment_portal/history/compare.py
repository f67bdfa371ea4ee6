"""Compare two versions of a record field by field, in words of both languages; some fields are left out."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import zip_longest
from typing import Any, get_args

from investment_portal.formatting.values import show
from investment_portal.history.change import ChangeForm, ChangeValue, FieldChange, Named
from investment_portal.languages import LANGUAGES, Sentence
from investment_portal.models.base import FieldInfo, Model, fields_of, is_model, label_of
from investment_portal.models.choice import Choice, OpenChoice
from investment_portal.models.claim import Claim
from investment_portal.models.facts import Test
from investment_portal.models.policy import Span
from investment_portal.models.quantities.area import Area
from investment_portal.models.quantities.money import Money
from investment_portal.models.quantities.quantity import ParsedValue, ValueRefusedError
from investment_portal.models.reference import each, reference_kind
from investment_portal.models.text import Prose, Text
from investment_portal.validation.personal_numbers import personal_numbers

ALL = Sentence("全部", "all")
NAMING = ("name", "title", "label", "to", "alt", "work", "utility", "currency", "fact", "what", "days", "time")
"""Fields that name an entry of a list, the best first."""

KEYS = ("id", *NAMING, "from_", "project")
"""Fields that identify an entry in another version of its list."""

SHORT = 40
"""Signs up to which a text is shown beside its older self; longer ones are folded."""


def word(value: Any, kind: str | None) -> list[ChangeValue]:
    """Return a value: nothing for nothing, a reference by the record that it names, several one by one."""
    if value is None:
        return []
    if value == "all":
        return [ALL]
    if isinstance(value, list):
        return [text for item in value for text in word(item, kind)]
    if isinstance(value, Model) and not isinstance(value, Text):
        return [called(value)]
    if kind and isinstance(value, str):
        return [Named(kind, value)]
    return [Sentence(*(show(value, language) for language in LANGUAGES))]


def members(info: FieldInfo, value: Any) -> Any:
    """Return words of a list to which settings can add as members of the list, which have names."""
    choice = _choice_in(info.type)
    if choice is None:
        return value
    if isinstance(value, list):
        return [members(info, word) for word in value]
    return next((member for member in choice if member.value == value), value)


@cache
def _choice_in(type_: Any) -> type[Choice] | None:
    """Return the list of a type that settings can add to, or of what it is a list of; None where it is no such."""
    for mark in getattr(type_, "__metadata__", ()):
        if isinstance(mark, OpenChoice):
            return mark.choice
    if is_model(type_):
        return None
    return next((matches for part in get_args(type_) if (matches := _choice_in(part))), None)


def called(entry: Model) -> ChangeValue:
    """Return the name of an entry of a list, or the record that it is about."""
    for name in NAMING:
        value = getattr(entry, name, None)
        if value is not None:
            value = members(fields_of(type(entry))[name], value)
        if isinstance(value, Text | Choice):
            return Sentence(*(show(value, language) for language in LANGUAGES))
        if isinstance(value, str):
            return Sentence(value, value)
    if isinstance(entry, Span):
        ends = [entry.from_, *([entry.until] if entry.until else [])]
        return Sentence(*(" – ".join(show(end, language) for end in ends) for language in LANGUAGES))
    if isinstance(entry, Test):
        inner = [text for _, tests in entry.groups for test in tests if isinstance(text := called(test), Sentence)]
        return Sentence("、".join(item.zh for item in inner), ", ".join(item.en for item in inner))
    if project := getattr(entry, "project", None):
        return Named("project", project)
    id_ = getattr(entry, "id", "")
    return Sentence(id_, id_)


def key_of(entry: Model) -> str:
    """Return the key of an entry among its neighbours, if it has one."""
    for name in KEYS:
        value = getattr(entry, name, None)
        if value is not None:
            return f"{name} {value.zh if isinstance(value, Text) else value}"
    return ""


def long(*sides: Sequence[ChangeValue], prose: bool) -> bool:
    """Return whether values are too long to show side by side."""
    return prose or any(
        len(text) > (SHORT if sign == 0 else 3 * SHORT)
        for side in sides
        for value in side
        if isinstance(value, Sentence)
        for sign, text in enumerate(value)
    )


def is_prose(*values: Any) -> bool:
    """Return whether one of the values is running text of several paragraphs."""
    return any(isinstance(value, Prose) for value in values)


NOT_SHOWN: Mapping[str, str] = {
    "Record.id": "a record that was renamed is told as such",
    "Record.formerly": "the same",
    "Record.published_on": "told as its publication",
    "Record.publish_from": "the same: it is the day of publication",
    "Record.verified_on": "told as a verification",
    "Record.review_every": "how often staff look at it",
    "Record.reviewed_wording": "why a wording may stay; the page of compliance shows it",
    "Record.withdrawn": "told as its withdrawal, with the reason",
    "Project.featured": "the order of lists",
    "Figure.id": "part of references",
    "Figure.follows": "the order of a drawing",
    "Event.revision": "for calendars alone",
    "Contact.consent": "for the check alone",
    "Image.focus": "which part of a picture stays in view",
    "Sector.id": "part of references",
    "Sector.icon": "drawn",
    "Origin.id": "part of references",
    "Source.id": "part of references",
    "ChainNode.id": "an anchor",
    "Spot.x": "drawn",
    "Spot.y": "drawn",
}
SILENT: Mapping[str, str] = {
    "Contact.name": "may name a person who has left",
    "Contact.role": "the same",
    "Contact.leader": "the same",
    "Contact.phone": "may be the number of a person who has left",
    "Contact.extension": "the same",
    "Contact.phone_from_outside": "the same",
    "Contact.phone_from_abroad": "the same",
    "Contact.phones": "the same",
    "Contact.fax": "the same",
    "Contact.mail": "the same",
    "Contact.wechat": "the same",
    "Contact.hours": "told in codes, which a page says in words",
    "Contact.languages": "the same",
    "Event.kind": "written as a code, which the page says in words",
    "Chain.links": "lines of a drawing",
}


def stands_in(fields: Container[str], model: type, name: str) -> bool:
    """Return whether a field of a model, or of one that it is made from, is listed."""
    return any(f"{base.__name__}.{name}" in fields for base in model.__mro__)


def personal(value: Any) -> bool:
    """Return whether a value contains personal data, which must not be published even if it was accepted earlier."""
    return any(any(personal_numbers(text)) for _, text in each(str, value))


def normalized(value: Any) -> Any:
    """Return a value in a form in which equal quantities and texts are equal, however they are written."""
    if isinstance(value, list):
        return [normalized(item) for item in value]
    if isinstance(value, Text):
        return [re.sub(r"\s+", "", text) for _, text in each(str, value)]
    if isinstance(value, Money):
        return value.currency, value.amount
    if isinstance(value, Area):
        return "area", value.thirds
    if isinstance(value, ParsedValue):
        return [type(value).__name__, *(normalized(getattr(value, name)) for name in value.names if name != "typed")]
    return value


def priced(entry: Model) -> Any:
    """Return the price that an entry states as a number with a unit (18, 万元/亩), or None where it states none."""
    number, unit = getattr(entry, "value", None), getattr(entry, "unit", None)
    if not isinstance(number, int | Decimal) or not isinstance(unit, Text):
        return None
    money, slash, per = unit.zh.partition("/")
    try:
        return normalized(Money.parse(f"{number:f} {money}")), slash, re.sub(r"\s+", "", per)
    except ValueRefusedError:
        return number, normalized(unit)


Labels = tuple[Sentence, ...]


REPORTED_SEPARATELY = ("Record.id", "Record.formerly", "Record.verified_on")
"""Fields whose changes a report of all changes tells in lines of their own."""


def compare(before: Model, after: Model) -> list[FieldChange]:
    """Return what changed between two versions of a record for readers, in the order of its fields."""
    return list(_group(before, after, ()))


def compare_everything(before: Model, after: Model) -> list[FieldChange]:
    """Return what changed between two versions of a record for whoever approves it, what no page shows included."""
    return list(_group(before, after, (), REPORTED_SEPARATELY))


def _group(
    before: Model | None, after: Model | None, above: Labels, left_out: Container[str] = NOT_SHOWN
) -> Iterator[FieldChange]:
    """Compare two groups of fields; a group that is missing has every field missing."""
    model: type[Model] = type(after if after is not None else before)  # type: ignore[assignment]
    same_price = before is not None and after is not None and priced(before) and priced(before) == priced(after)
    for name, info in fields_of(model).items():
        if stands_in(left_out, model, name) or (same_price and name in ("value", "unit")):
            continue
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old == new:
            continue
        old, new = members(info, old), members(info, new)
        # The figure itself bears the name of what it says: "annual output", not "annual output, value".
        labels = above if name == "value" and issubclass(model, Claim) else (*above, label_of(model, name))
        if stands_in(SILENT, model, name) or personal(old) or personal(new):
            yield FieldChange(_joined(labels), ChangeForm.SILENT)
        else:
            yield from _field(old, new, labels, reference_kind(info))


def _field(old: Any, new: Any, labels: Labels, kind: str | None) -> Iterator[FieldChange]:
    # Where one entry or several can be written, one is a list of one.
    if isinstance(old, list) or isinstance(new, list):
        old, new = ([side] if _is_group(side) else side for side in (old, new))
    if _listed(old, new):
        yield from _lists(old or [], new or [], labels, kind)
    elif _is_group(old) or _is_group(new):
        if old is None or new is None or type(old) is type(new):
            yield from _group(old, new, labels)
        else:
            yield FieldChange(_joined(labels), ChangeForm.SILENT)
    else:
        yield from _value(old, new, labels, kind)


def _value(old: Any, new: Any, labels: Labels, kind: str | None) -> Iterator[FieldChange]:
    before, after = word(old, kind), word(new, kind)
    # What is written otherwise but is equal (5 亿元, 50000 万元; 2 公顷, 30 亩) is no change for a reader.
    if before != after and normalized(old) != normalized(new):
        form = ChangeForm.TEXT if long(before, after, prose=is_prose(old, new)) else ChangeForm.VALUE
        reworded = isinstance(old, Text) and isinstance(new, Text)
        yield FieldChange(_joined(labels), form, tuple(before), tuple(after), material=not reworded)


def _lists(old: Sequence[Any], new: Sequence[Any], labels: Labels, kind: str | None) -> Iterator[FieldChange]:
    if any(_is_group(entry) for entry in (*old, *new)):
        yield from _entries(old, new, labels)
        return
    before, after = word(list(old), kind), word(list(new), kind)
    if normalized(list(old)) == normalized(list(new)):
        return
    removed, added = _without(before, after), _without(after, before)
    if removed or added:
        reworded = len(old) == len(new) and all(isinstance(entry, Text) for entry in (*old, *new))
        yield FieldChange(_joined(labels), ChangeForm.LIST, tuple(removed), tuple(added), material=not reworded)
    elif before != after:
        yield FieldChange(_joined(labels), ChangeForm.ORDER, material=False)


def _entries(old: Sequence[Model], new: Sequence[Model], labels: Labels) -> Iterator[FieldChange]:
    """Compare lists of groups: entry by entry where each has a key of its own, else place by place."""
    before, after = ({key_of(entry): entry for entry in side} for side in (old, new))
    if len(before) != len(old) or len(after) != len(new) or "" in {*before, *after}:
        for place, (entry, other) in enumerate(zip_longest(old, new), 1):
            yield from _entry(entry, other, (*labels, _numbered(place)))
        return
    removed = [called(model) for key, model in before.items() if key not in after]
    added = [called(model) for key, model in after.items() if key not in before]
    if removed or added:
        yield FieldChange(_joined(labels), ChangeForm.LIST, tuple(removed), tuple(added))
    elif list(before) != list(after):
        yield FieldChange(_joined(labels), ChangeForm.ORDER, material=False)
    for place, (key, entry) in enumerate(after.items(), 1):
        if key in before:
            name = called(entry)
            label = name if isinstance(name, Sentence) else _numbered(place)
            yield from _entry(before[key], entry, (*labels, label))


def _numbered(place: int) -> Sentence:
    return Sentence(f"第 {place} 项", f"entry {place}")


def _entry(old: Model | None, new: Model | None, labels: Labels) -> Iterator[FieldChange]:
    if old is None or new is None or type(old) is type(new):
        yield from _group(old, new, labels)
    else:
        yield FieldChange(_joined(labels), ChangeForm.SILENT)


def _listed(old: Any, new: Any) -> bool:
    """Return whether both are lists; a missing list is an empty one, but ``all`` is none."""
    return all(value is None or isinstance(value, list) for value in (old, new))


def _is_group(value: Any) -> bool:
    return isinstance(value, Model) and not isinstance(value, Text)


def _without(these: Sequence[ChangeValue], those: Sequence[ChangeValue]) -> list[ChangeValue]:
    """Return the values that occur in one list more often than in the other."""
    surplus = Counter(these) - Counter(those)
    return [value for value in dict.fromkeys(these) for _ in range(surplus[value])]


def _joined(labels: Labels) -> Sentence:
    parts = [label for label in labels if label.en]
    return Sentence(" · ".join(part.zh for part in parts), " · ".join(part.en for part in parts))
