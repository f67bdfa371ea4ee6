"""How Chinese names are read: pinyin without tones, by the readings of whole phrases (重庆 is chong qing)."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
"""A Chinese sign."""


@cache
def reading(text: str) -> str:
    """Give a syllable for each Chinese sign of a text, parted by blanks; everything else has no reading."""
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


def readings(texts: Iterable[str], kept: Path) -> Mapping[str, str]:
    """Read many texts; what was read before is taken from ``kept``, and a damaged memory is made anew."""
    wanted = sorted(set(texts))
    known = _recall(kept)
    found = {text: known.get(text) or reading(text) for text in wanted}
    if found != known:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps({"by": _by(), "readings": found}, ensure_ascii=False), "utf-8")
    return found


def _by() -> str:
    return f"pypinyin {version('pypinyin')}"


def _recall(kept: Path) -> dict[str, str]:
    try:
        memory = json.loads(kept.read_text("utf-8"))
        found = memory["readings"] if memory["by"] == _by() else {}
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    sound = isinstance(found, dict) and all(isinstance(one, str) for one in found.values())
    return found if sound else {}
