"""How a value that cannot be what was typed is refused."""

from typing import Any

from catalog.languages import NOTHING, Sentence


class RefusedError(ValueError):
    """A value refused under a rule, with sentence and hint in both languages.

    ``key`` names the key inside the refused group where the mistake stands.
    """

    def __init__(self, rule: str, sentence: Sentence, hint: Sentence = NOTHING, key: str = "") -> None:
        """Hold the rule and its sentences."""
        super().__init__(sentence.en)
        self.rule, self.sentence, self.hint, self.key = rule, sentence, hint, key


class UnfitError(ValueError):
    """A value of the wrong sort or beyond a limit, without a sentence of its own: ``kind`` of mistake, ``limit``."""

    def __init__(self, kind: str, limit: Any = None) -> None:
        """Hold the kind and the limit."""
        super().__init__(kind)
        self.kind, self.limit = kind, limit


def refusal(rule: str, zh: str, en: str, hint: Sentence = NOTHING, *, key: str = "") -> RefusedError:
    """Return the error that carries a rule id and its sentence and hint in both languages."""
    return RefusedError(rule, Sentence(zh, en), hint, key)
