"""What a policy gives, declared so that it can be computed: a share, tiers, a fixed sum, a sum per unit, or a service."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from catalog.model.base import Model, field
from catalog.model.facts import SORTS, InvestorFact, Sort
from catalog.model.text import Text
from catalog.quantities import Area, Money, Percent
from catalog.quantities.refusal import refusal


class _Limited(Model):
    """A benefit with a cap and a floor."""

    note: Text | None = field("说明", "Note", default=None)
    cap: Money | None = field("上限", "At most", default=None)
    floor: Money | None = field("下限", "At least", default=None)
    years: Annotated[int, Field(ge=1, le=10)] = field("年数", "Years", default=1)

    @model_validator(mode="after")
    def _ordered(self) -> "_Limited":
        """Refuse a cap below the floor."""
        if self.cap and self.floor and self.cap.amount < self.floor.amount:
            raise refusal("cap-below-floor", f"上限 {self.cap.typed} 低于下限 {self.floor.typed}。", f"The cap {self.cap.typed} is below the floor {self.floor.typed}.")
        return self


def _must_be(fact: InvestorFact, *sorts: Sort) -> None:
    if SORTS[fact] not in sorts:
        raise refusal("bad-base", f"“{fact.value}”不能作为计算基数。", f"“{fact.value}” cannot be what the sum is computed from.")


class Rate(_Limited):
    """A share of a sum: rate x base."""

    form: Literal["rate"] = field("形式", "Form")
    rate: Percent = field("比例", "Rate")
    base: InvestorFact = field("基数", "Of")

    @model_validator(mode="after")
    def _sane(self) -> "Rate":
        """Refuse shares above the whole and bases that are no sum."""
        _must_be(self.base, Sort.MONEY)
        if self.rate.number > 100:
            raise refusal("bad-percent", f"比例超过 100%：{self.rate.typed}。", f"A share above 100 %: {self.rate.typed}.")
        return self


class Bracket(Model):
    """A tier: from this size of the base on, this sum or this share of the base."""

    from_: Money | Area | int = field("起点", "From", alias="from")
    amount: Money | None = field("金额", "Sum", default=None)
    rate: Percent | None = field("比例", "Rate", default=None)

    @model_validator(mode="after")
    def _one(self) -> "Bracket":
        """Refuse a tier with both or neither."""
        if (self.amount is None) == (self.rate is None):
            raise refusal("bad-tier", "每一档写 amount 或 rate 其中之一。", "A tier has either amount or rate.")
        return self

    @property
    def start(self) -> float:
        """The start as a comparable number."""
        if isinstance(self.from_, int):
            return self.from_
        return float(self.from_.amount if isinstance(self.from_, Money) else self.from_.square_metres)


class Tiers(_Limited):
    """A sum or share that depends on how large the base is; the highest tier reached counts."""

    form: Literal["tiers"] = field("形式", "Form")
    base: InvestorFact = field("基数", "By")
    tiers: list[Bracket] = field("档次", "Tiers", min_length=1)

    @model_validator(mode="after")
    def _rising(self) -> "Tiers":
        """Refuse tiers that overlap or are out of order."""
        starts = [tier.start for tier in self.tiers]
        if any(lower >= upper for lower, upper in zip(starts, starts[1:], strict=False)):
            raise refusal("bad-tier", "各档起点必须由低到高、不重复。", "Tiers must start in rising order, each once.")
        return self


class Fixed(_Limited):
    """One sum."""

    form: Literal["fixed"] = field("形式", "Form")
    amount: Money = field("金额", "Sum")


class PerUnit(_Limited):
    """A sum for each job, mu, square metre or year."""

    form: Literal["per_unit"] = field("形式", "Form")
    amount: Money = field("单位金额", "Sum per unit")
    base: InvestorFact = field("按", "For each")

    @model_validator(mode="after")
    def _countable(self) -> "PerUnit":
        """Refuse to count what is not counted."""
        _must_be(self.base, Sort.COUNT, Sort.AREA)
        return self


class Service(Model):
    """Help that is not a sum."""

    form: Literal["service"] = field("形式", "Form")
    text: Text = field("内容", "What is done")


Benefit = Annotated[Rate | Tiers | Fixed | PerUnit | Service, Field(discriminator="form")]
"""One thing that a policy gives."""
