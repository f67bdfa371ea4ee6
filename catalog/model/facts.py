"""The facts of an investor that a policy may ask about: eligibility and benefits name these and nothing else."""

from decimal import Decimal

from catalog.model.choice import Choice
from catalog.quantities import Area, Money


class Sort(Choice):
    """What sort of value a fact has."""

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
"""What sort of value each fact has; tests and benefits must fit it."""

FITTING: dict[Sort, tuple[type, ...]] = {Sort.MONEY: (Money,), Sort.AREA: (Area,), Sort.COUNT: (int, Decimal)}
"""The types of a figure of each sort."""
