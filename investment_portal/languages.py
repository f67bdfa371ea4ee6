"""The languages of a portal, and a sentence in both of them."""

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = ("zh", "en")
"""The first language is at the site's root, each other below ``/CODE/``."""

HTML_LANGUAGES: dict[Language, str] = {"zh": "zh-CN", "en": "en"}
"""The languages as HTML names them."""


class Sentence(NamedTuple):
    """A sentence of the product in both languages (texts of staff are ``Text``)."""

    zh: str
    en: str

    def __bool__(self) -> bool:
        """Return whether anything is said."""
        return bool(self.zh)

    def in_(self, language: Language) -> str:
        """Return the sentence in one language."""
        return self.zh if language == "zh" else self.en


NOTHING = Sentence("", "")
"""An empty sentence."""


def language_path(language: Language) -> str:
    """Return the folder of a language below the site's root: none for the first."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def other(language: Language) -> Language:
    """Return the language that the switch on a page leads to."""
    return "en" if language == "zh" else "zh"
