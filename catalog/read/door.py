"""The one door to YAML: text in, plain values and their places out.

Works on the parser's events, so that nothing is built from tags, aliases or nesting that a record has no use for.
"""

import yaml

from catalog.read.builder import Builder
from catalog.read.document import Document
from catalog.read.fault import Unreadable
from catalog.read.syntax import explain, explain_character

__all__ = ["Document", "parse"]

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str) -> Document:
    """Parse one YAML document; raises ``Unreadable`` where nothing of it can be used."""
    builder = Builder()
    try:
        for event in yaml.parse(text, Loader=Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(explain(text, error)) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise Unreadable(explain_character(text)) from error
    return builder.document
