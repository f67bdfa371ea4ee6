"""No two records of a kind may have the same name, whatever the spacing, width or case."""

import re
import unicodedata
from collections.abc import Iterator

from catalog.languages import LANGUAGES, Sentence
from catalog.model.catalog import Catalog
from catalog.model.text import Text
from catalog.problems.got import quoted
from catalog.rules.rule import Located, PortalCheck, Rule, Violation

HINT = Sentence(
    "是重复录入就删去一份；不是就让名称能区分。", "Delete one if it was entered twice; else tell the names apart."
)

OTHER_SIGNS = re.compile(r"[\W_]+")
"""Signs that are neither letters nor digits."""


def normal(name: str) -> str:
    """Return the letters and digits of a name in one width and one case."""
    return OTHER_SIGNS.sub("", unicodedata.normalize("NFKC", name).casefold())


def check_portal(catalog: Catalog) -> Iterator[Located]:
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
                    yield kind, id_, Violation((key, language), said, HINT)
                    break  # a record entered twice is one mistake, not one for each language


RULE = Rule(
    "duplicate-name",
    Sentence(
        "同类记录的名称不得相同（忽略空格、全半角、大小写）。",
        "No two records of a kind share a name (spaces, width and case aside).",
    ),
    [PortalCheck(check_portal)],
)
