"""How each sort of single value is written: the words for people, the JSON Schema for editors."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from catalog.explain.shape import Leaf
from catalog.languages import Sentence
from catalog.model.claim import AnyFigure
from catalog.model.contact import PHONE, Phone
from catalog.model.kinds import KINDS
from catalog.model.reference import RefTo
from catalog.model.text import Filled
from catalog.quantities import Area, Money, Percent
from catalog.quantities.dates import PartialDate
from catalog.quantities.form import EitherForm, Form
from catalog.quantities.number import Number, Range
from catalog.quantities.quantity import Quantity

GROUP_NAME = re.compile(r"\(\?P?<[a-z]+>")

NOT_NEGATIVE = "(?!.*-)"
ONE_CURRENCY = "(?=[A-Z][^元]*$|[^A-Z]*元$)"
"""A sum has a code before it or a Chinese unit after it: its parser refuses both and neither after the pattern fits."""

DAY = Leaf(
    Sentence("日期，例如 2020-03-18", "a date, as 2020-03-18"),
    {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
)
PARTIAL_DATE = Leaf(
    Sentence("日期，例如 2020-03-18、2020-03 或 2020", "a date, as 2020-03-18, 2020-03 or 2020"),
    {
        "type": ["string", "integer"],
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        "minimum": 1000,
        "maximum": 2200,
    },
)
PHONE_NUMBER = Leaf(
    Sentence("电话，例如 +86 830 000 0001 或 12345", "a phone number, as +86 830 000 0001 or 12345"),
    {"type": ["string", "integer"], "pattern": f"^{PHONE}$"},
)
YES_NO = Leaf(Sentence("true（是）或 false（否）", "true or false"), {"type": "boolean"})
NODE = Sentence("产业链环节，写成“产业链编号/环节编号”", "a chain node, as CHAIN/NODE")
TEXT = Sentence("文字", "text")
NOT_BLANK = r"\S"


def regex(pattern: str) -> str:
    """Write a pattern for a whole value in the regular expressions that every editor knows: no named groups."""
    return "^(?:" + GROUP_NAME.sub("(?:", pattern).replace(r"\"", '"') + ")$"


def quantity(sort: type[Quantity]) -> Leaf:
    """Describe a number with a unit."""
    ahead = NOT_NEGATIVE + (ONE_CURRENCY if issubclass(sort, Money) else "")
    pattern = "^" + ahead + regex(sort.pattern).removeprefix("^")
    return Leaf(Sentence(f"写成{sort.wanted_zh}", f"like {sort.wanted_en}"), {"type": "string", "pattern": pattern})


def figure() -> Leaf:
    """Describe a figure of whatever sort."""
    patterns = [quantity(sort).schema["pattern"] for sort in (Money, Area, Percent)]
    return Leaf(
        Sentence(
            "不小于 0 的数字、金额（“95.9 亿元”）、面积（“300 亩”）或百分比（“106.5 %”）",
            "a number from 0 up, a sum (“95.9 亿元”), an area (“300 亩”) or a share (“106.5 %”)",
        ),
        {"type": ["number", "string"], "minimum": 0, "pattern": "|".join(patterns)},
    )


def number(limits: Iterable[Any], *, whole: bool) -> Leaf:
    """Describe a plain number and its range."""
    schema: dict[str, Any] = {"type": "integer" if whole else "number"}
    zh, en = ("整数", "a whole number") if whole else ("数字，例如 12 或 3.5", "a number, as 12 or 3.5")
    for limit in limits:
        if not isinstance(limit, Range):
            continue
        if limit.least is not None:
            schema["minimum"], zh, en = limit.least, f"{zh}，不小于 {limit.least}", f"{en}, at least {limit.least}"
        if limit.above is not None:
            schema["exclusiveMinimum"] = limit.above
            zh, en = f"{zh}，大于 {limit.above}", f"{en}, above {limit.above}"
        if limit.most is not None:
            schema["maximum"], zh, en = limit.most, f"{zh}，不大于 {limit.most}", f"{en}, at most {limit.most}"
    return Leaf(Sentence(zh, en), schema)


def words(marks: Iterable[Any]) -> Leaf:
    """Describe a text: free, of a fixed form, or the id of a record."""
    says, refers_to = TEXT, None
    schema: dict[str, Any] = {"type": "string"}
    for mark in marks:
        if isinstance(mark, Form):
            says = Sentence(mark.zh, mark.en)
            schema |= {"pattern": regex(mark.pattern), "maxLength": mark.longest}
        elif isinstance(mark, RefTo):
            says, refers_to = _reference(mark.kind), mark.kind
        elif isinstance(mark, EitherForm):
            says, schema = _either(mark)
        elif isinstance(mark, Filled):
            schema |= {"minLength": 1, "pattern": NOT_BLANK, "maxLength": mark.longest}
    return Leaf(says, schema, refers_to)


def _either(mark: EitherForm) -> tuple[Sentence, dict[str, Any]]:
    """Describe a text of one of two forms."""
    leaves = [words([form]) for form in (mark.marked, mark.plain)]
    says = Sentence("，或 ".join(one.says.zh for one in leaves), "; or ".join(one.says.en for one in leaves))
    return says, {"anyOf": [dict(one.schema) for one in leaves]}


def _reference(kind: str) -> Sentence:
    if kind == "node":
        return NODE
    label, place = KINDS[kind].label, KINDS[kind].place
    article = "an" if label.en.startswith(tuple("aeiou")) else "a"
    return Sentence(f"{label.zh}的编号，见 {place}", f"the id of {article} {label.en}, see {place}")


def leaf(type_: Any, marks: Iterable[Any]) -> Leaf:
    """Describe a single value by its type and what is marked on it; a type that nobody described is our bug."""
    if issubclass(type_, Quantity):
        return quantity(type_)
    if type_ is AnyFigure:
        return figure()
    if type_ in (int, Number):
        return number(marks, whole=type_ is int)
    described = {PartialDate: PARTIAL_DATE, date: DAY, bool: YES_NO, Phone: PHONE_NUMBER}
    if type_ in described:
        return described[type_]
    if type_ is str:
        return words(marks)
    raise TypeError(f"no words for {type_}: describe it in catalog/explain/leaves.py")
