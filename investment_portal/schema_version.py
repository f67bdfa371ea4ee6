"""The version of the form in which a portal's files are written: ``schema_version`` in its settings.

It is read before anything else: the records of another version would only give misleading problems.
"""

import re
from pathlib import Path

from investment_portal.clock import SETTINGS
from investment_portal.content.text import Unreadable, decode, read_bytes
from investment_portal.languages import Sentence
from investment_portal.problems import Problem

SCHEMA_VERSION = 1
"""The version that this generator reads. The migrations up to it stand in ``investment_portal/migrations``."""

FIRST = 1
"""The version of portals whose settings do not state one."""

KEY = "schema_version"
STATED = re.compile(rf"^[\"']?{KEY}[\"']?[ \t]*:[ \t]*(?P<version>[^#\s]*)", re.MULTILINE)

UPGRADE = Sentence("运行命令 upgrade，它会列出要改的地方。", "Run the command upgrade: it lists what it would change.")
NEWER = Sentence(
    "安装 requirements.txt 里写明的生成器版本，或更新的版本。",
    "Install the generator of the version that requirements.txt names, or a newer one.",
)


def schema_version(root: Path) -> int | None:
    """Return the version of a portal; None where its settings cannot be read or state no number."""
    return _stated(root)[0]


def schema_version_problem(root: Path) -> Problem | None:
    """Return why the files of a portal cannot be read by this generator: they have the form of another version."""
    version, line = _stated(root)
    if version in {None, SCHEMA_VERSION}:  # what is no number is a mistake like others
        return None
    sentence = Sentence(
        f"门户文件的格式是第 {version} 版，这个生成器读的是第 {SCHEMA_VERSION} 版。",
        f"The portal's files have the form of version {version}; this generator reads version {SCHEMA_VERSION}.",
    )
    hint = NEWER if version and version > SCHEMA_VERSION else UPGRADE
    return Problem(SETTINGS, line, 1, "schema-version", KEY, sentence, hint)


def with_schema_version(settings: str, version: int) -> str:
    """Return the text of the settings with another version stated; all else stays as it is."""
    stated = STATED.search(settings)
    if stated is None:
        return f"{KEY}: {version}\n{settings}"
    return f"{settings[: stated.start('version')]}{version}{settings[stated.end('version') :]}"


def _stated(root: Path) -> tuple[int | None, int]:
    """Return the version of a portal, if it can be read, and the line that states it."""
    try:
        text = decode(read_bytes(root / SETTINGS, root))
    except Unreadable:
        return None, 1
    stated = STATED.search(text)
    if stated is None:
        return FIRST, 1
    line = text.count("\n", 0, stated.start()) + 1
    version = stated["version"]
    return (int(version), line) if re.fullmatch("[1-9][0-9]{0,5}", version) else (None, line)
