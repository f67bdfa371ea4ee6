"""Pictures and documents that belong to a record."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from catalog.model.base import Model, field
from catalog.model.choice import Choice
from catalog.model.text import Text

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$", max_length=500)]
File = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*\.[a-z0-9]{2,5}$", max_length=200)]
"""A file below ``docs/assets``: no ``..``, no leading slash."""


class ImageKind(Choice):
    """What a picture shows; a map needs its review number (审图号)."""

    PHOTO = "photo", "照片", "Photograph"
    DRAWING = "drawing", "效果图", "Drawing"
    SCHEMATIC = "schematic", "示意图", "Schematic"
    MAP = "map", "地图", "Map"


class Image(Model):
    """A picture with its text alternative in both languages."""

    file: File = field("文件", "File")
    kind: ImageKind = field("图片类型", "Kind")
    alt: Text = field("替代文字", "Text alternative")
    review_number: str | None = field("审图号", "Map review number", default=None)
    credit: Text | None = field("图片来源", "Credit", default=None)


class Document(Model):
    """A document to download, or the address where it stands."""

    title: Text = field("标题", "Title")
    address: Url | File = field("文件或网址", "File or address")
    language: Literal["zh", "en", "both"] = field("语言", "Language")
