"""No two records of a kind may have the same name, whatever the spacing, width or case."""

import unicodedata
from collections.abc import Iterator
from datetime import date

from catalog.languages import LANGUAGES, Sentence
from catalog.model.catalog import Catalog
from catalog.model.text import Text
from catalog.problems.finding import Finding
from catalog.problems.got import quoted
from catalog.rules.rule import Rule

HINT = Sentence(
    "是重复录入就删去一份；不是就让名称能区分。", "Delete one if it was entered twice; else tell the names apart."
)


def normal(name: str) -> str:
    """Reduce a name to what a reader would take for the same: no spaces, one width, one case."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find the second record that carries a name."""
    for kind, records in catalog.records.items():
        seen: dict[tuple[str, str], str] = {}
        for id_, record in records.items():
            key = "title" if hasattr(record, "title") else "name"
            name = getattr(record, key)
            for language in LANGUAGES if isinstance(name, Text) else ():
                first = seen.setdefault((language, normal(name.in_(language)) or id_), id_)
                if first != id_:
                    shown = quoted(name.in_(language))
                    said = Sentence(
                        f"名称不得与别的记录相同，“{first}”也叫“{shown}”。",
                        f"No two records share a name; “{first}” is called “{shown}” too.",
                    )
                    yield Finding("duplicate-name", kind, id_, (key, language), said, HINT)
                    break  # a record entered twice is one mistake, not one for each language


RULE = Rule(
    "duplicate-name",
    Sentence(
        "同类记录的名称不得相同（忽略空格、全半角、大小写）。",
        "No two records of a kind share a name (spaces, width and case aside).",
    ),
    check,
)
