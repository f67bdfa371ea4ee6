"""Load YAML: by the fast path, or by the careful path where that does not do.

PyYAML is imported only where the careful loader is needed.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from investment_portal.content.fast_yaml import parse_bytes, parse_usual
from investment_portal.content.text import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from investment_portal.content.text import Fault
    from investment_portal.content.yaml_values import YamlDocument


class Content(NamedTuple):
    """The content of a file or text, without places."""

    value: Any
    faults: "Sequence[Fault]" = ()
    """Faults that did not stop the parser."""


def load(raw: bytes) -> Content:
    """Parse the bytes of a file; raise ``Unreadable`` where nothing of them can be used."""
    values = parse_bytes(raw)
    if values is not None:
        return Content(values)
    document = load_with_places(raw)
    return Content(document.value, document.faults)


def load_text(text: str) -> Content:
    """Parse a text that was decoded before; raise ``Unreadable`` where nothing of it can be used."""
    values = parse_usual(text)
    if values is not None:
        return Content(values)
    document = _parse(text)
    return Content(document.value, document.faults)


def load_with_places(raw: bytes) -> "YamlDocument":
    """Parse the bytes of a file with the place of each key and value; raise ``Unreadable`` as ``load`` does."""
    return _parse(decode(raw))


def _parse(text: str) -> "YamlDocument":
    from investment_portal.content.careful_yaml import parse  # noqa: PLC0415 - PyYAML costs 20 ms, which most runs do not need

    return parse(text)
