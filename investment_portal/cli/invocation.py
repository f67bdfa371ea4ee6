"""Command lines as they work for the person who runs this one.

The generator runs as the installed ``investment-portal``, or from a checkout as ``build_catalog.py``, with make or
without. What a command proposes as the next step names the same way.
"""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from investment_portal.value import Value

SCRIPT = "build_catalog.py"
INSTALLED = "investment-portal"
TARGETS = {"check": "check", "build": "site", "serve": "serve", "status": "status"}
"""Commands that have a target in the Makefile of the checkout."""


class Invocation(Value):
    """How the running command was started: ``sys.argv[0]``, and the portal it works on where none is named."""

    program: str
    portal: Path

    @property
    def name(self) -> str:
        """The program's name, as help shows it."""
        return Path(self.program).name

    def line(self, *words: str, portal: Path | None = None) -> str:
        """Return the line that runs a command, on another portal where one is given."""
        portal = portal or self.portal
        other = not _same(portal, self.portal)
        if self.name == SCRIPT:
            if not other and len(words) == 1 and words[0] in TARGETS and self._has_make():
                return _joined("make", TARGETS[words[0]])
            start = [_python(), _shown(Path(self.program))]
        else:
            start = [_installed(Path(self.program))]
        named = ["--portal", _shown(portal)] if other else []
        return _joined(*start, *words, *named)

    def _has_make(self) -> bool:
        """Return whether ``make`` works here: the checkout is the current folder."""
        folder = Path(self.program).parent
        return _same(folder, Path.cwd()) and (folder / "Makefile").is_file() and shutil.which("make") is not None


def _same(path: Path, other: Path) -> bool:
    return path.resolve() == other.resolve()


def _python() -> str:
    """Return the running Python: its name where the shell finds it by that, else its path."""
    running = Path(sys.executable).absolute()
    for name in ("python", "python3", running.name):
        program = shutil.which(name)
        if program and Path(program).absolute() == running:
            return name
    return _shown(running)


def _installed(program: Path) -> str:
    """Return the installed command: its name where the shell finds it by that, else its path."""
    program_path = shutil.which(INSTALLED)
    if program.name == str(program) or (
        program_path and Path(program_path).with_suffix("") == program.absolute().with_suffix("")
    ):
        return INSTALLED
    return _shown(program)


def _shown(path: Path) -> str:
    """Return a path from the current folder where it is below that."""
    path, folder = path.absolute(), Path.cwd()
    return os.path.relpath(path, folder) if path.is_relative_to(folder) else str(path)


def _joined(*words: str) -> str:
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
