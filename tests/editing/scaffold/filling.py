"""Fills the placeholders of a new record, as a writer does."""

from pathlib import Path
from typing import Any

from investment_portal.content.careful_yaml import parse

KeyPath = tuple[str | int, ...]
BOTH = "{zh: 中文, en: Words}"

VALUES = {
    "sector": "food",
    "place": "{park: river-park}",
    "stage": "concept",
    "status": "seeking",
    "gaps": f"[{BOTH}]",
    "services": f"[{BOTH}]",
    "contacts": "[bureau]",
    "investment": "5 亿元",
    "financing_sought": "1 亿元",
    "industry_code": "C15",
    "cooperation": "[sole]",
    "land_area": "30 亩",
    "land_ready": "30 亩",
    "building_offered": "2000 m²",
    "regions": "all",
    "sectors": "[food]",
    "languages": "[zh]",
    "phone": "+86 10 0000 0009",
    "backup": "bureau",
    "instrument": "grant",
    "effective.from": "2026-01-01",
    "effective.until": "2027-12-31",
    "enterprise_types": "all",
    "stages": "all",
    "benefits": "[{form: fixed, amount: 10 万元}]",
    "delivery": "application",
    "claim_link": "https://claims.example.gov.cn/new",
    "legal_basis": f"[{BOTH}]",
    "fair_competition_review.done": "true",
    "fair_competition_review.on": "2026-01-01",
    "contact": "bureau",
    "nodes": f"[{', '.join(f'{{id: {id_}, name: {BOTH}, tier: upstream, state: gap}}' for id_ in 'ab')}]",
    "on": "2026-01-15",
    "from": "2026-01",
    "until": "2026-05",
    "figures": f"[{{id: signed, label: {BOTH}, value: 5 亿元}}]",
    "industry_codes": "[C20]",
    "icon": "leaf",
    "answers": "[{reference: E-AAAA-BBBB, contact: bureau, received_on: 2026-01-05}]",
    "steps": f"[{{id: filing, name: {BOTH}, authority: {BOTH}}}]",
    "holidays": f"[{{name: {BOTH}, from: 2026-01-01}}]",
}
"""Key path -> what a writer puts there, over the tiny portal."""

KINDS = {"contact": "group", "event": "visit", "notice": "news"}
"""Kind of record -> what its own key ``kind`` can hold."""


def empty_paths(path: Path, id_: str, *, listed: bool) -> list[KeyPath]:
    """Return the key path of everything that stands empty in a record."""
    value = parse(path.read_text("utf-8")).value
    return list(_empty(value[id_], (id_,)) if listed else _empty(value, ()))


def _empty(value: Any, path: KeyPath) -> list[KeyPath]:
    if isinstance(value, dict):
        return [path_ for key, inner in value.items() for path_ in _empty(inner, (*path, key))]
    return [path] if value in (None, "") else []


def fill(path: Path, kind: str, id_: str, *, listed: bool) -> None:
    """Put a value at every placeholder."""
    document = parse(path.read_text("utf-8"))
    lines = path.read_text("utf-8").split("\n")
    for place in empty_paths(path, id_, listed=listed):
        line = document.place(place)[0] - 1
        key, _, _ = lines[line].partition(":")
        lines[line] = f"{key}: {_value(kind, place[1:] if listed else place, id_)}"
    path.write_text("\n".join(lines), "utf-8")


def _value(kind: str, place: KeyPath, id_: str) -> str:
    if place[-1] == "zh":
        return f"新的{'、'.join(str(step) for step in place)}（{id_}）"
    if place[-1] == "en":
        return f"New words for {' '.join(str(step) for step in place)} of {id_}"
    return KINDS[kind] if place == ("kind",) else VALUES[".".join(str(step) for step in place)]
