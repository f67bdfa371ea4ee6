"""The texts of content pages, with the figures that their shortcodes show."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from html.parser import HTMLParser

from investment_portal.components.context import Context
from investment_portal.components.parts import Inline
from investment_portal.languages import Language
from investment_portal.outputs.search.documents import PAGE, Heading, SearchDocument
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.shortcode import ShortcodeWithArgument
from investment_portal.pages.shortcodes import SHORTCODES, excerpt_of, fill
from investment_portal.rendering.layouts import LayoutSet

LEFT_OUT = frozenset({"index.html", "404.html", "search/index.html", "styleguide/index.html"})
"""Pages without content of their own, and pages that no link leads to."""

PARTS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "div", "summary", "br"})
"""Elements that begin a line of their own: no phrase runs across them."""


META = re.compile(r'<meta name="Description" content="(?P<said>[^"]*)"')
ARTICLE = re.compile(r"<article[^>]*>(?P<inner>.*)</article>", re.DOTALL)


def content_page_documents(
    data: Dataset, context: Context, layouts: LayoutSet, *, figures: bool = True
) -> Iterator[SearchDocument]:
    """Yield a document for every hand-written page of one language; without ``figures`` only the Markdown text."""
    for name, layout in layouts.content_pages.items():
        if name in LEFT_OUT:
            continue
        address = name.removesuffix("index.html")
        page_context = context.at(address)
        html = layout.fill({code: _words(data, page_context, code) if figures else "" for code in layout.placeholders})
        description, article = META.search(html), ARTICLE.search(html)
        reader = _Reader()
        reader.feed(article["inner"] if article else "")
        summary = unescape(description["said"]) if description else ""
        yield SearchDocument(Heading(PAGE, address, reader.title, "", reader.headings, summary), reader.text)


class ContentTexts(Mapping[Language, Sequence[SearchDocument]]):
    """The texts of the content pages of each language, read once."""

    def __init__(
        self,
        data: Dataset,
        contexts: Mapping[Language, Context],
        layouts: Mapping[Language, LayoutSet],
    ) -> None:
        """Take the place of the pages."""
        self._data, self._contexts = data, contexts
        self._layouts = layouts
        self._known: dict[Language, Sequence[SearchDocument]] = {}

    def __getitem__(self, language: Language) -> Sequence[SearchDocument]:
        """Return the documents of a language."""
        if language not in self._known:
            context, layouts = self._contexts[language], self._layouts[language]
            self._known[language] = list(content_page_documents(self._data, context, layouts))
        return self._known[language]

    def count(self, language: Language) -> int:
        """Count the documents of a language without reading them."""
        return sum(name not in LEFT_OUT for name in self._layouts[language].content_pages)

    def __iter__(self) -> Iterator[Language]:
        """Go through the languages."""
        return iter(self._contexts)

    def __len__(self) -> int:
        """Count the languages."""
        return len(self._contexts)


def _words(data: Dataset, context: Context, code: str) -> str:
    """Fill a word or figure inside a sentence; lists of records stay empty, since the records are found themselves."""
    if not isinstance(SHORTCODES[code.partition(":")[0]], ShortcodeWithArgument):
        return ""
    return "".join(part.text for part in fill(context, code, excerpt_of(data, code)) if isinstance(part, Inline))


HEADINGS = frozenset({"h2", "h3", "h4"})


class _Reader(HTMLParser):
    """Reads an article: its headings, and its text line by line."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = self._silent = self._inner = False
        self._title: list[str] = []
        self._headings: list[str] = []
        self._texts: list[str] = []

    @property
    def title(self) -> str:
        """The page's heading."""
        return " ".join("".join(self._title).split())

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings below the title."""
        return _lines(self._headings)

    @property
    def text(self) -> str:
        """The text of the page."""
        return "\n".join(_lines(self._texts))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class's
        """Note where the heading and a new line begin."""
        self._heading |= tag == "h1"
        self._silent |= tag in ("script", "style")
        if tag in HEADINGS:
            self._inner = True
            self._headings.append("\0")
        if tag in PARTS:
            self._texts.append("\0")

    def handle_endtag(self, tag: str) -> None:
        """Note where they end."""
        self._heading &= tag != "h1"
        self._silent &= tag not in ("script", "style")
        self._inner &= tag not in HEADINGS
        if tag in PARTS:
            self._texts.append("\0")

    def handle_data(self, data: str) -> None:
        """Take the words."""
        if not self._silent:
            (self._title if self._heading else self._texts).append(data)
            if self._inner:
                self._headings.append(data)


def _lines(pieces: Sequence[str]) -> tuple[str, ...]:
    lines = (re.sub(r"\s+", " ", line).strip() for line in "".join(pieces).split("\0"))
    return tuple(line for line in lines if line)
