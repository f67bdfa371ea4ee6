"""Writes the manual's page of rules from the registries and the bad examples."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from investment_portal.content.paths import shown
from investment_portal.languages import Language, Sentence
from investment_portal.problem_reports import text
from investment_portal.problems import Problem
from tests.overlay import BAD, PORTAL, edits
from tests.validation.registered import SECTIONS

LONGEST = 400
"""Signs of an example that a page can show."""

TITLE = Sentence("检查规则", "Rules of the check")
MADE = Sentence(
    "<!-- 本页由 pytest --bless 根据规则和 tests/fixtures/bad 的示例生成，请勿手改。 -->",
    "<!-- Made by pytest --bless from the rules and the examples in tests/bad: do not edit. -->",
)
INTRO = Sentence(
    "运行 `make check`（已安装的用 `investment-portal check`），一次列出全部问题：\n"
    "文件、行、列，规则编号，错处，改法。\n\n"
    "“错误”未改完之前不会生成网站；“提醒”不影响生成，加 `--strict` 则按错误处理。\n\n"
    "以下每条规则都附一个错误的例子，以及检查时给出的信息。",
    "`make check` (`investment-portal check` where it is installed) lists every problem in one run: file, line,\n"
    "column, rule, what is wrong, how to mend it.\n\n"
    "As long as an error is left no site is written; a warning stops nothing, unless `--strict` is given.\n\n"
    "Below, each rule has an example that breaks it, and what the check then says.",
)
EXAMPLE = Sentence("例子（`{file}`）：", "Example (`{file}`):")
LINK = Sentence("指向 {target} 的链接", "a link to {target}")
GONE = Sentence("已发布的文件被删去", "a published file that was deleted")
DELETED = Sentence("删去 `{find}`", "without `{find}`")


def page(problems_of_case: dict[str, list[Problem]], language: Language) -> str:
    """Write the page in one language."""
    parts = [f"# {TITLE.in_(language)}", MADE.in_(language), INTRO.in_(language)]
    for heading, rules in SECTIONS.items():
        parts.append(f"## {heading.in_(language)}")
        for id_, summary in rules.items():
            parts += _rule(id_, summary, problems_of_case[id_], language)
    return "\n\n".join(parts) + "\n"


def _rule(id_: str, summary: Sentence, problems: list[Problem], language: Language) -> Iterator[str]:
    problem, edit = _pair(id_, problems, edits(BAD / id_))
    yield f"### `{id_}`"
    yield summary.in_(language)
    yield EXAMPLE.in_(language).format(file=shown(edit["file"]))
    yield _shown(edit, language)
    message = text([problem], language).rsplit("\n", 1)[0]
    yield f"```text\n{message}\n```"


def _pair(id_: str, problems: list[Problem], edits_: list[dict[str, Any]]) -> tuple[Problem, dict[str, Any]]:
    """Choose an edit and the problem that it caused: at its lines, else in its file, else anywhere."""
    problems_of_rule = [problem for problem in problems if problem.rule == id_]
    closest = [(problem, edit) for edit in edits_ for problem in problems_of_rule if _stands_in(problem, edit)]
    same_file = [
        (problem, edit) for edit in edits_ for problem in problems_of_rule if problem.file == shown(edit["file"])
    ]
    return (closest or same_file or [(problems_of_rule[0], edits_[0])])[0]


def _stands_in(problem: Problem, edit: dict[str, Any]) -> bool:
    """Return whether a problem stands in the lines that an edit wrote."""
    if problem.file != edit["file"] or "find" not in edit:
        return False
    before = (PORTAL / edit["file"]).read_text("utf-8").split(edit["find"])[0]
    first: int = before.count("\n") + 1
    last: int = first + edit.get("put", "").count("\n")
    return first <= problem.line <= last


def _shown(edit: dict[str, Any], language: Language) -> str:
    if "link" in edit:
        return LINK.in_(language).format(target=f"`{edit['link']}`")
    put = edit.get("put", "")
    if edit.get("delete"):
        return GONE.in_(language)
    if not put.strip():
        return DELETED.in_(language).format(find=edit.get("find", "").strip().split("\n")[0])
    if len(put) > LONGEST:
        put = put[:LONGEST] + " …"
    visible = "".join(sign if sign.isprintable() or sign in "\n\t" else f"\\u{ord(sign):04x}" for sign in put)
    times = f" × {edit['times']}" if "times" in edit else ""
    return f"```yaml\n{visible.rstrip()}{times}\n```"


def place(root: Path, language: Language) -> Path:
    """Return where the page stands."""
    return root / "manual" / language / "rules.md"
