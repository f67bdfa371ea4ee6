"""Check that every picture and document that a record names is below ``docs/assets``."""

from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.media import Document, Image
from investment_portal.models.reference import Path, each
from investment_portal.problems import Finding, did_you_mean

SUMMARY = Sentence("记录引用的文件必须存在。", "A file that a record names is there.")


def missing_files(catalog: Catalog, there: frozenset[str]) -> Iterator[Finding]:
    """Find files that pages would link to in vain; ``there`` are those below ``docs/assets``."""
    for kind, records in catalog.records.items():
        for id_, record in records.items():
            yield from missing_files_of(kind, id_, record, there)


def missing_files_of(kind: str, id_: str, record: Model, there: frozenset[str]) -> Iterator[Finding]:
    """Yield the files that a record names and that are not there."""
    for path, file in _named(record):
        if ":" not in file and file not in there:
            zh, en = f"docs/assets 里没有文件“{file}”。", f"There is no file “{file}” below docs/assets."
            yield Finding("missing-file", kind, id_, path, Sentence(zh, en), _hint(file, there))


def _hint(file: str, there: frozenset[str]) -> Sentence:
    short = file.rpartition("assets/")[2]
    if short != file:
        return Sentence(f"从 docs/assets 里面写起：“{short}”。", f"Begin below docs/assets: “{short}”.")
    return did_you_mean(file, there) or ADD


ADD = Sentence("把文件放进 docs/assets，或改正这里。", "Put the file below docs/assets, or mend the name here.")


def _named(record: Model) -> Iterator[tuple[Path, str]]:
    for path, image in each(Image, record):
        yield (*path, "file"), image.file
    for path, document in each(Document, record):
        yield (*path, "address"), document.address
