"""Declared tests of eligibility: one fact, one comparison, no code."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, StrictBool, model_validator

from catalog.model.base import Model, field
from catalog.model.claim import AnyFigure
from catalog.model.facts import SORTS, InvestorFact, Sort
from catalog.model.text import Text
from catalog.quantities import Area, Money, Percent
from catalog.quantities.refusal import refusal

FITTING: dict[Sort, tuple[type, ...]] = {Sort.MONEY: (Money,), Sort.AREA: (Area,), Sort.COUNT: (int, Decimal)}


class Test(Model):
    """A test of one fact: ``at_least``, ``at_most`` (figures), ``one_of`` (words) or ``is`` (yes or no)."""

    __test__ = False

    fact: InvestorFact = field("事实", "Fact")
    at_least: AnyFigure | None = field("不低于", "At least", default=None)
    at_most: AnyFigure | None = field("不高于", "At most", default=None)
    one_of: Annotated[list[str], Field(min_length=1)] | None = field("属于", "One of", default=None)
    is_: StrictBool | None = field("是", "Is", default=None, alias="is")
    note: Text | None = field("说明", "Note", default=None)

    @model_validator(mode="after")
    def _fits(self) -> "Test":
        """Refuse a comparison that the fact's sort of value does not have."""
        sort = SORTS[self.fact]
        figures = [figure for figure in (self.at_least, self.at_most) if figure is not None]
        given = bool(figures) + (self.one_of is not None) + (self.is_ is not None)
        fits = {
            Sort.YES_NO: self.is_ is not None,
            Sort.SECTOR: self.one_of is not None,
            Sort.ENTERPRISE_TYPE: self.one_of is not None,
            Sort.STAGE: self.one_of is not None,
        }.get(sort, bool(figures) and all(isinstance(figure, FITTING.get(sort, ())) for figure in figures))
        if given != 1 or not fits or any(isinstance(figure, Percent) for figure in figures):
            raise refusal(
                "bad-test",
                f"“{self.fact.value}”是{sort.label.zh}，比较方式与它不符。",
                f"“{self.fact.value}” is a {sort.label.en.lower()}; the comparison does not fit it.",
                "金额、面积、数量用 at_least 或 at_most；产业等用 one_of；是否用 is。",
                "Use at_least or at_most for figures, one_of for words, is for yes or no.",
            )
        return self
