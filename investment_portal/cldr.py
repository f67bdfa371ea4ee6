"""Names of languages and time zones in the languages of a portal, from the Unicode CLDR.

Babel is imported where a name is asked for: the common names stand in the theme's words, and few portals need others.
"""

from functools import cache
from typing import TYPE_CHECKING

from investment_portal.languages import Language

if TYPE_CHECKING:
    from babel import Locale


@cache
def _locale(language: str) -> "Locale":
    from babel import Locale  # noqa: PLC0415 - costs 40 ms, which few runs need

    return Locale(language)


def language_name(code: str, language: Language) -> str:
    """Return the name of a language by its BCP 47 code, in a language; nothing where CLDR has none.

    Script and region that have no name together with the language follow in brackets: ``pt-BR`` is
    ``Portuguese (Brazil)``.
    """
    locale = _locale(language)
    subtags = code.split("-")
    for length in range(len(subtags), 0, -1):
        name = locale.languages.get("_".join(subtags[:length]))
        if name:
            qualifiers = [_subtag_name(locale, subtag) for subtag in subtags[length:]]
            return (
                str(name) if not qualifiers else _bracketed(str(name), qualifiers, language) if all(qualifiers) else ""
            )
    return ""


def _subtag_name(locale: "Locale", subtag: str) -> str:
    return str(locale.scripts.get(subtag, "") or locale.territories.get(subtag, ""))


def _bracketed(name: str, qualifiers: list[str], language: Language) -> str:
    return f"{name}（{'，'.join(qualifiers)}）" if language == "zh" else f"{name} ({', '.join(qualifiers)})"


def languages_named() -> frozenset[str]:
    """Return the codes of all languages, without script or region, that have a name in both languages of a portal."""
    zh, en = (_locale(language).languages for language in ("zh", "en"))
    return frozenset(code for code in map(str, zh) if "_" not in code and code in en)


def language_of_territory(territory: str) -> str:
    """Return the language that most people speak in a territory: ``ja`` for ``JP``; nothing where none is known."""
    from babel.core import get_global  # noqa: PLC0415 - the same

    likely: str = get_global("likely_subtags").get(f"und_{territory.upper()}", "")
    return likely.partition("_")[0]


def zone_name(zone: str, language: Language) -> str:
    """Return the name of a time zone: country, and city where the country has several; ``UTC`` keeps its name."""
    from babel.dates import get_timezone_location  # noqa: PLC0415 - the same

    if "/" not in zone or zone.startswith("Etc/"):
        return zone.removeprefix("Etc/")
    return get_timezone_location(zone, locale=_locale(language))
