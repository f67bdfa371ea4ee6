"""A reference must name a record that exists."""

from collections.abc import Iterator

from catalog.languages import NOTHING, Sentence
from catalog.model.base import Model
from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS, kind_of
from catalog.model.record import Record
from catalog.model.reference import references
from catalog.problems.nearest import did_you_mean
from catalog.rules.rule import RecordCheck, Rule, Violation

NODE = Sentence("产业链环节", "chain node")
FEW = 12
"""Ids that a hint can list before it grows too long."""


def check_record(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield references to records that do not exist; ids of files that could not be read count as existing."""
    for path, wanted, target in references(record):
        if wanted == "node":
            nodes = catalog.nodes()
            # A node of a chain that could not be read may exist.
            if target not in nodes and target.split("/")[0] not in catalog.ids["chain"] - catalog.chains.keys():
                yield Violation(path, *_say(NODE, target, nodes))
        elif target not in catalog.ids[wanted] and wanted not in catalog.unread:
            yield Violation(path, *_say(KINDS[wanted].label, target, catalog.ids[wanted]))
    if isinstance(record, Record) and record.withdrawn and record.withdrawn.successor:
        kind, successor = kind_of(record), record.withdrawn.successor
        others = catalog.ids[kind] - {record.id}
        if successor not in others:
            yield Violation(("withdrawn", "successor"), *_say(KINDS[kind].label, successor, others))


def _say(label: Sentence, target: str, known: frozenset[str]) -> tuple[Sentence, Sentence]:
    said = Sentence(f"没有编号为“{target}”的{label.zh}。", f"There is no {label.en} “{target}”.")
    hint = did_you_mean(target, known)
    if hint == NOTHING and 0 < len(known) <= FEW:
        ids = sorted(known)
        hint = Sentence(f"现有：{'、'.join(ids)}。", f"There are: {', '.join(ids)}.")
    return said, hint


RULE = Rule(
    "unknown-reference",
    Sentence("引用的编号必须存在。", "A reference names a record that exists."),
    [RecordCheck(Model, check_record)],
)
