"""Plain values of real records, and random damage to them."""

from copy import deepcopy
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import strategies as st

from investment_portal.content.careful_yaml import parse
from investment_portal.models.base import Model
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import Site
from investment_portal.validation.record_files import SITE
from tests.sites import real_portal, tiny_portal

ODD: list[Any] = [
    None, True, False, 0, -1, 5, 10**17, Decimal("1.5"), Decimal("-3.25"), "", " ", "all", "unknown", "x" * 9000,
    " 字 ", "字", "no", "2020-02-30", "2020-03-18", "2020", "2020-3-8", "9999-12-31", "0999-01-01", "2020-05", "{en}",
    [], {}, [None], [[]], ["all"], {"": ""}, {"zh": "字"}, {"zh": "字", "en": "字"}, {"zh": " 字 ", "en": "word\n"},
    {"zh": "a b c d e f", "en": "w"}, {"zh": "", "en": " "}, {"zh": 5, "en": None}, {"form": "rate"}, {"form": None},
    {"form": ["a"]}, {"form": "fixed"}, "12,34 万元", "1 元", "USD 5", "1 亩", "5 %", "105 %", "food", "1 年", "60 年",
    "09:00", "24:00", "12345", 12345, "+86 830 000 0001", "http://a.b", "land", "Land", "jobs", "rent", "service",
]  # fmt: skip
KEYS = ("extra", "note", "form", "unit", "amount", "years", "until", "zh", "from_", "名称")


class Sample(NamedTuple):
    """The plain values of a record, as YAML gives them, and the model that they are for."""

    model: type[Model]
    value: dict[str, Any]


@cache
def samples() -> list[Sample]:
    """Return the records of the real portal, and of the tiny one with every field filled."""
    with TemporaryDirectory() as folder:
        portals = (real_portal(Path(folder) / "real"), tiny_portal(Path(folder) / "tiny"))
        return [sample for portal in portals for sample in _samples_in(portal)]


def _samples_in(portal: Path) -> list[Sample]:
    collected = [Sample(Site, parse((portal / SITE).read_text("utf-8")).value)]
    for kind in KINDS.values():
        if kind.is_file:
            records = parse((portal / kind.place).read_text("utf-8")).value
        else:
            files = sorted((portal / kind.place).glob("*.yaml"))
            records = {path.stem: parse(path.read_text("utf-8")).value for path in files}
        collected += [Sample(kind.model, {**value, "id": id_}) for id_, value in records.items()]
    return collected


Path_ = tuple[str | int, ...]


def _paths(value: Any, path: Path_ = ()) -> list[Path_]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*([path] if path else []), *(inner for key, item in items for inner in _paths(item, (*path, key)))]


@st.composite
def damaged(draw: st.DrawFn) -> Sample:
    """Damage a record in one to four places: keys deleted, renamed and added, values of every other sort."""
    model, value = draw(st.sampled_from(samples()))
    value = deepcopy(value)
    for _ in range(draw(st.integers(1, 4))):
        paths = _paths(value)
        if paths:
            _damage(draw, value, draw(st.sampled_from(paths)))
    return Sample(model, value)


def _damage(draw: st.DrawFn, value: Any, path: Path_) -> None:
    group = value
    for step in path[:-1]:
        group = group[step]
    key = path[-1]
    there = group[key]
    way = draw(st.sampled_from(["delete", "rename", "add", "edge", "turn", "odd", "odd"]))
    if way == "delete":
        del group[key]
    elif way == "rename" and isinstance(group, dict):
        group[draw(st.sampled_from([f"{key}s", str(key)[:-1], *KEYS]))] = group.pop(key)
    elif way == "add" and isinstance(group, dict):
        group[draw(st.sampled_from(KEYS))] = deepcopy(draw(st.sampled_from(ODD)))
    elif way == "edge" and isinstance(there, str):
        group[key] = draw(st.sampled_from([f" {there}\n", f"{there}x", there[:-1]]))
    elif way == "turn" and isinstance(there, list):
        group[key] = draw(st.sampled_from([[], there * 2, there[::-1]]))
    else:
        group[key] = deepcopy(draw(st.sampled_from(ODD)))
