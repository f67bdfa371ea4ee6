"""A hand-written page does not stand where the page of a record stands."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.kinds import KINDS
from catalog.problems import Problem
from catalog.written.rule import PageRule, Written


def check(written: Written) -> Iterator[Problem]:
    """Find pages that would hide a record."""
    places = {kind.column: kind for kind in KINDS.values() if kind.column}
    for page in written.pages:
        column, _, id_ = page.name.removesuffix(".md").removesuffix("/index").partition("/")
        kind = places.get(column)
        if kind and id_ in written.catalog.ids[kind.name]:
            label = kind.label
            said = Sentence(
                f"这个页面与{label.zh}“{id_}”的地址相同。",
                f"This page has the address of the {label.en} “{id_}”.",
            )
            hint = Sentence("请换一个文件名。", "Choose another file name.")
            yield Problem(page.file, 1, 1, "page-collides", "", said, hint)


RULE = PageRule(
    "page-collides", Sentence("页面不得占用记录的地址。", "A page leaves addresses of records alone."), check
)
