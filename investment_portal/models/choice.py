"""Allowed values: each is declared once, with its label in both languages; ``all`` stands for every one of a list."""

from enum import Enum
from typing import Literal, Self, TypeVar

from investment_portal.languages import Sentence
from investment_portal.models.quantities.quantity import Form, ValueRefusedError
from investment_portal.problems import suggested


class Choice(str, Enum):  # noqa: UP042 - StrEnum cannot carry the labels
    """A value from a list; members are written ``NAME = "value", "中文", "English"``."""

    label: Sentence

    def __new__(cls, value: str, zh: str, en: str) -> Self:
        """Make a member that is its YAML value and knows its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Sentence(zh, en)
        return member

    def __hash__(self) -> int:
        """Hash as the word does, so that a word finds what stands under its member."""
        return str.__hash__(self)

    def __str__(self) -> str:
        """Write it as in YAML."""
        return str(self.value)


class OpenChoice(Form):
    """Demands a word of a list to which the settings of a portal can add; a rule looks up those that are not in it."""

    choice: type[Choice] = Choice

    def check(self, value: object) -> str:
        """Refuse a word of another form, and propose the value whose label was written."""
        try:
            return super().check(value)
        except ValueRefusedError as error:
            word = str(value).strip().lower()
            labelled = [
                member.value
                for member in self.choice
                if len(word) > 1 and (word in member.label.zh or word == member.label.en.lower())
            ]
            hint = suggested(labelled[0]) if len(labelled) == 1 else error.hint
            raise ValueRefusedError(error.rule, error.sentence, hint) from None


OWN_ID = "[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*"
"""Ids of what settings add to a list: they stand beside those of the list, which have underscores."""


def open_choice(choice: type[Choice], place: str) -> OpenChoice:
    """Return the form of a word of a list, or of one that the settings add under a key."""
    return OpenChoice(
        OWN_ID,
        f"列表里的值，或 district/site.yaml 的 {place} 里的编号",
        f"a value of the list, or an id under {place} in district/site.yaml",
        64,
        choice=choice,
    )


Item = TypeVar("Item")


AllOr = Literal["all"] | list[Item]
"""``AllOr[SectorRef]``: everything, or what is listed."""
