"""The front matter of a page gives its title and its description; that of a frame has its holes."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.problems import Problem
from catalog.written.rule import PageRule, Written

LABELS = {"title": Sentence("标题", "title"), "description": Sentence("描述", "description")}


def check(written: Written) -> Iterator[Problem]:
    """Find what search engines and browsers would miss."""
    for page in written.pages:
        for key, label in LABELS.items():
            wanted = f"%%{key}%%" if page.is_frame else ""
            got = page.front.get(key)
            if not got or not str(got).strip() or (wanted and wanted not in str(got)):
                example = f'{key}: "{wanted or "…"}"'
                zh, en = f"页面开头应写明{label.zh}（{key}）。", f"The front matter must give a {label.en}."
                hint = Sentence(
                    f"在开头两行 --- 之间写：{example}", f"Between the two lines of dashes write: {example}"
                )
                yield Problem(page.file, 1, 1, "front-matter", key, Sentence(zh, en), hint)
        if bool(page.front.get("frame")) != page.is_frame:
            said = Sentence(
                "frame 只用于 _frame.md，且 _frame.md 必须有。", "“frame” belongs in _frame.md, and nowhere else."
            )
            hint = Sentence("照别的栏目改。", "See how another column does it.")
            yield Problem(page.file, 1, 1, "front-matter", "frame", said, hint)


RULE = PageRule("front-matter", Sentence("页面开头写明标题和描述。", "A page gives its title and description."), check)
