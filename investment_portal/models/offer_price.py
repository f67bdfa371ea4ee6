"""The price or rent of a plot, a hall or a project's site."""

from investment_portal.models.base import Model, field
from investment_portal.models.controlled_values import PriceKind
from investment_portal.models.quantities import UnitPrice
from investment_portal.models.quantities.dates import Day
from investment_portal.models.quantities.quantity import refusal
from investment_portal.models.text import Text


class OfferPrice(Model):
    """A price or rent, and until when it is offered; a price for a time is a rent."""

    value: UnitPrice = field("价格", "Price")
    kind: PriceKind | None = field("租售方式", "Sale or rent", default=None)
    until: Day | None = field("价格有效期至", "Price valid until", default=None)
    note: Text | None = field("说明", "Note", default=None)

    @property
    def for_what(self) -> PriceKind | None:
        """Return whether it is for sale or to let; nothing where an open price does not say so."""
        if self.kind or self.value.sum.negotiable:
            return self.kind
        return PriceKind.RENT if self.value.every else PriceKind.SALE

    def check(self) -> None:
        """Refuse a rent without a time, and a price for sale with one."""
        if self.kind is None or self.value.sum.negotiable:
            return
        if self.kind is PriceKind.RENT and not self.value.every:
            zh, en = "租金要写明按天、按月还是按年，例如“12 元/㎡/月”。", "A rent needs its time, as “12 元/㎡/月”."
            raise refusal("bad-quantity", zh, en, key="value")
        if self.kind is PriceKind.SALE and self.value.every:
            zh, en = "按时间收的是租金，kind 应为 rent。", "A price for a time is a rent: kind must be rent."
            raise refusal("bad-quantity", zh, en, key="kind")
