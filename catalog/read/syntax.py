"""YAML's own syntax errors, said for people who are not programmers."""

import re

import yaml

from catalog.languages import Sentence
from catalog.read.fault import Fault

FULL_WIDTH = re.compile(r"^(\s*(?:- )?[A-Za-z_][\w]*)：")


def explain(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """Find the line that staff must mend and say what is wrong with it."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    # A full-width colon makes the key part of a text, which the parser notices only one or more lines later.
    for number in range(min(line, len(lines)), max(0, line - 4), -1):
        found = FULL_WIDTH.match(lines[number - 1])
        if found:
            return Fault("full-width-colon",
                Sentence(f"“{found[1].strip()}”后面是全角冒号“：”，应为半角冒号加空格“: ”。",
                         f"“{found[1].strip()}” is followed by a full-width colon; it must be “: ”, with a space."),
                line=number, column=len(found[1]) + 1)  # fmt: skip
    typed = lines[line - 1] if line <= len(lines) else ""
    if "\t" in typed[: len(typed) - len(typed.lstrip())]:
        return Fault("tab", Sentence("行首有制表符（Tab），只能用空格缩进。", "The line is indented with a tab; use spaces."),
                     line=line, column=1)  # fmt: skip
    problem = (error.problem or "").lower()
    if "mapping values are not allowed" in problem:
        return Fault("syntax", Sentence("这一行里多了一个冒号，或缩进不对。", "There is one colon too many in this line, or its indentation is off."),
                     Sentence("文字里有“: ”时，请把整段文字放进引号。", "Quote a text that contains “: ”."), line, column)  # fmt: skip
    if "quoted scalar" in problem or "quoted scalar" in (error.context or ""):
        return Fault("syntax", Sentence("引号没有成对。", "A quotation mark is not closed."), line=line, column=column)
    if "expected <block end>" in problem or "did not find expected" in problem:
        return Fault("syntax", Sentence("缩进与上一行不一致，或括号、引号没有成对。",
                                        "The indentation does not match the lines above, or a bracket or quote is not closed."),
                     Sentence("同一层的键要左对齐。", "Keys of one level must start in the same column."), line, column)  # fmt: skip
    return Fault("syntax", Sentence("这一行不是有效的 YAML。", "This line is not valid YAML."), line=line, column=column)
