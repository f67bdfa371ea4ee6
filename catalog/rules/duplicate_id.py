"""An id, present or former, belongs to one record: also when hyphens are left out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.kinds import kind_of
from catalog.model.record import Record
from catalog.rules.rule import Located, PortalCheck, RecordCheck, Rule, Violation

RENAME = Sentence("改其中一个编号，旧编号写进 formerly。", "Rename one of them and list its old id under formerly.")
DELETE = Sentence("从 formerly 里删去它。", "Delete it from formerly.")


def check_record(record: Record, catalog: Catalog) -> Iterator[Violation]:
    """Yield former ids that are the id of a record."""
    present = catalog.ids[kind_of(record)] if record.formerly else ()
    for step, former in enumerate(record.formerly):
        if former in present:
            said = Sentence(
                f"曾用编号应已不再使用，“{former}”是现有记录的编号。",
                f"A former id must be out of use; “{former}” is the id of a record.",
            )
            yield Violation(("formerly", step), said, DELETE)


def check_portal(catalog: Catalog) -> Iterator[Located]:
    """Yield ids that differ only in hyphens, and former ids of two records."""
    for kind, records in catalog.records.items():
        if len({id_.replace("-", "") for id_ in records}) < len(records):
            yield from _alike(kind, records)
        yield from _former_twice(kind, records, catalog.ids[kind])


def _alike(kind: str, records: Iterable[str]) -> Iterator[Located]:
    seen: dict[str, str] = {}
    for id_ in sorted(records):
        first = seen.setdefault(id_.replace("-", ""), id_)
        if first != id_:
            said = Sentence(
                f"编号应一眼可辨，“{id_}”与“{first}”只差连字符。",
                f"Ids must be told apart; “{id_}” and “{first}” differ only in hyphens.",
            )
            yield kind, id_, Violation((), said, RENAME)


def _former_twice(kind: str, records: Mapping[str, Any], present: frozenset[str]) -> Iterator[Located]:
    owners: dict[str, str] = {}
    for id_, record in records.items():
        for step, former in enumerate(getattr(record, "formerly", ())):
            owner = owners.setdefault(former, id_)
            if owner != id_ and former not in present:
                said = Sentence(
                    f"曾用编号只属于一条记录，“{former}”也是“{owner}”的曾用编号。",
                    f"A former id belongs to one record; “{former}” is a former id of “{owner}” too.",
                )
                yield kind, id_, Violation(("formerly", step), said, DELETE)


RULE = Rule(
    "duplicate-id",
    Sentence("编号（含曾用编号）只属于一条记录。", "An id, present or former, belongs to one record."),
    [RecordCheck(Record, check_record), PortalCheck(check_portal)],
)
