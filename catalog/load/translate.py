"""From pydantic's English errors to sentences for staff, in both languages."""

import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from catalog.languages import Sentence
from catalog.problems.finding import Finding
from catalog.load.keys import keys_at
from catalog.load.location import key_path
from catalog.model.base import Model
from catalog.problems.nearest import nearest

Said = tuple[str, Sentence, Sentence]
NO_HINT = Sentence("", "")


def findings_in(error: ValidationError, kind: str, id_: str, model: type[Model], value: Any) -> list[Finding]:
    """Say every mistake of one record."""
    found = []
    for detail in error.errors(include_url=False):
        path = key_path(detail["loc"], value)
        rule, sentence, hint = _say(detail, model, path)
        found.append(Finding(rule, kind, id_, path, sentence, hint, of_key=rule == "unknown-key"))
    return found


def _say(detail: ErrorDetails, model: type[Model], path: tuple[str | int, ...]) -> Said:
    context = detail.get("ctx") or {}
    if "zh" in context:
        return detail["type"], Sentence(context["zh"], context["en"]), Sentence(context["hint_zh"], context["hint_en"])
    key = str(path[-1]) if path else ""
    say = SAYINGS.get(detail["type"], _other)
    return say(key, detail, context, keys_at(model, path[:-1]))


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _missing(key: str, detail: ErrorDetails, context: dict[str, Any], keys: dict[str, Sentence]) -> Said:
    if key in ("zh", "en") and set(keys) == {"zh", "en"}:
        return ("language-missing", Sentence(f"缺少{'中文' if key == 'zh' else '英文'}（{key}）。", f"The {'Chinese' if key == 'zh' else 'English'} text ({key}) is missing."),
                Sentence("两种语言都要写。", "Both languages are required."))  # fmt: skip
    label = keys.get(key, Sentence("", ""))
    return "missing-key", Sentence(f"缺少必填的“{key}”（{label.zh}）。", f"The required key “{key}” ({label.en}) is missing."), NO_HINT


def _extra(key: str, detail: ErrorDetails, context: dict[str, Any], keys: dict[str, Sentence]) -> Said:
    meant = nearest(key, keys) or next((name for name, label in keys.items() if key in label), None)
    hint = Sentence(f"是不是“{meant}”（{keys[meant].zh}）？", f"Did you mean “{meant}” ({keys[meant].en})?") if meant else Sentence(
        f"这里可用：{'、'.join(keys)}。", f"Allowed here: {', '.join(keys)}.")  # fmt: skip
    return "unknown-key", Sentence(f"没有“{key}”这个键。", f"There is no key “{key}” here."), hint


def _one_of(key: str, detail: ErrorDetails, context: dict[str, Any], keys: dict[str, Sentence]) -> Said:
    allowed = re.findall(r"'([^']*)'", str(context.get("expected") or context.get("expected_tags") or ""))
    got = str(context.get("tag") or detail["input"])
    meant = nearest(got, allowed)
    hint = Sentence(f"是不是“{meant}”？", f"Did you mean “{meant}”?") if meant else NO_HINT
    return ("bad-value", Sentence(f"“{key}”应为以下之一：{'、'.join(allowed)}；实际写的是“{_shown(got)}”。",
                                  f"“{key}” must be one of {', '.join(allowed)}; got “{_shown(got)}”."), hint)  # fmt: skip


def _sort(zh: str, en: str) -> Callable[[str, ErrorDetails, dict[str, Any], dict[str, Sentence]], Said]:
    def say(key: str, detail: ErrorDetails, context: dict[str, Any], keys: dict[str, Sentence]) -> Said:
        got = _shown(detail["input"])
        if detail["input"] is None:
            return "bad-type", Sentence(f"“{key}”后面是空的，应为{zh}。", f"“{key}” is empty; it must be {en}."), NO_HINT
        hint = Sentence("给它加上引号即为文字。", "Put quotes around it to make it text.") if "string" in detail["type"] and isinstance(detail["input"], int) else NO_HINT
        return "bad-type", Sentence(f"“{key}”应为{zh}，实际写的是“{got}”。", f"“{key}” must be {en}; got “{got}”."), hint

    return say


def _form(key: str, detail: ErrorDetails, context: dict[str, Any], keys: dict[str, Sentence]) -> Said:
    got = _shown(detail["input"])
    return "bad-form", Sentence(f"“{key}”的写法不对：“{got}”。", f"“{key}” is not written in the documented form: “{got}”."), Sentence(
        f"应符合：{context.get('pattern', '')}", f"The form is: {context.get('pattern', '')}")  # fmt: skip


def _range(key: str, detail: ErrorDetails, context: dict[str, Any], keys: dict[str, Sentence]) -> Said:
    bound = next(iter(context.values()), "")
    low = detail["type"].startswith("greater")
    return ("out-of-range", Sentence(f"“{key}”不得{'小于' if low else '大于'} {bound}，实际写的是 {detail['input']}。",
                                     f"“{key}” must be at {'least' if low else 'most'} {bound}; got {detail['input']}."), NO_HINT)  # fmt: skip


def _length(key: str, detail: ErrorDetails, context: dict[str, Any], keys: dict[str, Sentence]) -> Said:
    if "min_length" in context:
        return "bad-length", Sentence(f"“{key}”不得为空。", f"“{key}” must not be empty."), NO_HINT
    return "bad-length", Sentence(f"“{key}”太长，最多 {context.get('max_length')}。", f"“{key}” is too long; {context.get('max_length')} at the most."), NO_HINT


def _other(key: str, detail: ErrorDetails, context: dict[str, Any], keys: dict[str, Sentence]) -> Said:
    return "bad-form", Sentence(f"“{key}”的值不能用：“{_shown(detail['input'])}”。", f"“{key}” holds a value that cannot be used: “{_shown(detail['input'])}”."), NO_HINT


_text = _sort("文字", "text")
_whole = _sort("整数", "a whole number")
_number = _sort("数字", "a number")
_yes_no = _sort("true 或 false", "true or false")
_list = _sort("列表（每行以“- ”开头）", "a list (each line begins with “- ”)")
_group = _sort("下一级的“键: 值”", "a group of keys and values")

SAYINGS: dict[str, Callable[[str, ErrorDetails, dict[str, Any], dict[str, Sentence]], Said]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "enum": _one_of,
    "literal_error": _one_of,
    "union_tag_invalid": _one_of,
    "union_tag_not_found": _sort("带有 form 的一组键", "a group of keys with “form”"),
    "string_type": _text,
    "int_type": _whole,
    "int_parsing": _whole,
    "int_from_float": _whole,
    "decimal_type": _number,
    "decimal_parsing": _number,
    "bool_type": _yes_no,
    "list_type": _list,
    "model_type": _group,
    "model_attributes_type": _group,
    "dict_type": _group,
    "string_pattern_mismatch": _form,
    "greater_than_equal": _range,
    "greater_than": _range,
    "less_than_equal": _range,
    "string_too_short": _length,
    "string_too_long": _length,
    "too_short": _length,
    "too_long": _length,
}
"""Pydantic's error type -> how staff are told."""
