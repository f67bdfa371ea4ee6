"""Where a template or script of the portal fails: Jinja puts the template's own lines into the traceback."""

import traceback
from pathlib import Path

from jinja2 import TemplateSyntaxError

from catalog.assets.weave import ScriptFault


def template_fault(error: Exception, root: Path) -> str | None:
    """Say file, line and what is wrong, where an error arose in a template; else the error is our bug."""
    if isinstance(error, ScriptFault):
        return str(error)
    templates = root / "overrides"
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return f"{Path(error.filename).relative_to(root).as_posix()}:{error.lineno}: {error.message}"
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(templates):
            return f"{path.relative_to(root).as_posix()}:{frame.lineno}: {error}"
    return None
