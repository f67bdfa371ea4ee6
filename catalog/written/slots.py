"""A slot in a page is written in one way and names something that the catalogue holds."""

import re
from collections.abc import Iterable, Iterator

from catalog.languages import NOTHING, Sentence
from catalog.problems import Problem
from catalog.problems.nearest import nearest
from catalog.views.slots.registry import SLOTS
from catalog.views.slots.slot import SlotOf
from catalog.written.rule import PageRule, Written
from investment_portal.rendering.layout import SHORTCODE

ANY = re.compile(r"""<[a-z]+(?:\s[^<>]*?)?\sdata-slot(?:\s*=\s*["']?(?P<name>[^"'>\s]*))?""")
FORM = Sentence(
    '写成 <div data-slot="名称"></div>，句子里用 span，中间不留空格。',
    'Write <div data-slot="NAME"></div>, within a sentence span, with nothing between.',
)
SOME = 12
"""Words that a hint can list before it grows too long."""


def check(written: Written) -> Iterator[Problem]:
    """Find slots that nothing fills."""
    for page in written.pages:
        text = page.prose
        for match in ANY.finditer(text):
            said = _fault(
                match["name"] or "", well_written=SHORTCODE.match(text, match.start()) is not None, written=written
            )
            if said:
                yield page.problem("bad-slot", match.start(), *said)


def _fault(name: str, *, well_written: bool, written: Written) -> tuple[Sentence, Sentence] | None:
    if not well_written:
        return Sentence(f"填充位“{name}”的写法不对。", f"The slot “{name}” is not written as a slot must be."), FORM
    first, _, argument = name.partition(":")
    slot = SLOTS.get(first)
    if slot is None:
        said = Sentence(f"没有名为“{first}”的填充位。", f"There is no slot “{first}”.")
        return said, _hint(first, SLOTS)
    if isinstance(slot, SlotOf):
        known = slot.arguments(written.catalog)
        if argument in known or not written.catalog.whole:
            return None
        return (
            Sentence(
                f"填充位“{first}”需要目录里有的内容，“{argument}”不是。",
                f"The slot “{first}” needs something that the catalogue holds; “{argument}” is not there.",
            ),
            _hint(argument, known, first),
        )
    if argument:
        zh, en = (
            f"填充位“{first}”不带参数，实际写了“{argument}”。",
            f"“{first}” takes no argument; got “{argument}”.",
        )
        said = Sentence(zh, en)
        return said, Sentence(f"写成“{first}”。", f"Write “{first}”.")
    return None


def _hint(word: str, known: Iterable[str], slot: str = "") -> Sentence:
    """Ask for the nearest word, else list what there is."""
    words = sorted(known)
    meant = nearest(word, words)
    if meant:
        written = f"{slot}:{meant}" if slot else meant
        return Sentence(f"是不是“{written}”？", f"Did you mean “{written}”?")
    if 0 < len(words) <= SOME:
        return Sentence(f"可用：{'、'.join(words)}。", f"Allowed: {', '.join(words)}.")
    return NOTHING


RULE = PageRule("bad-slot", Sentence("页面里的填充位必须存在。", "A slot in a page exists."), check)
