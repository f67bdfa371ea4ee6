"""How a value says that it cannot be what was typed."""

from pydantic_core import PydanticCustomError

from catalog.languages import NOTHING, Sentence


def refusal(rule: str, zh: str, en: str, hint: Sentence = NOTHING, *, key: str = "") -> PydanticCustomError:
    """Make the error that carries a rule id and its sentence and hint in both languages.

    ``key`` names the key inside the refused group where the mistake stands.
    """
    said = {"zh": zh, "en": en, "hint_zh": hint.zh, "hint_en": hint.en, "key": key}
    # The message is only a fallback: braces in what staff typed must not be read as placeholders.
    return PydanticCustomError(rule, "{en}", said)
