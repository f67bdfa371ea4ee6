"""A live portal publishes no example records."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find examples where the settings say ``demo: false``."""
    if catalog.site.demo:
        return
    for kind, records in catalog.records.items():
        for id_, record in records.items():
            if getattr(record, "example", False):
                said = Sentence("正式门户里不得有示例记录。", "A live portal must not hold an example record.")
                hint = Sentence(
                    "换成真实内容并删去 example，或删除文件；演示站点写 demo: true。",
                    "Put real content and delete example, or delete the file; a demonstration says demo: true.",
                )
                yield Finding("example-in-live", kind, id_, ("example",), said, hint)


RULE = Rule(
    "example-in-live",
    Sentence("正式门户不发布示例记录。", "A live portal publishes no example records."),
    check,
    settings=True,
    apart=True,
)
