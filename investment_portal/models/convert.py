"""Converts plain values, as read from YAML, into records.

Two paths accept the same values. The fast one lets msgspec check the structure and then checks the content. What it
refuses goes to the careful one (``careful.py``), which collects every mistake of the record.
"""

from collections.abc import Callable
from datetime import date
from functools import cache, reduce
from operator import attrgetter
from typing import Any, TypeVar, get_args, get_origin, overload

import msgspec

from investment_portal.characters import unwrapped
from investment_portal.models.base import Model, class_of, fields_of, is_model, split_type
from investment_portal.models.careful import content_checks, convert_carefully
from investment_portal.models.quantities.dates import check_year
from investment_portal.models.quantities.quantity import Parsed, UnfitError, ValueRefusedError
from investment_portal.models.text import LONGEST, LONGEST_LINE, Prose, Text, has_breaks

Converted = TypeVar("Converted")
Check = Callable[[Any], Any]
"""Returns the checked value: the same, or a text without blanks around it."""


@overload
def convert(type_: type[Converted], value: Any) -> Converted: ...
@overload
def convert(type_: Any, value: Any) -> Any: ...
def convert(type_: Any, value: Any) -> Any:
    """Return the record of a model (or the value of another type) for plain values; raise ``MistakesError``."""
    try:
        return convert_fast(type_, value)
    except (msgspec.ValidationError, ValueRefusedError, UnfitError):
        return convert_carefully(type_, value)


def convert_fast(type_: Any, value: Any) -> Any:
    """Return the value of a type; raise whatever is noticed first."""
    converted = msgspec.convert(value, type_, dec_hook=_parse)
    check = _check_of(type_)
    return converted if check is None else check(converted)


def _parse(type_: type[Parsed], value: Any) -> Any:
    return type_.parse(value)


@cache
def _check_of(type_: Any) -> Check | None:
    """Return how the content of a type is checked; nothing where msgspec checks all of it."""
    hint = split_type(type_)
    checks = [check for check in (_check_inside(hint.type), *content_checks(hint.annotations)) if check]
    return reduce(_both, checks) if checks else None


def _both(first: Check, second: Check) -> Check:
    return lambda value: second(first(value))


def _check_inside(type_: Any) -> Check | None:
    if type_ is date:
        return check_year
    if is_model(type_):
        return _group_check(type_)
    parts = get_args(type_)
    if get_origin(type_) is list:
        return _list_check(_check_of(parts[0]))
    # In a union each value is checked by its own type; a word needs no check.
    checks = {class_of(part): check for part in parts if (check := _check_of(part))}
    if len(checks) == 1:
        ((class_, check),) = checks.items()
        return lambda value: check(value) if type(value) is class_ else value
    return (lambda value: checks[type(value)](value)) if checks else None


@cache
def _group_check(model: type[Model]) -> Check:
    if model in (Text, Prose):
        return _check_text
    checks = [
        (name, attrgetter(name), check)
        for name, info in fields_of(model).items()
        if (check := _check_of(info.type)) is not None
    ]
    has_check = class_of(model).check is not Model.check

    def check_group(group: Any) -> Any:
        for name, get, check in checks:
            value = get(group)
            if value is not None:
                checked = check(value)
                if checked is not value:
                    msgspec.structs.force_setattr(group, name, checked)
        if has_check:
            group.check()
        return group

    return check_group


def _check_text(text: Text) -> Text:
    """Check a text as its fields' marks do, in one call: a record has thirty texts."""
    zh, en = unwrapped(text.zh.strip()), unwrapped(text.en.strip())
    longest = LONGEST if type(text) is Prose else LONGEST_LINE
    if not (0 < len(zh) <= longest and 0 < len(en) <= longest):
        raise UnfitError("length")
    if longest == LONGEST_LINE and (has_breaks(zh) or has_breaks(en)):
        raise UnfitError("lines")
    if zh is not text.zh or en is not text.en:
        msgspec.structs.force_setattr(text, "zh", zh)
        msgspec.structs.force_setattr(text, "en", en)
    if zh == en or not "一" <= zh[0] <= "鿿":  # most Chinese texts begin in Chinese
        text.check()
    return text


def _list_check(check: Check | None) -> Check | None:
    if check is None:
        return None

    def check_list(values: list[Any]) -> list[Any]:
        values[:] = map(check, values)
        return values

    return check_list
