"""Rules about ids and names: unique, known, and not confusable."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from investment_portal.languages import LANGUAGES, NOTHING, Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.kinds import KINDS, kind_of
from investment_portal.models.record import Record
from investment_portal.models.reference import references
from investment_portal.models.text import Text
from investment_portal.problems import did_you_mean, quoted
from investment_portal.validation.rule import Located, PortalCheck, RecordCheck, Rule, Violation

RENAME = Sentence("改其中一个编号，旧编号写进 formerly。", "Rename one of them and list its old id under formerly.")
DELETE = Sentence("从 formerly 里删去它。", "Delete it from formerly.")


def check_duplicate_id(record: Record, catalog: Catalog) -> Iterator[Violation]:
    """Yield former ids that are the id of a record."""
    present = catalog.ids[kind_of(record)] if record.formerly else ()
    for step, former in enumerate(record.formerly):
        if former in present:
            said = Sentence(
                f"曾用编号应已不再使用，“{former}”是现有记录的编号。",
                f"A former id must be out of use; “{former}” is the id of a record.",
            )
            yield Violation(("formerly", step), said, DELETE)


def check_duplicate_id_in_portal(catalog: Catalog) -> Iterator[Located]:
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


DUPLICATE_ID = Rule(
    "duplicate-id",
    Sentence("编号（含曾用编号）只属于一条记录。", "An id, present or former, belongs to one record."),
    [RecordCheck(Record, check_duplicate_id), PortalCheck(check_duplicate_id_in_portal)],
)


DUPLICATE_NAME_HINT = Sentence(
    "是重复录入就删去一份；不是就让名称能区分。", "Delete one if it was entered twice; else tell the names apart."
)

OTHER_SIGNS = re.compile(r"[\W_]+")
"""Signs that are neither letters nor digits."""


def normal(name: str) -> str:
    """Return the letters and digits of a name in one width and one case."""
    return OTHER_SIGNS.sub("", unicodedata.normalize("NFKC", name).casefold())


def check_duplicate_name(catalog: Catalog) -> Iterator[Located]:
    """Yield names that another record of the kind has."""
    for kind, records in catalog.records.items():
        seen: dict[tuple[str, str], str] = {}
        for id_, record in records.items():
            key = "name" if hasattr(record, "name") else "title"
            name = getattr(record, key)
            for language in LANGUAGES if isinstance(name, Text) else ():
                first = seen.setdefault((language, normal(name.in_(language)) or id_), id_)
                if first != id_:
                    shown = quoted(name.in_(language))
                    said = Sentence(
                        f"名称不得与别的记录相同，“{first}”也叫“{shown}”。",
                        f"No two records share a name; “{first}” is called “{shown}” too.",
                    )
                    yield kind, id_, Violation((key, language), said, DUPLICATE_NAME_HINT)
                    break  # a record entered twice is one mistake, not one for each language


DUPLICATE_NAME = Rule(
    "duplicate-name",
    Sentence(
        "同类记录的名称不得相同（忽略空格、全半角、大小写）。",
        "No two records of a kind share a name (spaces, width and case aside).",
    ),
    [PortalCheck(check_duplicate_name)],
)


NODE = Sentence("产业链环节", "chain node")
FEW = 12
"""Ids that a hint can list before it grows too long."""


GONE_HINT = Sentence(
    "改了编号就写新编号；删除了就删去这处引用，或恢复那份文件。",
    "Write the new id if it was renamed; else delete this reference, or restore the file.",
)


def check_unknown_reference(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield references to records that do not exist; ids of files that could not be read count as existing."""
    for path, wanted, target in references(record):
        if wanted == "node":
            nodes = catalog.nodes()
            # A node of a chain that could not be read may exist.
            if target not in nodes and target.split("/")[0] not in catalog.ids["chain"] - catalog.chains.keys():
                yield Violation(path, *_message(NODE, target, nodes))
        elif target not in catalog.ids[wanted] and wanted not in catalog.unread:
            yield Violation(path, *_unknown(wanted, target, catalog, catalog.ids[wanted]))
    if isinstance(record, Record) and record.withdrawn and record.withdrawn.successor:
        kind, successor = kind_of(record), record.withdrawn.successor
        others = catalog.ids[kind] - {record.id}
        if successor not in others:
            yield Violation(("withdrawn", "successor"), *_unknown(kind, successor, catalog, others))


def _unknown(kind: str, target: str, catalog: Catalog, known: frozenset[str]) -> tuple[Sentence, Sentence]:
    """Return what is wrong with a reference to a record that does not exist, be it that it existed once."""
    if (kind, target) not in catalog.gone:
        return _message(KINDS[kind].label, target, known)
    label, day = KINDS[kind].label, catalog.gone[kind, target]
    said = Sentence(
        f"{label.zh}“{target}”已{f'于 {day} ' if day else ''}删除或改了编号。",
        f"The {label.en} “{target}” was deleted or renamed{f' on {day}' if day else ''}.",
    )
    return said, GONE_HINT


def _message(label: Sentence, target: str, known: frozenset[str]) -> tuple[Sentence, Sentence]:
    said = Sentence(f"没有编号为“{target}”的{label.zh}。", f"There is no {label.en} “{target}”.")
    hint = did_you_mean(target, known)
    if hint == NOTHING and 0 < len(known) <= FEW:
        ids = sorted(known)
        hint = Sentence(f"现有：{'、'.join(ids)}。", f"There are: {', '.join(ids)}.")
    return said, hint


UNKNOWN_REFERENCE = Rule(
    "unknown-reference",
    Sentence("引用的编号必须存在。", "A reference names a record that exists."),
    [RecordCheck(Model, check_unknown_reference)],
)
