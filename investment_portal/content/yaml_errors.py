"""Syntax errors of YAML, in words for people who are not programmers: the line to mend, the cause, the mend."""

import re
from collections.abc import Callable

import yaml

from investment_portal.characters import ODD_SPACES, name_of_sign
from investment_portal.content.text import FORBIDDEN, Fault
from investment_portal.languages import Sentence
from investment_portal.problems import quoted

FULL_WIDTH_COLON = "full-width-colon"
FULL_WIDTH = re.compile(r"^(\s*(?:- )?[A-Za-z_][A-Za-z0-9_]*)：\s*(.*)")
LOOK_BACK = 4
"""Lines before the parser's complaint in which its cause can stand."""

KEY = r"(?P<before>\s*(?:- )*)(?P<key>[A-Za-z_][\w-]*)"
VALUE = re.compile(rf"{KEY}:[ ]+(?P<value>\S.*?)\s*$")
"""A key with its value on one line."""

GLUED = re.compile(rf"{KEY}:(?P<value>[^\s:].*?)\s*$")
WITHOUT_COLON = re.compile(rf"{KEY} +(?P<value>\S+(?: \S+)?)\s*$")
WITH_QUOTE = re.compile(r"""^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s,#}\]:]""")
COMMENT_IN_BRACES = re.compile(r"[ \t](#.*)$")
MARKUP = "*&!%@`|>[]{},-?"
"""Signs with a meaning at the beginning of a value."""

SPACES = Sentence("在编辑器里把 Tab 换成空格。", "Replace tabs by spaces in the editor.")
QUOTE_ALL = Sentence("给整段文字加引号。", "Quote the whole text.")
CLOSE_QUOTE = Sentence("在这段文字末尾补上引号。", "Put the closing mark at the end of this text.")
ALIGN = Sentence("与上下各键左对齐。", "Begin in the column of the keys around it.")


def explain(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """Find the line that staff must mend, what is wrong with it, and how to mend it."""
    complaint = _Complaint(text, error)
    return next(filter(None, (cause(complaint) for cause in CAUSES)), complaint.unknown())


class _Complaint:
    """A complaint of the parser: its words, where it is, and where what it could not finish begins."""

    def __init__(self, text: str, error: yaml.MarkedYAMLError) -> None:
        """Take the places, lines and columns counted from 0."""
        self.lines = text.split("\n")
        self.words = f"{error.problem or ''} {error.context or ''}".lower()
        mark = error.problem_mark or error.context_mark
        self.line, self.column = (min(mark.line, len(self.lines) - 1), mark.column) if mark else (0, 0)
        begin = error.context_mark or mark
        self.first, self.first_column = (min(begin.line, len(self.lines) - 1), begin.column) if begin else (0, 0)

    def fault(self, sentence: Sentence, hint: Sentence, line: int, column: int = 0, rule: str = "syntax") -> Fault:
        """Return a fault at a line and column counted from 0."""
        return Fault(rule, sentence, hint, line + 1, column + 1)

    def unknown(self) -> Fault:
        """Return a fault without a cause."""
        said = Sentence("这一行不符合 YAML 的写法。", "This line is not valid YAML.")
        hint = Sentence(
            "对照别的记录：键后面是半角冒号加空格，同一层的键左对齐。",
            "Compare other records: a colon and a space after each key, keys of one level in one column.",
        )
        return self.fault(said, hint, self.line, self.column)


def _full_width_indentation(complaint: _Complaint) -> Fault | None:
    """Find a line that is indented by spaces that YAML does not count."""
    for number in range(complaint.line, max(-1, complaint.line - LOOK_BACK), -1):
        line = complaint.lines[number]
        margin = line[: len(line) - len(line.lstrip())]
        odd = next((sign for sign in margin if sign in ODD_SPACES), "")
        if odd == "\t":
            said = Sentence("缩进只能用空格，这里有制表符（Tab）。", "Indentation uses spaces only; here is a tab.")
            return Fault("tab", said, SPACES, number + 1, 1)
        if odd:
            name = name_of_sign(odd)
            said = Sentence(
                f"缩进用了{name.zh}，应为半角空格。",
                f"The line is indented by another space, {name.en}, than the usual one.",
            )
            hint = Sentence("改成两个半角空格。", "Put ordinary spaces, two for each level.")
            return complaint.fault(said, hint, number, margin.index(odd))
    return None


def _full_width_colon(complaint: _Complaint) -> Fault | None:
    """Find a full-width colon: it makes the key part of a text, which the parser notices only lines later."""
    for number in range(complaint.line, max(-1, complaint.line - LOOK_BACK), -1):
        found = FULL_WIDTH.match(complaint.lines[number])
        if found:
            key = quoted(found[1].strip().removeprefix("- "))
            said = Sentence(
                f"“{key}”后面应为半角冒号加空格“: ”，实际是全角冒号“：”。",
                f"“{key}” must be followed by “: ” with a space; got the full-width “：”.",
            )
            return complaint.fault(said, _meant(f"{key}: {found[2]}"), number, len(found[1]), FULL_WIDTH_COLON)
    return None


def _meant(text: str) -> Sentence:
    shown = quoted(text)
    return Sentence(f"是不是“{shown}”？", f"Did you mean “{shown}”?")


def _backslash(complaint: _Complaint) -> Fault | None:
    if "escape" not in complaint.words:
        return None
    said = Sentence("双引号里的反斜线写法不对。", "A backslash in double quotes is not written correctly.")
    hint = Sentence("改用单引号，或把“\\”写成“\\\\”。", "Use single quotes, or write “\\\\” for “\\”.")
    return complaint.fault(said, hint, complaint.line, complaint.column)


def _open_quote(complaint: _Complaint) -> Fault | None:
    """Find a quotation mark that is never closed, or closed by the next one lines later."""
    line, column = complaint.first, complaint.first_column
    if "quoted scalar" not in complaint.words:
        match = None
        for line in range(complaint.line - 1, max(-1, complaint.line - 2 * LOOK_BACK), -1):
            match = VALUE.match(complaint.lines[line])
            value = match["value"] if match else ""
            if match and value[0] in "\"'" and value.count(value[0]) == 1:
                column = match.start("value")
                break
        else:
            return None
    said = Sentence("引号从这里开始，一直没有结束。", "A quotation mark opens here and is never closed.")
    return complaint.fault(said, CLOSE_QUOTE, line, column)


def _quotes_round_a_part(complaint: _Complaint) -> Fault | None:
    """Find a value that begins with a quotation but goes on behind it."""
    match = VALUE.match(complaint.lines[complaint.line])
    if not match or not WITH_QUOTE.match(match["value"]):
        return None
    said = Sentence("引号只包住了文字的一部分。", "The quotes hold only a part of the text.")
    return complaint.fault(said, _quote_all(match["value"]), complaint.line, match.start("value"))


def _quote_all(value: str) -> Sentence:
    if "'" in value:
        return QUOTE_ALL
    shown = quoted(f"'{value}'")
    return Sentence(f"整段加单引号：{shown}", f"Put single quotes round all of it: {shown}")


def _comment_in_braces(complaint: _Complaint) -> Fault | None:
    """Find a number sign that hides the end of what stands in braces, or cuts a text that goes on below."""
    for number in dict.fromkeys((complaint.first, complaint.line, complaint.line - 1)):
        line = complaint.lines[number] if number >= 0 else ""
        found = COMMENT_IN_BRACES.search(line)
        opened = line[: found.start()] if found else ""
        in_braces = opened.count("{") + opened.count("[") > opened.count("}") + opened.count("]")
        goes_on = number == complaint.line - 1 and VALUE.match(opened) and complaint.column > _indent(line)
        if found and (in_braces or goes_on):
            shown = quoted(found[1])
            said = Sentence(
                f"“ #”后面是注释，不会发布：“{shown}”。",
                f"What follows “ #” is a comment and is not published: “{shown}”.",
            )
            hint = Sentence("给含“#”的文字加引号。", "Quote the text that holds “#”.")
            return complaint.fault(said, hint, number, found.start(1), "comment-in-text")
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _in_braces(complaint: _Complaint) -> Fault | None:
    """Find what keeps braces or brackets from ending."""
    for word, opening, closing in (("flow mapping", "{", "}"), ("flow sequence", "[", "]")):
        if word not in complaint.words:
            continue
        line, column = complaint.first, complaint.first_column
        match = VALUE.match(complaint.lines[line])
        value = complaint.lines[line][column:].strip()
        if match and closing in value[:-1] and value[0] == opening:
            return _begins_with_markup(complaint, line)
        if line == complaint.line and "，" in value:
            said = Sentence(
                "花括号、方括号里各项用半角逗号隔开，这里有全角逗号。",
                "Entries in braces are parted by “,”; here is “，”.",
            )
            hint = Sentence(
                "各项之间写“, ”；文字里的逗号给文字加引号。",
                "Write “, ” between entries; quote a text that holds “，”.",
            )
            return complaint.fault(said, hint, line, complaint.lines[line].index("，", column))
        if line == complaint.line:
            said = Sentence(
                "花括号里的文字含“: ”、引号或括号时要加引号。",
                "In braces, a text with “: ”, quotes or brackets is quoted.",
            )
            return complaint.fault(said, QUOTE_ALL, line, complaint.column)
        said = Sentence(
            f"括号“{opening}”从这里开始，一直没有结束。", f"A bracket “{opening}” opens here and is never closed."
        )
        hint = Sentence(
            f"在末尾补上“{closing}”；是文字就加引号。", f"Put “{closing}” at its end; where it is a text, quote it."
        )
        return complaint.fault(said, hint, line, column)
    return None


def _begins_with_markup(complaint: _Complaint, line: int | None = None) -> Fault | None:
    """Find a text that begins with a sign which means something in YAML."""
    line = complaint.line if line is None else line
    match = VALUE.match(complaint.lines[line])
    if not match or match["value"][0] not in MARKUP:
        return None
    sign, start = match["value"][0], match.start("value")
    if sign not in "[{" and start not in {complaint.column, complaint.column - 1, complaint.column - 2}:
        return None
    said = Sentence(f"文字不能以“{sign}”开头。", f"A text cannot begin with “{sign}”.")
    return complaint.fault(said, _quote_all(match["value"]), line, match.start("value"))


def _begins_with_sign(complaint: _Complaint) -> Fault | None:
    """Find a line of a list, or a whole line, that begins with such a sign."""
    if "cannot start any token" not in complaint.words:
        return None
    sign = quoted(complaint.lines[complaint.line][complaint.column : complaint.column + 1])
    said = Sentence(f"文字不能以“{sign}”开头。", f"A text cannot begin with “{sign}”.")
    return complaint.fault(said, QUOTE_ALL, complaint.line, complaint.column)


def _colon_too_many(complaint: _Complaint) -> Fault | None:
    """Find a colon that YAML takes for that of a key."""
    line = complaint.lines[complaint.line]
    match = VALUE.match(line)
    if "mapping values are not allowed" not in complaint.words or not match:
        return None
    value = match["value"]
    if value.endswith(":") and ": " not in value:
        said = Sentence("行末多了一个冒号。", "There is a colon too many at the end of the line.")
        return complaint.fault(said, _meant(f"{match['key']}: {value[:-1]}"), complaint.line, len(line.rstrip()) - 1)
    said = Sentence(
        "文字里有“: ”，冒号会被当成键的冒号。", "The text holds “: ”, which is taken for the colon of a key."
    )
    return complaint.fault(said, _quote_all(value), complaint.line, complaint.column)


def _no_colon(complaint: _Complaint) -> Fault | None:
    """Find a line without the colon of its key, or a text that its indentation does not join to the text above."""
    if "could not find expected ':'" not in complaint.words:
        return None
    number = complaint.first
    line = complaint.lines[number]
    glued = GLUED.match(line) or (WITHOUT_COLON.match(line) if _is_key_like(complaint, number) else None)
    if glued:
        key = quoted(glued["key"])
        said = Sentence(f"“{key}”后面应为半角冒号加空格。", f"“{key}” must be followed by a colon and a space.")
        return complaint.fault(said, _meant(f"{glued['key']}: {glued['value']}"), number, glued.start("key"))
    above = next((at for at in range(number - 1, -1, -1) if complaint.lines[at].strip()), None)
    if above is None:
        said = Sentence("这里应为“键: 值”，实际没有冒号。", "Keys and values must stand here; there is no colon.")
        return complaint.fault(
            said, Sentence("键后面写半角冒号加空格。", "Write a colon and a space after the key."), number
        )
    path = _path_of(complaint.lines, above)
    said = Sentence(
        f"这一行没有按文字缩进，似乎属于上面的 {path}。",
        f"This line is not indented; it seems to belong to {path} above.",
    )
    own, inline = _indent(complaint.lines[above]), VALUE.match(complaint.lines[above])
    needed = own + 2 if inline else own
    add = max(needed - _indent(line), 1)
    hint = Sentence(f"在行首补 {add} 个空格。", f"Put {add} spaces before it.")
    if inline:
        hint = Sentence(
            f"接在上一行末尾，或在行首补 {add} 个空格。", f"Join it to the line above, or put {add} spaces before it."
        )
    return complaint.fault(said, hint, number)


def _is_key_like(complaint: _Complaint, number: int) -> bool:
    """Return whether a line without a colon begins with a key rather than going on with a text."""
    above = next((line for line in reversed(complaint.lines[:number]) if line.strip()), "")
    line = complaint.lines[number]
    return _indent(above) <= _indent(line) or VALUE.match(above) is not None or above.lstrip().startswith("- ")


def _path_of(lines: list[str], number: int) -> str:
    """Return the key path of the text in a line: ``market.zh``."""
    keys: list[str] = []
    margin = _indent(lines[number]) + 1
    for line in reversed(lines[: number + 1]):
        match = re.match(rf"{KEY}:(?: |$)", line)
        if match and len(match["before"]) < margin:
            keys.append(match["key"])
            margin = len(match["before"])
        if margin == 0:
            break
    return quoted(".".join(reversed(keys)))


def _indentation(complaint: _Complaint) -> Fault | None:
    """Find a line that begins in a column where no key around it begins."""
    if "did not find expected" not in complaint.words and "not allowed" not in complaint.words:
        return None
    number = complaint.line
    indent = _indent(complaint.lines[number])
    if indent != complaint.column and not complaint.lines[number][indent:].startswith("- "):
        return None
    above = next((_indent(line) for line in reversed(complaint.lines[:number]) if line.strip()), 0)
    below = next((_indent(line) for line in complaint.lines[number + 1 :] if line.strip()), 0)
    wanted = min((below, above), key=lambda column: abs(column - indent))
    off = abs(indent - wanted)
    if not off:
        return None
    many = indent > wanted
    said = Sentence(
        f"行首{'多' if many else '少'}了 {off} 个空格。",
        f"{off} space{'s'[: off != 1]} too {'many' if many else 'few'} at the beginning.",
    )
    return complaint.fault(said, ALIGN, number, indent)


CAUSES: tuple[Callable[[_Complaint], Fault | None], ...] = (
    _full_width_indentation,
    _full_width_colon,
    _backslash,
    _comment_in_braces,
    _quotes_round_a_part,
    _open_quote,
    _in_braces,
    _begins_with_markup,
    _begins_with_sign,
    _colon_too_many,
    _no_colon,
    _indentation,
)
"""Causes, each of which looks whether it is the one; the first that is counts."""


def explain_character(text: str) -> Fault:
    """Return where a character stands that YAML forbids."""
    found = FORBIDDEN.search(text)
    line = text.count("\n", 0, found.start()) + 1 if found else 1
    said = Sentence("文件里有 YAML 不允许的字符。", "The file holds a character that YAML forbids.")
    hint = Sentence("把这一行重新打一遍。", "Type this line anew.")
    return Fault("syntax", said, hint, line)
