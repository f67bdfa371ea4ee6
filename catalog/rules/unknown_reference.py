"""A reference must name a record that exists."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import NOTHING, Sentence
from catalog.model.base import Model
from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from catalog.model.record import Record
from catalog.model.reference import references
from catalog.problems.finding import Finding
from catalog.problems.nearest import did_you_mean
from catalog.rules.rule import Rule

NODE = Sentence("产业链环节", "chain node")
FEW = 12
"""Ids that a hint can list before it grows too long."""


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find references to records that do not exist; ids of files that could not be read count as existing."""
    nodes = catalog.nodes()
    for kind, id_, record in catalog.everything():
        yield from _of(kind, id_, record, catalog, nodes)


def _of(kind: str, id_: str, record: Model, catalog: Catalog, nodes: frozenset[str]) -> Iterator[Finding]:
    for path, wanted, target in references(record):
        if wanted == "node":
            # A node of a chain that could not be read may well be there.
            unread = target.split("/")[0] in catalog.ids["chain"] - catalog.chains.keys()
            if target not in nodes and not unread:
                yield Finding("unknown-reference", kind, id_, path, *_say(NODE, target, nodes))
        elif target not in catalog.ids[wanted] and wanted not in catalog.unread:
            said = _say(KINDS[wanted].label, target, catalog.ids[wanted])
            yield Finding("unknown-reference", kind, id_, path, *said)
    withdrawn = record.withdrawn if isinstance(record, Record) else None
    others = catalog.ids[kind] - {id_} if withdrawn else frozenset()
    if withdrawn and withdrawn.successor and withdrawn.successor not in others:
        said = _say(KINDS[kind].label, withdrawn.successor, others)
        yield Finding("unknown-reference", kind, id_, ("withdrawn", "successor"), *said)


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
    check,
    apart=True,
)
