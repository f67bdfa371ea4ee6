"""The command of this portal: ``python build_catalog.py`` tells what it can do."""

import os
import shlex
import sys
from pathlib import Path

PORTAL = Path(__file__).parent
BINARIES = "Scripts" if os.name == "nt" else "bin"


def missing(library: str) -> str:
    """Return which line runs this command, when this Python lacks a library of it."""
    python = PORTAL / ".venv" / BINARIES / "python"
    interpreter = os.path.relpath(python) if PORTAL.resolve() == Path.cwd() else str(python)
    line = shlex.join([interpreter, *sys.argv]) if python.exists() else "make install"
    if os.name == "nt":
        line = f"uv run python {shlex.join(sys.argv)}"
    return f"这个 Python 没有安装“{library}”。→ 请运行：{line}\nThis Python lacks “{library}”. → Run {line}"


try:
    from investment_portal.cli.main import run
except ModuleNotFoundError as error:
    if str(error.name).startswith("investment_portal"):
        raise
    print(missing(str(error.name)), file=sys.stderr)
    sys.exit(2)

if __name__ == "__main__":
    run(PORTAL)
