"""An id, present or former, belongs to one record: also when hyphens are left out."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule

RENAME = Sentence("改其中一个编号，旧编号写进 formerly。", "Rename one of them and list its old id under formerly.")
DELETE = Sentence("从 formerly 里删去它。", "Delete it from formerly.")


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find ids that differ only in hyphens, and former ids that are in use or that two records claim."""
    for kind, records in catalog.records.items():
        seen: dict[str, str] = {}
        for id_ in sorted(records):
            first = seen.setdefault(id_.replace("-", ""), id_)
            if first != id_:
                said = Sentence(
                    f"编号应一眼可辨，“{id_}”与“{first}”只差连字符。",
                    f"Ids must be told apart; “{id_}” and “{first}” differ only in hyphens.",
                )
                yield Finding("duplicate-id", kind, id_, (), said, RENAME)
        yield from _former(kind, records, catalog.ids[kind])


def _former(kind: str, records: Mapping[str, Any], present: frozenset[str]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for id_, record in records.items():
        for step, former in enumerate(getattr(record, "formerly", ())):
            owner = owners.setdefault(former, id_)
            if former in present:
                said = Sentence(
                    f"曾用编号应已不再使用，“{former}”是现有记录的编号。",
                    f"A former id must be out of use; “{former}” is the id of a record.",
                )
                yield Finding("duplicate-id", kind, id_, ("formerly", step), said, DELETE)
            elif owner != id_:
                said = Sentence(
                    f"曾用编号只属于一条记录，“{former}”也是“{owner}”的曾用编号。",
                    f"A former id belongs to one record; “{former}” is a former id of “{owner}” too.",
                )
                yield Finding("duplicate-id", kind, id_, ("formerly", step), said, DELETE)


RULE = Rule(
    "duplicate-id",
    Sentence("编号（含曾用编号）只属于一条记录。", "An id, present or former, belongs to one record."),
    check,
)
