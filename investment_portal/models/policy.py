"""A policy of the package: for whom, what, how much, until when, how to apply, with a worked example."""

from datetime import date
from typing import Annotated, Any

from investment_portal.languages import Sentence
from investment_portal.models import controlled_values as values
from investment_portal.models.base import Model, field
from investment_portal.models.benefit import Benefit
from investment_portal.models.choice import AllOr, Choice
from investment_portal.models.claim import AnyFigure, Count
from investment_portal.models.facts import BUILT_IN, EnterpriseTypeId, FactId, InvestorFact, Requirement
from investment_portal.models.media import Url
from investment_portal.models.quantities import Area, Money
from investment_portal.models.quantities.dates import SWAPPED, Day
from investment_portal.models.quantities.number import Range, Whole
from investment_portal.models.quantities.quantity import Form, refusal
from investment_portal.models.record import Record
from investment_portal.models.reference import ContactRef, PolicyRef, SectorRef
from investment_portal.models.text import Prose, Text, Word


class StatedFact(Model):
    """A fact of the settings that an example states: a figure, or yes or no."""

    fact: FactId = field("事实", "Fact")
    value: AnyFigure | None = field("数值", "Value", default=None)
    is_: bool | None = field("是", "Is", default=None, key="is")

    def check(self) -> None:
        """Refuse a fact of the list, which has a key of its own, and one without or with two values."""
        if self.fact in BUILT_IN:
            zh = f"“{self.fact}”是内置的事实，直接写成 {self.fact}: …。"
            raise refusal("bad-test", zh, f"“{self.fact}” is a fact of the list: write {self.fact}: ….", key="fact")
        if (self.value is None) == (self.is_ is None):
            raise refusal("bad-test", "应写 value（数值）或 is（是否）其中之一。", "Give either value or is.")


class WorkedExample(Model):
    """The facts of an invented applicant; the sums follow from the declared support and are never typed."""

    case: Text | None = field("情形", "Case", default=None)
    sector: SectorRef | None = field(*InvestorFact.SECTOR.label, default=None)
    enterprise_type: EnterpriseTypeId | None = field(*InvestorFact.ENTERPRISE_TYPE.label, default=None)
    stage: values.PolicyStage | None = field(*InvestorFact.STAGE.label, default=None)
    investment: Money | None = field(*InvestorFact.INVESTMENT.label, default=None)
    equipment: Money | None = field(*InvestorFact.EQUIPMENT.label, default=None)
    land: Area | None = field(*InvestorFact.LAND.label, default=None)
    crop_land: Area | None = field(*InvestorFact.CROP_LAND.label, default=None)
    hall: Area | None = field(*InvestorFact.HALL.label, default=None)
    rent: Money | None = field(*InvestorFact.RENT.label, default=None)
    jobs: Count | None = field(*InvestorFact.JOBS.label, default=None)
    graduates: Count | None = field(*InvestorFact.GRADUATES.label, default=None)
    revenue: Money | None = field(*InvestorFact.REVENUE.label, default=None)
    loan: Money | None = field(*InvestorFact.LOAN.label, default=None)
    loan_interest: Money | None = field(*InvestorFact.LOAN_INTEREST.label, default=None)
    research: Money | None = field(*InvestorFact.RESEARCH.label, default=None)
    foreign_capital: Money | None = field(*InvestorFact.FOREIGN_CAPITAL.label, default=None)
    foreign_funded: bool | None = field(*InvestorFact.FOREIGN_FUNDED.label, default=None)
    new_to_district: bool | None = field(*InvestorFact.NEW_TO_DISTRICT.label, default=None)
    established_years: Count | None = field(*InvestorFact.ESTABLISHED_YEARS.label, default=None)

    more: list[StatedFact] = field("其他事实", "Other facts", default=[])

    def stated(self) -> dict[str, Any]:
        """Return the facts that the example states, those of the list in its order, then those of the settings."""
        listed = {fact.value: getattr(self, fact.value) for fact in InvestorFact}
        return {
            **{fact: value for fact, value in listed.items() if value is not None},
            **{selected.fact: selected.is_ if selected.value is None else selected.value for selected in self.more},
        }


class Span(Model):
    """A time with a beginning and mostly an end, both days included."""

    from_: Day = field("起", "From", key="from")
    until: Day | None = field("止", "Until", default=None)

    def check(self) -> None:
        """Refuse an end before the beginning."""
        if self.until and self.until < self.from_:
            zh = f"结束日期 {self.until} 不得早于开始日期 {self.from_}。"
            raise refusal(
                "bad-date", zh, f"The end {self.until} is before the beginning {self.from_}.", SWAPPED, key="until"
            )

    def covers(self, day: date) -> bool:
        """Return whether a day lies within."""
        return self.from_ <= day and (self.until is None or day <= self.until)


class Repeats(Choice):
    """How often a window comes again."""

    YEAR = "year", "每年", "Every year"


EVERY = Sentence(
    "起止写第一次的日期；每年同日再次受理，直到政策到期。",
    "From and until are the days of the first time; it opens again each year until the policy ends.",
)
HOUR_FORM = Form(
    "(?:[01][0-9]|2[0-3]):[0-5][0-9]", "24 小时制的钟点，例如“17:00”", "a time of the 24-hour clock, as “17:00”"
)
CLOSING_HOUR = Sentence(
    "最后一天的截止钟点，加引号，按门户设置的时区。",
    "The hour at which it closes on the last day, in quotes, in the time zone of the portal.",
)


def later_year(day: date, years: int) -> date:
    """Return the same day of a later year; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


class Window(Span):
    """A time in which one can apply: once, or each year."""

    every: Repeats | None = field("重复", "Repeats", default=None, note=EVERY)
    closes_at: Annotated[str, HOUR_FORM] | None = field("截止钟点", "Closes at", default=None, note=CLOSING_HOUR)

    def check(self) -> None:
        """Refuse an hour without its day, and a window of each year that has no end or overlaps the next one."""
        super().check()
        if self.closes_at and self.until is None:
            zh, en = "截止钟点要有截止日期（until）。", "A closing hour needs its day (until)."
            raise refusal("bad-window", zh, en, key="closes_at")
        if self.every and (self.until is None or self.until >= later_year(self.from_, 1)):
            zh = "每年一次的申报时间应有 until，且不满一年。"
            en = "A window of each year must have until, and be shorter than a year."
            raise refusal("bad-window", zh, en, key="until" if self.until else "every")


class Budget(Model):
    """The money set aside for a policy, and what is left of it."""

    total: Money | None = field("资金总额", "Funds in all", default=None)
    left: Money | None = field("剩余额度", "Funds left", default=None)
    as_of: Day = field("数据截至", "As of")
    exhausted_on: Day | None = field("额度用完日期", "Funds used up on", default=None)

    def check(self) -> None:
        """Refuse a budget that says nothing, more left than there was, and money left after it was used up."""
        if self.total is None and self.left is None and self.exhausted_on is None:
            zh, en = (
                "应写 total（总额）、left（剩余）或 exhausted_on（用完日期）。",
                "Give total, left or exhausted_on.",
            )
            raise refusal("bad-budget", zh, en)
        if self.total and self.left:
            if self.total.currency != self.left.currency:
                zh, en = "total 与 left 应为同一种货币。", "total and left must be of one currency."
                raise refusal("bad-budget", zh, en, key="left")
            if self.left.amount > self.total.amount:
                zh = f"剩余额度“{self.left.typed}”不得多于资金总额“{self.total.typed}”。"
                en = f"What is left, “{self.left.typed}”, must not exceed the total, “{self.total.typed}”."
                raise refusal("bad-budget", zh, en, key="left")
        if self.exhausted_on and self.left and self.left.amount:
            zh = f"写了用完日期，剩余额度应为 0，实际写的是“{self.left.typed}”。"
            en = f"The money is used up, so that nothing is left; got “{self.left.typed}”."
            raise refusal("bad-budget", zh, en, key="left")

    @property
    def exhausted(self) -> date | None:
        """The day on which nothing was left, if that has come."""
        if self.exhausted_on is None and self.left is not None and self.left.amount == 0:
            return self.as_of
        return self.exhausted_on


class Amendment(Model):
    """A change of an earlier policy, which otherwise still holds."""

    policy: PolicyRef = field("政策", "Policy")
    what: Text = field("修改内容", "What changes")


class Material(Model):
    """A paper to hand in."""

    name: Text = field("材料", "Document")
    from_: Text | None = field("出具单位", "Issued by", default=None, key="from")
    note: Text | None = field("说明", "Note", default=None)


class ApplicationStep(Model):
    """One step of the procedure, told as UNCTAD's eRegulations do."""

    name: Text = field("步骤", "Step")
    authority: Text = field("办理单位", "Authority")
    bring: list[Text] = field("需带材料", "What to bring", default=[])
    result: Text = field("办理结果", "Result")
    cost: Money | None = field("费用", "Cost", default=None)
    days: Annotated[Whole, Range(least=0, most=365)] | None = field("工作日", "Working days", default=None)
    legal_basis: Text | None = field("依据", "Legal basis", default=None)
    recourse: Text | None = field("不服时的救济途径", "Recourse", default=None)
    contact: ContactRef | None = field("联系窗口", "Contact", default=None)


class Review(Model):
    """The fair-competition review."""

    done: bool = field("已审查", "Done")
    on: Day | None = field("审查日期", "Date", default=None)


class Together(Model):
    """A shared cap: what one firm can receive at most from this policy and others, of one kind of money, in all."""

    with_: list[PolicyRef] = field("与", "With", key="with", least=1)
    at_most: Money = field("合计最高", "At most")
    money: values.MoneyKind = field("资金性质", "Kind of money", default=values.MoneyKind.GRANT)


class PolicyState(Choice):
    """The state of a policy as its issuer gives it; whether it is in force follows from its dates."""

    IN_FORCE = "in_force", "现行有效", "In force"
    TRIAL = "trial", "试行", "On trial"
    REPEALED = "repealed", "已废止", "Repealed"


class Policy(Record):
    """One policy of the package."""

    name: Text = field("政策名称", "Policy")
    document_no: Word | None = field("文号", "Document number", default=None)
    issuer: Text = field("发文单位", "Issuer")
    joint_issuers: list[Text] = field("联合发文单位", "Issued jointly with", default=[])
    index_no: Word | None = field("索引号", "Index number", default=None)
    topic: Text = field("主题", "Topic")
    instrument: values.Instrument = field("支持方式", "Instrument")
    state: PolicyState | None = field("效力", "State", default=None)
    issued_on: Day | None = field("发文日期", "Issued on", default=None)
    effective: Span = field("有效期", "Effective")
    summary: Text = field("政策要点", "In brief")
    sectors: AllOr[SectorRef] = field("适用产业", "Sectors")
    enterprise_types: AllOr[EnterpriseTypeId] = field("适用企业", "Enterprise types")
    stages: AllOr[values.PolicyStage] = field("适用阶段", "Stages")
    eligibility: list[Requirement] = field("申报条件", "Eligibility", default=[])
    benefits: list[Benefit] = field("支持标准", "Support", least=1)
    worked_example: WorkedExample | None = field("测算示例", "Worked example", default=None)
    excludes: list[PolicyRef] = field("不可同时享受", "Not together with", default=[])
    together: list[Together] = field("合计上限", "Together at most", default=[])
    conditions: list[Text] = field("其他要求", "Further conditions", default=[])
    materials: list[Material] = field("申报材料", "Documents needed", default=[])
    steps: list[ApplicationStep] = field("办理流程", "Steps", default=[])
    delivery: values.Delivery = field("兑现方式", "Delivery")
    window: Window | list[Window] | None = field("申报时间", "Window for applying", default=None)
    budget: Budget | None = field("资金额度", "Budget", default=None)
    contact: ContactRef | None = field("咨询窗口", "Contact", default=None)
    claim_link: Url | None = field("官方申报入口", "Official claim page", default=None)
    legal_basis: list[Text] = field("政策依据", "Legal basis", default=[])
    fair_competition_review: Review | None = field("公平竞争审查", "Fair-competition review", default=None)
    interpretation: Prose | None = field("政策解读", "What it means", default=None)
    supersedes: list[PolicyRef] = field("替代的政策", "Replaces", default=[])
    amends: list[Amendment] = field("部分修改的政策", "Amends", default=[])
    changed: Prose | None = field("与原政策相比", "What changed", default=None)

    @property
    def windows(self) -> list[Window]:
        """The windows for applying as written, the first to open first."""
        if isinstance(self.window, Window):
            return [self.window]
        return sorted(self.window or [], key=lambda window: window.from_)

    def exhausted(self, day: date) -> bool:
        """Return whether the money is used up by a day."""
        used_up = self.budget.exhausted if self.budget else None
        return used_up is not None and used_up <= day

    def in_force(self, day: date) -> bool:
        """Return whether the policy applies on a day: by its dates, its state and its withdrawal."""
        repealed = self.state is PolicyState.REPEALED or self.withdrawn is not None
        return not repealed and self.effective.covers(day)
