"""Text in both languages as one value, and the names of records."""

import re
from typing import Annotated, Any

from investment_portal.characters import unwrapped
from investment_portal.languages import Language, Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.quantities.quantity import UnfitError, refusal
from investment_portal.value import Value


class Filled(Value):
    """Demands a text of some length, without blanks around it and without breaks where Chinese lines were wrapped.

    A text of one line has no other breaks either: calendars, cards and heads of pages have no room for them.
    """

    longest: int
    one_line: bool = False

    def check(self, value: str) -> str:
        """Return the text without blanks around it and without such breaks."""
        text = unwrapped(value.strip())
        if not text:
            raise UnfitError("short", 1)
        if len(text) > self.longest:
            raise UnfitError("long", self.longest)
        if self.one_line and has_breaks(text):
            raise UnfitError("lines")
        return text


def has_breaks(text: str) -> bool:
    """Return whether a text has several lines."""
    return "\n" in text or "\r" in text


LONGEST = 8000
"""Characters of the longest text of several paragraphs."""
LONGEST_LINE = 600
"""Characters of the longest text of one line."""
LONGEST_WORD = 200
"""Characters of the longest number, name or term that is the same in both languages."""

Words = Annotated[str, Filled(LONGEST)]
Line = Annotated[str, Filled(LONGEST_LINE, one_line=True)]
Word = Annotated[str, Filled(LONGEST_WORD, one_line=True)]

LONGEST_NAME = 4
"""Words of a name or unit that Chinese too writes in Latin letters."""


CHINESE = re.compile("[一-鿿]")
TRANSLATE = Sentence("写上英文译文。", "Write the English translation.")


class Text(Model):
    """A text of one line in Chinese and in English; neither may be missing."""

    zh: Line = field("中文", "Chinese")
    en: Line = field("英文", "English")

    def check(self) -> None:
        """Refuse Chinese that was copied into the English, or English left in the Chinese."""
        if self.zh == self.en and CHINESE.search(self.zh):
            zh, en = (
                "英文应为译文，实际与中文完全相同。",
                "The English must be a translation; it is identical to the Chinese.",
            )
            raise refusal("same-in-both", zh, en, TRANSLATE, key="en")
        if not CHINESE.search(self.zh) and len(self.zh.split()) > LONGEST_NAME:
            raise refusal(
                "not-chinese",
                "“zh”应为中文，实际没有汉字。",
                "“zh” must be Chinese; it holds no Chinese character.",
                Sentence(
                    "写上中文；中英文写反了就对调。", "Write the Chinese; swap both if they stand the wrong way round."
                ),
                key="zh",
            )

    def in_(self, language: Language) -> str:
        """Return the text in one language."""
        return self.zh if language == "zh" else self.en


class Prose(Text):
    """Text of several paragraphs; Markdown (lists, bold, links) is allowed, HTML is shown as typed."""

    zh: Words = field("中文", "Chinese")
    en: Words = field("英文", "English")


def mostly_chinese(text: str) -> bool:
    """Return whether Chinese signs outnumber Latin letters; a Chinese name within a sentence does not count."""
    return len(CHINESE.findall(text)) > sum(sign.isascii() and sign.isalpha() for sign in text)


def name_of(record: Any) -> Text:
    """Return the name of a record: a notice has a title instead."""
    name: Text = getattr(record, "name", None) or record.title
    return name
