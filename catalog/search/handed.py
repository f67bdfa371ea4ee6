"""Data scripts: a page opened from disk may not fetch, so the data hands itself over under a name."""

import json
from typing import Any

FOLDER = "assets/data"


def handed(name: str, data: Any) -> tuple[str, str]:
    """Give a data script as (path below the site's root, text)."""
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{FOLDER}/{name}.js", f'(self.portalData??={{}})["{name}"]={told};\n'
