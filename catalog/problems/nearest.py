"""The nearest allowed word: what a person most likely meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Give the allowed word closest to ``word``, or nothing where none is close."""
    found = get_close_matches(word.lower(), sorted(allowed), n=1, cutoff=0.6)
    return found[0] if found else None
