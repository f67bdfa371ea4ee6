"""Drafts of the form: what was typed and is not saved yet, beside the cache of the portal."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from investment_portal.preview.admin.fields import shown

DRAFTS = ".drafts"
"""The folder of drafts in a portal: beside the cache, which people delete when they tidy up."""


def write_draft(root: Path, kind: str, id_: str, value: Mapping[str, Any]) -> bool:
    """Keep the value of a record as a draft; return whether that was possible: another draft is not written over."""
    file = root / DRAFTS / kind / f"{id_}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    values = {key: inner for key, inner in shown(dict(value)).items() if key != "id"}
    text = json.dumps(values, ensure_ascii=False)
    if file.exists() and file.read_text("utf-8") != text:
        return False
    file.write_text(text, "utf-8")
    return True
