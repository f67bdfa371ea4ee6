"""The register of the keys under which scripts store something in a reader's browser."""

from enum import Enum

from investment_portal.languages import Sentence
from investment_portal.value import Value


class Storage(str, Enum):  # noqa: UP042 - its members stand on the page as browsers name them
    """The kinds of storage that scripts use; a test refuses scripts that use another."""

    LOCAL = "localStorage"


class StoredKey(Value):
    """A key: what is stored under it and what for, when it is stored, when it is deleted, and where."""

    name: str
    purpose: Sentence
    stored_when: Sentence
    deleted_when: Sentence
    page: Sentence
    storage: Storage = Storage.LOCAL


STORED_KEYS = (
    StoredKey(
        "reader-settings",
        Sentence("配色和适老模式，使各页显示一致", "Colours and the mode for easier reading, the same on all pages"),
        Sentence("您更改显示设置时", "When you change the display settings"),
        Sentence("长期保留；改回默认即删除", "Kept until you go back to the default"),
        Sentence("所有页面的显示设置", "Display settings on every page"),
    ),
    StoredKey(
        "portal-shortlist",
        Sentence(
            "收藏的项目编号和您写的备注，供比较和咨询",
            "Projects that you save and your notes, to compare and ask about",
        ),
        Sentence("您收藏项目时", "When you save a project"),
        Sentence("长期保留；从收藏中移除即删除该项", "Kept until you remove the project from the list"),
        Sentence("项目页、收藏、项目比较", "Project pages, shortlist, comparison"),
    ),
    StoredKey(
        "brief-about-me",
        Sentence("企业和联系方式，下次填写时自动带出", "Your company and contact details, filled in again next time"),
        Sentence("勾选“在本机记住”时", "When you tick the box to remember them"),
        Sentence("长期保留；取消勾选即删除", "Kept until you untick the box"),
        Sentence("咨询单、会面预约", "Enquiry, meeting request"),
    ),
    StoredKey(
        "portal-changes",
        Sentence("已看过的最新变动，用来标出新内容", "The newest changes that you have seen, to mark what is new"),
        Sentence(
            "您按“记住已看到这里”或“全部标为看过”时", "When you press “Remember what I have seen” or “Mark all as seen”"
        ),
        Sentence("长期保留；在本页清除", "Kept until you delete it on this page"),
        Sentence("更新记录", "Changes"),
    ),
    StoredKey(
        "portal-language-offer",
        Sentence("您不需要切换语言的选择，不再询问", "That you declined another language, so as not to ask again"),
        Sentence("您谢绝切换语言时", "When you decline another language"),
        Sentence("长期保留；在本页清除", "Kept until you delete it on this page"),
        Sentence("所有页面", "Every page"),
    ),
)
"""In the order of the page."""
