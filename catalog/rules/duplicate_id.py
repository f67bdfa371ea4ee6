"""An id, present or former, belongs to one record: also when hyphens are left out."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find ids that differ only in hyphens, and former ids that are in use."""
    for kind, records in catalog.records.items():
        seen: dict[str, str] = {}
        for id_ in sorted(records):
            first = seen.setdefault(id_.replace("-", ""), id_)
            if first != id_:
                said = Sentence(f"编号与“{first}”只差连字符，容易混淆。", f"The id differs from “{first}” only in hyphens.")
                yield Finding("duplicate-id", kind, id_, (), said)
        for id_, record in records.items():
            for step, former in enumerate(getattr(record, "formerly", ())):
                if former in catalog.ids[kind]:
                    said = Sentence(f"曾用编号“{former}”现在是另一条记录。", f"The former id “{former}” is another record now.")
                    yield Finding("duplicate-id", kind, id_, ("formerly", step), said)


RULE = Rule("duplicate-id", Sentence("编号（含曾用编号）只属于一条记录。", "An id, present or former, belongs to one record."), check)
