"""Wording that the review of fair competition questions and that somebody has reviewed and allowed, with the reason."""

from typing import Annotated

from investment_portal.languages import Sentence
from investment_portal.models.base import Model, field
from investment_portal.models.choice import Choice
from investment_portal.models.quantities.dates import Day
from investment_portal.models.text import Filled, Text


class QuestionedWording(Choice):
    """Categories of wording that the review of fair competition questions."""

    TAX_LINKED = "tax_linked", "与税收挂钩", "Tied to taxes"
    REGISTRATION = "registration", "以注册、迁入、纳税、纳统为条件", "Conditions of registration, taxes or statistics"
    NEWCOMERS = "newcomers", "只支持新来企业", "Newcomers only"
    ESTABLISHMENT = "establishment", "要求设立法人或分支机构", "Requirement to found a subsidiary"
    OWNERSHIP = "ownership", "按所有制区别对待", "Difference by ownership"
    NAMED_FIRMS = "named_firms", "指定企业或名录库", "Named or listed firms"
    RANKED_FIRMS = "ranked_firms", "只支持上榜企业", "Ranked firms only"
    ONE_FIRM_ONE_POLICY = "one_firm_one_policy", "一企一策、一事一议", "One firm, one policy"
    LAND_PRICE = "land_price", "土地价格优惠", "Selective land price"
    FEES = "fees", "减免收费和基金", "Relief from fees and funds"
    SOCIAL_INSURANCE = "social_insurance", "减免社会保险费", "Relief from social insurance"
    LOCAL_CONTENT = "local_content", "要求采购本地产品", "Local content"
    LOCAL_FIRMS = "local_firms", "限定或优待本地企业", "Local firms preferred"
    EXIT_PENALTY = "exit_penalty", "限制迁出、迁出退款", "Exit penalty"
    DESIGNATED_SUPPLIER = "designated_supplier", "指定供应商、独家经营", "Designated supplier"
    PREFERENTIAL_PRICE = "preferential_price", "水电气优惠价", "Special utility prices"


PART = Sentence(
    "只适用于含有这几个字的文字；不写则适用于本记录的这一类全部。",
    "Only texts that hold these words; without it, everything of this category in the record.",
)


class ReviewedWording(Model):
    """A questioned wording that is allowed, with the reason, and by whom and when it was reviewed."""

    category: QuestionedWording = field("类别", "Category")
    text: Annotated[str, Filled(200)] | None = field("涉及的文字", "Wording", default=None, note=PART)
    reason: Text = field("理由", "Reason")
    by: Text = field("审查单位", "Reviewed by")
    on: Day = field("审查日期", "Reviewed on")
