"""Cases from the field: the smallest changes of the tiny portal that hold what staff really write."""

from pathlib import Path
from typing import Any

import yaml

from tests.overlay import TESTS

FOLDER = TESTS / "fixtures" / "cases" / "field"
IDS = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def case_of(id_: str) -> dict[str, Any]:
    """Return a case; the keys are described in ``tests/fixtures/cases/README.md``."""
    case: dict[str, Any] = yaml.safe_load((FOLDER / f"{id_}.yaml").read_text("utf-8"))
    assert case["id"] == id_
    return case


def apply(case: dict[str, Any], portal: Path) -> None:
    """Make the changes of a case in a portal."""
    for name, pairs in case.get("replace", {}).items():
        text = (portal / name).read_text("utf-8")
        for old, new in pairs:
            assert old in text, f"{old!r} does not stand in {name}"
            text = text.replace(old, new, 1)
        (portal / name).write_text(text, "utf-8")
    for name, text in case.get("write", {}).items():
        (portal / name).parent.mkdir(parents=True, exist_ok=True)
        (portal / name).write_text(text, "utf-8")
    for name in case.get("crlf", ()):
        raw = (portal / name).read_bytes()
        (portal / name).write_bytes(raw.replace(b"\n", b"\r\n"))
    for name in case.get("remove", ()):
        (portal / name).unlink()
