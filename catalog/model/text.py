"""Text in both languages, as one value."""

from typing import Annotated

from pydantic import StringConstraints, model_validator

from catalog.languages import Language
from catalog.model.base import Model, field
from catalog.quantities.refusal import refusal

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=8000)]


LONGEST_NAME = 4
"""Words of a name or unit that Chinese too writes in Latin letters."""


def _has_chinese(text: str) -> bool:
    return any("一" <= sign <= "鿿" for sign in text)


class Text(Model):
    """What staff wrote, in Chinese and in English; neither may be missing."""

    zh: Words = field("中文", "Chinese")
    en: Words = field("英文", "English")

    @model_validator(mode="after")
    def _differ(self) -> "Text":
        """Refuse Chinese that was copied into the English, or English left in the Chinese."""
        if self.zh == self.en and _has_chinese(self.zh):
            zh, en = (
                "英文应为译文，实际与中文完全相同。",
                "The English must be a translation; it is identical to the Chinese.",
            )
            raise refusal("same-in-both", zh, en, key="en")
        if not _has_chinese(self.zh) and len(self.zh.split()) > LONGEST_NAME:
            raise refusal(
                "same-in-both",
                "“zh”应为中文，实际没有汉字。",
                "“zh” must be Chinese; it holds no Chinese sign.",
                key="zh",
            )
        return self

    def in_(self, language: Language) -> str:
        """Give the text in one language."""
        return self.zh if language == "zh" else self.en


class Prose(Text):
    """Text of several paragraphs; Markdown (lists, bold, links) is allowed, HTML is shown as typed."""
