"""How a value says that it cannot be what was typed."""

from pydantic_core import PydanticCustomError


def refusal(rule: str, zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> PydanticCustomError:
    """Make the error that carries a rule id and its sentence and hint in both languages."""
    said = {"zh": zh, "en": en, "hint_zh": hint_zh, "hint_en": hint_en}
    # The message is only a fallback: braces in what staff typed must not be read as placeholders.
    return PydanticCustomError(rule, "{en}", said)  # type: ignore[arg-type]
