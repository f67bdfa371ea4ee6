"""What a policy gives is of the kind of money that its instrument stands for."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.benefit import Service
from catalog.model.catalog import Catalog
from catalog.model.lists import Instrument, MoneyKind
from catalog.model.policy import Policy
from catalog.rules.rule import RecordCheck, Rule, Violation

FITTING: dict[Instrument, frozenset[MoneyKind]] = {
    Instrument.FUND: frozenset({MoneyKind.EQUITY, MoneyKind.LOAN, MoneyKind.GUARANTEE}),
    Instrument.BRIDGE_LOAN: frozenset({MoneyKind.LOAN}),
    Instrument.INTEREST_SUBSIDY: frozenset({MoneyKind.GRANT, MoneyKind.SAVING}),
    Instrument.TAX_FEE_CUT: frozenset({MoneyKind.SAVING}),
    Instrument.GRANT: frozenset({MoneyKind.GRANT}),
    Instrument.RENT: frozenset({MoneyKind.GRANT, MoneyKind.SAVING}),
}
"""Kinds of money that an instrument can give; those not named can give any."""


def check_policy(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield loans and share capital that would count as grants, and the reverse."""
    fitting = FITTING.get(policy.instrument, frozenset(MoneyKind))
    for place, benefit in enumerate(policy.benefits):
        if isinstance(benefit, Service) or benefit.money in fitting:
            continue
        given, by = benefit.money, policy.instrument
        words = [one for one in MoneyKind if one in fitting]
        said = Sentence(
            f"支持方式“{by.value}”（{by.label.zh}）的资金性质不能是“{given.value}”（{given.label.zh}）。",
            f"A policy of the instrument “{by.value}” cannot give money of the kind “{given.value}”.",
        )
        hint = Sentence(
            "写 " + "或 ".join(f"money: {one.value}（{one.label.zh}）" for one in words) + "。",
            "Write " + " or ".join(f"money: {one.value}" for one in words) + ".",
        )
        yield Violation(("benefits", place, "money"), said, hint)


RULE = Rule(
    "money-kind",
    Sentence("资金性质与支持方式相符。", "The kind of money fits the policy's instrument."),
    [RecordCheck(Policy, check_policy)],
)
