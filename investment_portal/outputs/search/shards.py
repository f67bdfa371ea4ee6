"""Search data in shards: a browser loads names before texts, and texts in parts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from investment_portal.components.context import Context
from investment_portal.domain.shards import pieces_of
from investment_portal.formatting.pinyin import HAN
from investment_portal.languages import Language
from investment_portal.models.project import Project
from investment_portal.models.text import name_of
from investment_portal.outputs.search.data_script import data_script
from investment_portal.outputs.search.documents import (
    ORDER,
    PAGE,
    Heading,
    SearchDocument,
    record_heading,
    searchable_records,
    summary_text,
)
from investment_portal.outputs.search.field_labels import labels
from investment_portal.outputs.search.syllables import syllables
from investment_portal.pages.dataset import Dataset

NAMES = 500
"""Documents whose names stand in one piece."""

TEXTS = 40
"""Documents whose texts stand in one piece: some 45 kB on the way."""

SIGNS: dict[Language, int] = {"zh": 1000, "en": 2500}
"""Signs in the text of a document, as it is on average in the first portal (2026-11)."""

File = tuple[str, str]
"""A data script as (path below the site's root, text)."""


class Pieces:
    """The documents of one language, hand-written pages before records, cut by their number alone."""

    def __init__(
        self,
        data: Dataset,
        context: Context,
        documents: Mapping[Language, Sequence[SearchDocument]],
        count: int,
        project: Callable[[str], Project],
    ) -> None:
        """Take what hand-written pages say, and how many they are: most pieces hold none of them.

        ``project`` loads a project.
        """
        self._data, self._context, self._count, self._project = data, context, count, project
        self._all_documents = documents
        self._records = searchable_records(data)
        self._name = f"search.{context.language}"

    def _documents(self) -> Sequence[SearchDocument]:
        """Return the hand-written pages, which are read when a piece holds some of them."""
        return self._all_documents[self._context.language]

    def base(self) -> File:
        """Return what there is, and how its names are read."""
        kinds, context = self._kinds(), self._context
        chinese = [document.heading.title if context.language == "zh" else "" for document in self._documents()]
        chinese += [name_of(record).zh for _, record in self._records]
        readings = {name: context.reading(name) if HAN.search(name) else "" for name in chinese}
        usual, otherwise = syllables(chinese, readings)
        data = {
            "kinds": kinds,
            "labels": {kind: labels(kind, context.language) for kind in kinds if kind != PAGE},
            "count": len(chinese),
            "names": pieces_of(len(chinese), NAMES),
            "perNames": NAMES,
            "texts": [min(TEXTS, len(chinese) - start) for start in range(0, len(chinese), TEXTS)],
            "signs": len(chinese) * SIGNS[context.language],
            "syllables": usual,
            "otherwise": otherwise,
        }
        return data_script(self._name, data)

    def names(self, number: int) -> File:
        """Return a piece of names."""
        kinds = self._kinds()
        documents, records = self._cut(number, NAMES)
        headings = [document.heading for document in documents]
        headings += [record_heading(self._context, kind, record) for kind, record in records]
        return data_script(f"{self._name}.names.{number}", [_row(kinds, heading) for heading in headings])

    def texts(self, number: int) -> File:
        """Return a piece of texts."""
        documents, records = self._cut(number, TEXTS)
        texts = [document.text for document in documents]
        texts += [
            summary_text(self._context, self._project(record.id) if kind == "project" else record)
            for kind, record in records
        ]
        return data_script(f"{self._name}.texts.{number}", texts)

    def _kinds(self) -> list[str]:
        documents, records = [PAGE] if self._count else [], dict(self._data.records())
        return [*documents, *(kind for kind in ORDER if records[kind])]

    def _cut(self, number: int, size: int) -> tuple[Sequence[SearchDocument], Sequence[tuple[str, Any]]]:
        start, before = number * size, self._count
        end = start + size
        documents = self._documents()[start:end] if start < before else []
        return documents, self._records[max(0, start - before) : max(0, end - before)]


def _row(kinds: Sequence[str], heading: Heading) -> list[Any]:
    return [kinds.index(heading.kind), heading.address, heading.title, heading.other, heading.summary]


def parts_of(count: int) -> Iterator[tuple[str, int]]:
    """Yield every piece of so many documents."""
    yield "base", 0
    yield from (("names", number) for number in range(pieces_of(count, NAMES)))
    yield from (("texts", number) for number in range(pieces_of(count, TEXTS)))
