"""How names are read, for the browser: one reading a sign, and the names in which a sign is read otherwise."""

from collections import Counter
from collections.abc import Mapping, Sequence

from catalog.show.pinyin import HAN


def syllables(names: Sequence[str], readings: Mapping[str, str]) -> tuple[dict[str, str], dict[int, str]]:
    """Give the most frequent reading of each sign, and by place the whole reading of names that differ from it."""
    counted: dict[str, Counter[str]] = {}
    for name in names:
        for sign, syllable in zip(HAN.findall(name), readings[name].split(), strict=True):
            counted.setdefault(sign, Counter())[syllable] += 1
    usual = {sign: min(found, key=lambda one: (-found[one], one)) for sign, found in sorted(counted.items())}
    otherwise = {
        place: readings[name]
        for place, name in enumerate(names)
        if readings[name] != " ".join(usual[sign] for sign in HAN.findall(name))
    }
    return usual, otherwise
