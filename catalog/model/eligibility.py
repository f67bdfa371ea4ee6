"""Declared tests of eligibility: one fact, one comparison, no code."""

from catalog.languages import Sentence
from catalog.model.base import Model, field
from catalog.model.claim import AnyFigure, size
from catalog.model.facts import FITTING, SORTS, InvestorFact, Sort
from catalog.model.text import Text
from catalog.quantities.refusal import refusal

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

    fact: InvestorFact = field("事实", "Fact")
    at_least: AnyFigure | None = field("不低于", "At least", default=None)
    at_most: AnyFigure | None = field("不高于", "At most", default=None)
    one_of: list[str] | None = field("属于", "One of", default=None, least=1)
    is_: bool | None = field("是", "Is", default=None, key="is")
    note: Text | None = field("说明", "Note", default=None)

    def check(self) -> None:
        """Refuse a comparison that the fact's sort of value does not have."""
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
