"""Scripts and styles of page parts: ES modules bundled into classic scripts, styles loaded where they are used.

Browsers refuse modules, and data fetched by them, on pages opened from disk; a classic script runs everywhere. Each
module becomes a function of its own, so that its names stay its own and it runs once.
"""

import re
from collections.abc import Iterator
from pathlib import Path

STYLES = Path("overrides") / "styles"
PUBLISHED_STYLES = "assets/styles"


def styles(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each file of ``overrides/styles`` as (published path, text)."""
    for path in sorted((root / STYLES).glob("*.css")):
        yield f"{PUBLISHED_STYLES}/{path.name}", path.read_text("utf-8")


SCRIPTS = Path("overrides") / "scripts"
PUBLISHED_SCRIPTS = "assets/scripts"

IMPORT = re.compile(r'^import \{(?P<names>[^}]*)\} from "(?P<source>\./|\.\./)(?P<rest>[^"]+)";[^\n]*\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?P<kind>(?:async )?function\*?|const|class) (?P<name>\w+)", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)\n", re.MULTILINE)
"""A comment on lines of its own: it is written for developers, and readers need not load it."""
OTHER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


class ScriptFault(Exception):  # noqa: N818 - a mistake in a script of the portal, told to whoever wrote it
    """A fault in a script of the portal, with its file and line."""

    def __init__(self, path: Path, line: int, said: str) -> None:
        """Carry the place, the file relative to the portal."""
        super().__init__(f"{path.as_posix()}:{line}: {said}")


def scripts(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each script that pages can load (the files right in ``overrides/scripts``) as (published path, text)."""
    for path in sorted((root / SCRIPTS).glob("*.js")):
        yield f"{PUBLISHED_SCRIPTS}/{path.name}", weave(path, root)


def weave(entry: Path, root: Path) -> str:
    """Join a module with all that it imports, each before the first that needs it."""
    joined: dict[Path, str] = {}
    _add(entry.resolve(), root.resolve(), joined, ())
    return "(() => {\n" + "".join(joined.values()) + "})();\n"


def _add(path: Path, root: Path, joined: dict[Path, str], above: tuple[Path, ...]) -> None:
    """Add a module behind those that it needs; every module is named by its place in ``joined``."""
    text = path.read_text("utf-8")
    shown = path.relative_to(root)
    heads = []
    for found in IMPORT.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        source = found["source"] + found["rest"]
        target = (path.parent / source).resolve()
        if not target.is_relative_to(root / SCRIPTS) or not target.is_file():
            raise ScriptFault(shown, line, f"there is no {source} in {SCRIPTS.as_posix()}")
        if target in (*above, path):
            raise ScriptFault(shown, line, f"{source} imports this module in turn")
        if target not in joined:
            _add(target, root, joined, (*above, path))
        names = found["names"].strip().rstrip(",").replace(" as ", ": ")
        heads.append(f"const {{ {names} }} = {_name(list(joined).index(target))};\n")
    body = EXPORT.sub(r"\g<kind> \g<name>", IMPORT.sub("", text))
    left = OTHER.search(body)
    if left:
        line = next(line for line, one in enumerate(text.splitlines(), start=1) if one == left[0])
        raise ScriptFault(shown, line, 'write “import { a } from "./b.js";” and “export function a”')
    exported = ", ".join(found["name"] for found in EXPORT.finditer(text))
    told = COMMENT.sub("", body)
    module = f"(() => {{\n{''.join(heads)}{told}return {{ {exported} }};\n}})();\n"
    joined[path] = f"const {_name(len(joined))} = {module}"


def _name(place: int) -> str:
    return f"module{place}"
