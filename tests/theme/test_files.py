"""The theme's files are readable in a diff: short lines, one declaration a line, a reason beside every `!important`."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from investment_portal.content.theme_files import THEME

SOURCES = sorted(path for suffix in ("html", "css", "js") for path in THEME.rglob(f"*.{suffix}"))
STYLES = [path for path in SOURCES if path.suffix == ".css"]
LONGEST = 160
TEXT = re.compile(r"""/\*[\s\S]*?\*/|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'""")
LITERAL_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|\b(?:white|black)\b(?!-)", re.IGNORECASE
)


def named(path: Path) -> str:
    """Return the name of a test about a file."""
    return path.relative_to(THEME).as_posix()


def plain(path: Path) -> str:
    """Return a style sheet without its comments and quoted texts, line breaks kept."""
    return TEXT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), path.read_text("utf-8"))


def screen(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a style sheet that hold for screens, with their numbers."""
    depth = paper = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(r"@media print\b[^,]*\{", line):
            paper = depth + 1
        depth += line.count("{") - line.count("}")
        if paper and depth < paper:
            paper = 0
        elif not paper:
            yield number, line


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_lines_are_short(path: Path) -> None:
    """A line has at most 160 characters."""
    lines = path.read_text("utf-8").splitlines()
    assert [number for number, line in enumerate(lines, start=1) if len(line) > LONGEST] == []


@pytest.mark.parametrize("path", STYLES, ids=named)
def test_one_declaration_a_line(path: Path) -> None:
    """A change of one declaration changes one line."""
    lines = plain(path).splitlines()
    assert [
        number for number, line in enumerate(lines, start=1) if line.count(";") > 1 or re.search(r"\{.*:.*;", line)
    ] == []


@pytest.mark.parametrize("path", STYLES, ids=named)
def test_important_has_a_reason(path: Path) -> None:
    """A comment on the same line says what is overridden."""
    lines = [line for line in path.read_text("utf-8").splitlines() if "!important" in line]
    assert [line for line in lines if not re.search(r"!important;\s*/\* .+ \*/$", line)] == []


@pytest.mark.parametrize("path", STYLES, ids=named)
def test_colours_of_the_screen_are_tokens(path: Path) -> None:
    """A literal one would stay the same in the dark scheme; only custom properties, which a scheme sets, hold one."""
    lines = [(number, line) for number, line in screen(plain(path)) if not line.strip().startswith("--")]
    assert [(number, line) for number, line in lines if LITERAL_COLOUR.search(line)] == []
