"""Compiled templates, stored between runs beside the package's own byte code.

To compile all templates takes half a second, to load them a few milliseconds. What Jinja generates is Python source,
which is stored in a folder below ``__pycache__`` of this package and imported as any module is, byte code included.
Loading it runs it, so it must be as trustworthy as the package. A process that can write into the package's folder can
change the package itself. A portal's folder and its ``.cache`` can be written by others, and nothing from there is ever
run.

The name of a file is the digest of all that it is made from: the templates, the versions of Jinja and of this package.
Where the folder cannot be written, or Python is told to store no byte code, templates are compiled in each run.
"""

import hashlib
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

import jinja2

FOLDER = Path(__file__).parent / "__pycache__" / "templates"
LIMIT = 100
"""Files in the folder; beyond it, the oldest are deleted."""


def writer() -> bytes:
    """Return a digest of what generates the source: Jinja and the modules of this package."""
    digest = hashlib.blake2b(jinja2.__version__.encode(), digest_size=16)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


def load(digest: str, generate: Callable[[], str], folder: Path = FOLDER) -> CodeType:
    """Return the code of a template: the stored one, else that of the source that ``generate`` returns."""
    path = folder / f"{digest}.py"
    with suppress(OSError, EOFError, ValueError, SyntaxError):
        return _imported(digest, path)
    source = generate()
    with suppress(OSError):
        if not sys.dont_write_bytecode:
            _store(path, source)
            return _imported(digest, path)
    return compile(source, str(path), "exec")


def _imported(digest: str, path: Path) -> CodeType:
    """Return the code of a stored source; Python's own loader reads and writes its byte code."""
    code = SourceFileLoader(digest, str(path)).get_code(digest)
    if code is None:
        raise FileNotFoundError(path)
    return code


def _store(path: Path, source: str) -> None:
    """Write a source in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    try:
        fresh.write_text(source, "utf-8")
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    stored = sorted(path.parent.glob("*.py"), key=lambda file: file.stat().st_mtime)
    for old in stored[:-LIMIT]:
        Path(cache_from_source(str(old))).unlink(missing_ok=True)
        old.unlink(missing_ok=True)
