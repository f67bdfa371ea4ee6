"""Duties of the records: true dates, verified content, reviewed and explained policies, reviewed maps."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from investment_portal.domain.compliance.duty import (
    Assessment,
    Duty,
    Group,
    Inspected,
    LegalSource,
    State,
    guide,
    indicator,
)
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.controlled_values import Delivery, DutyEffect
from investment_portal.models.event import Event
from investment_portal.models.firm import Firm
from investment_portal.models.media import Image, ImageKind
from investment_portal.models.notice import Notice
from investment_portal.models.policy import Policy
from investment_portal.models.record import Record
from investment_portal.models.reference import each
from investment_portal.models.result import Result

LISTED = 5
"""Records that a figure names."""

PAST = (Event, Result, Notice, Firm)
"""Models of records about the past, which need no further verification."""

REFUSED = Sentence("生成时逐条检查，不合格的不发布", "checked in every build, which refuses a record in error")


def _records(inspected: Inspected) -> Iterator[tuple[str, Record]]:
    """Yield every published record but projects, with its kind."""
    for kind, records in inspected.catalog.records.items():
        if kind != "project":
            for record in records.values():
                if isinstance(record, Record) and not record.withdrawn:
                    yield kind, record


def _policies(inspected: Inspected) -> list[Policy]:
    """Return the policies that are in force or to come."""
    return [
        policy
        for policy in inspected.catalog.policies.values()
        if not policy.withdrawn and (policy.effective.until is None or policy.effective.until >= inspected.day)
    ]


def _each_has(names: Sequence[str], total: int, action: Sentence, address: str) -> Assessment:
    """Return whether nothing is among those that lack something."""
    if not total:
        return Assessment(State.NOT_APPLICABLE, Sentence("没有这类内容", "nothing of this kind"))
    if not names:
        return Assessment(State.MET, Sentence(f"{total} 项都有", f"all {total}"), address=address)
    listed, more = ", ".join(names[:LISTED]), len(names) - LISTED
    figure = Sentence(
        f"{total} 项中 {len(names)} 项没有：{listed.replace(', ', '、')}{'等' if more > 0 else ''}",
        f"{len(names)} of {total} lack it: {listed}{f' and {more} more' if more > 0 else ''}",
    )
    return Assessment(State.NOT_MET, figure, action, address)


def true_dates(inspected: Inspected) -> Assessment:
    """Assess dates of publication: none ahead, and none after a change that the history has of the record."""
    ahead = [record.id for _, record in _records(inspected) if record.published_on > inspected.day]
    action = Sentence("改成首次发布的真实日期。", "Put the true day of first publication.")
    if ahead:
        figure = Sentence(f"发布日期晚于当天：{'、'.join(ahead)}", f"published after the day: {', '.join(ahead)}")
        return Assessment(State.NOT_MET, figure, action)
    if inspected.redated is None:
        figure = Sentence("没有晚于当天的日期；无修订历史可查", "no date ahead; there is no history to look at")
        return Assessment(State.MET, figure, address="changes/")
    if inspected.redated:
        names = [f"{kind}/{id_}" for kind, id_ in inspected.redated[:LISTED]]
        count = len(inspected.redated)
        figure = Sentence(
            f"{count} 条记录的发布日期晚于它最早的修订：{'、'.join(names)}",
            f"{count} record{'s'[: count != 1]} stated as published after its first revision: {', '.join(names)}",
        )
        return Assessment(State.NEEDS_A_PERSON, figure, action, "changes/")
    figure = Sentence("没有晚于当天或晚于修订的日期", "no date ahead of the day or of a revision")
    return Assessment(State.MET, figure, address="changes/")


def verified_in_time(inspected: Inspected) -> Assessment:
    """Assess whether every record was verified again in time."""
    site, day = inspected.site, inspected.day
    due = {
        f"{kind}/{record.id}": record.due_on(site.review_every)
        for kind, record in _records(inspected)
        if not isinstance(record, PAST)
    }
    for project in inspected.projects.values():
        if not project.withdrawn:
            days = (project.review_every or site.review_every).days
            due[f"project/{project.id}"] = project.verified_on + timedelta(days=days)
    overdue = sorted(name for name, last in due.items() if last < day)
    action = Sentence("核实内容后更新 verified_on。", "Verify the content, then update verified_on.")
    if overdue:
        listed = overdue[:LISTED]
        figure = Sentence(
            f"{len(overdue)} 条逾期未核实：{'、'.join(listed)}", f"{len(overdue)} overdue: {', '.join(listed)}"
        )
        return Assessment(State.NOT_MET, figure, action)
    first = min(due.values(), default=None)
    figure = Sentence(f"{len(due)} 条；最早 {first} 到期", f"{len(due)} records; the first is due on {first}")
    return Assessment(State.MET, figure, until=first)


def no_examples(inspected: Inspected) -> Assessment:
    """Assess whether a live portal publishes examples; a demonstration consists of them."""
    if inspected.site.demo:
        return Assessment(State.NOT_APPLICABLE, Sentence("演示网站", "a demonstration"), setting="demo")
    names = [f"{kind}/{record.id}" for kind, record in _records(inspected) if record.example]
    names += [f"project/{project.id}" for project in inspected.projects.values() if project.example]
    action = Sentence("换成真实内容并删去 example。", "Put real content and delete example.")
    if names:
        listed = names[:LISTED]
        figure = Sentence(f"示例 {len(names)} 条：{'、'.join(listed)}", f"{len(names)} examples: {', '.join(listed)}")
        return Assessment(State.NOT_MET, figure, action)
    return Assessment(State.MET, Sentence("没有示例", "no examples"))


def competition_reviewed(inspected: Inspected) -> Assessment:
    """Assess whether each policy in force records its fair-competition review."""
    policies = _policies(inspected)
    missing = [p.id for p in policies if not (p.fair_competition_review and p.fair_competition_review.done)]
    action = Sentence("完成公平竞争审查并登记。", "Have it reviewed, and record the review.")
    return _each_has(missing, len(policies), action, "policies/")


def policies_explained(inspected: Inspected) -> Assessment:
    """Assess whether each policy in force has its interpretation."""
    policies = _policies(inspected)
    missing = [policy.id for policy in policies if policy.interpretation is None]
    action = Sentence("写政策解读（interpretation）。", "Write what it means (interpretation).")
    return _each_has(missing, len(policies), action, "policies/")


def policies_identified(inspected: Inspected) -> Assessment:
    """Assess whether each policy in force has its document number, issuer and day of issue."""
    policies = _policies(inspected)
    missing = [policy.id for policy in policies if not (policy.document_no and policy.issued_on)]
    action = Sentence("补文号和发文日期。", "Add the document number and the day of issue.")
    return _each_has(missing, len(policies), action, "policies/")


def claims_complete(inspected: Inspected) -> Assessment:
    """Assess whether each policy that firms apply for says how: basis, documents, steps, contact."""
    policies = [policy for policy in _policies(inspected) if policy.delivery is Delivery.APPLICATION]
    missing = [
        policy.id
        for policy in policies
        if not (policy.legal_basis and policy.materials and policy.steps and policy.contact)
    ]
    action = Sentence("补依据、材料、流程、咨询窗口。", "Add the legal basis, documents needed, steps and the contact.")
    return _each_has(missing, len(policies), action, "policies/")


def maps_reviewed(inspected: Inspected) -> Assessment:
    """Assess whether each map has its review number."""
    maps = [
        (f"{kind}/{record.id}", image.review_number)
        for kind, record in _records(inspected)
        for _, image in each(Image, record)
        if image.kind is ImageKind.MAP
    ]
    missing = [name for name, number in maps if not number]
    action = Sentence("取得审图号，写进 review_number。", "Obtain the review number and put it into review_number.")
    return _each_has(missing, len(maps), action, "")


def personal_data(_inspected: Inspected) -> Assessment:
    """Return that the build refuses personal numbers without consent."""
    return Assessment(State.MET, REFUSED)


def _record_duty(key: str, zh: str, en: str, source: LegalSource, rule: str = "") -> Duty:
    return Duty(key, Sentence(zh, en), Group.RECORDS, source, ASSESS[key], rule=rule)


ASSESS = {
    "true-dates": true_dates,
    "verified-in-time": verified_in_time,
    "no-examples": no_examples,
    "competition-reviewed": competition_reviewed,
    "policies-explained": policies_explained,
    "policies-identified": policies_identified,
    "claims-complete": claims_complete,
    "maps-reviewed": maps_reviewed,
    "personal-data": personal_data,
}
COMPETITION = LegalSource(
    Sentence(
        "《公平竞争审查条例》（国务院令第783号）", "Regulation on fair-competition review, State Council order 783"
    ),
    NOTHING,
)
MAPS = LegalSource(
    Sentence("《地图管理条例》（国务院令第664号）", "Regulation on maps, State Council order 664"), NOTHING
)
PERSONAL = LegalSource(
    Sentence("《中华人民共和国个人信息保护法》", "Personal Information Protection Law"),
    Sentence("第十三条", "article 13"),
)
FORGED = indicator("单项否决：伪造发稿日期", "veto: forged dates of publication")

DUTIES = (
    Duty(
        "true-dates",
        Sentence("发布日期真实", "True dates of publication"),
        Group.RECORDS,
        FORGED,
        true_dates,
        DutyEffect.STOP,
        veto=True,
        rule="forged-date",
    ),
    _record_duty(
        "verified-in-time", "内容按期核实", "Content verified in time", guide("内容保障", "content"), "record-overdue"
    ),
    _record_duty("no-examples", "没有示例内容", "No example content", guide("内容准确", "accuracy"), "example-in-live"),
    _record_duty("competition-reviewed", "政策经公平竞争审查", "Fair-competition review", COMPETITION, "policy-review"),
    _record_duty("policies-explained", "政策有解读", "Policies explained", guide("解读回应", "interpretation")),
    _record_duty("policies-identified", "政策有文号和日期", "Policies identified", guide("文件资料", "documents")),
    _record_duty("claims-complete", "办事指南要素齐全", "Complete guides to claims", guide("办事服务", "services")),
    _record_duty("maps-reviewed", "地图有审图号", "Maps reviewed", MAPS, "map-review"),
    _record_duty("personal-data", "不公开个人信息", "No personal data", PERSONAL, "personal-data"),
)
