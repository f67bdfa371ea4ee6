"""Hints for values that their field refuses: what was probably meant, and which signs in it nobody can see."""

from decimal import Decimal

from investment_portal.characters import INVISIBLE, LOOK_ALIKE, ODD_SPACES, code_of, odd_signs
from investment_portal.content.text import hidden_after
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.careful import MistakesError, convert_carefully
from investment_portal.models.media import FILE_FORM
from investment_portal.models.phone import BLANKS
from investment_portal.problems import quoted, suggested
from investment_portal.validation.candidates import candidates
from investment_portal.validation.mistake_context import Message, RecordMistake, type_at

GENERAL = frozenset({BLANKS, FILE_FORM.mend})
"""Hints that say how such values are written, not which was meant."""


def mended(mistake: RecordMistake) -> str | None:
    """Return the smallest change of what was typed that the field accepts."""
    type_ = type_at(mistake.model, mistake.path, mistake.record)
    if type_ is None or not isinstance(mistake.typed, str | int | Decimal) or isinstance(mistake.typed, bool):
        return None
    return next((candidate for candidate in candidates(str(mistake.typed)) if _accepts(type_, candidate)), None)


def _accepts(type_: object, value: str) -> bool:
    try:
        convert_carefully(type_, value)
    except MistakesError:
        return False
    return True


def with_hint(message: Message, mistake: RecordMistake) -> Message:
    """Return a message that names the sign which cannot be seen, or the value that was probably meant."""
    intended = mended(mistake)
    if intended is None:
        return message
    typed = str(mistake.typed)
    if message.hint == FILE_FORM.mend and (" " in typed.strip() or intended.lower() == typed.lower()):
        return _renamed(message, typed, intended)
    odd = odd_sentence(typed)
    hint = message.hint if message.hint and not odd and message.hint not in GENERAL else suggested(intended)
    return Message(message.rule, odd or message.sentence, hint)


def _renamed(message: Message, typed: str, intended: str) -> Message:
    """Return the message about the name of a file: another spelling here does not rename the file itself."""
    if intended.lower() != typed.lower():
        return message
    hint = Sentence(
        f"把文件改名为“{intended}”，这里也这样写。", f"Rename the file to “{intended}”, and write that here."
    )
    return message._replace(hint=hint)


def odd_sentence(typed: str) -> Sentence:
    """Return which signs of a word cannot be seen, or look like letters of the keyboard; nothing where none does."""
    signs = odd_signs(typed)
    if not signs:
        return NOTHING
    if signs[0] in ODD_SPACES or signs[0] in INVISIBLE:
        return hidden_after(typed[: typed.index(signs[0])], signs)[0]
    first = signs[0]
    shown = quoted(typed)
    return Sentence(
        f"“{shown}”里的“{first}”（{code_of(first)}）不是键盘上的字母“{LOOK_ALIKE[first]}”，只是看起来一样。",
        f"In “{shown}” the letter “{first}” ({code_of(first)}) only looks like the letter “{LOOK_ALIKE[first]}” of the "
        "keyboard.",
    )
