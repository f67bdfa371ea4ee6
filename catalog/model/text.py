"""Text in both languages, as one value."""

from typing import Annotated

from pydantic import StringConstraints, model_validator

from catalog.languages import Language
from catalog.model.base import Model, field
from catalog.quantities.refusal import refusal

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=8000)]


class Text(Model):
    """What staff wrote, in Chinese and in English; neither may be missing."""

    zh: Words = field("中文", "Chinese")
    en: Words = field("英文", "English")

    @model_validator(mode="after")
    def _differ(self) -> "Text":
        """Refuse Chinese that was copied into the English, or English left in the Chinese."""
        if self.zh == self.en and any("一" <= sign <= "鿿" for sign in self.zh):
            raise refusal("same-in-both", "中文和英文完全相同，英文还没有翻译。", "Chinese and English are identical: the English is not translated yet.")
        if not any("一" <= sign <= "鿿" for sign in self.zh) and len(self.zh.split()) > 4:
            raise refusal("same-in-both", "“zh”里没有中文。", "“zh” holds no Chinese.")
        return self

    def in_(self, language: Language) -> str:
        """Give the text in one language."""
        return self.zh if language == "zh" else self.en


class Prose(Text):
    """Text of several paragraphs; Markdown (lists, bold, links) is allowed, HTML is shown as typed."""
