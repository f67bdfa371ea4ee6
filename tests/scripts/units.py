"""Writes the modules of units that scripts share, from the units that records know."""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any
from unicodedata import normalize

from investment_portal.content.theme_files import THEME
from investment_portal.formatting.numbers import QUALIFIED
from investment_portal.models.quantities import area, currencies, scales
from investment_portal.models.quantities.quantity import bare

LIB = THEME / "scripts" / "lib"

UNITS = """\
// How sums are shown. Written by `pytest --bless tests/scripts/test_units.py` from investment_portal/models/quantities.

/** The unit behind a Chinese sum, by the code of the currency. @type {{Record<string, string>}} */
export const CURRENCY_UNITS = {units};

/** The scales of each language, the largest first. @type {{Record<string, [number, string][]>}} */
export const SHOWN_SCALES = {shown};

/** Words for what is not exact. @type {{Record<string, Record<string, string>>}} */
export const QUALIFIED = {qualified};
"""
WORDS = """\
// Words that people type for units, the longest first. Written by `pytest --bless tests/scripts/test_units.py` from
// investment_portal/models/quantities.

/** Currencies: word and code. @type {{[string, string][]}} */
export const CURRENCY_WORDS = {currencies};

/** Powers of ten: word, token in addresses, factor. @type {{[string, string, string][]}} */
export const SCALE_WORDS = {scales};

/** Units of area: word, token in addresses, square metres. @type {{[string, string, string][]}} */
export const AREA_WORDS = {areas};
"""


def modules() -> dict[Path, str]:
    """Return the text of each module by its place."""
    units = {code: currency.unit for code, currency in currencies.CURRENCIES.items()}
    shown = {name: [[10**power, word] for word, power in words.items()] for name, words in scales.SHOWN.items()}
    currency_words = {
        _typed(word): (currency.code,)
        for currency in currencies.CURRENCIES.values()
        for word in (currency.code, currency.unit, *currency.after, *currency.before, *currency.typed)
    }
    tokens = {token: power for power, token in scales.TOKENS.items()}
    scale_words = {
        _typed(word): (scales.TOKENS[power], str(10**power))
        for words in (tokens, scales.CHINESE, scales.ENGLISH, scales.TYPED)
        for word, power in words.items()
    }
    area_words = {
        _typed(word): (area.TOKENS[unit], str(Fraction(*area.SIZES[unit])))
        for unit, words in area.WORDS.items()
        for word in (*words, *area.TYPED.get(unit, ()), area.TOKENS[unit])
    }
    return {
        LIB / "units.js": UNITS.format(units=_written(units), shown=_written(shown), qualified=_written(QUALIFIED)),
        LIB / "unit_words.js": WORDS.format(
            currencies=_longest_first(currency_words),
            scales=_longest_first(scale_words),
            areas=_longest_first(area_words),
        ),
    }


def _typed(word: str) -> str:
    """Return a word as scripts compare it: compatible signs made one, small letters, no spaces."""
    return bare(normalize("NFKC", word))


def _longest_first(words: Mapping[str, tuple[str, ...]]) -> str:
    rows = [[word, *meaning] for word, meaning in words.items()]
    return _written(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


def _written(value: Any) -> str:
    """Write a value with one entry a line, so that lines stay short."""
    mark = "{}" if isinstance(value, dict) else "[]"
    entries = value.items() if isinstance(value, dict) else value
    rows = [
        f"{json.dumps(entry[0], ensure_ascii=False)}: {json.dumps(entry[1], ensure_ascii=False)}"
        if isinstance(value, dict)
        else json.dumps(entry, ensure_ascii=False)
        for entry in entries
    ]
    return "\n  ".join([mark[0], *(f"{row}," for row in rows)]) + f"\n{mark[1]}"
