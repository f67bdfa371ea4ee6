"""Messages for each sort of mistake: what must be, what was got, how to mend it; the rules about single fields."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from investment_portal.content.yaml_values import plain
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.base import fields_of, is_model, split_type
from investment_portal.models.careful import MistakesError, convert_carefully
from investment_portal.models.kinds import KINDS
from investment_portal.problems import LONGEST_WORD, did_you_mean_text, nearest, nearness, quoted, spaced
from investment_portal.validation.candidates import candidates
from investment_portal.validation.mending import odd_sentence
from investment_portal.validation.mistake_context import Message, RecordMistake, type_at
from investment_portal.validation.value_hints import number_hint, yes_no_hint

BOTH = frozenset({"zh", "en"})
LANGUAGE_NAMES = {"zh": Sentence("中文", "Chinese"), "en": Sentence("英文", "English")}
LANGUAGE_ALIASES = {"cn": "zh", "ch": "zh", "chn": "zh", "zh-cn": "zh", "zho": "zh", "eng": "en", "us": "en"}
LABELLED = 12
"""Allowed words that a sentence shows with their labels, where it has more."""

FULL_WIDTH = re.compile(r"\s*[A-Za-z_]+：")
UNSPACED = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)([:：])\s*(.*)", re.DOTALL)
NUMERAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|true|false")
THOUSANDS = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
PARTS = re.compile(r"\s*(?:[、，,;；/|+]|\n|\b(?:and|or)\b|[和及或])\s*")
UNQUOTE = Sentence("去掉引号。", "Delete the quotes.")
QUOTES = Sentence("给它加上引号即为文字。", "Put quotes around it to make it text.")
COLON = Sentence("键后面用半角冒号加空格“: ”，不用全角“：”。", "Follow the key by “: ” with a space, not by “：”.")
TEXT = Sentence("分两行缩进写 zh: 中文 和 en: 英文。", "Write zh: Chinese and en: English, indented, on two lines.")
OR_UNKNOWN = Sentence(
    "分两行缩进写 zh: 和 en:；不清楚时写 unknown。", "Write zh: and en: on two lines, or unknown where nobody knows."
)
DASHES = Sentence("每项另起一行，以“- ”开头。", "Write each entry on a line of its own that begins with “- ”.")
ALL = Sentence("写 all，或每项另起一行、以“- ”开头。", "Write all, or each entry on a line that begins with “- ”.")
FILL = Sentence("写上内容。", "Fill it in.")
FILL_OR_DELETE = Sentence("写上内容，或删去这一行。", "Fill it in, or delete the line.")


def _words(allowed: Mapping[str, Sentence], language: str, typed: object = "") -> str:
    """Return all allowed words; where they are many, the nearest stand first, and labels behind these only."""
    names = list(allowed)
    if len(names) > LABELLED and isinstance(typed, str):
        closest = sorted(names, key=lambda name: -_likeness(typed, name, allowed[name]))[:LABELLED]
        names = [*closest, *(name for name in names if name not in closest)]
    shown = [
        f"{name}（{allowed[name].zh}）" if language == "zh" and allowed[name].zh and place < LABELLED else name
        for place, name in enumerate(names)
    ]
    return ("、" if language == "zh" else ", ").join(shown)


def _likeness(typed: str, name: str, label: Sentence) -> float:
    """Return how much a word is like one that is allowed, or like its label."""
    return max(nearness(typed, spelling) for spelling in (name, label.zh, label.en))


def missing(mistake: RecordMistake) -> Message:
    """Return the message that a required key is not there."""
    key = str(mistake.path[-1])
    keys = mistake.siblings
    if key in BOTH and set(keys) == BOTH:
        zh, en = LANGUAGE_NAMES[key]
        return Message(
            "language-missing",
            Sentence(f"两种语言都要写，缺少{zh}（{key}）。", f"Both languages are needed; {en} ({key}) is missing."),
            Sentence(f"补上“{key}: ”和译文。", f"Add “{key}: ” and the translation."),
        )
    label = keys.get(key, NOTHING)
    sentence = Sentence(f"缺少必填的“{key}”（{label.zh}）。", f"The required key “{key}” ({label.en}) is missing.")
    choices = mistake.choices
    if not choices:
        return Message("missing-key", sentence)
    hint = Sentence(
        f"补上“{key}: ”，可选：{_words(choices, 'zh')}。", f"Add “{key}: ” and one of {_words(choices, 'en')}."
    )
    return Message("missing-key", sentence, hint)


def extra(mistake: RecordMistake) -> Message:
    """Return the message that there is no such key."""
    typed = str(mistake.path[-1])
    keys = mistake.siblings
    unspaced = unspaced_key(typed, keys)
    if unspaced:
        return _unspaced(*unspaced)
    parted = _parted(mistake, typed)
    if parted:
        return parted
    sentence = Sentence(f"这里没有“{quoted(typed)}”这个键。", f"There is no key “{quoted(typed)}” here.")
    groups = _groups_with(mistake, typed)
    if groups:
        names = Sentence("、".join(f"“{name}”" for name in groups), " or ".join(f"“{name}”" for name in groups))
        hint = Sentence(f"它写在{names.zh}下面，缩进一级。", f"It belongs below {names.en}, indented.")
        return Message("unknown-key", sentence, hint)
    intended = intended_key(typed, keys)
    if intended:
        label = keys[intended]
        hint = Sentence(f"是不是“{intended}”（{label.zh}）？", f"Did you mean “{intended}” ({label.en})?")
        return Message("unknown-key", odd_sentence(typed) or sentence, hint)
    everywhere = Sentence(f"这里可用：{_words(keys, 'zh', typed)}。", f"Allowed here: {_words(keys, 'en', typed)}.")
    other = _kind_with(typed)
    if other:
        everywhere = Sentence(
            f"它是{other.zh}记录的键。{everywhere.zh}",
            f"It is a key of another kind of record: {other.en}. {everywhere.en}",
        )
    return Message("unknown-key", sentence, everywhere)


def unspaced_key(typed: str, keys: Mapping[str, Sentence]) -> tuple[str, str, str] | None:
    """Return key, colon and value of what became one word within braces, because no space follows the colon."""
    match = UNSPACED.fullmatch(typed)
    return (match[1], match[2], match[3]) if match and match[1] in keys else None


def _unspaced(key: str, colon: str, value: str) -> Message:
    hint = did_you_mean_text(f"{key}: {value}") or COLON
    if colon == "：":
        sentence = Sentence(
            f"“{key}”后面应为半角冒号加空格“: ”，实际是全角冒号“：”。",
            f"“{key}” must be followed by a half-width colon and a space; got the full-width “：”.",
        )
        return Message("full-width-colon", sentence, hint)
    sentence = Sentence(f"“{key}”的冒号后面缺少空格。", f"There is no space after the colon of “{key}”.")
    return Message("syntax", sentence, hint)


def _parted(mistake: RecordMistake, typed: str) -> Message | None:
    """Return the message that a comma within braces parted a figure or a text."""
    group = _value_at(mistake.record, mistake.path[:-1])
    before = before_comma(group, typed, mistake.siblings)
    if before is None:
        return None
    value = group[before]
    if THOUSANDS.fullmatch(typed) and isinstance(value, int):
        sentence = Sentence(
            f"花括号里的逗号用来隔开各项，“{value},{typed}”成了两项。",
            f"Commas separate entries in braces: “{value},{typed}” became two of them.",
        )
        return Message("unknown-key", sentence, Sentence(f"写成 {value}{typed}。", f"Write {value}{typed}."))
    sentence = Sentence(
        f"花括号里的逗号用来隔开各项，“{before}”的文字在逗号处断开了：“{quoted(typed)}”。",
        f"Commas separate entries in braces: the text of “{before}” ends at its comma, before “{quoted(typed)}”.",
    )
    hint = Sentence(f"给“{before}”的整段文字加上引号。", f"Put quotes around the whole text of “{before}”.")
    return Message("unknown-key", sentence, hint)


def before_comma(group: Any, typed: str, keys: Mapping[str, Sentence]) -> str | None:
    """Return the key whose value a comma cut off before a word that has no value; nothing where none did."""
    if not isinstance(group, dict) or group.get(typed) is not None or typed not in group:
        return None
    if re.fullmatch(r"[a-z][a-z_]*", typed) and not typed.isdigit() and intended_key(typed, dict(keys)):
        return None
    before = None
    for key in group:
        if key == typed:
            return before
        if key in keys:
            before = key if isinstance(group[key], str | int) and not isinstance(group[key], bool) else None
    return None


def _value_at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _groups_with(mistake: RecordMistake, key: str) -> list[str]:
    """Return the groups beside a key of a record in which it can stand; none for a key of a group itself."""
    if len(mistake.path) != 1 or not key.isidentifier():
        return []
    groups = ((info.key, split_type(info.type).type) for info in fields_of(mistake.model).values())
    inner = {name: {info.key for info in fields_of(type_).values()} for name, type_ in groups if is_model(type_)}
    return [name for name, keys in inner.items() if key in keys - BOTH]


def _kind_with(key: str) -> Sentence | None:
    """Return the kinds of records that have a key."""
    labels = [kind.label for kind in KINDS.values() if any(info.key == key for info in fields_of(kind.model).values())]
    if not labels:
        return None
    return Sentence("、".join(label.zh for label in labels), ", ".join(label.en for label in labels))


OTHER_WORDS = {
    "any_of": "any", "or": "any", "all_of": "all", "and": "all", "none_of": "none", "not": "none", "except": "none",
    "推迟": "postponed", "延后": "postponed", "改期": "postponed", "delayed": "postponed", "rescheduled": "postponed",
    "停办": "cancelled", "canceled": "cancelled", "called off": "cancelled",
    "线上": "moved_online", "转线上": "moved_online", "online": "moved_online",
}  # fmt: skip
"""Words that people write for a key or a value of a list, although neither its name nor its label is like them."""


def intended_key(typed: str, keys: Mapping[str, Sentence]) -> str | None:
    """Guess the key from its spelling, or from its label in either language."""
    if len(typed) > LONGEST_WORD:
        return None
    word = typed.strip().lower()
    by_sign = next((candidate for candidate in candidates(typed) if candidate in keys), None)
    by_label = next((name for name, label in keys.items() if word in {label.zh, label.en.lower()}), None)
    by_alias = LANGUAGE_ALIASES.get(word) if set(keys) == BOTH else OTHER_WORDS.get(word)
    by_alias = by_alias if by_alias in keys else None
    # Staff often leave out the first half of a label: 简介 for 项目简介.
    edges = (str.startswith, str.endswith)
    by_part = [name for name, label in keys.items() if len(word) > 1 and any(at(label.zh, word) for at in edges)]
    longer = [name for name, label in keys.items() if len(label.en) > len("no") and word.startswith(label.en.lower())]
    alone = longer[0] if len(longer) == 1 else by_part[0] if len(by_part) == 1 else None
    return by_sign or by_label or by_alias or (alone if longer else nearest(typed, keys)) or alone


def one_of(mistake: RecordMistake) -> Message:
    """Return the message that a value is not of its list."""
    choices = mistake.choices
    allowed = {word: choices.get(word, NOTHING) for word in mistake.limit}
    typed = mistake.typed
    name, typed_said = mistake.name, mistake.got
    sentence = Sentence(
        f"{name.zh}应为以下之一：{_words(allowed, 'zh', typed)}；{typed_said.zh}。",
        f"{name.en} must be one of {_words(allowed, 'en', typed)}; {typed_said.en}.",
    )
    if typed is None:
        return Message("bad-value", sentence, FILL if mistake.required else FILL_OR_DELETE)
    if not isinstance(typed, str):
        return Message("bad-value", sentence, only_one(mistake))
    several = [
        intended_one
        for part in PARTS.split(typed.strip("[]【】［］"))
        if part and (intended_one := intended_key(part, allowed))
    ]
    if len(several) > 1:
        return Message("bad-value", sentence, _as_entries(mistake, several))
    intended = intended_key(typed, allowed)
    if not intended:
        return Message("bad-value", sentence)
    label = allowed[intended]
    zh = f"是不是“{intended}”（{label.zh}）？" if label.zh else f"是不是“{intended}”？"
    return Message("bad-value", odd_sentence(typed) or sentence, Sentence(zh, f"Did you mean “{intended}”?"))


def _as_entries(mistake: RecordMistake, words: list[str]) -> Sentence:
    """Return how several words are written as a list, or that only one of them can stand."""
    key = next(step for step in reversed(mistake.path) if isinstance(step, str))
    if mistake.takes_list or isinstance(mistake.path[-1], int):
        listed = f"{key}: [{', '.join(words)}]"
        return Sentence(f"写成“{listed}”。", f"Write “{listed}”.")
    zh, en = "或".join(f"“{word}”" for word in words), " or ".join(f"“{word}”" for word in words)
    return Sentence(f"这里只能写一个：{zh}。", f"Only one can stand here: {en}.")


def only_one(mistake: RecordMistake) -> Sentence:
    """Return how a value is written that was typed as a list, or in quotes of another kind."""
    typed = mistake.typed
    if isinstance(typed, list) and typed and all(isinstance(value, str | int) for value in typed):
        key = next(step for step in reversed(mistake.path) if isinstance(step, str))
        if len(typed) > 1:
            return _as_entries(mistake, [quoted(value) for value in typed])
        return Sentence(
            f"这里只写一个值，不写列表：“{key}: {quoted(typed[0])}”。",
            f"One value stands here, not a list: “{key}: {quoted(typed[0])}”.",
        )
    if isinstance(typed, list):
        return Sentence("这里只写一项，不写列表。", "One entry stands here, not a list.")
    return NOTHING


def sort(zh: str, en: str, hint: Sentence = NOTHING) -> Callable[[RecordMistake], Message]:
    """Make the saying for a value of the wrong sort."""

    def message(mistake: RecordMistake) -> Message:
        name, typed = mistake.name, mistake.got
        if isinstance(mistake.typed, str) and NUMERAL.fullmatch(mistake.typed) and "list" not in en:
            sentence = Sentence(
                f"{spaced(name.zh + '应为', zh)}；实际是加了引号的文字。",
                f"{name.en} must be {en}; got text in quotes.",
            )
            return Message("bad-type", sentence, UNQUOTE)
        empty = FILL if mistake.required else FILL_OR_DELETE
        mend = empty if mistake.typed is None else only_one(mistake) or hint
        return Message(
            "bad-type",
            Sentence(f"{spaced(name.zh + '应为', zh)}；{typed.zh}。", f"{name.en} must be {en}; {typed.en}."),
            mend,
        )

    return message


def whole(mistake: RecordMistake) -> Message:
    """Return the message that a whole number is wanted."""
    message = sort("整数", "a whole number")(mistake)
    return message if message.hint else message._replace(hint=number_hint(mistake.typed, accepts_number(mistake)))


def accepts_number(mistake: RecordMistake) -> Callable[[str], bool]:
    """Return whether a number would do at the place of a mistake."""
    type_ = type_at(mistake.model, mistake.path, mistake.record)

    def accepts(text_: str) -> bool:
        number = plain(text_)
        try:
            convert_carefully(type_, number)
        except MistakesError:
            return False
        return not isinstance(number, str)

    return accepts


def yes_no(mistake: RecordMistake) -> Message:
    """Return the message that true or false is wanted."""
    message = sort("true 或 false", "true or false")(mistake)
    return message if message.hint else message._replace(hint=yes_no_hint(mistake.typed))


def listed(zh: str, en: str, hint: Sentence) -> Callable[[RecordMistake], Message]:
    """Make the saying for a value that should be a list."""

    def message(mistake: RecordMistake) -> Message:
        message_ = sort(zh, en, hint)(mistake)
        key = next(step for step in reversed(mistake.path) if isinstance(step, str))
        typed = mistake.typed
        if isinstance(typed, dict):
            first = next(iter(typed), "")
            mend = Sentence(
                f"在“{quoted(first)}”前面写“- ”，每组一项。", f"Begin each group with “- ”: “- {quoted(first)}: …”."
            )
            return message_._replace(hint=mend)
        if not isinstance(typed, str) or not typed.strip():
            return message_
        choices = mistake.choices
        entries = [part for part in re.split(r"\s*[、，,;；\n]\s*", typed.strip(" []【】［］")) if part]
        if choices:
            entries = [intended_key(part, choices) or part for part in entries]
        shown = f"{key}: [{', '.join(entries)}]"
        mend = (
            did_you_mean_text(shown) if all(re.fullmatch(r"[A-Za-z0-9_/-]+", entry) for entry in entries) else NOTHING
        )
        return message_._replace(hint=mend or hint)

    return message


def text(mistake: RecordMistake) -> Message:
    """Return the message that words are wanted."""
    message = sort("文字", "text")(mistake)
    return message if isinstance(mistake.typed, dict | list | None) else message._replace(hint=QUOTES)


def group(mistake: RecordMistake) -> Message:
    """Return the message that a group of keys is wanted: mostly both languages of a text."""
    name, typed = mistake.name, mistake.got
    if isinstance(mistake.typed, str) and FULL_WIDTH.match(mistake.typed):
        key = mistake.typed.split("：")[0].strip()
        sentence = Sentence(
            f"“{quoted(key)}”后面应为半角冒号加空格“: ”。", f"“{quoted(key)}” must be followed by “: ” with a space."
        )
        return Message("full-width-colon", sentence, COLON)
    keys = mistake.inner
    if set(keys) == BOTH:
        hint = OR_UNKNOWN if mistake.may_be_unknown else TEXT
        sentence = Sentence(
            f"{name.zh}应分中文、英文两项；{typed.zh}。", f"{name.en} must hold Chinese and English; {typed.en}."
        )
        return Message("bad-type", sentence, hint)
    sentence = Sentence(
        f"{name.zh}应为下一级的“键: 值”；{typed.zh}。", f"{name.en} must be a group of keys; {typed.en}."
    )
    return Message(
        "bad-type", sentence, Sentence(f"可用的键：{_words(keys, 'zh')}。", f"Its keys: {_words(keys, 'en')}.")
    )


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
        limit, there = mistake.limit, len(mistake.typed)
        sentence = Sentence(
            f"{name.zh}最长 {limit}，实际 {there}。", f"{name.en} has a length of {limit} at the most; got {there}."
        )
        return Message("bad-length", sentence)
    if isinstance(mistake.typed, str):
        return Message("bad-length", Sentence(f"{name.zh}不得为空。", f"{name.en} must not be empty."))
    least, there = mistake.limit, len(mistake.typed)
    sentence = Sentence(
        f"{name.zh}至少要有 {least} 项，实际 {there} 项。", f"{name.en} needs {least} or more entries; got {there}."
    )
    return Message("bad-length", sentence)


def lines(mistake: RecordMistake) -> Message:
    """Return the message that a text of one line has several."""
    name, count = mistake.name, len(str(mistake.typed).strip().splitlines())
    sentence = Sentence(f"{name.zh}只能有一行，实际有 {count} 行。", f"{name.en} must be one line; got {count} lines.")
    hint = Sentence("去掉换行。", "Write it without line breaks.")
    return Message("one-line", sentence, hint)


MESSAGES: dict[str, Callable[[RecordMistake], Message]] = {
    "missing": missing,
    "unknown-key": extra,
    "not-listed": one_of,
    "all-or-list": listed("all 或列表", "all or a list", ALL),
    "text": text,
    "whole": whole,
    "yes-no": yes_no,
    "list": listed("列表", "a list", DASHES),
    "group": group,
    "above": bound,
    "at-least": bound,
    "at-most": bound,
    "short": length,
    "long": length,
    "lines": lines,
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
    "closed-setting": Sentence(
        "mkdocs.yml 不能运行程序，也不能读取门户以外的文件或网址。",
        "mkdocs.yml runs no programs and reads no files and addresses outside the portal.",
    ),
    "one-line": Sentence("名称、摘要等纯文字只有一行。", "Names, summaries and other plain texts are one line each."),
    "lost-paragraphs": Sentence("多段文字用“|”。", "A text of several paragraphs follows “|”."),
    "list-mark": Sentence("列表每项以半角“- ”开头。", "Each entry of a list begins with a hyphen and a space."),
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
    "not-chinese": Sentence("zh 里写中文。", "A text below zh is Chinese."),
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
    "bad-procedure": Sentence(
        "落户流程的步骤编号唯一，先后关系指向存在的步骤且不成环，工作日写明最多几天。",
        "Steps of a procedure have ids of their own, follow steps that exist without a circle, and say how many "
        "working days they take at most.",
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
