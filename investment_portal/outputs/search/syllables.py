"""Pinyin of names for the browser: one reading a sign, and the names that differ."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from investment_portal.formatting.pinyin import HAN


def syllables(names: Sequence[str], readings: Mapping[str, str]) -> tuple[dict[str, str], dict[int, str]]:
    """Return the most frequent reading of each sign, and by place the whole reading of names that differ from it."""
    signs = [HAN.findall(name) for name in names]
    pairs = (
        zip(name_signs, readings[name].split(), strict=True) for name_signs, name in zip(signs, names, strict=True)
    )
    counted = Counter(chain.from_iterable(pairs))
    # Of several readings of a sign the last in this order stays: the most frequent, then the first in the alphabet.
    usual = dict(sorted(sorted(counted, reverse=True), key=lambda pair: (pair[0], counted[pair])))
    otherwise = {
        place: readings[name]
        for place, (name, name_signs) in enumerate(zip(names, signs, strict=True))
        if readings[name] != " ".join([usual[sign] for sign in name_signs])
    }
    return usual, otherwise
