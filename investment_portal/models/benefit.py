"""Benefits of a policy, declared so that they can be computed: a share, tiers, a sum, a sum per unit, or a service."""

from decimal import Decimal
from itertools import pairwise
from typing import Annotated

from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.choice import Choice
from investment_portal.models.claim import AnyFigure, size
from investment_portal.models.controlled_values import AreaUnit, MoneyKind
from investment_portal.models.facts import BUILT_IN, FITTING, SORTS, FactId, FactInfo, InvestorFact, Requirement, Sort
from investment_portal.models.quantities import Money, Percent
from investment_portal.models.quantities.number import Range, Whole
from investment_portal.models.quantities.quantity import refusal
from investment_portal.models.text import Text

WHOLE_SHARE = 100


YEARS = Sentence(
    "每年计一次，上限和下限都按每年计；总额为每年金额乘以年数。",
    "Reckoned once a year; cap and floor hold for each year, and the sum in all is that of a year times the years.",
)
FROM_YEAR = Sentence(
    "从第几年开始计，例如前三年全额、后两年减半的第二段写 from_year: 4。",
    "The year in which it begins: of full support for three years and half for two more, the second has from_year: 4.",
)
PAID = Sentence(
    "各期占总额的比例，合计 100%，例如 [20 %, 50 %, 30 %]。",
    "The share of each part, together 100 %, as [20 %, 50 %, 30 %].",
)
MARGINAL = Sentence(
    "超额累进：每一档的比例只用于该档的部分。", "Each rate counts for the part of the base within its tier alone."
)
ONLY_IF = Sentence(
    "整项政策符合之外，本项还须满足的条件。", "What this benefit asks for besides what the policy asks for."
)


def _whole_share(rate: Percent) -> None:
    """Refuse shares above the whole."""
    if rate.number > WHOLE_SHARE:
        zh, en = f"补助比例不得超过 100%，实际写的是“{rate.typed}”。", f"A share is at most 100 %; got “{rate.typed}”."
        raise refusal("bad-percent", zh, en, key="rate")


class _Limited(Model):
    """A benefit with a cap and a floor."""

    money: MoneyKind = field("资金性质", "Kind of money", default=MoneyKind.GRANT)
    note: Text | None = field("说明", "Note", default=None)
    only_if: list[Requirement] = field("仅当", "Only if", default=[], note=ONLY_IF)
    cap: Money | None = field("上限", "At most", default=None)
    floor: Money | None = field("下限", "At least", default=None)
    years: Annotated[Whole, Range(least=1, most=10)] = field("年数", "Years", default=1, note=YEARS)
    from_year: Annotated[Whole, Range(least=1, most=20)] = field("起始年", "From year", default=1, note=FROM_YEAR)
    cap_all_years: Money | None = field("各年合计上限", "At most in all years", default=None)
    paid: list[Percent] = field("分期拨付", "Paid in parts", default=[], note=PAID)
    paid_when: list[Text] = field("各期条件", "When each part is paid", default=[])

    def check(self) -> None:
        """Refuse a cap below the floor, limits in two currencies, parts that are not the whole."""
        self._check_years()
        self._check_parts()
        if self.cap is None or self.floor is None:
            return
        cap, floor = self.cap.typed, self.floor.typed
        if self.cap.currency != self.floor.currency:
            zh = f"上限与下限应为同一种货币，实际是“{cap}”和“{floor}”。"
            raise refusal(
                "cap-below-floor", zh, f"Cap and floor must be of one currency; got “{cap}” and “{floor}”.", key="cap"
            )
        if self.cap.amount < self.floor.amount:
            zh = f"上限不得低于下限，实际上限“{cap}”、下限“{floor}”。"
            raise refusal(
                "cap-below-floor", zh, f"The cap must not be below the floor; got “{cap}” and “{floor}”.", key="cap"
            )

    def _check_years(self) -> None:
        """Refuse a cap of all years where there is one year, or below that of a year."""
        limit = self.cap_all_years
        if limit is None:
            return
        if self.years == 1:
            zh, en = "只有一年的支持用 cap 写上限。", "A benefit of one year has its limit in cap."
            raise refusal("bad-years", zh, en, key="cap_all_years")
        for other in (self.cap, self.floor):
            if other and (other.currency != limit.currency or other.amount > limit.amount):
                zh = f"各年合计上限“{limit.typed}”不得低于每年的“{other.typed}”，货币也要相同。"
                en = f"“{limit.typed}” for all years must not be below “{other.typed}” a year, nor of another currency."
                raise refusal("bad-years", zh, en, key="cap_all_years")

    def _check_parts(self) -> None:
        """Refuse parts that do not add up to the whole, and as many conditions as there are no parts."""
        whole = sum(part.number for part in self.paid)
        if self.paid and whole != WHOLE_SHARE:
            zh = f"分期拨付的比例合计应为 100%，实际为 {whole}%。"
            raise refusal("bad-parts", zh, f"The parts must add up to 100 %; they come to {whole} %.", key="paid")
        if any(part.number == 0 for part in self.paid):
            zh, en = "每一期的比例应大于 0。", "Each part must be above 0."
            raise refusal("bad-parts", zh, en, key="paid")
        if self.paid_when and len(self.paid_when) != len(self.paid):
            zh = f"各期条件应与期数相同：分 {len(self.paid)} 期，写了 {len(self.paid_when)} 条。"
            en = f"There must be a condition for each part: {len(self.paid)} parts, {len(self.paid_when)} conditions."
            raise refusal("bad-parts", zh, en, key="paid_when")


def _must_be(fact: FactInfo, *sorts: Sort) -> None:
    """Refuse a base that such a sum cannot be computed from, and name those that it can."""
    if fact.sort in sorts:
        return
    wanted = " or ".join(sort.label.en.lower() for sort in sorts)
    fitting = [member.value for member in InvestorFact if SORTS[member.value] in sorts]
    raise refusal(
        "bad-base",
        f"这里的计算基数应为{'或'.join(sort.label.zh for sort in sorts)}，“{fact.id}”（{fact.label.zh}）不是。",
        f"The base must be a fact of the sort {wanted}; “{fact.id}” is not.",
        Sentence(f"可用：{'、'.join(fitting)}。", f"Allowed: {', '.join(fitting)}."),
        key="base",
    )


class Rate(_Limited, tag_field="form", tag="rate"):
    """A share of a sum: rate x base."""

    rate: Percent = field("比例", "Rate")
    base: FactId = field("基数", "Of")

    def check(self) -> None:
        """Refuse shares above the whole and bases that are no sum."""
        super().check()
        _whole_share(self.rate)
        if self.base in BUILT_IN:
            self.check_base(BUILT_IN[self.base])

    def check_base(self, base: FactInfo) -> None:
        """Refuse a base that is no sum."""
        _must_be(base, Sort.MONEY)


class Bracket(Model):
    """A tier: from this size of the base on, this sum or this share of the base."""

    from_: AnyFigure = field("起点", "From", key="from")
    amount: Money | None = field("金额", "Sum", default=None)
    rate: Percent | None = field("比例", "Rate", default=None)

    def check(self) -> None:
        """Refuse a tier with both or neither."""
        if (self.amount is None) == (self.rate is None):
            both = self.amount is not None
            zh = f"每一档应写 amount（金额）或 rate（比例）其中之一，实际{'两个都有' if both else '都没有'}。"
            raise refusal("bad-tier", zh, f"A tier has either amount or rate; got {'both' if both else 'neither'}.")
        if self.rate is not None:
            _whole_share(self.rate)

    @property
    def start(self) -> Decimal:
        """The start as a comparable number."""
        return size(self.from_)[1]


class Tiers(_Limited, tag_field="form", tag="tiers"):
    """A sum or share that depends on how large the base is; the highest tier reached counts."""

    base: FactId = field("基数", "By")
    tiers: list[Bracket] = field("档次", "Tiers", least=1)
    marginal: bool = field("超额累进", "By parts", default=False, note=MARGINAL)

    def check(self) -> None:
        """Refuse tiers that overlap, are out of order, or do not fit the base."""
        super().check()
        if self.base in BUILT_IN:
            self.check_base(BUILT_IN[self.base])
        if len({size(tier.from_)[0] for tier in self.tiers}) > 1:
            zh, en = "各档起点应为同一种货币。", "Tiers must start at sums of one currency."
            raise refusal("bad-tier", zh, en, key="tiers")
        if any(lower.start >= upper.start for lower, upper in pairwise(self.tiers)):
            zh, en = "各档起点应由低到高、不重复。", "Tiers must start in rising order, each once."
            raise refusal("bad-tier", zh, en, key="tiers")
        if self.marginal and any(tier.rate is None for tier in self.tiers):
            zh, en = "超额累进的每一档都写 rate（比例）。", "Where tiers count by parts, each has a rate."
            raise refusal("bad-tier", zh, en, key="tiers")

    def check_base(self, base: FactInfo) -> None:
        """Refuse a base that is not counted, and tiers that do not fit it."""
        _must_be(base, Sort.MONEY, Sort.AREA, Sort.COUNT)
        sort = base.sort
        if any(not isinstance(tier.from_, FITTING[sort]) for tier in self.tiers):
            zh = f"各档起点应为{sort.label.zh}，与基数“{base.id}”一致。"
            en = f"Tiers must start at a figure of the sort {sort.label.en.lower()}, as the base “{base.id}” is."
            raise refusal("bad-tier", zh, en, key="tiers")
        if sort is not Sort.MONEY and any(tier.rate for tier in self.tiers):
            zh, en = "基数不是金额时，每一档只能写 amount。", "Where the base is no sum, a tier has an amount."
            raise refusal("bad-tier", zh, en, key="tiers")


class Fixed(_Limited, tag_field="form", tag="fixed"):
    """One sum."""

    amount: Money = field("金额", "Sum")


UNIT = Sentence(
    "不写时，厂房按平方米，其他按亩。", "Where none is given, halls count by the square metre and land by the mu."
)


class PerUnit(_Limited, tag_field="form", tag="per_unit"):
    """A sum for each job, mu, square metre or year."""

    amount: Money = field("单位金额", "Sum per unit")
    base: FactId = field("按", "For each")
    unit: AreaUnit | None = field("面积单位", "Unit of area", default=None, note=UNIT)

    def check(self) -> None:
        """Refuse to count what is not counted, and a unit of area for what is no area."""
        super().check()
        if self.base in BUILT_IN:
            self.check_base(BUILT_IN[self.base])

    def check_base(self, base: FactInfo) -> None:
        """Refuse a base that is not counted, and a unit of area for what is no area."""
        _must_be(base, Sort.COUNT, Sort.AREA)
        if self.unit is not None and base.sort is not Sort.AREA:
            zh = f"“{base.id}”（{base.label.zh}）不是面积，不写 unit。"
            en = f"“{base.id}” is no area and has no unit."
            raise refusal("bad-base", zh, en, Sentence("删去 unit。", "Delete unit."), key="unit")

    def measure(self, sort: Sort) -> AreaUnit | None:
        """Return the unit of area that counts: halls are let by the square metre, land by the mu."""
        if sort is not Sort.AREA:
            return None
        return self.unit or (AreaUnit.SQUARE_METRE if self.base == InvestorFact.HALL else AreaUnit.MU)


class InKind(Choice):
    """Kinds of help that is not money."""

    SERVICE = "service", "服务", "Service"
    SPACE = "space", "场地", "Space"
    STAFF = "staff", "人员", "Staff"
    EQUIPMENT = "equipment", "设备", "Equipment"
    TRAINING = "training", "培训", "Training"
    UTILITIES = "utilities", "水电气等要素保障", "Utilities"


class Service(Model, tag_field="form", tag="service"):
    """Help that is not money: a service, space, staff."""

    kind: InKind = field("实物支持", "In kind", default=InKind.SERVICE)
    text: Text = field("内容", "What is done")
    only_if: list[Requirement] = field("仅当", "Only if", default=[], note=ONLY_IF)


Benefit = Rate | Tiers | Fixed | PerUnit | Service
"""One thing that a policy gives."""
