"""Rules about texts: figures that differ between the languages, and Markdown where none is read."""

import re
from collections.abc import Iterator

from investment_portal.languages import LANGUAGES, Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.reference import each, texts_of
from investment_portal.models.text import Prose, Text
from investment_portal.models.text_links import ELSEWHERE, links_in, site_address
from investment_portal.problems import Level, quoted
from investment_portal.validation.glossary import may_refuse, refused_in
from investment_portal.validation.numbers_in_text import figures_apart
from investment_portal.validation.rule import RecordCheck, Rule, Violation

COMPARE = Sentence("核对后改正。", "Compare both, and mend the one that is wrong.")


def check_figures_differ(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield texts whose English has another figure than the Chinese; a figure that it leaves out differs from none."""
    differing = [text for text in texts_of(record).texts if all(figures_apart(text.zh, text.en))]
    for path, text in each(Text, record) if differing else ():
        lacking, instead = figures_apart(text.zh, text.en)
        if lacking and instead:
            zh, en = ("、".join(f"“{typed}”" for typed in numbers) for numbers in (lacking, instead))
            zh_en, en_en = zh.replace("、", ", "), en.replace("、", ", ")
            sentence = Sentence(
                f"两种语言的数字不一致：中文有{zh}，英文没有；英文另有{en}。",
                f"Figures differ: {zh_en} in the Chinese only, {en_en} in the English only.",
            )
            yield Violation((*path, "en"), sentence, COMPARE, Level.WARNING)


FIGURES_DIFFER = Rule(
    "figures-differ",
    Sentence("中文和英文里的数字要一致。", "The figures of the Chinese and of the English agree."),
    [RecordCheck(Model, check_figures_differ, readable=True)],
)


BOLD = re.compile(r"(\*\*|__|~~)(?=\S)([^*_~\n]+?)(?<=\S)\1")
CODE = re.compile(r"`([^`\n]+)`")
HEADING = re.compile(r"^#{1,6}[ \u3000]+(.*?)#*$", re.MULTILINE)
MARKS = re.compile(r"\*\*|__|~~|`|\](?=\()|^#{1,6}[ \u3000]", re.MULTILINE)
"""Signs of a text that is worth a closer look."""


def check_markdown_in_plain_text(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield texts with marks of Markdown that their page shows as they are typed."""
    if not MARKS.search(texts_of(record).joined):
        return
    for path, text in each(Text, record):
        for language in LANGUAGES:
            typed = text.in_(language)
            matches = _mark_in_prose(typed) if isinstance(text, Prose) else _mark(typed)
            if matches:
                yield Violation((*path, language), *matches, Level.WARNING)


def _mark_in_prose(typed: str) -> tuple[Sentence, Sentence] | None:
    """Return what is wrong with a heading or code in prose, which knows bold, lists, tables and links alone."""
    heading = HEADING.search(typed)
    if heading:
        sentence = Sentence(
            f"文字里不能用标题，网页会照样显示“#”：“{quoted(heading[0])}”。",
            f"Texts have no headings: the page would show “{quoted(heading[0])}” with its “#”.",
        )
        return sentence, Sentence("去掉“#”，可加粗：**文字**。", "Leave “#” out; **bold** does instead.")
    code = CODE.search(typed)
    if code:
        sentence = Sentence(
            f"网页会照样显示反引号：“{quoted(code[0])}”。", f"The page would show the backticks: “{quoted(code[0])}”."
        )
        return sentence, _without(code[1])
    return None


def _mark(typed: str) -> tuple[Sentence, Sentence] | None:
    """Return what is wrong with a mark of Markdown in a plain text."""
    link = next((item for item in links_in(typed) if item.well_formed and _leads(item.target)), None)
    match = BOLD.search(typed) or CODE.search(typed) or HEADING.search(typed)
    if link is None and match is None:
        return None
    shown = link.typed if link else match[0] if match else ""
    sentence = Sentence(
        f"这一项是纯文字，网页会照样显示“{quoted(shown)}”。",
        f"This is a plain text: the page would show “{quoted(shown)}” as it is typed.",
    )
    if link:
        return sentence, Sentence(
            f"只写“{quoted(link.text)}”；链接写在可用 Markdown 的文字里。",
            f"Write “{quoted(link.text)}” alone; links belong in texts that take Markdown.",
        )
    return sentence, _without(match.group(match.lastindex or 0) if match else "")


def _leads(target: str) -> bool:
    return bool(ELSEWHERE.match(target)) or site_address(target) is not None or target.endswith("/")


def _without(text: str) -> Sentence:
    return Sentence(f"只写“{quoted(text.strip())}”。", f"Write “{quoted(text.strip())}”.")


MARKDOWN_IN_PLAIN_TEXT = Rule(
    "markdown-in-plain-text",
    Sentence("名称、摘要等纯文字不用 Markdown。", "Names, summaries and other plain texts hold no Markdown."),
    [RecordCheck(Model, check_markdown_in_plain_text, readable=True)],
)


def check_glossary(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield texts with another word than that of the glossary."""
    if not may_refuse(texts_of(record).joined):
        return
    for path, text in each(Text, record):
        for language in LANGUAGES:
            for typed, term in refused_in(text.in_(language), language, records=True):
                sentence = Sentence(
                    f"本站统一写“{term.term}”；实际是“{quoted(typed)}”。",
                    f"The word of this portal is “{term.term}”; got “{quoted(typed)}”.",
                )
                yield Violation((*path, language), sentence, level=Level.WARNING)


GLOSSARY = Rule(
    "glossary",
    Sentence("同一个概念在全站用同一个词。", "A concept has one word on all pages."),
    [RecordCheck(Model, check_glossary, readable=True)],
)
