"""Cells of the workbook: how a value of a record is shown there, and what a cell means as a value."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple

from investment_portal.characters import FOUND, code_of
from investment_portal.content.text import FORBIDDEN, REMOVE, Unreadable, hidden_after
from investment_portal.content.yaml_loader import load_text
from investment_portal.content.yaml_text import flow_text
from investment_portal.content.yaml_values import plain
from investment_portal.languages import NOTHING, Language, Sentence
from investment_portal.models.field_docs import NOT_BLANK
from investment_portal.refusals import RefusedError
from investment_portal.value import Value

LONGEST = 32_000
"""Characters that a cell can hold, with some to spare: Excel ends at 32 767."""

NOT_SHOWN = "⋯ 内容过长或有特殊字符，请在表单里修改 · too long or with special characters: change it in the form"
"""Stands for a text that a cell cannot hold; it is left as it is."""

NOT_IN_CELLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
LINE_ENDS = re.compile(r"\r\n?|_x000D_\n?")
BETWEEN = re.compile(r"[;；\n]")
BETWEEN_WORDS = re.compile(r"[,，、]")
PLAIN_FORMATS = frozenset({"General", "@", "0"})
"""Formats of numbers that show every digit as it is."""

DIGITS = 15
"""Digits of a number that Excel keeps."""

FORMULA = Sentence(
    "这里是公式，不能读入：复制后选择性粘贴为“值”。",
    "This is a formula, which is not read: copy it and paste it as a value.",
)
ERROR = Sentence("这里是 Excel 的错误值，不能读入：改成内容，或清空。", "This is an error of Excel: type the content.")
AS_TEXT = Sentence("把单元格设成“文本”格式，再照原样重新输入。", "Set the cell's format to “Text” and type it again.")
AS_DAY = Sentence("写成“2020-03-18”这样的日期，不带时间。", "Write a date like “2020-03-18”, without a time.")


class TypedCell(NamedTuple):
    """A cell as the program that saved the workbook left it; ``kind`` and ``number_format`` are those of its file."""

    value: Any
    kind: str = "s"
    number_format: str = "@"


class CellRefusedError(RefusedError):
    """A cell whose content cannot be read without guessing; ``hint`` says how to mend it."""

    def __init__(self, sentence: Sentence, hint: Sentence = NOTHING) -> None:
        """Take the sentence and the hint."""
        super().__init__(sentence)
        self.hint = hint


class Names(NamedTuple):
    """The records that a cell may name: kind -> id -> names in all languages."""

    by_kind: Mapping[str, Mapping[str, Sequence[str]]]

    def id_of(self, kind: str, text: str) -> str:
        """Return the id that a text means: an id, an id with a name behind it, or a name; else the text."""
        names = self.by_kind.get(kind, {})
        first = text.split(maxsplit=1)[0] if text.split() else text
        if first in names:
            return first
        named = [id_ for id_, labels in names.items() if text in labels]
        return named[0] if len(named) == 1 else text


NO_NAMES = Names({})
Shown = str | int | float | None
"""The value of a cell as it is exported."""


def normal(text: str) -> str:
    """Return a text without what programs change in saving: forms of line ends, and line ends at the end."""
    return LINE_ENDS.sub("\n", text).rstrip()


def number_of(value: float, digits: int = DIGITS) -> int | Decimal:
    """Return a number as people see it in the cell: 1 for 1.0, 0.3 for 0.30000000000000004."""
    number = Decimal(f"{value:.{digits}g}")
    whole = number.to_integral_value()
    return int(whole) if whole == number else Decimal(f"{number.normalize():f}")


def is_as_shown(cell: TypedCell, shown: Shown) -> bool:
    """Return whether a cell still holds what was exported."""
    if cell.kind in {"f", "e"} or isinstance(cell.value, bool):
        return False
    if isinstance(cell.value, int | float) and isinstance(shown, int | float):
        return isfinite(cell.value) and number_of(cell.value) == number_of(shown)
    if cell.value is None or isinstance(cell.value, str):
        return isinstance(shown, str | None) and normal(cell.value or "") == normal(shown or "")
    return False


class CellType(Value):
    """A sort of cells; ``width`` is that of its column in characters."""

    width: int = 16

    def shown(self, value: Any, names: Names) -> Shown:
        """Return what stands in the cell for a value of a record."""
        raise NotImplementedError

    def value_of(self, cell: TypedCell, names: Names) -> Any:
        """Return what a cell means; nothing where it is empty. Raise ``CellRefusedError``."""
        if cell.kind == "f":
            raise CellRefusedError(FORMULA)
        if cell.kind == "e":
            raise CellRefusedError(ERROR)
        if isinstance(cell.value, str):
            text = LINE_ENDS.sub("\n", cell.value).strip()
            _require_visible(text)
            return self.of_text(text, names) if text else None
        return None if cell.value is None else self.of_typed(cell, names)

    def of_text(self, text: str, names: Names) -> Any:
        """Return the value of a text, which is not empty."""
        raise NotImplementedError

    def of_typed(self, cell: TypedCell, names: Names) -> Any:
        """Return the value of a number, a date or a truth value, which a program may have made of what was typed."""
        if isinstance(cell.value, bool):
            return cell.value
        if isinstance(cell.value, int | float) and cell.number_format in PLAIN_FORMATS:
            return self.of_text(str(exact(cell.value)), names)
        raise CellRefusedError(changed_by_excel(cell))


def _require_visible(text: str) -> None:
    """Refuse characters that cannot be seen, as the check does in files, and control characters."""
    hidden, control = FOUND.search(text), FORBIDDEN.search(text)
    if hidden:
        raise CellRefusedError(*hidden_after(text[: hidden.start()], FOUND.findall(text)))
    if control:
        code = code_of(control[0])
        raise CellRefusedError(
            Sentence(f"有控制字符（{code}），不能读入。", f"There is a control character ({code}), which is not read."),
            REMOVE,
        )


def exact(value: float) -> int | Decimal:
    """Return a number; refuse one with more digits than programs keep."""
    if not abs(value) < 10**DIGITS:
        digits = Sentence(
            f"数字超过 {DIGITS} 位，Excel 会改动末尾几位。",
            f"A number of more than {DIGITS} digits is rounded by Excel.",
        )
        raise CellRefusedError(Sentence(digits.zh + AS_TEXT.zh, f"{digits.en} {AS_TEXT.en}"))
    return number_of(value)


def changed_by_excel(cell: TypedCell) -> Sentence:
    """Return that a program made a number or date of what was typed."""
    if isinstance(cell.value, date | time | timedelta):
        return Sentence(
            f"Excel 把这里的内容变成了日期或时间（{cell.value}）。{AS_TEXT.zh}",
            f"Excel turned this into a date or time ({cell.value}). {AS_TEXT.en}",
        )
    return Sentence(
        f"Excel 把这里的内容变成了数字（{cell.value}，格式“{cell.number_format}”）。{AS_TEXT.zh}",
        f"Excel turned this into a number ({cell.value}, format “{cell.number_format}”). {AS_TEXT.en}",
    )


def shown_text(text: str) -> str:
    """Return a text as a cell can hold it."""
    return NOT_SHOWN if len(text) > LONGEST or NOT_IN_CELLS.search(text) else text.rstrip("\n")


class WordCell(CellType):
    """A number, date, quantity or text; ``pattern`` is the form of its texts, ``types`` are those of JSON."""

    pattern: str = NOT_BLANK
    types: tuple[str, ...] = ("string",)
    listed: bool = False

    def shown(self, value: Any, names: Names) -> Shown:  # noqa: ARG002 - as of all cells
        """Return numbers as numbers where the field holds nothing else, else as texts."""
        if value is None or isinstance(value, dict):
            return None
        if isinstance(value, list):
            return shown_text("; ".join(map(str, value)))
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int | Decimal) and "string" not in self.types and abs(value) < 10**DIGITS:
            return value if isinstance(value, int) else float(value)
        return shown_text(str(value))

    def of_text(self, text: str, names: Names) -> Any:  # noqa: ARG002 - as of all cells
        """Return a number where the field may hold one, else the text."""
        if self.listed and BETWEEN.search(text):
            return [part.strip() for part in BETWEEN.split(text) if part.strip()]
        return plain(text) if {"number", "integer"} & set(self.types) else text

    def of_typed(self, cell: TypedCell, names: Names) -> Any:
        """Return what was typed, where the form of the field leaves no doubt about it."""
        value, format_ = cell.value, cell.number_format.split(";")[0]
        if isinstance(value, bool):
            return value
        if isinstance(value, datetime | time):
            return self._of_time(cell, format_)
        if not isinstance(value, int | float):  # a span of time, say
            raise CellRefusedError(changed_by_excel(cell))
        if format_.endswith("%") and isfinite(value):
            text = f"{number_of(value * 100)} %"
            if self._has_form(text):
                return text
            raise CellRefusedError(changed_by_excel(cell))
        numeric = {"number", "integer"} & set(self.types)
        if not numeric and self.pattern == NOT_BLANK and format_ not in PLAIN_FORMATS:
            raise CellRefusedError(changed_by_excel(cell))
        number = exact(value)
        return number if numeric else self.of_text(str(number), names)

    def _of_time(self, cell: TypedCell, format_: str) -> str:
        if isinstance(cell.value, time):
            texts = [f"{cell.value:%H:%M}"] if not cell.value.second else []
        elif cell.value.time() == time():
            texts = [f"{cell.value:%Y-%m-%d}"] if "d" in format_.lower() else []
        else:
            texts = []
        for text in texts:
            if self.pattern != NOT_BLANK and self._has_form(text):
                return text
        if self._has_form("2020-03-18") and self.pattern != NOT_BLANK and "d" in format_.lower():
            raise CellRefusedError(AS_DAY)
        raise CellRefusedError(changed_by_excel(cell))

    def _has_form(self, text: str) -> bool:
        return re.search(self.pattern, text) is not None


class ChoiceCell(CellType):
    """A value of a list, shown by its label in one language."""

    labels: Mapping[str, Sentence] = {}
    language: Language = "zh"

    @property
    def options(self) -> list[str]:
        """The texts that the list of the cell offers."""
        return [self._label(value) for value in self.labels]

    def _label(self, value: str) -> str:
        return self.labels[value].in_(self.language) or value

    def shown(self, value: Any, names: Names) -> Shown:  # noqa: ARG002 - as of all cells
        """Return the label."""
        if isinstance(value, str) and value in self.labels:
            return self._label(value)
        return None if value is None or isinstance(value, dict | list) else shown_text(str(value))

    def of_text(self, text: str, names: Names) -> Any:  # noqa: ARG002 - as of all cells
        """Return the value with a label in either language, or what was typed."""
        if text in self.labels:
            return text
        word = text.casefold()
        labelled = [value for value, label in self.labels.items() if word in {part.casefold() for part in label}]
        return labelled[0] if len(labelled) == 1 else text


class YesNoCell(CellType):
    """Yes or no."""

    language: Language = "zh"

    @property
    def options(self) -> list[str]:
        """The texts that the list of the cell offers."""
        return [YES.in_(self.language), NO.in_(self.language)]

    def shown(self, value: Any, names: Names) -> Shown:  # noqa: ARG002 - as of all cells
        """Return the word."""
        if isinstance(value, bool):
            return self.options[not value]
        return None if value is None or isinstance(value, dict | list) else shown_text(str(value))

    def of_text(self, text: str, names: Names) -> Any:  # noqa: ARG002 - as of all cells
        """Return true or false, or what was typed."""
        word = text.casefold()
        return True if word in {*YES, "true"} else False if word in {*NO, "false"} else text


YES, NO = Sentence("是", "yes"), Sentence("否", "no")


class ReferenceCell(CellType):
    """The id of a record, with its name behind it."""

    refers_to: str = ""
    language: Language = "zh"

    def shown(self, value: Any, names: Names) -> Shown:
        """Return the id and the name."""
        if not isinstance(value, str):
            return None if value is None or isinstance(value, dict | list) else shown_text(str(value))
        labels = names.by_kind.get(self.refers_to, {}).get(value)
        return shown_text(f"{value} {labels[self.language == 'en']}" if labels else value)

    def of_text(self, text: str, names: Names) -> Any:
        """Return the id."""
        return names.id_of(self.refers_to, " ".join(text.split()))


class ListCell(CellType):
    """A list of single values, with semicolons between them."""

    item: CellType = WordCell()

    def shown(self, value: Any, names: Names) -> Shown:
        """Return the values in a line."""
        if not isinstance(value, list):
            return self.item.shown(value, names)
        if any(item is None or isinstance(item, dict | list) for item in value):
            return NOT_SHOWN
        without_names = NO_NAMES if isinstance(self.item, ReferenceCell) else names
        return shown_text("; ".join(str(self.item.shown(item, without_names)) for item in value)) or "[]"

    def of_text(self, text: str, names: Names) -> Any:
        """Return the values; commas part them too where nothing holds a comma."""
        if text == "[]":
            return []
        values: list[Any] = []
        for part in filter(None, map(str.strip, BETWEEN.split(text))):
            value = self.item.of_text(part, names)
            commas = [inner.strip() for inner in BETWEEN_WORDS.split(part) if inner.strip()]
            # A text may hold commas; ids, words of a list and forms do not.
            if value == part and len(commas) > 1 and not self._is_free():
                values += [self.item.of_text(inner, names) for inner in commas]
            else:
                values.append(value)
        return values

    def of_typed(self, cell: TypedCell, names: Names) -> Any:
        """Return the one value."""
        return [self.item.of_typed(cell, names)]

    def _is_free(self) -> bool:
        return isinstance(self.item, WordCell) and self.item.pattern == NOT_BLANK


class WordsCell(CellType):
    """Another cell, in which certain words may stand as well: ``all``, ``unknown``."""

    inner: CellType = WordCell()
    words: tuple[str, ...] = ()

    def shown(self, value: Any, names: Names) -> Shown:
        """Return the word, or what the cell shows otherwise."""
        return value if isinstance(value, str) and value in self.words else self.inner.shown(value, names)

    def of_text(self, text: str, names: Names) -> Any:
        """Return the word, or what the cell means otherwise."""
        return text if text in self.words else self.inner.of_text(text, names)

    def of_typed(self, cell: TypedCell, names: Names) -> Any:
        """Return what the cell means otherwise."""
        return self.inner.of_typed(cell, names)


class NestedCell(CellType):
    """Groups and lists that lie too deep for columns, as YAML in brackets."""

    def shown(self, value: Any, names: Names) -> Shown:  # noqa: ARG002 - as of all cells
        """Return the text."""
        return None if value is None else shown_text(flow_text(value))

    def of_text(self, text: str, names: Names) -> Any:  # noqa: ARG002 - as of all cells
        """Parse the text."""
        try:
            content = load_text(f"value: {text}\n")
        except Unreadable as error:
            raise CellRefusedError(error.fault.sentence) from error
        if not isinstance(content.value, dict) or list(content.value) != ["value"]:
            raise CellRefusedError(BRACKETS)
        return content.value["value"]


BRACKETS = Sentence("应为一个值，或方括号、花括号里的内容。", "Must be a single value, or what stands in brackets.")
