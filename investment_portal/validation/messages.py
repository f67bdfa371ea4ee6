"""Messages for each sort of mistake: what must be, what was got, how to mend it; the rules about single fields."""

import re
from collections.abc import Callable

from investment_portal.languages import NOTHING, Sentence
from investment_portal.problems import nearest, quoted, spaced
from investment_portal.validation.mistake_context import Message, RecordMistake

BOTH = frozenset({"zh", "en"})
LANGUAGE_NAMES = {"zh": Sentence("中文", "Chinese"), "en": Sentence("英文", "English")}
LISTED = 12
"""Allowed words that a sentence can name before it grows too long."""

FULL_WIDTH = re.compile(r"\s*[A-Za-z_]+：")
NUMERAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|true|false")
UNQUOTE = Sentence("去掉引号。", "Delete the quotes.")
QUOTES = Sentence("给它加上引号即为文字。", "Put quotes around it to make it text.")
IN_BRACES = Sentence("花括号里的文字若含逗号，请加引号。", "Quote a text with a comma where it stands in braces.")
COLON = Sentence("键后面用半角冒号加空格“: ”，不用全角“：”。", "Follow the key by “: ” with a space, not by “：”.")
TEXT = Sentence("分两行缩进写 zh: 中文 和 en: 英文。", "Write zh: Chinese and en: English, indented, on two lines.")
OR_UNKNOWN = Sentence(
    "分两行缩进写 zh: 和 en:；不清楚时写 unknown。", "Write zh: and en: on two lines, or unknown where nobody knows."
)
DASHES = Sentence("每项另起一行，以“- ”开头。", "Write each entry on a line of its own that begins with “- ”.")
ALL = Sentence("写 all，或每项另起一行、以“- ”开头。", "Write all, or each entry on a line that begins with “- ”.")


def _words(allowed: dict[str, Sentence] | list[str], language: str) -> str:
    names = list(allowed)[:LISTED]
    if isinstance(allowed, dict) and language == "zh":
        shown = [f"{name}（{allowed[name].zh}）" if allowed[name].zh else name for name in names]
    else:
        shown = names
    more = "……" if language == "zh" else " …"
    return ("、" if language == "zh" else ", ").join(shown) + (more if len(allowed) > LISTED else "")


def missing(mistake: RecordMistake) -> Message:
    """Return the message that a required key is not there."""
    key = str(mistake.path[-1])
    keys = mistake.siblings
    if key in BOTH and set(keys) == BOTH:
        zh, en = LANGUAGE_NAMES[key]
        return Message(
            "language-missing",
            Sentence(f"两种语言都要写，缺少{zh}（{key}）。", f"Both languages are needed; {en} ({key}) is missing."),
        )
    label = keys.get(key, NOTHING)
    return Message(
        "missing-key",
        Sentence(f"缺少必填的“{key}”（{label.zh}）。", f"The required key “{key}” ({label.en}) is missing."),
    )


def extra(mistake: RecordMistake) -> Message:
    """Return the message that there is no such key."""
    typed = str(mistake.path[-1])
    keys = mistake.siblings
    shown = quoted(typed)
    said = Sentence(f"这里没有“{shown}”这个键。", f"There is no key “{shown}” here.")
    if " " in typed:
        return Message("unknown-key", said, IN_BRACES)
    intended = intended_key(typed, keys)
    if intended:
        label = keys[intended]
        return Message(
            "unknown-key",
            said,
            Sentence(f"是不是“{intended}”（{label.zh}）？", f"Did you mean “{intended}” ({label.en})?"),
        )
    return Message(
        "unknown-key", said, Sentence(f"这里可用：{_words(keys, 'zh')}。", f"Allowed here: {_words(keys, 'en')}.")
    )


def intended_key(typed: str, keys: dict[str, Sentence]) -> str | None:
    """Guess the key from its spelling, or from its label in either language."""
    word = typed.strip().lower()
    by_label = next((name for name, label in keys.items() if word in {label.zh, label.en.lower()}), None)
    # Staff often leave out the first half of a label: 简介 for 项目简介.
    by_part = [name for name, label in keys.items() if len(word) > 1 and label.zh.endswith(word)]
    return by_label or nearest(typed, keys) or (by_part[0] if len(by_part) == 1 else None)


def one_of(mistake: RecordMistake) -> Message:
    """Return the message that a value is not of its list."""
    choices = mistake.choices
    allowed = {word: choices.get(word, NOTHING) for word in mistake.limit}
    typed = mistake.typed
    name, typed_said = mistake.name, mistake.got
    said = Sentence(
        f"{name.zh}应为以下之一：{_words(allowed, 'zh')}；{typed_said.zh}。",
        f"{name.en} must be one of {_words(allowed, 'en')}; {typed_said.en}.",
    )
    intended = intended_key(typed, allowed) if isinstance(typed, str) else None
    if not intended:
        return Message("bad-value", said)
    label = allowed[intended]
    zh = f"是不是“{intended}”（{label.zh}）？" if label.zh else f"是不是“{intended}”？"
    return Message("bad-value", said, Sentence(zh, f"Did you mean “{intended}”?"))


def sort(zh: str, en: str, hint: Sentence = NOTHING) -> Callable[[RecordMistake], Message]:
    """Make the saying for a value of the wrong sort."""

    def message(mistake: RecordMistake) -> Message:
        name, typed = mistake.name, mistake.got
        if isinstance(mistake.typed, str) and NUMERAL.fullmatch(mistake.typed):
            said = Sentence(
                f"{name.zh}应为{zh}；实际是加了引号的文字。", f"{name.en} must be {en}; got text in quotes."
            )
            return Message("bad-type", said, UNQUOTE)
        return Message(
            "bad-type",
            Sentence(f"{spaced(name.zh + '应为', zh)}；{typed.zh}。", f"{name.en} must be {en}; {typed.en}."),
            hint,
        )

    return message


def text(mistake: RecordMistake) -> Message:
    """Return the message that words are wanted."""
    said = sort("文字", "text")(mistake)
    return said if isinstance(mistake.typed, dict | list | None) else said._replace(hint=QUOTES)


def group(mistake: RecordMistake) -> Message:
    """Return the message that a group of keys is wanted: mostly both languages of a text."""
    name, typed = mistake.name, mistake.got
    if isinstance(mistake.typed, str) and FULL_WIDTH.match(mistake.typed):
        key = mistake.typed.split("：")[0].strip()
        said = Sentence(
            f"“{quoted(key)}”后面应为半角冒号加空格“: ”。", f"“{quoted(key)}” must be followed by “: ” with a space."
        )
        return Message("full-width-colon", said, COLON)
    keys = mistake.inner
    if set(keys) == BOTH:
        hint = OR_UNKNOWN if mistake.may_be_unknown else TEXT
        said = Sentence(
            f"{name.zh}应分中文、英文两项；{typed.zh}。", f"{name.en} must hold Chinese and English; {typed.en}."
        )
        return Message("bad-type", said, hint)
    said = Sentence(f"{name.zh}应为下一级的“键: 值”；{typed.zh}。", f"{name.en} must be a group of keys; {typed.en}.")
    return Message("bad-type", said, Sentence(f"可用的键：{_words(keys, 'zh')}。", f"Its keys: {_words(keys, 'en')}."))


def bound(mistake: RecordMistake) -> Message:
    """Return the message that a number is out of its range."""
    name, typed = mistake.name, mistake.got
    limit = mistake.limit
    zh, en = {
        "above": ("大于", "above"),
        "at-least": ("不小于", "at least"),
        "at-most": ("不大于", "at most"),
    }[mistake.kind]
    return Message(
        "out-of-range",
        Sentence(f"{name.zh}应{zh} {limit}；{typed.zh}。", f"{name.en} must be {en} {limit}; {typed.en}."),
    )


def length(mistake: RecordMistake) -> Message:
    """Return the message that a text or list is too short or too long."""
    name = mistake.name
    if mistake.kind == "long":
        most, there = mistake.limit, len(mistake.typed)
        said = Sentence(
            f"{name.zh}最长 {most}，实际 {there}。", f"{name.en} has a length of {most} at the most; got {there}."
        )
        return Message("bad-length", said)
    if isinstance(mistake.typed, str):
        return Message("bad-length", Sentence(f"{name.zh}不得为空。", f"{name.en} must not be empty."))
    least, there = mistake.limit, len(mistake.typed)
    said = Sentence(
        f"{name.zh}至少要有 {least} 项，实际 {there} 项。", f"{name.en} needs {least} or more entries; got {there}."
    )
    return Message("bad-length", said)


MESSAGES: dict[str, Callable[[RecordMistake], Message]] = {
    "missing": missing,
    "unknown-key": extra,
    "not-listed": one_of,
    "all-or-list": sort("all 或列表", "all or a list", ALL),
    "text": text,
    "whole": sort("整数", "a whole number"),
    "yes-no": sort(
        "true 或 false", "true or false", Sentence("是写 true，否写 false。", "Write true for yes, false for no.")
    ),
    "list": sort("列表", "a list", DASHES),
    "group": group,
    "above": bound,
    "at-least": bound,
    "at-most": bound,
    "short": length,
    "long": length,
}
"""Kind of mistake -> the sentence for staff."""


FIELD_RULES: dict[str, Sentence] = {
    "unreadable": Sentence("文件必须能够打开。", "A file must be readable."),
    "link-outside": Sentence(
        "文件不得是指向门户目录之外的链接。", "A file must not be a link that leads out of the portal."
    ),
    "file-name": Sentence("文件名必须是 UTF-8，不含控制字符。", "A file's name is UTF-8 without control characters."),
    "file-too-large": Sentence("一个记录文件不得超过 256 KiB。", "A record's file has 256 KiB at the most."),
    "encoding": Sentence("文件必须是不带 BOM 的 UTF-8。", "A file must be UTF-8 without a byte order mark."),
    "control-character": Sentence("文件里不得有控制字符。", "A file must hold no control characters."),
    "conflict-mark": Sentence(
        "文件里不得留有合并冲突的标记。", "A file holds no marks of a merge that was not finished."
    ),
    "invisible-character": Sentence(
        "文件里不得有看不见的字符（零宽、改变文字方向）。",
        "A file holds no characters that cannot be seen (zero width, direction).",
    ),
    "comment-in-text": Sentence(
        "文字里的“ #”要加引号，否则后面不发布。", "A text with “ #” is quoted; else the rest is lost."
    ),
    "schema-version": Sentence(
        "门户文件的格式与生成器是同一版。", "The portal's files have the form that the generator reads."
    ),
    "lost-paragraphs": Sentence("多段文字用“|”。", "A text of several paragraphs follows “|”."),
    "syntax": Sentence("文件必须是有效的 YAML。", "A file must be valid YAML."),
    "full-width-colon": Sentence("键后面用半角冒号加空格。", "A key is followed by a half-width colon and a space."),
    "tab": Sentence("缩进只用空格。", "Indentation uses spaces only."),
    "alias": Sentence("不使用 YAML 的锚点和引用。", "YAML anchors and aliases are not used."),
    "tag": Sentence("不使用 YAML 标签。", "YAML tags are not used."),
    "too-deep": Sentence("嵌套不超过 24 层。", "Nesting has 24 levels at the most."),
    "several-documents": Sentence("一个文件一份记录。", "One file holds one record."),
    "bad-key": Sentence("键必须是一个词。", "A key is one word."),
    "duplicate-key": Sentence("同一层里一个键只写一次。", "A key stands once on its level."),
    "not-a-record": Sentence("文件内容必须是“键: 值”。", "A file's content must be keys and values."),
    "bad-id": Sentence(
        "文件名即编号：小写字母、数字、连字符。", "The file name is the id: small letters, digits, hyphens."
    ),
    "file-name-is-id": Sentence(
        "文件里若写 id，必须与文件名一致。", "An id written in the file must be the file's name."
    ),
    "unknown-key": Sentence("只能用规定的键。", "Only documented keys are allowed."),
    "missing-key": Sentence("必填的键不得缺少。", "Required keys must be there."),
    "language-missing": Sentence("中文、英文都要有。", "Both languages must be there."),
    "same-in-both": Sentence("中文与英文不得完全相同。", "Chinese and English must not be identical."),
    "bad-value": Sentence("只能用列表里的值。", "Only values of the list are allowed."),
    "bad-type": Sentence(
        "值的形式必须相符（文字、数字、列表、是否）。",
        "A value must be of the right sort (text, number, list, yes or no).",
    ),
    "bad-form": Sentence("值必须符合规定的写法。", "A value must be written in the documented form."),
    "out-of-range": Sentence("数值必须在允许范围内。", "A number must be within its range."),
    "bad-length": Sentence("文字和列表的长度有限制。", "Texts and lists have a least and a greatest length."),
    "bad-quantity": Sentence("数量要写明单位。", "A quantity is a number with its unit."),
    "bad-date": Sentence("日期写成 2020-03-18，且确有其日。", "A date is written 2020-03-18 and exists."),
    "bad-phone": Sentence("电话写成国际格式。", "A phone number is written in international form."),
    "bad-chain": Sentence(
        "产业链环节编号唯一，上下游关系指向存在的环节。",
        "Chain nodes have ids of their own, and flows join nodes that exist.",
    ),
    "bad-test": Sentence("申报条件的比较方式与事实相符。", "A test's comparison fits its fact."),
    "bad-base": Sentence("计算基数必须是可计算的事实。", "A benefit's base is a fact that can be computed with."),
    "bad-percent": Sentence("比例不超过 100%。", "A share is at most 100 %."),
    "bad-window": Sentence(
        "申报时间有始有终，截止钟点有日期。", "A window of each year has both ends; a closing hour has its day."
    ),
    "bad-budget": Sentence("剩余额度不多于总额。", "What is left of a budget is not more than its total."),
    "bad-years": Sentence("各年合计上限不低于一年的上限。", "A cap of all years is not below that of one year."),
    "bad-parts": Sentence("分期拨付合计 100%。", "The parts in which a benefit is paid come to 100 %."),
    "bad-tier": Sentence("分档由低到高，每档一种标准。", "Tiers rise, and each has one standard."),
    "cap-below-floor": Sentence("上限不得低于下限。", "A cap is not below its floor."),
}
"""Rule id -> what it says. A rule that is reported but does not stand here fails a test."""
