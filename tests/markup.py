"""A page as tests read it: what it says, where it leads, what its head tells."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

SILENT = {"script", "style", "title", "template"}


@dataclass
class Markup:
    """One page."""

    html: str
    text: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    """Tag and address of everything that leads somewhere or loads something."""
    meta: dict[str, str] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    switch: str = ""
    """Where the language switch leads."""

    @property
    def article(self) -> str:
        """The page's own content as HTML."""
        match = re.search(r"<article[^>]*>\s*(.*?)\s*</article>", self.html, re.DOTALL)
        assert match
        return match[1]


class _Reader(HTMLParser):
    def __init__(self, page: Markup) -> None:
        super().__init__(convert_charrefs=True)
        self.page, self.silent, self.texts = page, 0, []  # type: ignore[var-annotated]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.page.tags.append(tag)
        self.page.attributes += [(tag, name, value) for name, value in attributes.items()]
        self.silent += tag in SILENT
        if "id" in attributes:
            self.page.ids.append(attributes["id"])
        if tag == "meta" and "name" in attributes:
            self.page.meta[attributes["name"]] = attributes.get("content", "")
        self.page.links += [(tag, attributes[name]) for name in ("href", "src") if name in attributes]
        if "portal-language" in attributes.get("class", "").split():
            self.page.switch = attributes["href"]
        if attributes.get("alt"):
            self.texts.append(attributes["alt"])

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts.append(data)


def read_markup(html: str) -> Markup:
    """Read a page."""
    page = Markup(html)
    reader = _Reader(page)
    reader.feed(html)
    page.text = squeeze(" ".join(reader.texts))
    return page


def squeeze(text: str) -> str:
    """Take all blanks out, so that line breaks of a template do not matter."""
    return re.sub(r"\s+", "", text)
