"""Languages that people at a contact speak, by their codes (BCP 47)."""

import re
from collections.abc import Iterable
from typing import Annotated

from investment_portal import cldr
from investment_portal.languages import LANGUAGES, Sentence
from investment_portal.models.quantities.quantity import Form, refusal
from investment_portal.problems import did_you_mean, suggested

COMMON = frozenset({"zh", "en", "ja", "ko", "de", "fr", "yue"})
"""Codes whose names stand in the theme's words."""

MISTAKEN = {"kr": "ko"}
"""Codes of languages that are hardly spoken at a desk, written for the country of the same code."""

LOOSE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?")
"""Codes as people type them: case and separator as they like."""


class LanguageForm(Form):
    """Demands the code of a language that has a name."""

    def check(self, value: object) -> str:
        """Refuse a text that is no such code, and propose the one that is meant."""
        if isinstance(value, str) and value in COMMON:
            return value
        guessed = _canonical(value) if isinstance(value, str) else ""
        if guessed and guessed != value and _is_named(guessed):
            zh = f"语言代码应写成“{guessed}”；实际写的是“{value}”。"
            raise refusal("bad-form", zh, f"This language code is written “{guessed}”; got “{value}”.")
        named = _code_of_name(value) if isinstance(value, str) else ""
        if named:
            zh = f"这里写语言代码；实际写的是“{value}”。"
            raise refusal("bad-form", zh, f"The code of a language stands here; got “{value}”.", suggested(named))
        code = super().check(value)
        if _is_named(code) and code not in MISTAKEN:
            return code
        zh, en = f"没有代码为“{code}”的语言。", f"There is no language with the code “{code}”."
        raise refusal("bad-form", zh, en, _suggestion(code))


LANGUAGE = LanguageForm(
    "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?",
    "语言代码（BCP 47），例如“zh”“en”“ja”“pt-BR”",
    "a language code (BCP 47), as “zh”, “en”, “ja” or “pt-BR”",
    11,
)
LanguageCode = Annotated[str, LANGUAGE]


def _code_of_name(typed: str) -> str:
    """Return the code of a language that is given by its name in Chinese or English."""
    word = typed.strip().lower()
    words = {word, f"{word.removesuffix('文').removesuffix('语')}语", f"{word.removesuffix('语')}文"}
    names = ((code, language) for code in (*COMMON, *cldr.languages_named()) for language in LANGUAGES)
    return next((code for code, language in names if cldr.language_name(code, language).lower() in words), "")


def _canonical(typed: str) -> str:
    match = LOOSE.fullmatch(typed)
    if match is None:
        return ""
    language, script, region = match.groups()
    return "-".join(part for part in (language.lower(), (script or "").title(), (region or "").upper()) if part)


def _is_named(code: str) -> bool:
    return bool(cldr.language_name(code, "zh") and cldr.language_name(code, "en"))


def _suggestion(code: str) -> Sentence:
    """Guess the code that was meant: often a country was written, ``jp`` for ``ja``."""
    language = code.partition("-")[0]
    main = MISTAKEN.get(language) or cldr.language_of_territory(language)
    if main:
        return suggested(main)
    return did_you_mean(language, cldr.languages_named())


def with_plain(codes: Iterable[str]) -> list[str]:
    """Return codes, each followed by its language without script and region: ``en-GB`` also answers in ``en``."""
    return list(dict.fromkeys(part for code in codes for part in (code, code.partition("-")[0])))
