"""Data scripts: a page opened from disk may not fetch, so the data hands itself over under a name."""

from typing import Any

from msgspec import json

FOLDER = "assets/data"


def handed(name: str, data: Any) -> tuple[str, str]:
    """Give a data script as (path below the site's root, text)."""
    told = json.encode(data).decode()
    return f"{FOLDER}/{name}.js", f'(self.portalData??={{}})["{name}"]={told};\n'
