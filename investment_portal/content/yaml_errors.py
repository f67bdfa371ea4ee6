"""Syntax errors of YAML, in words for people who are not programmers.

The parser complains where it can go on no longer; what has to be mended often stands some lines above. Each cause has a
function that finds its place, or nothing; the first that finds one counts.
"""

import re
from collections.abc import Callable, Iterator

import yaml

from investment_portal.characters import name_of_sign
from investment_portal.content.text import FORBIDDEN, LIST_MARK, Fault
from investment_portal.languages import NOTHING, Sentence
from investment_portal.problems import did_you_mean_text, quoted
from investment_portal.value import Value

FULL_WIDTH_COLON = "full-width-colon"
FULL_WIDTH = re.compile(r"^(\s*(?:- )?[A-Za-z_][A-Za-z0-9_]*)：")
FULL_WIDTH_IN_BRACES = re.compile(r"[{,]\s*([A-Za-z_][A-Za-z0-9_]*)(：)")
LOOK_BACK = 4
"""Lines before the parser's complaint in which its cause can stand."""

KEY = r"[A-Za-z_][A-Za-z0-9_]*"
LINE = re.compile(rf"^(?P<indent>[ ]*)(?P<dash>- +)?(?P<key>{KEY}):(?P<gap>[ ]+|$)(?P<value>.*?)\s*$")
"""A line with a key."""

NO_SPACE = re.compile(rf"^(?P<indent>[ ]*)(?P<dash>- +)?(?P<key>{KEY}):(?=[^\s:/])(?P<value>.+?)\s*$")
EQUALS = re.compile(rf"^(?P<indent>[ ]*)(?P<dash>- +)?(?P<key>{KEY})\s*[=＝]\s*(?P<value>.*?)\s*$")
NO_COLON = re.compile(r"^(?P<indent>[ ]*)(?P<dash>- +)?(?P<key>[a-z][a-z_]*)(?:[ ]+(?P<value>[^:]{0,60}?))?\s*$")
ENTRY = re.compile(r"^[ ]*- ")
BULLET = re.compile(
    r"^(?P<indent>[ ]*)(?P<sign>[*•·●◆■▪‣○–—－−]|-(?=[^\s0-9-])|[0-9]{1,2}[.)、](?![0-9]))[ ]*(?P<value>\S.*?)\s*$"
)

SPACES = Sentence("在编辑器里把 Tab 换成空格。", "Replace tabs by spaces in the editor.")
TWO_SPACES = Sentence("删去它，改用两个半角空格。", "Delete it and type two ordinary spaces instead.")
EMPTY = Sentence("没有内容就删去这一行。", "Where there is nothing to write, delete the line.")
NO_BACKSLASH = Sentence(
    "改用单引号；要写反斜线本身，就写两个。", "Use single quotes, or type the backslash twice to write one."
)
QUOTE_ALL = Sentence("把整段文字放进单引号。", "Put the whole text in single quotes.")
BELOW = Sentence("在键后面写“|”，文字另起一行缩进。", "Write “|” after the key and the text below, indented.")
ALIGN = Sentence(
    "对照上下几行：同一层的键左对齐，引号、括号要成对。",
    "Compare the lines around it: keys of one level begin in one column, quotes and brackets come in pairs.",
)
VALUE_WORDS = 3
"""Words in a value that is no text; a line below a longer one may go on with it."""

INDICATORS = "*&!|>%@`?,]}#"
"""Signs with which YAML lets no text begin; brackets and braces begin a list or a group."""

ODD_INDENT = re.compile(r"^[ ]*([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")


class Complaint(Value):
    """A complaint of the parser about a text: the words, where it noticed, and where that began."""

    lines: list[str]
    words: str
    line: int
    column: int
    begin: tuple[int, int] | None

    def typed(self, line: int) -> str:
        """Return a line, counted from 1."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def above(self, line: int) -> int:
        """Return the nearest line above one that holds anything but a comment; 0 where there is none."""
        return next((number for number in range(line - 1, 0, -1) if _is_content(self.typed(number))), 0)


def explain(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """Find the line that staff must mend and say what is wrong with it."""
    mark, begin = error.problem_mark or error.context_mark, error.context_mark
    lines = text.split("\n")
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    complaint = Complaint(
        lines=lines,
        words=f"{error.problem or ''} {error.context or ''}".lower(),
        line=min(line, len(lines)),
        column=column,
        begin=(begin.line + 1, begin.column + 1) if begin else None,
    )
    fault = next(filter(None, (cause(complaint) for cause in CAUSES)), None)
    return fault or Fault("syntax", NOT_YAML, ALIGN, complaint.line, column)


NOT_YAML = Sentence(
    "这一行读不懂：缩进、引号或括号有误。", "This line cannot be read: its indentation, quotes or brackets are wrong."
)


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _tab(complaint: Complaint) -> Fault | None:
    """Find a tab in an indentation."""
    for line in (complaint.line, complaint.above(complaint.line)):
        typed = complaint.typed(line)
        if "\t" in typed[: len(typed) - len(typed.lstrip())]:
            sentence = Sentence("缩进只能用空格，这里有制表符（Tab）。", "Indentation uses spaces only; here is a tab.")
            return Fault("tab", sentence, SPACES, line, 1)
    return None


def _odd_indent(complaint: Complaint) -> Fault | None:
    """Find a space of another kind in an indentation."""
    for line in (complaint.line, complaint.above(complaint.line)):
        match = ODD_INDENT.match(complaint.typed(line))
        if match:
            return odd_indent(match[1], line, match.start(1) + 1)
    return None


def odd_indent(sign: str, line: int, column: int) -> Fault:
    """Return the fault that a line is indented by a space of another kind."""
    name = name_of_sign(sign)
    sentence = Sentence(
        f"缩进只能用半角空格，这里是{name.zh}。", f"Indentation uses ordinary spaces only; here is a {name.en}."
    )
    return Fault("invisible-character", sentence, TWO_SPACES, line, column)


def _full_width(complaint: Complaint) -> Fault | None:
    """Find a full-width colon: it makes the key part of a text, which the parser notices only lines later."""
    for number in range(complaint.line, max(0, complaint.line - LOOK_BACK), -1):
        match = FULL_WIDTH.match(complaint.typed(number))
        if match:
            return full_width_colon(match[1].strip().removeprefix("- "), number, len(match[1]) + 1)
    return None


def full_width_colon(key: str, line: int, column: int, path: tuple[str | int, ...] = ()) -> Fault:
    """Return the fault that a colon is a full-width one."""
    shown = quoted(key)
    sentence = Sentence(
        f"“{shown}”后面应为半角冒号加空格“: ”，实际是全角冒号“：”。",
        f"“{shown}” must be followed by a half-width colon and a space; got the full-width “：”.",
    )
    hint = Sentence(f"改成“{shown}: ”。", f"Write “{shown}: ”.")
    return Fault(FULL_WIDTH_COLON, sentence, hint, line, column, path)


def _open_quote(complaint: Complaint) -> Fault | None:
    """Find a quotation mark that is never closed, or closed by that of another text."""
    last = complaint.line if complaint.words.startswith("did not find") else len(complaint.lines)
    inside, sign, indent, where = False, "", 0, (0, 0)
    for number, typed in enumerate(complaint.lines[:last], 1):
        key = LINE.match(typed)
        if inside and key and _indent(typed) <= indent:
            return _quote_fault(complaint, sign, *where)
        if inside:
            inside = _unclosed(typed, sign)
        elif key and key["value"][:1] in {'"', "'"}:
            sign, indent, where = key["value"][0], _indent(typed), (number, key.start("value") + 1)
            inside = _unclosed(key["value"][1:], sign)
    if complaint.begin and "quoted scalar" in complaint.words and "end of stream" in complaint.words:
        line, column = complaint.begin
        return _quote_fault(complaint, complaint.typed(line)[column - 1 : column], line, column)
    return None


def _unclosed(remainder: str, sign: str) -> bool:
    """Return whether a quotation mark is still open behind the rest of a line."""
    remainder = re.sub(r"\\.", "", remainder) if sign == '"' else remainder.replace("''", "")
    return sign not in remainder


def _quote_fault(complaint: Complaint, sign: str, line: int, column: int) -> Fault:
    sentence = Sentence(
        f"引号（{sign}）从这里开始，一直没有结束。", f"A quotation mark ({sign}) opens here and is never closed."
    )
    text = complaint.typed(line)[column:].rstrip()
    wrong = text[-1:] if text[-1:] in "”“’‘＂" else ""
    if wrong:
        hint = Sentence(
            f"末尾的中文引号改成半角的 {sign} 。", f"It is closed by a Chinese quotation mark: type {sign} instead."
        )
    else:
        hint = Sentence(f"在这段文字末尾补上 {sign} 。", f"Type {sign} at the end of the text.")
    return Fault("syntax", sentence, hint, line, column)


def _part_quoted(complaint: Complaint) -> Fault | None:
    """Find a text of which only the beginning is quoted."""
    match = LINE.match(complaint.typed(complaint.line))
    value = match["value"] if match else ""
    if not match or "expected key" not in complaint.words or value[:1] not in {'"', "'"}:
        return None
    sign = value[0]
    if sign == "'" and value.endswith("'") and value.count("'") % 2:
        sentence = Sentence(
            "单引号里的文字又有单引号（'），文字在那里就结束了。",
            "A text in single quotes holds an apostrophe ('), which ends it.",
        )
        inner = value[1:-1]
        mended = f'"{inner}"' if '"' not in inner and "\\" not in inner else f"'{inner.replace(chr(39), chr(39) * 2)}'"
    else:
        sentence = Sentence("引号只包住了文字的一部分。", "The quotes hold only the first part of the text.")
        mended = _in_quotes(value)
    hint = did_you_mean_text(f"{match['key']}: {mended}") or QUOTE_ALL
    return Fault("syntax", sentence, hint, complaint.line, match.start("value") + 1)


def _in_quotes(text: str) -> str:
    """Return a text in quotes that it does not hold."""
    return f"'{text}'" if "'" not in text else f'"{text}"' if '"' not in text and "\\" not in text else ""


def _begins_with(complaint: Complaint) -> Fault | None:
    """Find a text that begins with a sign that means something in YAML."""
    typed = complaint.typed(complaint.line)
    match = re.match(rf"^(?P<indent>[ ]*)(?P<dash>- +)?(?:(?P<key>{KEY}): +)?(?P<value>\S.*?)\s*$", typed)
    if not match or not (match["key"] or match["dash"]):
        return None
    value = match["value"]
    sign = value[0]
    group = (
        sign in "[{" and complaint.words.startswith("did not find expected key") and "block mapping" in complaint.words
    )
    listed = sign in "-?" and "not allowed" in complaint.words
    if not (group or listed or (sign in INDICATORS and complaint.column >= match.start("value") + 1)):
        return None
    where = complaint.line, match.start("value") + 1
    if value in {"-", "?"}:
        sentence = Sentence(f"“{value}”不能单独作为内容。", f"“{value}” alone is no content.")
        return Fault("syntax", sentence, EMPTY, *where)
    sentence = Sentence(f"文字不能以“{sign}”开头。", f"A text cannot begin with “{sign}”.")
    key = f"{match['key']}: " if match["key"] else "- "
    if sign in "|>" and "block scalar" in complaint.words:
        sentence = Sentence(f"“{sign}”后面不能直接写文字。", f"No text may follow “{sign}” in the same line.")
        return Fault("syntax", sentence, BELOW, *where)
    hint = did_you_mean_text(key + _in_quotes(value)) if _in_quotes(value) else NOTHING
    return Fault("syntax", sentence, hint or QUOTE_ALL, *where)


def _bullet(complaint: Complaint) -> Fault | None:
    """Find a star where the dash of a list should be."""
    match = BULLET.match(complaint.typed(complaint.line))
    if not match or match["sign"] != "*" or "alias" not in complaint.words:
        return None
    return bullet(match["sign"], match["value"], complaint.line, match.start("sign") + 1)


def bullet(sign: str, value: str, line: int, column: int) -> Fault:
    """Return the fault that an entry begins with another sign than a hyphen and a space."""
    sentence = Sentence(
        f"列表每项以半角“- ”开头，这里是“{quoted(sign)}”。",
        f"Each entry of a list begins with a hyphen and a space; here is “{quoted(sign)}”.",
    )
    return Fault(LIST_MARK, sentence, did_you_mean_text(f"- {value}"), line, column)


def entry_mark(typed: str, line: int, column: int, path: tuple[str | int, ...]) -> Fault:
    """Return the fault that a line of a list does not begin as an entry: by another sign, or by none."""
    match = BULLET.match(typed)
    if match and match["sign"] != "-":
        fault = bullet(match["sign"], match["value"], line, column)
    elif typed.startswith("-"):
        sentence = Sentence("“-”后面缺少空格。", "There is no space after the hyphen.")
        fault = Fault(LIST_MARK, sentence, did_you_mean_text(f"- {typed[1:].lstrip()}"), line, column)
    else:
        fault = lost_dash(typed, line, column)
    return Fault(fault.rule, fault.sentence, fault.hint, line, column, path)


def lost_dash(typed: str, line: int, column: int) -> Fault:
    """Return the fault that an entry has no hyphen."""
    sentence = Sentence(f"这一行缺少“- ”：“{quoted(typed)}”。", f"This line lacks its hyphen: “{quoted(typed)}”.")
    return Fault(LIST_MARK, sentence, did_you_mean_text(f"- {typed}"), line, column)


def _open_bracket(complaint: Complaint) -> Fault | None:
    """Find a bracket that is not closed in its line, or what parts its entries wrongly."""
    if "flow" not in complaint.words or not complaint.begin:
        return None
    line, column = complaint.begin
    typed = complaint.typed(line)
    sign = typed[column - 1 : column]
    closing = {"[": "]", "{": "}"}.get(sign, "")
    if not closing:
        return None
    if line == complaint.line:
        return _parted(complaint)
    name = {"[": Sentence("方括号", "A bracket"), "{": Sentence("花括号", "A brace")}[sign]
    sentence = Sentence(
        f"{name.zh}“{sign}”从这里开始，一直没有结束。", f"{name.en} (“{sign}”) opens here and is never closed."
    )
    hint = Sentence(f"在行末补上“{closing}”。", f"Type “{closing}” at the end of the line.")
    return Fault("syntax", sentence, hint, line, column)


def _parted(complaint: Complaint) -> Fault:
    """Return the fault that nothing, or a Chinese comma, parts two entries within braces."""
    before = complaint.typed(complaint.line)[: complaint.column - 1]
    comma = re.search(rf"([，、；;])\s*{KEY}$", before)
    if comma:
        sentence = Sentence(
            f"花括号里的各项应用半角逗号隔开，这里是“{comma[1]}”。",
            f"Entries in braces are separated by a half-width comma; here is “{comma[1]}”.",
        )
        hint = Sentence("改成半角逗号加空格“, ”。", "Type a comma and a space.")
        return Fault("syntax", sentence, hint, complaint.line, comma.start(1) + 1)
    match = re.search(rf"[ ]+({KEY})$", before)
    if match:
        sentence = Sentence(f"“{match[1]}”前面缺少逗号。", f"There is no comma before “{match[1]}”.")
        hint = Sentence("花括号里的各项用“, ”隔开。", "Separate the entries in braces by a comma and a space.")
        return Fault("syntax", sentence, hint, complaint.line, match.start(1) + 1)
    sentence = Sentence("括号里的写法不对。", "The entries in the brackets are not written correctly.")
    hint = Sentence(
        "各项用“, ”隔开；文字含逗号、冒号或括号时加引号。",
        "Separate entries by a comma and a space; quote a text that holds a comma, a colon or a bracket.",
    )
    return Fault("syntax", sentence, hint, complaint.line, complaint.column)


def _full_width_brace(complaint: Complaint) -> Fault | None:
    """Find a group in full-width braces."""
    match = LINE.match(complaint.typed(complaint.line))
    if not match or match["value"][:1] not in {"｛", "【", "［", "（"} or not match["value"]:
        return None
    sign = match["value"][0]
    right = {"｛": "{ }", "【": "[ ]", "［": "[ ]", "（": "[ ]"}[sign]
    sentence = Sentence(f"这里是全角括号“{sign}”。", f"This is a full-width bracket: “{sign}”.")
    hint = Sentence(f"换成半角括号“{right}”。", f"Type half-width ones: “{right}”.")
    return Fault("syntax", sentence, hint, complaint.line, match.start("value") + 1)


def _key_without_colon(complaint: Complaint) -> Fault | None:
    """Find a key whose colon, or the space behind it, is missing."""
    candidates = [complaint.begin[0]] if complaint.begin and "expected ':'" in complaint.words else []
    if "mapping values" in complaint.words:
        candidates = [complaint.above(complaint.line)]
    for line in candidates:
        typed = complaint.typed(line)
        spaced_out = NO_SPACE.match(typed)
        if spaced_out:
            key = spaced_out["key"]
            sentence = Sentence(f"“{key}”的冒号后面缺少空格。", f"There is no space after the colon of “{key}”.")
            return _key_fault(sentence, spaced_out, line)
        equals = EQUALS.match(typed)
        if equals:
            key = equals["key"]
            sentence = Sentence(
                f"“{key}”后面应为冒号加空格，实际是等号。",
                f"“{key}” must be followed by a colon and a space; got an equals sign.",
            )
            return _key_fault(sentence, equals, line)
        alone = NO_COLON.match(typed)
        if alone and not alone["dash"] and _is_key(complaint, line, alone["value"] or ""):
            sentence = Sentence(f"“{alone['key']}”后面缺少冒号。", f"There is no colon after “{alone['key']}”.")
            return _key_fault(sentence, alone, line)
    return None


def _key_fault(sentence: Sentence, match: re.Match[str], line: int) -> Fault:
    hint = did_you_mean_text(f"{match['key']}: {match['value'] or ''}".rstrip())
    return Fault("syntax", sentence, hint, line, match.end("key") + 1)


def _is_key(complaint: Complaint, line: int, value: str) -> bool:
    """Return whether a line without a colon is a key that lost it: it stands among keys, or above deeper lines."""
    typed = complaint.typed(line)
    above, below = complaint.typed(complaint.above(line)), complaint.typed(line + 1)
    if not value:
        return _indent(below) > _indent(typed) and LINE.match(below) is not None
    among = LINE.match(above)
    last = (among["value"] if among else "").split(" ")
    # A wrapped English text goes on in small letters too; it is longer than a value and ends like a sentence.
    return (
        among is not None
        and _indent(above) == _indent(typed)
        and (len(last) <= VALUE_WORDS or last[0][:1] in "{[")
        and not value.endswith((".", "。"))
    )


def _missing_dash(complaint: Complaint) -> Fault | None:
    """Find an entry of a list that lost its dash."""
    if not complaint.begin or "expected ':'" not in complaint.words:
        return None
    line = complaint.begin[0]
    typed = complaint.typed(line)
    above = complaint.typed(complaint.above(line))
    if not ENTRY.match(above) or _indent(above) != _indent(typed):
        return None
    return lost_dash(typed.strip(), line, _indent(typed) + 1)


def _lost_line(complaint: Complaint) -> Fault | None:
    """Find a line of a text that is not indented, so that it counts as a key."""
    if not complaint.begin or "expected ':'" not in complaint.words:
        return None
    line = complaint.begin[0]
    typed = complaint.typed(line)
    for number in range(line - 1, 0, -1):
        key = LINE.match(complaint.typed(number))
        if not key:
            continue
        indent = _indent(complaint.typed(number)) + 2
        missing = indent - _indent(typed)
        if missing <= 0:
            return None
        shown = quoted(key["key"])
        sentence = Sentence(
            f"这一行缩进不够；它似乎是上面“{shown}”（第 {number} 行）的文字。",
            f"This line is not indented enough; it seems to be part of the text of “{shown}” in line {number}.",
        )
        hint = Sentence(
            f"在行首补 {missing} 个空格。",
            f"Put {missing} space{'s'[: missing != 1]} before it.",
        )
        return Fault("syntax", sentence, hint, line, 1)
    return None


def _second_colon(complaint: Complaint) -> Fault | None:
    """Find a colon too many: at the end of a line, or in a text."""
    match = LINE.match(complaint.typed(complaint.line))
    if "mapping values" not in complaint.words or not match or complaint.column <= match.end("gap"):
        return None
    value, key = match["value"], match["key"]
    if value.endswith(":") and ": " not in value:
        sentence = Sentence("行末多了一个冒号。", "There is a colon too many at the end of the line.")
        hint = did_you_mean_text(f"{key}: {value[:-1].rstrip()}")
        return Fault("syntax", sentence, hint, complaint.line, complaint.column)
    sentence = Sentence("文字里有“: ”，要加引号。", "A text that holds a colon and a space needs quotes.")
    mended = _in_quotes(value)
    hint = (did_you_mean_text(f"{key}: {mended}") if mended else NOTHING) or QUOTE_ALL
    return Fault("syntax", sentence, hint, complaint.line, complaint.column)


def _indentation(complaint: Complaint) -> Fault | None:
    """Find a key that stands in no column of the keys above it."""
    typed = complaint.typed(complaint.line)
    if not LINE.match(typed) and not ENTRY.match(typed):
        return None
    wrong = _indent(typed)
    levels = [_indent(line) for line in _enclosing(complaint)]
    if not levels or wrong in levels:
        return None
    right, *others = sorted(levels, key=lambda level: abs(level - wrong))
    apart = abs(wrong - right)
    if others and abs(others[0] - wrong) == apart:
        low, high = sorted((right, others[0]))
        sentence = Sentence(
            f"行首有 {wrong} 个空格，与上面的键都不对齐。",
            f"The line begins with {wrong} space{'s'[: wrong != 1]}, in no column of the keys above.",
        )
        hint = Sentence(
            f"看它属于哪一层，写 {low} 个或 {high} 个空格。",
            f"Begin it with {low} or {high} spaces, as the level says to which it belongs.",
        )
        return Fault("syntax", sentence, hint, complaint.line, wrong + 1)
    many = wrong > right
    zh = f"行首{'多' if many else '少'}了 {apart} 个空格。"
    en = f"The line begins with {apart} space{'s'[: apart != 1]} too {'many' if many else 'few'}."
    hint = Sentence("与同一层的键左对齐。", "Begin it in the column of the keys on its level.")
    return Fault("syntax", Sentence(zh, en), hint, complaint.line, wrong + 1)


def _enclosing(complaint: Complaint) -> Iterator[str]:
    """Yield the line above and those that open the groups around it, from within."""
    line, indent = complaint.above(complaint.line), 10**6
    while line:
        typed = complaint.typed(line)
        if LINE.match(typed) and _indent(typed) < indent:
            indent = _indent(typed)
            yield typed
        line = complaint.above(line)


def _escape(complaint: Complaint) -> Fault | None:
    """Find a backslash in double quotes that means nothing."""
    if "escape" not in complaint.words:
        return None
    sentence = Sentence("双引号里的反斜线（\\）写法不对。", "A backslash (\\) in double quotes means nothing here.")
    return Fault("syntax", sentence, NO_BACKSLASH, complaint.line, complaint.column)


CAUSES: tuple[Callable[[Complaint], Fault | None], ...] = (
    _tab,
    _odd_indent,
    _full_width,
    _full_width_brace,
    _open_quote,
    _escape,
    _part_quoted,
    _bullet,
    _open_bracket,
    _begins_with,
    _key_without_colon,
    _missing_dash,
    _lost_line,
    _second_colon,
    _indentation,
)


def explain_character(text: str) -> Fault:
    """Return where a character stands that YAML forbids."""
    match = FORBIDDEN.search(text)
    line = text.count("\n", 0, match.start()) + 1 if match else 1
    sentence = Sentence("文件里有不能用的字符。", "The file holds a character that cannot be used.")
    return Fault("syntax", sentence, Sentence("删去它。", "Delete it."), line)
