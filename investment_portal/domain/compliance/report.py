"""The compliance report: every duty with its state, and the yearly report of the site as far as the records know it."""

from collections.abc import Iterator
from datetime import date

from investment_portal.domain.compliance.duty import Assessment, Duty, Inspected, State, effect_of
from investment_portal.domain.compliance.registry import DUTIES
from investment_portal.domain.summary import ProjectSummary
from investment_portal.languages import Sentence
from investment_portal.models.controlled_values import DutyEffect, NoticeKind
from investment_portal.models.notice import Notice
from investment_portal.models.record import Record
from investment_portal.models.reviewed_wording import QuestionedWording
from investment_portal.value import Value


class AssessedDuty(Value):
    """A duty by its key, with its assessment and its effect on a live build."""

    key: str
    assessment: Assessment
    effect: DutyEffect


class YearlyFigure(Value):
    """A line of the yearly report; ``value`` is None where the records do not know it and a person fills it in."""

    label: Sentence
    value: Sentence | None


class ReviewedRecord(Value):
    """A review in a record that allows wording which the review of fair competition questions."""

    kind: str
    id: str
    category: QuestionedWording
    reason: Sentence
    by: Sentence
    on: date


class Report(Value):
    """The report of a build; it holds no day of its own, so that it changes only where a state does."""

    duties: tuple[AssessedDuty, ...]
    outside: tuple[tuple[str, int, str], ...]
    """Addresses of other sites: address, number of pages that link to it, the first of them."""
    year: int
    yearly: tuple[YearlyFigure, ...]
    reviewed: tuple[ReviewedRecord, ...] = ()
    """Reviewed wording of all records."""

    def counts(self) -> dict[State, int]:
        """Return the number of duties in each state."""
        states = [duty.assessment.state for duty in self.duties]
        return {state: states.count(state) for state in State}


def assessed(inspected: Inspected, duty: Duty) -> Assessment:
    """Return the assessment of a duty; one that the settings switch off does not apply."""
    if effect_of(duty, inspected.site) is DutyEffect.OFF:
        off = Sentence("设置里已关闭（compliance）", "switched off in the settings (compliance)")
        return Assessment(State.NOT_APPLICABLE, off, setting="compliance")
    return duty.assess(inspected)


def report(inspected: Inspected) -> Report:
    """Return the report of all duties."""
    outside = inspected.pages.outside if inspected.pages else {}
    return Report(
        tuple(AssessedDuty(duty.key, assessed(inspected, duty), effect_of(duty, inspected.site)) for duty in DUTIES),
        tuple((address, len(pages), min(pages)) for address, pages in sorted(outside.items())),
        inspected.day.year - 1,
        tuple(yearly_figures(inspected, inspected.day.year - 1)),
        tuple(reviewed_records(inspected)),
    )


def reviewed_records(inspected: Inspected) -> Iterator[ReviewedRecord]:
    """Yield the reviews of wording in the records by kind and id; those of projects stand in their summaries."""
    records = {**inspected.catalog.records, "project": inspected.projects}
    for kind, id_, record in ((kind, id_, of_kind[id_]) for kind, of_kind in records.items() for id_ in of_kind):
        for review in record.reviewed_wording if isinstance(record, Record | ProjectSummary) else ():
            reason, by = Sentence(review.reason.zh, review.reason.en), Sentence(review.by.zh, review.by.en)
            yield ReviewedRecord(kind, id_, review.category, reason, by, review.on)


ACCESSIBLE = Sentence("关怀模式、高对比度、朗读", "care mode, high contrast, reading aloud")


def _alike(value: str | int | None) -> Sentence | None:
    """Return a value that is the same in each language."""
    return None if value is None else Sentence(str(value), str(value))


def yearly_figures(inspected: Inspected, year: int) -> Iterator[YearlyFigure]:
    """Yield the lines of the yearly report of a year."""
    site, catalog = inspected.site, inspected.catalog
    yield YearlyFigure(Sentence("网站名称", "Name of the site"), Sentence(site.name.zh, site.name.en))
    yield YearlyFigure(Sentence("首页网址", "Address"), _alike(site.address))
    yield YearlyFigure(Sentence("主办单位", "Organiser"), Sentence(site.organiser.zh, site.organiser.en))
    yield YearlyFigure(Sentence("政府网站标识码", "Site ID code"), _alike(site.filing.site_id))
    yield YearlyFigure(Sentence("ICP 备案号", "ICP number"), _alike(site.filing.icp))
    yield YearlyFigure(Sentence("公安机关备案号", "Public-security number"), _alike(site.filing.police))
    yield YearlyFigure(Sentence("独立用户访问总量（个）", "Unique visitors"), None)
    yield YearlyFigure(Sentence("网站总访问量（次）", "Visits"), None)
    published = [
        (kind, record.kind if isinstance(record, Notice) else None, record.published_on)
        for kind, records in catalog.records.items()
        if kind != "project"
        for record in records.values()
        if isinstance(record, Record)
    ]
    published += [("project", None, project.published_on) for project in inspected.projects.values()]
    of_year = [(kind, notice) for kind, notice, day in published if day.year == year]
    yield YearlyFigure(Sentence("信息发布总数（条）", "Items published"), _alike(len(of_year)))
    news = sum(notice is NoticeKind.NEWS or kind == "event" for kind, notice in of_year)
    yield YearlyFigure(Sentence("其中：动态类（条）", "of these: news and events"), _alike(news))
    notices = sum(notice is NoticeKind.NOTICE or kind == "policy" for kind, notice in of_year)
    yield YearlyFigure(Sentence("其中：公开类（条）", "of these: notices and policies"), _alike(notices))
    policies = [policy for policy in catalog.policies.values() if policy.published_on.year == year]
    explained = sum(policy.interpretation is not None for policy in policies)
    yield YearlyFigure(Sentence("解读回应：解读信息（条）", "Interpretations"), _alike(explained))
    yield YearlyFigure(Sentence("回应公众关注热点（次）", "Answers to public concerns"), None)
    yield YearlyFigure(Sentence("办事服务：事项数量（项）", "Services: procedures"), _alike(len(catalog.procedures)))
    yield YearlyFigure(Sentence("可全程在线办理的事项（项）", "of these: wholly online"), None)
    yield YearlyFigure(Sentence("互动交流：留言数量（条）", "Messages received"), None)
    yield YearlyFigure(Sentence("互动交流：平均办理时间（天）", "Average days to answer"), None)
    yield YearlyFigure(Sentence("安全检测评估次数（次）", "Security assessments"), None)
    yield YearlyFigure(Sentence("移动新媒体账号（个）", "Accounts on new media"), None)
    yield YearlyFigure(Sentence("无障碍浏览", "Accessible browsing"), ACCESSIBLE)
    yield YearlyFigure(Sentence("多语言版本", "Languages"), Sentence("中文、英文", "Chinese, English"))
