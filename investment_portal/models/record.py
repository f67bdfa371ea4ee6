"""Fields that every record has besides its own."""

from datetime import date, timedelta

from msgspec.structs import force_setattr

from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.quantities import Days
from investment_portal.models.quantities.dates import Day
from investment_portal.models.reference import Id, IdOfRecord, SourceRef
from investment_portal.models.reviewed_wording import ReviewedWording
from investment_portal.models.text import Text


class Withdrawal(Model):
    """Why a record is no longer offered; its page stays, marked."""

    on: Day = field("撤回日期", "Withdrawn on")
    reason: Text = field("原因", "Reason")
    successor: IdOfRecord | None = field("接替记录", "Replaced by", default=None)


REVIEWED = Sentence(
    "公平竞争审查会提出疑问、经审查可以保留的表述，逐条写明理由。",
    "Wording that the review of fair competition questions and that may stay, each with the reason.",
)
AHEAD = Sentence("到这一天才自动发布；之前不出现在网站上", "published by itself on that day, and nowhere before")


class Record(Model):
    """One record: the file's name is its id.

    A record that is written ahead is published on the day of ``publish_from``: ``published_on`` is not before it.
    """

    id: Id = field("编号", "ID")
    published_on: Day = field("发布日期", "Published")
    publish_from: Day | None = field("自动发布日期", "Publish from", default=None, note=AHEAD)
    verified_on: Day = field("最近核实", "Last verified")
    review_every: Days | None = field("核实周期", "Verified every", default=None)
    example: bool = field("示例", "Example", default=False)
    withdrawn: Withdrawal | None = field("撤回", "Withdrawn", default=None)
    formerly: list[Id] = field("曾用编号", "Former IDs", default=[])
    source: SourceRef | None = field("来源", "Source", default=None)
    as_of: Day | None = field("数据截至", "Figures as of", default=None)
    reviewed_wording: list[ReviewedWording] = field("已审查的表述", "Reviewed wording", default=[], note=REVIEWED)

    def __post_init__(self) -> None:
        """Take the day from which on the record is public as the day of its publication."""
        if self.publish_from and self.publish_from > self.published_on:
            force_setattr(self, "published_on", self.publish_from)

    @property
    def first_id(self) -> str:
        """The id under which the record was first published: calendars and address books know it by that one."""
        return self.formerly[0] if self.formerly else self.id

    @property
    def changed_on(self) -> date:
        """The last day on which somebody changed or verified the record, as far as the record says."""
        return max(self.verified_on, self.withdrawn.on) if self.withdrawn else self.verified_on

    @property
    def sequence(self) -> int:
        """The number of the record's version for calendars, which take an entry only when it grows (RFC 5545).

        It counts days, so that it grows without a history: nobody has to keep count.
        """
        return max(0, (self.changed_on - self.published_on).days)

    def due_on(self, usual: Days) -> date:
        """Return the day by which somebody must verify the record again."""
        return self.verified_on + timedelta(days=(self.review_every or usual).days)
