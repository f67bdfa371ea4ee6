"""How each sort of single value is written: the words for people, the JSON Schema for editors."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from annotated_types import Ge, Gt, Le, MaxLen, MinLen

from catalog.explain.shape import Leaf
from catalog.languages import Sentence
from catalog.model.contact import Phone
from catalog.model.kinds import KINDS
from catalog.model.reference import RefTo
from catalog.quantities import Area, Money, Percent
from catalog.quantities.dates import PartialDate
from catalog.quantities.form import Form
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
PHONE = Sentence("电话，例如 +86 830 000 0001 或 12345", "a phone number, as +86 830 000 0001 or 12345")
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
        if isinstance(limit, Ge):
            schema["minimum"], zh, en = _plain(limit.ge), f"{zh}，不小于 {limit.ge}", f"{en}, at least {limit.ge}"
        elif isinstance(limit, Gt):
            schema["exclusiveMinimum"] = _plain(limit.gt)
            zh, en = f"{zh}，大于 {limit.gt}", f"{en}, above {limit.gt}"
        elif isinstance(limit, Le):
            schema["maximum"], zh, en = _plain(limit.le), f"{zh}，不大于 {limit.le}", f"{en}, at most {limit.le}"
    return Leaf(Sentence(zh, en), schema)


def _plain(limit: Any) -> int | float:
    """Write a limit as JSON can: whole where it is whole."""
    return int(limit) if int(limit) == limit else float(limit)


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
        elif mark in get_args(Phone)[1:]:
            says, schema = PHONE, {"type": ["string", "integer"], "pattern": get_args(Phone)[2].json_schema["pattern"]}
        elif isinstance(mark, MinLen):
            schema |= {"minLength": mark.min_length, "pattern": NOT_BLANK}
        elif isinstance(mark, MaxLen):
            schema["maxLength"] = mark.max_length
    return Leaf(says, schema, refers_to)


def _reference(kind: str) -> Sentence:
    if kind == "node":
        return NODE
    label, place = KINDS[kind].label, KINDS[kind].place
    article = "an" if label.en.startswith(tuple("aeiou")) else "a"
    return Sentence(f"{label.zh}的编号，见 {place}", f"the id of {article} {label.en}, see {place}")


def leaf(type_: Any, marks: list[Any]) -> Leaf:
    """Describe a single value by its type and what is marked on it; a type that nobody described is our bug."""
    if isinstance(type_, type) and issubclass(type_, Quantity):
        return quantity(type_)
    if type_ in (int, Decimal):
        return number(marks, whole=type_ is int)
    described = {PartialDate: PARTIAL_DATE, date: DAY, bool: YES_NO}
    if type_ in described:
        return described[type_]
    if type_ is str:
        return words(marks)
    raise TypeError(f"no words for {type_}: describe it in catalog/explain/leaves.py")
