"""Texts of a fixed form: the pattern for machines, and the form in words for staff."""

import re

from catalog.problems.got import got, spaced
from catalog.quantities.parsed import matcher
from catalog.quantities.refusal import refusal
from catalog.value import Value


class Form(Value):
    """Demands that a text matches ``pattern`` as a whole; ``zh`` and ``en`` say the form in words, with an example."""

    pattern: str
    zh: str
    en: str
    longest: int = 200

    def check(self, value: object) -> str:
        """Refuse what is no text, and a text of another form."""
        if isinstance(value, str) and len(value) <= self.longest and matcher(self.pattern, re.ASCII)(value):
            return value
        typed = got(value)
        raise refusal("bad-form", f"{spaced('应为', self.zh)}；{typed.zh}。", f"Must be {self.en}; {typed.en}.")


class EitherForm(Value):
    """Demands the form ``marked`` of a text with ``mark`` in it, and the form ``plain`` of any other."""

    mark: str
    marked: Form
    plain: Form

    def check(self, value: object) -> str:
        """Refuse what is no text, and a text of another form."""
        form = self.marked if isinstance(value, str) and self.mark in value else self.plain
        return form.check(value)
