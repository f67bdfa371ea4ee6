"""Makes a portal's texts longer or shorter, in its own files, so that the whole pipeline meets them."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from investment_portal.content.careful_yaml import parse

Change = Callable[[str], str]
MENU = re.compile(r"^(\s+- )([^:\n]+)(:.*)$", re.MULTILINE)


class _Dumper(yaml.SafeDumper):
    """Writes decimals as the plain numbers that they were."""


_Dumper.add_representer(Decimal, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", str(value)))


def twice(text: str) -> str:
    """Return everything two times."""
    return f"{text} {text}"


def half(text: str) -> str:
    """Keep the first half, at least two signs."""
    return text[: max(2, (len(text) + 1) // 2)].strip() or text


def stretch(portal: Path, change: Change) -> None:
    """Change every text in both languages: records, settings, interface words and the menu."""
    for path in [*portal.rglob("*.yaml")]:
        value = parse(path.read_text("utf-8")).value
        words = path.parent.parent.name == "words"
        new = {name: _kept_gaps(word, change) for name, word in value.items()} if words else _changed(value, change)
        path.write_text(yaml.dump(new, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6), "utf-8")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        before, mark, menu = (portal / name).read_text("utf-8").partition("\nnav:")
        changed = MENU.sub(lambda match: match[1] + change(match[2]) + match[3], menu)
        (portal / name).write_text(before + mark + changed, "utf-8")


def _changed(value: Any, change: Change) -> Any:
    if isinstance(value, dict) and set(value) == {"zh", "en"}:
        return {language: change(text) for language, text in value.items()}
    if isinstance(value, dict):
        return {key: _changed(inner, change) for key, inner in value.items()}
    return [_changed(inner, change) for inner in value] if isinstance(value, list) else value


def _kept_gaps(word: Any, change: Change) -> Any:
    """Leave sentences with gaps whole: half a gap is none."""
    shorter = not isinstance(word, str) or len(change(str(word))) < len(str(word))
    return word if not isinstance(word, str) or (shorter and "{" in word) or not word.strip() else change(word)
