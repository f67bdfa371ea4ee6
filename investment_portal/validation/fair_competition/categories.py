"""The register of categories: articles, sentence and level of each, and the date of the set of rules.

The articles are those of 公平竞争审查条例 (State Council Decree 783, in force from 2024-08-01) and of
公平竞争审查条例实施办法 (SAMR Order 99, in force from 2025-04-20). Where ``official_text`` is false, the official
text was not at hand when the entry was written: its articles come from published case notices and abstracts,
and must be compared with the text.
"""

from datetime import date

from investment_portal.languages import Sentence
from investment_portal.models.reviewed_wording import QuestionedWording
from investment_portal.problems import Level
from investment_portal.value import Value

RULE_SET = date(2025, 4, 20)
"""The day on which the youngest of the rules that the categories follow came into force."""


class Category(Value):
    """A category of wording: the rules behind it, what they ask for, and how much a find weighs."""

    id: QuestionedWording
    regulation: Sentence
    measures: Sentence
    sentence: Sentence
    level: Level = Level.ERROR
    official_text: bool = False


CATEGORIES = {
    category.id: category
    for category in (
        Category(
            QuestionedWording.TAX_LINKED,
            Sentence("第十条第（一）、（二）项", "Article 10 (1) and (2)"),
            Sentence("第十八条、第十九条", "Articles 18 and 19"),
            Sentence(
                "支持不得与缴纳的税款挂钩，也不得返还税款。",
                "Support is not tied to the taxes that a firm pays, and taxes are not paid back.",
            ),
        ),
        Category(
            QuestionedWording.REGISTRATION,
            Sentence("第八条第（四）项、第九条第（二）项、第十条第（二）项", "Articles 8 (4), 9 (2) and 10 (2)"),
            Sentence("第十二条、第十四条、第十九条", "Articles 12, 14 and 19"),
            Sentence(
                "支持不得以在本地注册、迁入、纳税、纳统或把产值计入本地为条件。",
                "Support does not ask for registration, a moved seat, taxes, statistics or output to be booked here.",
            ),
        ),
        Category(
            QuestionedWording.NEWCOMERS,
            Sentence("第十条第（二）项", "Article 10 (2)"),
            Sentence("第十九条", "Article 19"),
            Sentence(
                "只支持新来企业、不含已在本地的企业，是差异化支持，须有依据。",
                "Support for newcomers alone leaves out the firms already here, which needs a legal basis.",
            ),
            level=Level.WARNING,
        ),
        Category(
            QuestionedWording.ESTABLISHMENT,
            Sentence("第九条第（二）项", "Article 9 (2)"),
            Sentence("第十四条", "Article 14"),
            Sentence(
                "不得要求投资者在本地设立子公司、独立法人或分支机构。",
                "Investors are not required to found a subsidiary, a legal person or a branch here.",
            ),
        ),
        Category(
            QuestionedWording.OWNERSHIP,
            Sentence("第八条第（四）项、第十条第（二）项", "Articles 8 (4) and 10 (2)"),
            Sentence("第十二条、第十九条", "Articles 12 and 19"),
            Sentence("不得按所有制、内外资区别对待企业。", "Firms are not treated differently by ownership."),
        ),
        Category(
            QuestionedWording.NAMED_FIRMS,
            Sentence("第八条第（三）项、第十条第（二）项", "Articles 8 (3) and 10 (2)"),
            Sentence("第十一条、第十九条第（一）项、第四十六条", "Articles 11, 19 (1) and 46"),
            Sentence(
                "不得直接指定受益企业，也不得用条件不明的名录库、企业库确定受益企业。",
                "Support names no firm, and does not go to firms of a list whose criteria are not open and objective.",
            ),
        ),
        Category(
            QuestionedWording.RANKED_FIRMS,
            Sentence("第十条第（二）项", "Article 10 (2)"),
            Sentence("第十二条、第十九条", "Articles 12 and 19"),
            Sentence(
                "只支持上榜企业、行业排名靠前的企业，是差异化支持，须有依据。",
                "Support for ranked firms alone needs a legal basis.",
            ),
            level=Level.WARNING,
        ),
        Category(
            QuestionedWording.ONE_FIRM_ONE_POLICY,
            Sentence("第十条第（二）项", "Article 10 (2)"),
            Sentence("第十九条", "Article 19"),
            Sentence("不得一企一策、一事一议给予优惠。", "Terms are not made for a single firm or case."),
        ),
        Category(
            QuestionedWording.LAND_PRICE,
            Sentence("第十条第（三）项", "Article 10 (3)"),
            Sentence("第十九条第（四）项、第二十条第（一）项", "Articles 19 (4) and 20 (1)"),
            Sentence(
                "不得零地价、低价供地，也不得返还土地出让金。",
                "Land is neither free nor below its price, and no part of the price is paid back.",
            ),
        ),
        Category(
            QuestionedWording.FEES,
            Sentence("第十条第（三）项", "Article 10 (3)"),
            Sentence("第二十条第（二）项", "Article 20 (2)"),
            Sentence(
                "没有国家规定，不得对特定企业减免行政事业性收费、政府性基金。",
                "Administrative fees and government funds are not waived without a national rule.",
            ),
        ),
        Category(
            QuestionedWording.SOCIAL_INSURANCE,
            Sentence("第十条第（三）项", "Article 10 (3)"),
            Sentence("第二十条第（三）项", "Article 20 (3)"),
            Sentence(
                "没有国家规定，不得减免、缓征社会保险费。",
                "Social insurance contributions are neither waived nor deferred without a national rule.",
            ),
        ),
        Category(
            QuestionedWording.LOCAL_CONTENT,
            Sentence("第八条第（三）项、第九条第（一）、（三）项", "Articles 8 (3) and 9 (1) and (3)"),
            Sentence("第十一条、第十三条、第十五条", "Articles 11, 13 and 15"),
            Sentence(
                "不得要求或奖励采购、使用本地产品和服务。",
                "Buying or using local products and services is neither required nor rewarded.",
            ),
        ),
        Category(
            QuestionedWording.LOCAL_FIRMS,
            Sentence("第九条第（三）、（四）、（五）项、第十条第（二）项", "Articles 9 (3), (4) and (5), and 10 (2)"),
            Sentence("第十二条、第十五条、第十六条、第十七条", "Articles 12, 15, 16 and 17"),
            Sentence(
                "不得限定或优待本地企业，不得对外地企业另设条件。",
                "Local firms are not preferred, and firms from elsewhere meet no further conditions.",
            ),
        ),
        Category(
            QuestionedWording.EXIT_PENALTY,
            Sentence("第八条第（四）项、第九条第（一）项", "Articles 8 (4) and 9 (1)"),
            Sentence("第十二条、第十三条", "Articles 12 and 13"),
            Sentence(
                "不得限制企业迁出，也不得因迁出退还已享受的支持。",
                "Firms are free to leave, and leaving costs no support already paid.",
            ),
        ),
        Category(
            QuestionedWording.DESIGNATED_SUPPLIER,
            Sentence("第八条第（二）、（三）项", "Article 8 (2) and (3)"),
            Sentence("第十条、第十一条", "Articles 10 and 11"),
            Sentence(
                "不得限定企业向指定的单位购买商品或服务，不得违法授予独家经营权。",
                "Firms are not told from whom to buy, and nobody is given an exclusive right unlawfully.",
            ),
        ),
        Category(
            QuestionedWording.PREFERENTIAL_PRICE,
            Sentence("第十一条第（二）项", "Article 11 (2)"),
            Sentence("第二十二条", "Article 22"),
            Sentence(
                "不得超越权限给予特定企业优惠的水、电、气价格。",
                "No firm gets special prices of power, water or gas beyond what the authority may set.",
            ),
        ),
    )
}
