"""Scripts and styles of page parts: ES modules bundled into classic scripts, styles loaded where they are used.

Browsers refuse modules, and data fetched by them, on pages opened from disk; a classic script runs everywhere. Each
module becomes a function of its own, so that its names stay its own and it runs once.

All are published under names with a hash of their content: what stands under such a name never changes.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import basename, dirname, join, normpath

from investment_portal.content.theme_files import SHARED_STYLES, shown_path, theme_files
from investment_portal.rendering.colours import Tokens
from investment_portal.rendering.style_sheets import published_style, tokens_of

PUBLISHED_STYLES = "assets/styles"
PUBLISHED_SCRIPTS = "assets/scripts"
SHARED = "portal"
"""The style sheet and the script that all pages load."""

IMPORT = re.compile(r'^import \{(?P<names>[^}]*)\} from "(?P<source>\.\.?/[^"]+)";[^\n]*\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?P<kind>(?:async )?function\*?|const|class) (?P<name>\w+)", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)\n", re.MULTILINE)
"""A comment on lines of its own: it is written for developers, and readers need not load it."""
TYPE = re.compile(r"/\*\* @(?:type|returns) [^*]*\*/ ?")
"""A note to TypeScript within a line."""
OTHER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)

HASH = 8
"""Digits of the hash in a name."""

STYLE_OR_SCRIPT = re.compile(r"\.(?:css|js)$")
HASHED = re.compile(rf"\.[0-9a-f]{{{HASH}}}(?=\.(?:min\.)?(?:css|js)\b)")
"""The hash in the name of a style or script."""

REFERENCE = re.compile(r'(?P<before> (?:href|src)=")(?P<address>[^":?#]+\.(?:css|js))(?=["?#])')
"""A link of a page to a style or script of the site."""

REPORTED = "setTimeout(() => {\nthrow error;\n});\n"

AssetNames = Mapping[str, str]
"""The published paths of styles and scripts by their paths without the hash."""


class ScriptFault(Exception):  # noqa: N818 - a mistake in a script of the portal, told to whoever wrote it
    """A fault in a script of the portal, with its file and line."""

    def __init__(self, file: str, line: int, message: str) -> None:
        """Carry the place and the reason."""
        super().__init__(f"{file}:{line}: {message}")


def hashed_name(path: str, digest: str) -> str:
    """Return a path with the beginning of a digest before the ending of its name."""
    stem, _, ending = path.rpartition(".")
    return f"{stem}.{digest[:HASH]}.{ending}"


def published_names(files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the published path of each style and script."""
    return {path: _hashed(path, text) for path, text in files}


def published_files(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield styles and scripts under their published paths."""
    for path, text in files:
        yield _hashed(path, text), text


def _hashed(path: str, text: str) -> str:
    return hashed_name(path, hashlib.sha256(text.encode()).hexdigest())


def layout_names(files: Iterable[str], digests: Mapping[str, str], read: Callable[[str], bytes]) -> dict[str, str]:
    """Return the published paths of the styles and scripts that come with the layouts.

    Those that have a hash already, as Material's, are left out; so is a file that another one names, as
    ``@import`` and ``import`` do, since it is loaded under its own name.
    """
    plain = [path for path in files if STYLE_OR_SCRIPT.search(path) and not HASHED.search(path)]
    texts = {path: read(path) for path in plain}
    return {
        path: hashed_name(path, digests[path])
        for path in plain
        if not any(basename(path).encode() in text for other, text in texts.items() if other != path)
    }


def with_published_names(html: str, names: AssetNames) -> str:
    """Return a page whose links to styles and scripts lead to their published paths."""

    def link(match: re.Match[str]) -> str:
        # Relative, or from the root of the host, as on pages for addresses that are not there.
        steps = match["address"].split("/")
        for start in range(len(steps)):
            name = names.get("/".join(steps[start:]))
            if name:
                return f"{match['before']}{'/'.join([*steps[:start], name])}"
        return match[0]

    return REFERENCE.sub(link, html)


def styles(root: Path, tokens: Tokens) -> Iterator[tuple[str, str]]:
    """Yield each style sheet of the folders ``styles`` as (published path, text), first what all pages share."""
    files = theme_files(root, "assets")
    shared = "".join(files[f"{name}.css"].read_text("utf-8") for name in SHARED_STYLES)
    yield f"{PUBLISHED_STYLES}/{SHARED}.css", published_style(shared, tokens) + tokens.rule
    known = tokens_of(shared, tokens)
    for name, path in theme_files(root, "styles").items():
        if path.suffix == ".css" and "/" not in name:
            yield f"{PUBLISHED_STYLES}/{name}", published_style(path.read_text("utf-8"), known)


def scripts(root: Path, _tokens: Tokens) -> Iterator[tuple[str, str]]:
    """Yield each script that pages can load (the files right in the folders ``scripts``) as (published path, text)."""
    modules = theme_files(root, "scripts")
    for name, path in modules.items():
        if path.suffix == ".js" and "/" not in name:
            yield f"{PUBLISHED_SCRIPTS}/{name}", bundle([name], modules, root)


def bundle(entries: Sequence[str], modules: Mapping[str, Path], root: Path) -> str:
    """Join modules with all that they import, each before the first that needs it; ``modules`` are files by path.

    What goes wrong in an entry is reported, and does not keep the others from running.
    """
    joined: dict[str, str] = {}
    for entry in entries:
        if entry not in joined:
            _add(entry, modules, root, joined, ())
    if len(entries) > 1:
        for entry in entries:
            variable, _, module = joined[entry].removeprefix("const ").partition(" = ")
            joined[entry] = f"let {variable};\ntry {{\n{variable} = {module}}} catch (error) {{\n{REPORTED}}}\n"
    return "(() => {\n" + "".join(joined.values()) + "})();\n"


def _add(name: str, modules: Mapping[str, Path], root: Path, joined: dict[str, str], above: tuple[str, ...]) -> None:
    """Add a module behind those that it needs; every module is named by its place in ``joined``."""
    text = modules[name].read_text("utf-8")
    shown = shown_path(modules[name], root)
    heads = []
    for match in IMPORT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        source = match["source"]
        target = normpath(join(dirname(name), source))
        if target not in modules:
            raise ScriptFault(shown, line, f"there is no {source} in the theme or in overrides/scripts")
        if target in (*above, name):
            raise ScriptFault(shown, line, f"{source} imports this module in turn")
        if target not in joined:
            _add(target, modules, root, joined, (*above, name))
        names = match["names"].strip().rstrip(",").replace(" as ", ": ")
        heads.append(f"const {{ {names} }} = {_variable(list(joined).index(target))};\n")
    body = EXPORT.sub(r"\g<kind> \g<name>", IMPORT.sub("", text))
    other = OTHER.search(body)
    if other:
        line = next(line for line, written in enumerate(text.splitlines(), start=1) if written == other[0])
        raise ScriptFault(shown, line, 'write “import { a } from "./b.js";” and “export function a”')
    exported = ", ".join(export["name"] for export in EXPORT.finditer(text))
    text = _without_indentation(TYPE.sub("", COMMENT.sub("", body)))
    module = f"(() => {{\n{''.join(heads)}{text}return {{ {exported} }};\n}})();\n"
    joined[name] = f"const {_variable(len(joined))} = {module}"


def _without_indentation(text: str) -> str:
    """Return a script without the blanks that lines begin with, but for lines within a template text."""
    lines, quoted = [], False
    for line in text.split("\n"):
        lines.append(line if quoted else line.lstrip())
        quoted ^= line.replace("\\`", "").count("`") % 2 == 1
    return "\n".join(lines)


def _variable(place: int) -> str:
    return f"module{place}"
