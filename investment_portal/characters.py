"""Characters that cannot be seen, with their names, and line breaks between characters that need no space."""

import re

from investment_portal.languages import NOTHING, Sentence

DIRECTION = Sentence("改变文字方向的控制符", "direction control")
INVISIBLE: dict[str, Sentence] = {
    "\u00ad": Sentence("软连字符", "soft hyphen"),
    "\u034f": Sentence("组合用连接符", "combining grapheme joiner"),
    "\u061c": DIRECTION,
    "\u180e": Sentence("零宽分隔符", "zero-width separator"),
    "\u200b": Sentence("零宽空格", "zero-width space"),
    "\u200c": Sentence("零宽不连字", "zero-width non-joiner"),
    "\u200d": Sentence("零宽连字", "zero-width joiner"),
    "\u200e": DIRECTION,
    "\u200f": DIRECTION,
    "\u2028": Sentence("行分隔符", "line separator"),
    "\u2029": Sentence("段分隔符", "paragraph separator"),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e", DIRECTION),
    "\u2060": Sentence("零宽不换行符", "word joiner"),
    **dict.fromkeys("\u2061\u2062\u2063\u2064", Sentence("看不见的运算符", "invisible operator")),
    **dict.fromkeys("\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f", DIRECTION),
    "\u3164": Sentence("空白字母", "blank letter"),
    "\ufeff": Sentence("字节顺序标记（BOM）", "byte order mark"),
    "\uffa0": Sentence("空白字母", "blank letter"),
    **dict.fromkeys("\ufff9\ufffa\ufffb", Sentence("注音控制符", "annotation control")),
}
"""Characters that no text may hold: they hide in names, change the direction of what follows, and stop a search."""

ODD_SPACES: dict[str, Sentence] = {
    "\u00a0": Sentence("不间断空格", "no-break space"),
    **dict.fromkeys(
        "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f", Sentence("窄空格", "narrow space")
    ),
    "\u202f": Sentence("窄不间断空格", "narrow no-break space"),
    "\u3000": Sentence("全角空格", "full-width space"),
    "\t": Sentence("制表符（Tab）", "tab"),
}
"""Spaces that look like the usual one; texts may hold them, ids and other words may not."""

HALF_WIDTH = {0x3000: " ", **{sign: chr(sign - 0xFEE0) for sign in range(0xFF01, 0xFF5F)}}
"""Full-width signs, as Chinese input methods type them, and what they should be."""

LOOK_ALIKE = dict(
    zip("АВЕЅІЈКМНОРСТХаеѕіјорсхуԁһΑΒΕΖΗΙΚΜΝΟΡΤΧΥονıℓ", "ABESIJKMHOPCTXaesijopcxydhABEZHIKMNOPTXYovil", strict=True)
)
"""Letters of the Cyrillic and the Greek alphabet, and such, that look like those of a keyboard."""

_JOINERS = "\u200c\u200d"
_OWN_SCRIPT = r"\u0000-\u02ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
"""Scripts in which joiners mean nothing; emoji, Arabic and Indic scripts need them."""

_ALWAYS = "".join(sign for sign in INVISIBLE if sign not in _JOINERS)
FOUND = re.compile(
    rf"[{_ALWAYS}]|[{_JOINERS}](?=[{_OWN_SCRIPT}]|\Z)|(?<![^{_OWN_SCRIPT}])[{_JOINERS}]",
)
"""An invisible character where it has no use."""

_IN_E2 = re.compile(rb"\xe2(?:\x80[\x8b-\x8f\xa8-\xae]|\x81[\xa0-\xaf])")
_OTHERS = tuple(sign for sign in INVISIBLE if not "\u2000" <= sign <= "\u206f")


def may_be_hiding(raw: bytes, text: str) -> bool:
    """Return whether there can be an invisible character in a text and its bytes, in a hundredth of the time."""
    return _IN_E2.search(raw) is not None or any(sign in text for sign in _OTHERS)


def code_of(sign: str) -> str:
    """Return the code of a character: ``U+200B``."""
    return f"U+{ord(sign):04X}"


def name_of_sign(sign: str) -> Sentence:
    """Return the name of a character that cannot be seen, with its code; nothing for any other."""
    name = INVISIBLE.get(sign) or ODD_SPACES.get(sign)
    return Sentence(f"{name.zh}（{code_of(sign)}）", f"{name.en} ({code_of(sign)})") if name else NOTHING


def odd_signs(text: str) -> list[str]:
    """Return the characters of a word that look like nothing, like a usual space, or like another letter."""
    edges = [sign for sign in text if sign in ODD_SPACES or sign in INVISIBLE]
    return edges or [sign for sign in text if sign in LOOK_ALIKE]


def without_invisible(text: str) -> str:
    """Return a text without the invisible characters that have no use in it."""
    return FOUND.sub("", text)


WIDE = (
    r"\u2e80-\u2fff\u3001-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
    r"\U00020000-\U0003ffff"
)
"""Chinese and Japanese characters and their punctuation, written without spaces."""

_EITHER = "“”‘’—…·"
"""Punctuation that Chinese and Western texts share."""

WRAP = re.compile(rf"\n(?:(?<=[{WIDE}]\n)(?=[{WIDE}{_EITHER}])|(?<=[{_EITHER}]\n)(?=[{WIDE}]))")
"""A line break within a Chinese text, where its writer wrapped the line."""


def unwrapped(text: str) -> str:
    """Return a text without the line breaks between two Chinese characters: browsers would show a gap in their place.

    Paragraphs, lists and tables stay as they are.
    """
    return WRAP.sub("", text) if "\n" in text else text
