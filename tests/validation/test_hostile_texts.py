"""Whatever stands in pages, words and the settings of the menu, checking gives problems and never an exception."""

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from investment_portal.build.validate import validate
from investment_portal.formatting.markdown import rich
from investment_portal.languages import LANGUAGES
from investment_portal.problem_reports import REPORTS
from tests.conftest import DAY, FUZZ
from tests.overlay import PORTAL, WITHOUT_CACHE

MARKDOWN = st.lists(
    st.sampled_from(
        [
            *(
                "# ",
                "## ",
                "- ",
                "1. ",
                "> ",
                "```\n",
                "~~~",
                "    ",
                "\t",
                "\n",
                "\n\n",
                "---\n",
                "***",
                "| a | b |\n|--|:-:|\n",
            ),
            *(
                "[",
                "](",
                ")",
                "![",
                "]: ",
                "<",
                ">",
                "<b",
                " onclick=x",
                "<script>",
                "</script>",
                "<!--",
                "-->",
                "<div",
                "&",
                ";",
            ),
            *(
                "{",
                "}",
                "{{",
                "}}",
                "{%",
                "%}",
                "%%",
                "%%body%%",
                '"',
                "'",
                "\\",
                "\0",
                "\r",
                "\u202e",
                "\ufeff",
                "\x85",
            ),
            *(
                "title: ",
                "description: ",
                "frame: true\n",
                "title: [",
                "hide: {",
                "!!python/object:x ",
                "*a",
                "&a ",
                ": ",
            ),
            *(
                "data-slot=",
                '<div data-slot="',
                "projects",
                "figure:",
                "javascript:",
                "http://",
                "//",
                "mailto:",
                "../",
                ".md",
                ".yaml",
            ),
            *("12 亿元", "中文", "😀", "e\u0301", "a" * 300, "[" * 300, "*" * 300, "_" * 99),
        ]
    ),
    max_size=30,
).map("".join)
TEXTS = st.one_of(MARKDOWN, st.text(max_size=80))
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the tiny portal in which one file at a time is spoiled."""
    return Path(shutil.copytree(PORTAL, tmp_path_factory.mktemp("texts") / "portal", ignore=WITHOUT_CACHE))


def examine(root: Path) -> None:
    """Check a portal and write its report in every form."""
    _, problems = validate(root, DAY)
    for report in REPORTS.values():
        for language in LANGUAGES:
            report(problems, language).encode("utf-8")
    for problem in problems:
        assert problem.line >= 0
        assert len(problem.sentence.zh) < 1000, problem
        assert len(problem.sentence.en) < 1000, problem


def spoil(root: Path, name: str, content: bytes) -> None:
    """Check the portal with another file in the place of one of its own."""
    path = root / name
    good = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_bytes(content)
        examine(root)
    finally:
        if good is None:
            path.unlink()
        else:
            path.write_bytes(good)


@pytest.mark.fuzz
@pytest.mark.parametrize(
    "name", ["docs/zh/about.md", "docs/en/projects/index.md", "docs/zh/projects/_frame.md", "docs/en/new.md"]
)
@settings(max_examples=6 * FUZZ, suppress_health_check=QUIET)
@given(front=TEXTS, body=TEXTS)
def test_pages(copy: Path, name: str, front: str, body: str) -> None:
    """Any front matter, any Markdown, in a page of its own, a column, a layout of records."""
    spoil(copy, name, f"---\ntitle: x\n{front}\n---\n{body}".encode("utf-8", "surrogatepass"))


@pytest.mark.fuzz
@pytest.mark.parametrize("name", ["overrides/words/en/layout.yaml", "overrides/words/zh/other.yaml", "mkdocs.yml"])
@settings(max_examples=6 * FUZZ, suppress_health_check=QUIET)
@given(text=st.one_of(TEXTS, TEXTS.map(lambda text: f"skip: {text}"), TEXTS.map(lambda text: f'"leaving": "{text}"')))
def test_words_and_menu(copy: Path, name: str, text: str) -> None:
    """A file of words, and the settings of MkDocs."""
    spoil(copy, name, text.encode("utf-8", "surrogatepass"))


class Allowed(HTMLParser):
    """Refuses every element and attribute that prose has no use for."""

    TAGS = frozenset(["p", "ul", "ol", "li", "strong", "em", "a", "br", "table", "thead", "tbody", "tr", "th", "td"])
    ATTRIBUTES = frozenset({"href", "class", "start", "rel"})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        assert tag in self.TAGS
        assert {name for name, _ in attrs} <= self.ATTRIBUTES
        for name, value in attrs:
            if name == "href":
                assert (value or "").lower().lstrip().partition(":")[0] not in {"javascript", "vbscript", "data"}
            if name == "class":
                assert value in {"align-left", "align-center", "align-right"}


@pytest.mark.fuzz
@settings(max_examples=200 * FUZZ)
@given(TEXTS)
def test_prose_of_records(text: str) -> None:
    """No text of a record becomes an element that Markdown does not know."""
    Allowed().feed(str(rich(text)))


PIECES = (
    "[",
    "[\n",
    "[a]:",
    "](",
    "`",
    "``` ",
    "<",
    "<a ",
    "<a b=",
    "<!--",
    "*",
    "_ ",
    "&",
    "- ",
    "|",
    "{{",
    "%%",
    "<div data-slot=",
)


@pytest.mark.parametrize("piece", PIECES)
def test_long_pages_are_checked(copy: Path, piece: str) -> None:
    """The work grows with the length alone: another growth would take minutes for a page of this length."""
    body = piece * (60_000 // len(piece))
    spoil(copy, "docs/en/long.md", f"---\ntitle: x\ndescription: x\n---\n{body}\n".encode())
