"""Pictures and documents that belong to a record."""

from typing import Annotated, Literal

from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.choice import Choice
from investment_portal.models.quantities.quantity import EitherForm, Form
from investment_portal.models.text import Text, Word

URL_FORM = Form(
    r"https?://[^\s<>\"'/。，、；：（）]+(?:/[^\s<>\"']*)?",
    "http:// 或 https:// 开头的网址，例如“https://www.example.gov.cn/”",
    "an address that begins with http:// or https://, as “https://www.example.gov.cn/”",
    500,
)
FILE_FORM = Form(
    r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*\.[a-z0-9]{2,5}",
    "docs/assets 里的文件名，只用字母、数字、- 和 _，例如“projects/park.jpg”",
    "a file below docs/assets, named with letters, digits, - and _, as “projects/park.jpg”",
    mend=Sentence(
        "先给文件改名：只用字母、数字、- 和 _，扩展名小写。",
        "Rename the file first: letters, digits, - and _, and an ending in small letters.",
    ),
)
Url = Annotated[str, URL_FORM]
File = Annotated[str, FILE_FORM]
"""A file below ``docs/assets``: no ``..``, no leading slash."""


Address = Annotated[str, EitherForm(":", URL_FORM, FILE_FORM)]
"""Where a document stands: in the portal or elsewhere."""


class ImageKind(Choice):
    """Kinds of pictures; a map needs its review number (审图号)."""

    PHOTO = "photo", "照片", "Photograph"
    DRAWING = "drawing", "效果图", "Drawing"
    SCHEMATIC = "schematic", "示意图", "Schematic"
    MAP = "map", "地图", "Map"


PERCENT = r"(?:100|[1-9]?[0-9])"
FOCUS_FORM = EitherForm(
    ",",
    Form(
        rf"{PERCENT}, ?{PERCENT}",
        "自左、自上的百分比，例如“30, 60”",
        "percent from the left and from the top, as “30, 60”",
    ),
    Form(
        r"centre|top|bottom|left|right",
        "centre（中间）、top（上部）、bottom（下部）、left（左侧）、right（右侧），或自左、自上的百分比，例如“30, 60”",
        "centre, top, bottom, left or right, or percent from the left and from the top, as “30, 60”",
    ),
)
Focus = Annotated[str, FOCUS_FORM]
"""Which part of a picture must stay in view where the page has less room than the picture."""


class Image(Model):
    """A picture with its text alternative in both languages."""

    file: File = field("文件", "File")
    kind: ImageKind = field("图片类型", "Kind")
    alt: Text = field("替代文字", "Text alternative")
    focus: Focus = field("画面重点", "Focus", default="centre")
    review_number: Word | None = field("审图号", "Map review number", default=None)
    credit: Text | None = field("图片来源", "Credit", default=None)


class Document(Model):
    """A document to download, or the address where it stands."""

    title: Text = field("标题", "Title")
    address: Address = field("文件或网址", "File or address")
    language: Literal["zh", "en", "both"] = field("语言", "Language")
