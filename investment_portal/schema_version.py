"""The version of the form in which a portal's files are written: ``schema_version`` in its settings.

It is read before anything else: the records of another version would only give misleading problems.
"""

import re
from pathlib import Path

from investment_portal.clock import SETTINGS
from investment_portal.content.text import Unreadable, decode, read_bytes

SCHEMA_VERSION = 2
"""The version that this generator reads. The migrations up to it stand in ``investment_portal/migrations``."""

FIRST = 1
"""The version of portals whose settings do not state one."""

KEY = "schema_version"
STATED = re.compile(rf"^{KEY}[ \t]*:[ \t]*(?P<version>.*?)[ \t]*(?:#.*)?$", re.MULTILINE)


def schema_version(root: Path) -> int:
    """Return the version of a portal; that of the generator where its settings cannot be read or state no number."""
    try:
        text = decode(read_bytes(root / SETTINGS, root))
    except Unreadable:
        return SCHEMA_VERSION
    stated = STATED.search(text)
    if stated is None:
        return FIRST
    version = stated["version"]
    return int(version) if re.fullmatch("[0-9]{1,6}", version) else SCHEMA_VERSION
