"""What staff typed, quoted so that it fits into a sentence: short, on one line, without control characters."""

from typing import Any

from catalog.languages import Sentence

LONGEST = 60


def quoted(value: Any) -> str:
    """Write a value as staff would recognise it."""
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    shown = "".join(sign if sign.isprintable() else " " for sign in text[: LONGEST * 4])
    shown = " ".join(shown.split())
    return shown if len(shown) <= LONGEST and len(text) <= LONGEST * 4 else shown[: LONGEST - 1] + "…"


def spaced(before: str, after: str) -> str:
    """Join two parts of a Chinese sentence, with a space before a Latin letter or a digit."""
    return f"{before} {after}" if after[:1].isascii() else before + after


def got(value: Any) -> Sentence:
    """Say what stood there, as the second half of a sentence."""
    if value is None:
        return Sentence("这里是空的", "it is empty")
    if isinstance(value, dict):
        return Sentence("实际是一组“键: 值”", "got a group of keys")
    if isinstance(value, list | tuple):
        return Sentence("实际是一个列表", "got a list")
    return Sentence(f"实际写的是“{quoted(value)}”", f"got “{quoted(value)}”")
