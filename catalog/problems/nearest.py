"""The nearest allowed word: what a person most likely meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from catalog.languages import NOTHING, Sentence

LONGEST = 80
"""Signs in the longest word that is worth a comparison."""


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Give the allowed word closest to ``word``, or nothing where none is close."""
    if len(word) > LONGEST:
        return None
    found = get_close_matches(word.lower().replace("_", "-"), (keys := _folded(allowed)), n=1, cutoff=0.6)
    return keys[found[0]] if found else None


def _folded(allowed: Iterable[str]) -> dict[str, str]:
    return {word.lower().replace("_", "-"): word for word in sorted(allowed)}


def did_you_mean(word: str, allowed: Iterable[str]) -> Sentence:
    """Ask whether the nearest allowed word was meant, as a hint."""
    meant = nearest(word, allowed)
    return Sentence(f"是不是“{meant}”？", f"Did you mean “{meant}”?") if meant else NOTHING
