"""The one door to YAML: text in, plain values and their places out.

Works on the parser's events, so that nothing is built from tags, aliases or nesting that a record has no use for.
"""

import yaml

from catalog.read.builder import Builder
from catalog.read.document import Document
from catalog.read.fault import Fault, Unreadable
from catalog.read.syntax import FULL_WIDTH_COLON, explain, explain_character

__all__ = ["Document", "parse"]

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MOST_MENDED = 20
"""Full-width colons that are mended in one file: each costs another reading."""


def parse(text: str) -> Document:
    """Parse one YAML document; raises ``Unreadable`` where nothing of it can be used.

    A full-width colon behind a key is a fault but hides no other: it is mended in passing, and the rest is read.
    """
    mended: list[Fault] = []
    while True:
        try:
            document = _read(text)
        except Unreadable as error:
            if error.fault.rule != FULL_WIDTH_COLON or len(mended) == MOST_MENDED:
                # What stands first is told first; the next run finds the rest.
                raise (Unreadable(mended[0]) if mended else error) from None
            mended.append(error.fault)
            text = _mend(text, error.fault)
            continue
        for fault in mended:
            _shift(document, fault)
        document.faults += mended
        return document


def _read(text: str) -> Document:
    builder = Builder()
    try:
        for event in yaml.parse(text, Loader=Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(explain(text, error)) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise Unreadable(explain_character(text)) from error
    return builder.document


def _mend(text: str, fault: Fault) -> str:
    """Write the colon as YAML wants it."""
    lines = text.split("\n")
    line = lines[fault.line - 1]
    lines[fault.line - 1] = f"{line[: fault.column - 1]}: {line[fault.column :]}"
    return "\n".join(lines)


def _shift(document: Document, fault: Fault) -> None:
    """Take back the blank that mending put behind the colon: places are those of the file."""
    for path, (line, column) in document.values.items():
        if line == fault.line and column > fault.column:
            document.values[path] = (line, column - 1)
