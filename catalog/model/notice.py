"""Notices and news of the bureau."""

from catalog.model.base import field
from catalog.model.lists import NoticeKind
from catalog.model.media import Document
from catalog.model.record import Record
from catalog.model.text import Prose, Text
from catalog.quantities.dates import Day


class Notice(Record):
    """A notice, dated by ``published_on``."""

    title: Text = field("标题", "Title")
    kind: NoticeKind = field("栏目", "Column")
    summary: Text = field("摘要", "In brief")
    body: Prose = field("正文", "Text")
    valid_until: Day | None = field("有效期至", "Valid until", default=None)
    documents: list[Document] = field("附件", "Attachments", default=[])
