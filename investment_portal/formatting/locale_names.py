"""Names of languages and time zones on pages: the theme's or the portal's own words, else those of the CLDR."""

from investment_portal import cldr
from investment_portal.formatting.words import Words


def language_name(words: Words, code: str) -> str:
    """Return the name of a language: the word ``language_CODE``, else its name in the CLDR."""
    known = f"language_{code}" in words
    return words[f"language_{code}"] if known else cldr.language_name(code, words.language)


def zone_name(words: Words, zone: str) -> str:
    """Return the name of a time zone: the word ``zone_CITY``, else its name in the CLDR."""
    city = zone.rpartition("/")[2].lower()
    return words[f"zone_{city}"] if f"zone_{city}" in words else cldr.zone_name(zone, words.language)
