"""A sum in a foreign currency needs a dated rate in the settings."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.base import Model
from catalog.model.catalog import Catalog
from catalog.model.walk import each
from catalog.quantities import Money
from catalog.rules.rule import RecordCheck, Rule, Violation


def check_record(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield sums in a currency without a rate."""
    for path, money in each(Money, record):
        if money.currency != "CNY" and all(money.currency != rate.currency for rate in catalog.site.rates):
            said = Sentence(
                f"外币金额要有汇率，设置里没有 {money.currency} 的。",
                f"A sum in a foreign currency needs a rate; the settings hold none for {money.currency}.",
            )
            hint = Sentence(
                "在 district/site.yaml 的 rates 里补充汇率和日期。",
                "Add the rate and its date under rates in district/site.yaml.",
            )
            yield Violation(path, said, hint)


RULE = Rule(
    "exchange-rate",
    Sentence("外币金额须有注明日期的汇率。", "A sum in a foreign currency has a dated rate."),
    [RecordCheck(Model, check_record, settings=True)],
)
