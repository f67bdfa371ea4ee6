"""Notices and news of the bureau."""

from investment_portal.models.base import field
from investment_portal.models.controlled_values import NoticeKind
from investment_portal.models.media import Document
from investment_portal.models.quantities.dates import Day
from investment_portal.models.record import Record
from investment_portal.models.text import Prose, Text


class Notice(Record):
    """A notice, dated by ``published_on``."""

    title: Text = field("标题", "Title")
    kind: NoticeKind = field("栏目", "Column")
    summary: Text = field("摘要", "In brief")
    body: Prose = field("正文", "Text")
    valid_until: Day | None = field("有效期至", "Valid until", default=None)
    documents: list[Document] = field("附件", "Attachments", default=[])
