"""A reference must name a record that exists."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.base import Model
from catalog.model.catalog import Catalog
from catalog.model.kinds import KINDS
from catalog.model.reference import references
from catalog.problems.finding import Finding
from catalog.problems.nearest import nearest
from catalog.rules.rule import Rule

NODE = Sentence("产业链环节", "chain node")


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find references to records that do not exist; ids of files that could not be read count as existing."""
    yield from _of("site", "site", catalog.site, catalog)
    for kind, records in catalog.records.items():
        for id_, record in records.items():
            yield from _of(kind, id_, record, catalog)


def _of(kind: str, id_: str, record: Model, catalog: Catalog) -> Iterator[Finding]:
    for path, wanted, target in references(record):
        known = catalog.nodes() if wanted == "node" else catalog.ids[wanted]
        if target in known or wanted in catalog.unread or (wanted == "node" and len(catalog.chains) < len(catalog.ids["chain"])):
            continue
        label = NODE if wanted == "node" else KINDS[wanted].label
        meant = nearest(target, known)
        hint = Sentence(f"是不是“{meant}”？", f"Did you mean “{meant}”?") if meant else Sentence("", "")
        said = Sentence(f"没有编号为“{target}”的{label.zh}。", f"There is no {label.en} “{target}”.")
        yield Finding("unknown-reference", kind, id_, path, said, hint)


RULE = Rule("unknown-reference", Sentence("引用的编号必须存在。", "A reference names a record that exists."), check)
