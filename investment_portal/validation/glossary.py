"""The glossary: the term of each concept in each language, and the words that are not to be written instead."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from investment_portal.content.yaml_loader import load
from investment_portal.languages import LANGUAGES, Language
from investment_portal.value import Value

FILE = Path(__file__).with_suffix(".yaml")
NOTHING_MATCHES = "(?!)"
NOT_LITERAL = re.compile(r"\\.|\[[^]]*\]|\([^)]*\)|[^\w ,%]")
"""A part of a refused expression that is no literal text."""


class Term(Value):
    """The term of a concept in one language; ``refused`` matches what is not to be written instead.

    An ``everywhere`` term is checked in the records of every portal.
    """

    concept: str
    language: Language
    term: str
    refused: re.Pattern[str]
    everywhere: bool = False


@cache
def _concepts() -> dict[str, Any]:
    return dict(load(FILE.read_bytes()).value)


@cache
def glossary(language: Language) -> tuple[Term, ...]:
    """Return the terms of a language in the order of the file."""
    return tuple(
        Term(
            concept,
            language,
            entry[language]["term"],
            re.compile("|".join(entry[language]["refused"]) or NOTHING_MATCHES, re.IGNORECASE),
            entry.get("everywhere", False),
        )
        for concept, entry in _concepts().items()
    )


@cache
def words_to_look_for() -> tuple[str, ...]:
    """Return a literal part of each expression that is refused in records, in small letters.

    A text without any of them holds nothing that is refused: to look for words is ten times as fast as to match.
    """
    refused = [
        expression
        for concept in _concepts().values()
        if concept.get("everywhere")
        for language in LANGUAGES
        for expression in concept[language]["refused"]
    ]
    return tuple(dict.fromkeys(max(NOT_LITERAL.split(expression), key=len).lower() for expression in refused))


def may_refuse(text: str) -> bool:
    """Return whether a text must be looked at closely, in whatever language it is."""
    small = text.lower()
    return any(word in small for word in words_to_look_for())


def refused_in(text: str, language: Language, *, records: bool = False) -> Iterator[tuple[str, Term]]:
    """Yield what a text should not say, with the term to write instead; in ``records`` only what all portals avoid."""
    for term in glossary(language):
        if term.everywhere or not records:
            yield from ((match[0], term) for match in term.refused.finditer(text))
