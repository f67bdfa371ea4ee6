"""Documents in pieces, so that a browser loads names before texts, and of a large portal no more than it needs."""

from collections.abc import Iterator, Sequence
from typing import Any

from catalog.search.document import PAGE, Document
from catalog.search.handed import handed
from catalog.search.labels import labels
from catalog.search.syllables import syllables
from catalog.show.pinyin import HAN
from catalog.views.context import Context

NAMES = 500
"""Documents whose names stand in one piece."""

TEXT = 60_000
"""Signs in one piece of texts: some 45 kB on the way."""


def search_data(context: Context, documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Give the data scripts of the search in one language: what there is, the names, the texts."""
    base = f"search.{context.language}"
    kinds = list(dict.fromkeys(one.kind for one in documents))
    chinese = [one.title if context.language == "zh" else one.other for one in documents]
    usual, otherwise = syllables(chinese, {name: context.reading(name) if HAN.search(name) else "" for name in chinese})
    names = [documents[start : start + NAMES] for start in range(0, len(documents), NAMES)]
    texts = list(_texts(documents))
    yield handed(
        base,
        {
            "kinds": kinds,
            "labels": {kind: labels(kind, context.language) for kind in kinds if kind != PAGE},
            "count": len(documents),
            "names": len(names),
            "perNames": NAMES,
            "texts": [len(piece) for piece in texts],
            "signs": sum(len(text) for piece in texts for text in piece),
            "syllables": usual,
            "otherwise": otherwise,
        },
    )
    for number, piece in enumerate(names):
        yield handed(f"{base}.names.{number}", [_row(kinds, one) for one in piece])
    for number, told in enumerate(texts):
        yield handed(f"{base}.texts.{number}", told)


def _row(kinds: Sequence[str], one: Document) -> list[Any]:
    return [kinds.index(one.kind), one.address, one.title, one.other, one.summary]


def _texts(documents: Sequence[Document]) -> Iterator[list[str]]:
    """Divide the texts, in the order of their documents; a piece ends where it is full."""
    piece: list[str] = []
    size = 0
    for one in documents:
        if piece and size + len(one.text) > TEXT:
            yield piece
            piece, size = [], 0
        piece.append(one.text)
        size += len(one.text)
    if piece:
        yield piece
