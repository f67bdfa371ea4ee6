"""Check that pictures and documents that records name are below ``docs/assets``, and that pictures can be shown."""

from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.media import Document, Image
from investment_portal.models.reference import Path, each
from investment_portal.pictures.picture import FORMAT, HUGE, LARGE, UNCHANGED, UNREADABLE, WIDTHS, Assets
from investment_portal.problems import Finding, Level, did_you_mean

SUMMARY = Sentence("记录引用的文件必须存在。", "A file that a record names is there.")


def file_findings(catalog: Catalog, there: Assets) -> Iterator[Finding]:
    """Find files that pages would link to in vain, or could not show; ``there`` are those below ``docs/assets``."""
    for kind, records in catalog.records.items():
        for id_, record in records.items():
            yield from file_findings_of(kind, id_, record, there)


def file_findings_of(kind: str, id_: str, record: Model, there: Assets) -> Iterator[Finding]:
    """Yield the files that a record names and that are not there, and the pictures that cannot be shown."""
    for path, file in _named(record):
        if ":" not in file and file not in there:
            zh, en = f"docs/assets 里没有文件“{file}”。", f"There is no file “{file}” below docs/assets."
            yield Finding("missing-file", kind, id_, path, Sentence(zh, en), _hint(file, there))
    yield from picture_findings(kind, id_, record, there)


def _hint(file: str, there: Assets) -> Sentence:
    short = file.rpartition("assets/")[2]
    if short != file:
        return Sentence(f"从 docs/assets 里面写起：“{short}”。", f"Begin below docs/assets: “{short}”.")
    return did_you_mean(file, there) or ADD


ADD = Sentence("把文件放进 docs/assets，或改正这里。", "Put the file below docs/assets, or mend the name here.")


PICTURE_FILE = "picture-file"
PICTURES = Sentence(
    "图片应为能打开的 JPEG、PNG、WebP（或 SVG），不超过 5000 万像素；超过 1 MB 的会提醒。",
    "A picture is a readable JPEG, PNG, WebP (or SVG) of at most 50 million pixels; above 1 MB there is a warning.",
)
SAVE_AS = Sentence(
    "用看图软件打开，另存为 JPEG 后替换。", "Open it in a picture viewer, save it as JPEG, and replace it."
)
SHRINK = Sentence(
    f"缩小到宽 {2 * WIDTHS[-1]} 像素以内后替换；页面最宽用 {WIDTHS[-1]} 像素。",
    f"Replace it by one at most {2 * WIDTHS[-1]} pixels wide; pages use {WIDTHS[-1]} at most.",
)
FAULTS = {
    FORMAT: (
        Sentence("图片“{file}”不是 JPEG、PNG 或 WebP。", "The picture “{file}” is no JPEG, PNG or WebP."),
        SAVE_AS,
    ),
    UNREADABLE: (
        Sentence(
            "图片“{file}”打不开：文件不完整或已损坏。", "The picture “{file}” cannot be read: it is cut off or damaged."
        ),
        Sentence("重新复制或上传原文件。", "Copy or upload the original again."),
    ),
    HUGE: (
        Sentence("图片“{file}”超过 5000 万像素。", "The picture “{file}” has more than 50 million pixels."),
        SHRINK,
    ),
}
"""Fault of a picture -> the sentence, and how it is mended."""


def picture_findings(kind: str, id_: str, record: Model, there: Assets) -> Iterator[Finding]:
    """Yield the pictures of a record that cannot be shown, and those that are large."""
    for place, image in each(Image, record):
        path, file = (*place, "file"), image.file
        if file not in there:
            continue
        picture = there[file]
        fault = FORMAT if picture is None and not file.endswith(UNCHANGED) else picture.fault if picture else ""
        if fault:
            sentence, hint = FAULTS[fault]
            yield Finding(PICTURE_FILE, kind, id_, path, Sentence(*(text.format(file=file) for text in sentence)), hint)
        elif picture and picture.size > LARGE:
            megabytes = f"{picture.size / 1_000_000:.1f} MB"
            zh, en = (
                f"图片“{file}”有 {megabytes}，超过 1 MB。",
                f"The picture “{file}” has {megabytes}, more than 1 MB.",
            )
            yield Finding(PICTURE_FILE, kind, id_, path, Sentence(zh, en), SHRINK, Level.WARNING)


def _named(record: Model) -> Iterator[tuple[Path, str]]:
    for path, image in each(Image, record):
        yield (*path, "file"), image.file
    for path, document in each(Document, record):
        yield (*path, "address"), document.address
