"""A live portal publishes no example records."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.record import Record
from catalog.rules.rule import RecordCheck, Rule, Violation


def check_record(record: Record, catalog: Catalog) -> Iterator[Violation]:
    """Yield the mark of an example where the settings say ``demo: false``."""
    if record.example and not catalog.site.demo:
        said = Sentence("正式门户里不得有示例记录。", "A live portal must not hold an example record.")
        hint = Sentence(
            "换成真实内容并删去 example，或删除文件；演示站点写 demo: true。",
            "Put real content and delete example, or delete the file; a demonstration says demo: true.",
        )
        yield Violation(("example",), said, hint)


RULE = Rule(
    "example-in-live",
    Sentence("正式门户不发布示例记录。", "A live portal publishes no example records."),
    [RecordCheck(Record, check_record, settings=True)],
)
