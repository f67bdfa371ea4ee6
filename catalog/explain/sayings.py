"""How a field is written, said for people: the same sentences in the editor and in a new file."""

from collections.abc import Iterator, Mapping

from catalog.explain.shape import Choices, Group, Leaf, Many, Shape, Written
from catalog.languages import Sentence

LIST = Sentence("列表，每项以“- ”开头", "a list, each entry begins with “- ”")
WORDS = {
    "unknown": Sentence("不清楚时写 unknown", "unknown, where nobody knows"),
    "all": Sentence("全部写 all", "all, for every one of them"),
}
"""Words that may stand instead of a value."""


def item_of(shape: Shape) -> Shape:
    """Give what a list is a list of, or the shape itself."""
    return shape.item if isinstance(shape, Many) else shape


def how(written: Written) -> Iterator[Sentence]:
    """Say how a field is written, part by part."""
    item = item_of(written.shape)
    if isinstance(written.shape, Many):
        yield LIST
    if isinstance(item, Leaf | Group) and item.says.zh:
        yield item.says
    yield from (WORDS[word] for word in written.words)


def allowed(written: Written) -> Mapping[str, Sentence]:
    """Give the values of a controlled list, each with its label."""
    item = item_of(written.shape)
    return item.labels if isinstance(item, Choices) else {}
