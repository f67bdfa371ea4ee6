"""Values as YAML text: plain where they may be, else in quotes; groups and lists in brackets."""

import re
from decimal import Decimal
from typing import Any

from investment_portal.content.text import FORBIDDEN
from investment_portal.content.yaml_values import plain

PLAIN_START = re.compile(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]|-(?=[^\s,\[\]{}])""")
NOT_PLAIN = re.compile(r": |:$| #|[\t\n\r\x85\u2028\u2029]|^\s|\s$|^(?:---|\.\.\.)")
NOT_IN_FLOW = re.compile(r"[,\[\]{}]|:(?=[,\[\]{}]|$)")
NOT_LITERAL = re.compile(r"[\r\x85\u2028\u2029]|\A\s*\Z|\A\n* |\n\n\Z|^[ \t]+$|^\t", re.MULTILINE)
"""Matches what a text of several lines must not hold to stand below ``|``."""

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar_text(value: Any, style: str = "", *, in_flow: bool = False) -> str:
    """Return a value on one line, in the style (``'`` or ``"``) where that is possible, plain where it may be."""
    if value is None:
        return "null" if in_flow else ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal):
        return str(value)
    if style not in {"'", '"'} and _may_be_plain(value, in_flow=in_flow):
        return str(value)
    simple = not NOT_LITERAL.search(value) and not any(sign in value for sign in "\n\t")
    if simple and "'" not in value and (style == "'" or '"' in value or "\\" in value):
        return f"'{value}'"
    return '"' + "".join(ESCAPES.get(sign, sign) for sign in value) + '"'


def _may_be_plain(value: str, *, in_flow: bool) -> bool:
    return bool(
        value
        and PLAIN_START.match(value)
        and not NOT_PLAIN.search(value)
        and not (in_flow and NOT_IN_FLOW.search(value))
        and plain(value) == value
        and isinstance(plain(value), str)
        and not FORBIDDEN.search(value)
    )


def is_short(value: Any) -> bool:
    """Return whether a value can stand in brackets on one line."""
    if isinstance(value, dict):
        return all(is_short(inner) for inner in value.values())
    if isinstance(value, list):
        return all(map(is_short, value))
    return "\n" not in str(value)


def flow_text(value: Any) -> str:
    """Return a value in brackets on one line."""
    if isinstance(value, dict):
        inner = ", ".join(f"{scalar_text(key, in_flow=True)}: {flow_text(item)}" for key, item in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow_text, value))}]"
    return scalar_text(value, in_flow=True)
