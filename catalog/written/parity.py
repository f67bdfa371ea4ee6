"""Each page stands in both languages; each kind of catalogue page has its frame."""

from collections.abc import Iterator

from catalog.languages import LANGUAGES, Sentence, other
from catalog.problems import Problem
from catalog.views.records.registry import COLUMNS
from catalog.written.page import FRAME
from catalog.written.rule import PageRule, Written

NAMES = {"zh": Sentence("中文", "Chinese"), "en": Sentence("英文", "English")}
COPY = Sentence("从另一个栏目的 _frame.md 复制一份再改。", "Copy the _frame.md of another column and change it.")


def check(written: Written) -> Iterator[Problem]:
    """Find pages without their twin, and layouts of columns that are missing in both languages."""
    names = {language: {page.name for page in written.pages if page.language == language} for language in LANGUAGES}
    on_disk = {language: _on_disk(written, language) for language in LANGUAGES}
    for page in written.pages:
        twin = other(page.language)
        if page.name not in names[twin] | on_disk[twin]:
            missing = NAMES[twin]
            said = Sentence(f"这个页面没有{missing.zh}版。", f"This page has no {missing.en} twin.")
            hint = Sentence(f"新建 docs/{twin}/{page.name}。", f"Write docs/{twin}/{page.name}.")
            yield Problem(page.file, 1, 1, "page-parity", "", said, hint)
    for column in sorted(COLUMNS):
        name = f"{column}/{FRAME}"
        if not any(name in on_disk[language] for language in LANGUAGES):
            said = Sentence(f"缺少栏目“{column}”的页面框架。", f"The column “{column}” has no frame for its pages.")
            yield Problem(f"docs/{LANGUAGES[0]}/{name}", 0, 0, "page-parity", "", said, COPY)
    for language in LANGUAGES:
        if not on_disk[language] & {"index.md"}:
            said = Sentence("缺少首页。", "The home page is missing.")
            yield Problem(f"docs/{language}/index.md", 0, 0, "page-parity", "", said)


def _on_disk(written: Written, language: str) -> set[str]:
    """Give the pages that are there, whether they could be read or not."""
    folder = written.root / "docs" / language
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}


RULE = PageRule("page-parity", Sentence("每个页面都要有中英文两版。", "Each page stands in both languages."), check)
