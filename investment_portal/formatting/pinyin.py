"""Pinyin of Chinese names without tones, by the readings of whole words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from investment_portal.cache.checked_files import load, save
from investment_portal.cache.inputs import Scan
from investment_portal.workers import worker_count

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
"""A Chinese sign."""


@cache
def reading(text: str) -> str:
    """Return a syllable for each Chinese sign of a text, parted by blanks; everything else has no reading."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - costs a quarter of a second, which few runs need

    signs = HAN.findall(text)
    syllables = lazy_pinyin(text, errors="ignore")
    if len(syllables) != len(signs):  # a sign that nobody can read stands for itself
        syllables = [(lazy_pinyin(sign, errors="ignore") or [sign])[0] for sign in signs]
    return " ".join(syllables)


def spelled(text: str, read: str) -> str:
    """Write a text as it is read, for sorting: each Chinese sign as its syllable, other signs as small letters."""
    syllables = iter(read.split())
    return HAN.sub(lambda _: f" {next(syllables)} ", text.lower()).replace("  ", " ").strip()


class Readings(Mapping[str, str]):
    """Readings of names, computed once and stored for the next build; they depend on the names alone."""

    def __init__(self, place: Path) -> None:
        """Take the place of the file, which is opened on the first lookup."""
        self._place = place
        self._new = 0
        self._known: dict[str, str] | None = None

    def __getitem__(self, name: str) -> str:
        """Return the reading of a name."""
        known = self._recalled()
        if name not in known:
            known[name] = reading(name)
            self._new += 1
        return known[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names that were read."""
        return iter(self._recalled())

    def __len__(self) -> int:
        """Count them."""
        return len(self._recalled())

    def prepare(self, names: Callable[[], Iterable[str]]) -> None:
        """Compute the readings of many names where none is cached, in a process of their own."""
        if not self._recalled():
            self._known = _readings_apart([name for name in names() if HAN.search(name)])
            self._new = len(self._known)

    def keep(self) -> None:
        """Leave them for the next build."""
        if self._new:
            save(self._place, _by(), self._known)

    def _recalled(self) -> dict[str, str]:
        if self._known is None:
            self._known = load(self._place, _by()) or {}
        return self._known


def readings_of(names: Sequence[str]) -> dict[str, str]:
    """Return the reading of each name."""
    return {name: reading(name) for name in names}


def _readings_apart(names: Sequence[str]) -> dict[str, str]:
    """Return the reading of each name from a short-lived process: the phrases take as much memory as a portal.

    A copy of a process that has threads may wait for ever for a lock that one of them held; then, or where the other
    process is lost, they are computed here.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - the same
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - the same

    if worker_count(2, 2, 1) == 1:
        return readings_of(names)
    try:
        with ProcessPoolExecutor(1) as executor:
            return executor.submit(readings_of, names).result()
    except BrokenProcessPool:
        return readings_of(names)


def _by() -> str:
    """Return the release of the library: another one may read otherwise."""
    return next(name for name in Scan.surroundings() if name.startswith("pypinyin-"))
