"""The facts of an invented applicant, from which a policy's page works an example out."""

from typing import Any

from catalog.model import lists
from catalog.model.base import Model, field
from catalog.model.claim import Count
from catalog.model.facts import InvestorFact
from catalog.model.reference import SectorRef
from catalog.model.text import Text
from catalog.quantities import Area, Money


class WorkedExample(Model):
    """What the invented applicant states; the sums follow from the declared support and are never typed."""

    case: Text | None = field("情形", "Case", default=None)
    sector: SectorRef | None = field(*InvestorFact.SECTOR.label, default=None)
    enterprise_type: lists.EnterpriseType | None = field(*InvestorFact.ENTERPRISE_TYPE.label, default=None)
    stage: lists.PolicyStage | None = field(*InvestorFact.STAGE.label, default=None)
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

    def stated(self) -> dict[InvestorFact, Any]:
        """Give the facts that the example states, in the order of the list of facts."""
        return {fact: value for fact in InvestorFact if (value := getattr(self, fact.value)) is not None}
