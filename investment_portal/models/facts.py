"""The facts of an investor that a policy may ask for, and the eligibility tests over them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Annotated

from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.choice import OWN_ID, Choice, open_choice
from investment_portal.models.claim import AnyFigure, size
from investment_portal.models.controlled_values import EnterpriseType
from investment_portal.models.quantities import Area, Money, Percent
from investment_portal.models.quantities.quantity import Form, refusal
from investment_portal.models.text import Text, Word
from investment_portal.value import Value

OWN_FORM = Form(OWN_ID, "小写字母开头的编号，例如“exports”", "an id that begins with a small letter, as “exports”", 64)
OWN_UNIT = Sentence("数量的单位，例如“吨”。", "The unit of a number, as “tonnes”.")
BOUNDED_BY = Sentence(
    "不会超过它的另一项事实，例如设备投资不会超过固定资产投资（investment）。",
    "The fact that this one never exceeds, as equipment never exceeds the whole investment (investment).",
)
QUESTION = Sentence(
    "匹配页面上的提问，例如“去年出口额是多少？”。", "What the matcher asks, as “What did you export last year?”"
)


class Sort(Choice):
    """Kinds of values of facts."""

    MONEY = "money", "金额", "Sum of money"
    AREA = "area", "面积", "Area"
    COUNT = "count", "数量", "Number"
    YES_NO = "yes_no", "是否", "Yes or no"
    SHARE = "share", "百分比", "Share"
    SECTOR = "sector", "产业", "Sector"
    ENTERPRISE_TYPE = "enterprise_type", "企业类型", "Enterprise type"
    STAGE = "stage", "阶段", "Stage"


class InvestorFact(Choice):
    """One fact that an investor can state."""

    SECTOR = "sector", "产业", "Sector"
    ENTERPRISE_TYPE = "enterprise_type", "企业类型", "Enterprise type"
    STAGE = "stage", "所处阶段", "Stage"
    INVESTMENT = "investment", "固定资产投资", "Fixed-asset investment"
    EQUIPMENT = "equipment", "设备投资", "Equipment investment"
    LAND = "land", "用地面积", "Land"
    CROP_LAND = "crop_land", "种植基地面积", "Crop land"
    HALL = "hall", "租用厂房面积", "Rented hall"
    RENT = "rent", "年租金", "Annual rent"
    JOBS = "jobs", "新增就业", "New jobs"
    GRADUATES = "graduates", "吸纳高校毕业生", "Graduates hired"
    REVENUE = "revenue", "年营业收入", "Annual revenue"
    LOAN = "loan", "贷款余额", "Loan"
    LOAN_INTEREST = "loan_interest", "年贷款利息", "Annual loan interest"
    RESEARCH = "research", "年研发投入", "Annual research spending"
    FOREIGN_CAPITAL = "foreign_capital", "外资到资额", "Foreign capital paid in"
    FOREIGN_FUNDED = "foreign_funded", "外商投资", "Foreign-funded"
    NEW_TO_DISTRICT = "new_to_district", "新落户", "New to the district"
    ESTABLISHED_YEARS = "established_years", "成立年数", "Years in business"


SORTS: Mapping[str, Sort] = {
    InvestorFact.SECTOR: Sort.SECTOR,
    InvestorFact.ENTERPRISE_TYPE: Sort.ENTERPRISE_TYPE,
    InvestorFact.STAGE: Sort.STAGE,
    InvestorFact.INVESTMENT: Sort.MONEY,
    InvestorFact.EQUIPMENT: Sort.MONEY,
    InvestorFact.LAND: Sort.AREA,
    InvestorFact.CROP_LAND: Sort.AREA,
    InvestorFact.HALL: Sort.AREA,
    InvestorFact.RENT: Sort.MONEY,
    InvestorFact.JOBS: Sort.COUNT,
    InvestorFact.GRADUATES: Sort.COUNT,
    InvestorFact.REVENUE: Sort.MONEY,
    InvestorFact.LOAN: Sort.MONEY,
    InvestorFact.LOAN_INTEREST: Sort.MONEY,
    InvestorFact.RESEARCH: Sort.MONEY,
    InvestorFact.FOREIGN_CAPITAL: Sort.MONEY,
    InvestorFact.FOREIGN_FUNDED: Sort.YES_NO,
    InvestorFact.NEW_TO_DISTRICT: Sort.YES_NO,
    InvestorFact.ESTABLISHED_YEARS: Sort.COUNT,
}
"""The kind of value of each fact; tests and benefits must fit it."""

BOUNDED: Mapping[str, str] = {
    InvestorFact.EQUIPMENT.value: InvestorFact.INVESTMENT.value,
    InvestorFact.GRADUATES.value: InvestorFact.JOBS.value,
    InvestorFact.LOAN_INTEREST.value: InvestorFact.LOAN.value,
}
"""Facts whose figure another fact bounds: a part never exceeds the whole."""

FITTING: dict[Sort, tuple[type, ...]] = {
    Sort.MONEY: (Money,),
    Sort.AREA: (Area,),
    Sort.COUNT: (int, Decimal),
    Sort.SHARE: (Percent,),
}
"""The types of a figure of each sort."""

FactId = Annotated[str, open_choice(InvestorFact, "facts")]
"""A fact of the list, or one that the settings add."""


class FactInfo(Value):
    """A fact by its id: its name, its sort of value, the unit in which it is counted, the fact that bounds it."""

    id: str
    label: Sentence
    sort: Sort
    unit: Sentence | None = None
    bounded_by: str | None = None


BUILT_IN: Mapping[str, FactInfo] = {
    fact.value: FactInfo(fact.value, fact.label, SORTS[fact.value], bounded_by=BOUNDED.get(fact.value))
    for fact in InvestorFact
}
"""The facts of the list."""

OWN_SORTS = (Sort.MONEY, Sort.AREA, Sort.COUNT, Sort.SHARE, Sort.YES_NO)


class NamedFact(Model):
    """A fact that a portal adds to the list: exports, freight, investment per mu."""

    id: Annotated[str, OWN_FORM] = field("编号", "ID")
    name: Text = field("名称", "Name")
    sort: Sort = field("类型", "Sort")
    unit: Text | None = field("单位", "Unit", default=None, note=OWN_UNIT)
    question: Text | None = field("提问", "Question", default=None, note=QUESTION)
    bounded_by: FactId | None = field("不超过", "Bounded by", default=None, note=BOUNDED_BY)

    def check(self) -> None:
        """Refuse an id of the list, sorts that need a list of their own, and a unit of what has its own."""
        if self.id in BUILT_IN or self.id == "policy":
            zh, en = f"“{self.id}”已是内置的事实。", f"“{self.id}” is a fact of the list already."
            raise refusal("duplicate-id", zh, en, key="id")
        if self.sort not in OWN_SORTS:
            names = [sort.value for sort in OWN_SORTS]
            zh = f"自定义事实的类型应为以下之一：{'、'.join(names)}。"
            raise refusal("bad-value", zh, f"A fact of your own is of one of the sorts {', '.join(names)}.", key="sort")
        if self.unit and self.sort is not Sort.COUNT:
            zh, en = "只有数量（count）写单位。", "Only a number (count) has a unit."
            raise refusal("bad-value", zh, en, key="unit")
        if self.bounded_by and self.sort not in FITTING:
            zh, en = "只有数字、金额、面积才写不超过哪一项。", "Only a figure is bounded by another fact."
            raise refusal("bad-value", zh, en, key="bounded_by")

    @property
    def info(self) -> FactInfo:
        """The fact as the list has its own."""
        unit = Sentence(self.unit.zh, self.unit.en) if self.unit else None
        return FactInfo(self.id, Sentence(self.name.zh, self.name.en), self.sort, unit, self.bounded_by)


class NamedEnterpriseType(Model):
    """A type of enterprise that a portal adds to the list: state-owned, listed, exporter, co-operative."""

    id: Annotated[str, OWN_FORM] = field("编号", "ID")
    name: Text = field("名称", "Name")

    def check(self) -> None:
        """Refuse an id of the list."""
        if self.id in {member.value for member in EnterpriseType}:
            zh, en = f"“{self.id}”已是内置的企业类型。", f"“{self.id}” is a type of the list already."
            raise refusal("duplicate-id", zh, en, key="id")


WAYS = {
    Sort.YES_NO: Sentence("用 is: true 或 is: false。", "Use is: true or is: false."),
    Sort.MONEY: Sentence(
        "用 at_least 或 at_most，写金额，例如“500 万元”。", "Use at_least or at_most with a sum, as “500 万元”."
    ),
    Sort.AREA: Sentence(
        "用 at_least 或 at_most，写面积，例如“30 亩”。", "Use at_least or at_most with an area, as “30 亩”."
    ),
    Sort.COUNT: Sentence("用 at_least 或 at_most，写数字。", "Use at_least or at_most with a number."),
    Sort.SHARE: Sentence(
        "用 at_least 或 at_most，写百分比，例如“15 %”。", "Use at_least or at_most with a share, as “15 %”."
    ),
}
"""How a fact of each sort is tested; the rest are tested by words."""

ONE_OF = Sentence("用 one_of，写成列表。", "Use one_of with a list.")


class Test(Model):
    """A test of one fact: ``at_least``, ``at_most`` (figures), ``one_of`` (words) or ``is`` (yes or no)."""

    __test__ = False

    fact: FactId | None = field("事实", "Fact", default=None)
    at_least: AnyFigure | None = field("不低于", "At least", default=None)
    at_most: AnyFigure | None = field("不高于", "At most", default=None)
    one_of: list[Word] | None = field("属于", "One of", default=None, least=1)
    is_: bool | None = field("是", "Is", default=None, key="is")
    note: Text | None = field("说明", "Note", default=None)

    def check(self) -> None:
        """Refuse a test without its fact, and a comparison that the fact's sort of value does not have."""
        if self.fact is None:
            raise refusal("bad-test", "条件应写 fact（事实）。", "A test names its fact.", key="fact")
        if self.fact in SORTS:
            self.check_sort(BUILT_IN[self.fact])

    def check_sort(self, fact: FactInfo) -> None:
        """Refuse a comparison that a fact's sort of value does not have."""
        sort = fact.sort
        figures = [figure for figure in (self.at_least, self.at_most) if figure is not None]
        given = bool(figures) + (self.one_of is not None) + (self.is_ is not None)
        if sort in FITTING:
            fits = bool(figures) and all(isinstance(figure, FITTING[sort]) for figure in figures)
        else:
            fits = self.is_ is not None if sort is Sort.YES_NO else self.one_of is not None
        if given != 1 or not fits:
            zh = f"比较方式应与事实相符：“{fact.id}”（{fact.label.zh}）的类型是“{sort.label.zh}”。"
            en = f"The comparison must fit the fact: “{fact.id}” is of the sort “{sort.label.en.lower()}”."
            raise refusal("bad-test", zh, en, WAYS.get(sort, ONE_OF))
        if self.at_least is not None and self.at_most is not None:
            (item, low), (other, high) = size(self.at_least), size(self.at_most)
            if item != other or low > high:
                zh = "at_least 不得大于 at_most，且两者货币相同。"
                raise refusal(
                    "bad-test", zh, "at_least must not exceed at_most, and both are of one currency.", key="at_least"
                )

    @property
    def tested(self) -> str:
        """The fact of a test of one fact."""
        if self.fact is None:
            raise TypeError("a group of tests has no fact")
        return self.fact

    @property
    def groups(self) -> Sequence[tuple[str, Sequence["Test"]]]:
        """The tests inside as (key, tests): none in a test of one fact."""
        return ()


ANY = Sentence("列出的条件满足一条即可。", "It is enough to pass one of these tests.")
ALL = Sentence("列出的条件须同时满足。", "All of these tests must be passed.")
NONE = Sentence("列出的情形一条都不能有。", "None of these may be the case.")


class _TestGroup(Test):
    """A test of one fact, or a group of tests of which one, all or none must be passed."""

    def check(self) -> None:
        """Refuse a group with a test of its own beside it, and one with neither."""
        compared = any(comparison is not None for comparison in (self.at_least, self.at_most, self.one_of, self.is_))
        forms = (self.fact is not None or compared) + len(self.groups)
        if forms != 1:
            zh = "每条条件应写 fact（事实）、any（满足其一）、all（同时满足）或 none（均不得有）其中之一。"
            raise refusal("bad-test", zh, "A test is either of a fact, or of any, all or none of several tests.")
        if not self.groups:
            super().check()


class TestBranch(_TestGroup):
    """A test of one fact, or of several of which one, all or none must be passed."""

    __test__ = False

    any_: list[Test] | None = field("满足其一", "Any of", default=None, key="any", least=1, note=ANY)
    all_: list[Test] | None = field("同时满足", "All of", default=None, key="all", least=1, note=ALL)
    none: list[Test] | None = field("均不得有", "Ruled out", default=None, least=1, note=NONE)

    @property
    def groups(self) -> Sequence[tuple[str, Sequence[Test]]]:
        """The tests inside as (key, tests)."""
        return _written(any=self.any_, all=self.all_, none=self.none)


class Requirement(_TestGroup):
    """A test that a policy asks for; groups of tests nest twice, which is enough for every combination."""

    any_: list[TestBranch] | None = field("满足其一", "Any of", default=None, key="any", least=1, note=ANY)
    all_: list[TestBranch] | None = field("同时满足", "All of", default=None, key="all", least=1, note=ALL)
    none: list[TestBranch] | None = field("均不得有", "Ruled out", default=None, least=1, note=NONE)

    @property
    def groups(self) -> Sequence[tuple[str, Sequence[Test]]]:
        """The tests inside as (key, tests)."""
        return _written(any=self.any_, all=self.all_, none=self.none)


def _written(**groups: Sequence[Test] | None) -> Sequence[tuple[str, Sequence[Test]]]:
    return [(key, tests) for key, tests in groups.items() if tests is not None]


def single_tests(test: Test, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Test]]:
    """Yield the tests of one fact within a test, itself or those of its groups, each with its key path."""
    if not test.groups:
        yield path, test
    for key, tests in test.groups:
        for place, inner in enumerate(tests):
            yield from single_tests(inner, (*path, key, place))


EnterpriseTypeId = Annotated[str, open_choice(EnterpriseType, "enterprise_types")]
"""A type of enterprise of the list, or one that the settings add."""
