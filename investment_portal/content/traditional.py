"""Traditional characters and their Simplified forms, from OpenCC's table."""

from functools import cache
from importlib.resources import files

COMMON = "gb2312"
"""The set of Simplified characters whose Traditional forms readers may type."""


@cache
def traditional_pairs() -> str:
    """Return Traditional characters, each followed by its Simplified form."""
    pairs: list[str] = []
    for line in _table().splitlines():
        character, _, simplified = line.partition("\t")
        form = simplified.split(" ")[0]
        if len(character) == len(form) == 1 and character != form and _is_common(form):
            pairs.append(character + form)
    return "".join(sorted(pairs))


def _table() -> str:
    return (files("opencc") / "dictionary" / "TSCharacters.txt").read_text("utf-8")


def _is_common(character: str) -> bool:
    try:
        character.encode(COMMON)
    except UnicodeEncodeError:
        return False
    return True
