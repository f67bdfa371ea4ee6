"""The glossary: the term of each concept in each language, and the words that are not to be written instead."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from investment_portal.content.yaml_loader import load
from investment_portal.languages import LANGUAGES, Language
from investment_portal.value import Value

FILE = Path(__file__).with_suffix(".yaml")
NOTHING_MATCHES = "(?!)"


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
def glossary(language: Language) -> tuple[Term, ...]:
    """Return the terms of a language in the order of the file."""
    concepts = load(FILE.read_bytes()).value
    return tuple(
        Term(
            concept,
            language,
            entry[language]["term"],
            re.compile("|".join(entry[language]["refused"]) or NOTHING_MATCHES, re.IGNORECASE),
            entry.get("everywhere", False),
        )
        for concept, entry in concepts.items()
    )


@cache
def checked_everywhere() -> re.Pattern[str]:
    """Return a pattern of all that is refused in records, for a first look at many texts at once."""
    terms = [term for language in LANGUAGES for term in glossary(language) if term.everywhere]
    return re.compile("|".join(term.refused.pattern for term in terms), re.IGNORECASE)


def refused_in(text: str, language: Language, *, records: bool = False) -> Iterator[tuple[str, Term]]:
    """Yield what a text should not say, with the term to write instead; in ``records`` only what all portals avoid."""
    for term in glossary(language):
        if term.everywhere or not records:
            yield from ((match[0], term) for match in term.refused.finditer(text))
