"""The facts of an investor that a policy may ask for, and the eligibility tests over them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.choice import Choice
from investment_portal.models.claim import AnyFigure, size
from investment_portal.models.quantities import Area, Money
from investment_portal.models.quantities.quantity import refusal
from investment_portal.models.text import Text


class Sort(Choice):
    """Kinds of values of facts."""

    MONEY = "money", "金额", "Sum of money"
    AREA = "area", "面积", "Area"
    COUNT = "count", "数量", "Number"
    YES_NO = "yes_no", "是否", "Yes or no"
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


SORTS: dict[InvestorFact, Sort] = {
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

FITTING: dict[Sort, tuple[type, ...]] = {Sort.MONEY: (Money,), Sort.AREA: (Area,), Sort.COUNT: (int, Decimal)}
"""The types of a figure of each sort."""


WAYS = {
    Sort.YES_NO: Sentence("用 is: true 或 is: false。", "Use is: true or is: false."),
    Sort.MONEY: Sentence(
        "用 at_least 或 at_most，写金额，例如“500 万元”。", "Use at_least or at_most with a sum, as “500 万元”."
    ),
    Sort.AREA: Sentence(
        "用 at_least 或 at_most，写面积，例如“30 亩”。", "Use at_least or at_most with an area, as “30 亩”."
    ),
    Sort.COUNT: Sentence("用 at_least 或 at_most，写数字。", "Use at_least or at_most with a number."),
}
"""How a fact of each sort is tested; the rest are tested by words."""

ONE_OF = Sentence("用 one_of，写成列表。", "Use one_of with a list.")


class Test(Model):
    """A test of one fact: ``at_least``, ``at_most`` (figures), ``one_of`` (words) or ``is`` (yes or no)."""

    __test__ = False

    fact: InvestorFact | None = field("事实", "Fact", default=None)
    at_least: AnyFigure | None = field("不低于", "At least", default=None)
    at_most: AnyFigure | None = field("不高于", "At most", default=None)
    one_of: list[str] | None = field("属于", "One of", default=None, least=1)
    is_: bool | None = field("是", "Is", default=None, key="is")
    note: Text | None = field("说明", "Note", default=None)

    def check(self) -> None:
        """Refuse a test without its fact, and a comparison that the fact's sort of value does not have."""
        if self.fact is None:
            raise refusal("bad-test", "条件应写 fact（事实）。", "A test names its fact.", key="fact")
        sort = SORTS[self.fact]
        figures = [figure for figure in (self.at_least, self.at_most) if figure is not None]
        given = bool(figures) + (self.one_of is not None) + (self.is_ is not None)
        if sort in FITTING:
            fits = bool(figures) and all(isinstance(figure, FITTING[sort]) for figure in figures)
        else:
            fits = self.is_ is not None if sort is Sort.YES_NO else self.one_of is not None
        if given != 1 or not fits:
            zh = f"比较方式应与事实相符：“{self.fact.value}”（{self.fact.label.zh}）的类型是“{sort.label.zh}”。"
            en = f"The comparison must fit the fact: “{self.fact.value}” is of the sort “{sort.label.en.lower()}”."
            raise refusal("bad-test", zh, en, WAYS.get(sort, ONE_OF))
        if self.at_least is not None and self.at_most is not None:
            (one, low), (other, high) = size(self.at_least), size(self.at_most)
            if one != other or low > high:
                zh = "at_least 不得大于 at_most，且两者货币相同。"
                raise refusal(
                    "bad-test", zh, "at_least must not exceed at_most, and both are of one currency.", key="at_least"
                )

    @property
    def tested(self) -> InvestorFact:
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


class _TestGroup(Test):
    """A test of one fact, or a group of tests of which one or all must be passed."""

    def check(self) -> None:
        """Refuse a group with a test of its own beside it, and one with neither."""
        compared = any(one is not None for one in (self.at_least, self.at_most, self.one_of, self.is_))
        forms = (self.fact is not None or compared) + len(self.groups)
        if forms != 1:
            zh = "每条条件应写 fact（事实）、any（满足其一）或 all（同时满足）其中之一。"
            raise refusal("bad-test", zh, "A test is either of a fact, or of any or all of several tests.")
        if not self.groups:
            super().check()


class TestBranch(_TestGroup):
    """A test of one fact, or of several of which one or all must be passed."""

    __test__ = False

    any_: list[Test] | None = field("满足其一", "Any of", default=None, key="any", least=1, note=ANY)
    all_: list[Test] | None = field("同时满足", "All of", default=None, key="all", least=1, note=ALL)

    @property
    def groups(self) -> Sequence[tuple[str, Sequence[Test]]]:
        """The tests inside as (key, tests)."""
        return _written(any=self.any_, all=self.all_)


class Requirement(_TestGroup):
    """A test that a policy asks for; groups of tests nest twice, which is enough for every combination."""

    any_: list[TestBranch] | None = field("满足其一", "Any of", default=None, key="any", least=1, note=ANY)
    all_: list[TestBranch] | None = field("同时满足", "All of", default=None, key="all", least=1, note=ALL)

    @property
    def groups(self) -> Sequence[tuple[str, Sequence[Test]]]:
        """The tests inside as (key, tests)."""
        return _written(any=self.any_, all=self.all_)


def _written(**groups: Sequence[Test] | None) -> Sequence[tuple[str, Sequence[Test]]]:
    return [(key, tests) for key, tests in groups.items() if tests is not None]


def single_tests(test: Test, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Test]]:
    """Yield the tests of one fact within a test, itself or those of its groups, each with its key path."""
    if not test.groups:
        yield path, test
    for key, tests in test.groups:
        for place, inner in enumerate(tests):
            yield from single_tests(inner, (*path, key, place))
