"""Syntax errors of YAML, in words for people who are not programmers."""

import re

import yaml

from investment_portal.content.text import FORBIDDEN, Fault
from investment_portal.languages import NOTHING, Sentence
from investment_portal.problems import quoted

FULL_WIDTH_COLON = "full-width-colon"
FULL_WIDTH = re.compile(r"^(\s*(?:- )?[A-Za-z_][A-Za-z0-9_]*)：")
LOOK_BACK = 4
"""Lines before the parser's complaint in which its cause can stand."""

QUOTE = Sentence("文字里有“: ”时，请把整段文字放进引号。", "Quote a text that contains “: ”.")
ALIGN = Sentence(
    "同一层的键要左对齐；引号、括号要成对。", "Keys of one level start in one column; close quotes and brackets."
)
CLOSE = Sentence("在文字末尾补上引号。", "Put the closing mark at the end of the text.")
SPACES = Sentence("在编辑器里把 Tab 换成空格。", "Replace tabs by spaces in the editor.")
QUOTE_START = Sentence(
    "文字若以 @、`、%、{、[ 等符号开头，请加引号。", "Quote a text that begins with a sign such as @, `, %, { or [."
)

CAUSES: tuple[tuple[str, Sentence, Sentence], ...] = (
    (
        "mapping values are not allowed",
        Sentence(
            "这一行里多了一个冒号，或缩进不对。", "There is one colon too many in this line, or its indentation is off."
        ),
        QUOTE,
    ),
    ("quoted scalar", Sentence("引号没有成对。", "A quotation mark is not closed."), CLOSE),
    (
        "escape",
        Sentence("双引号里的反斜线写法不对。", "A backslash in double quotes is not written correctly."),
        Sentence("改用单引号，或去掉反斜线。", "Use single quotes, or delete the backslash."),
    ),
    (
        "could not find expected ':'",
        Sentence("这里应为“键: 值”，实际没有冒号。", "Keys and values must stand here; there is no colon."),
        Sentence("键后面写半角冒号加空格。", "Write a colon and a space after the key."),
    ),
    (
        "cannot start any token",
        Sentence("文字不能以这个符号开头。", "A text cannot begin with this sign."),
        QUOTE_START,
    ),
    (
        "expected",
        Sentence(
            "缩进与上面的行不一致，或括号、引号没有成对。",
            "The indentation does not match the lines above, or a bracket or quote is not closed.",
        ),
        ALIGN,
    ),
)
"""Words in the parser's complaint, what they mean, and how to mend it; the first that fits counts."""


def explain(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """Find the line that staff must mend and say what is wrong with it."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    line = min(line, len(lines))
    typed = lines[line - 1]
    if "\t" in typed[: len(typed) - len(typed.lstrip())]:
        said = Sentence("缩进只能用空格，这里有制表符（Tab）。", "Indentation uses spaces only; here is a tab.")
        return Fault("tab", said, SPACES, line, 1)
    complaint = f"{error.problem or ''} {error.context or ''}".lower()
    said, hint = next(
        ((said, hint) for word, said, hint in CAUSES if word in complaint),
        (Sentence("这一行不是有效的 YAML。", "This line is not valid YAML."), NOTHING),
    )
    return _full_width(lines, line) or Fault("syntax", said, hint, line, column)


def _full_width(lines: list[str], line: int) -> Fault | None:
    """Find a full-width colon: it makes the key part of a text, which the parser notices only lines later."""
    for number in range(line, max(0, line - LOOK_BACK), -1):
        found = FULL_WIDTH.match(lines[number - 1])
        if found:
            key = quoted(found[1].strip().removeprefix("- "))
            said = Sentence(
                f"“{key}”后面应为半角冒号加空格“: ”，实际是全角冒号“：”。",
                f"“{key}” must be followed by “: ” with a space; got the full-width “：”.",
            )
            return Fault(FULL_WIDTH_COLON, said, NOTHING, number, len(found[1]) + 1)
    return None


def explain_character(text: str) -> Fault:
    """Return where a character stands that YAML forbids."""
    found = FORBIDDEN.search(text)
    line = text.count("\n", 0, found.start()) + 1 if found else 1
    return Fault(
        "syntax", Sentence("文件里有 YAML 不允许的字符。", "The file holds a character that YAML forbids."), line=line
    )
