"""Rules about what a policy gives: eligibility values, kinds of money, combinations, worked examples."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from investment_portal.domain.incentives.verdict import Stated
from investment_portal.domain.incentives.worked_example import amount, missing_facts, passes, stated
from investment_portal.domain.totals import in_yuan
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.benefit import Fixed, PerUnit, Rate, Service, Tiers
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import Instrument, MoneyKind, PolicyStage
from investment_portal.models.facts import BUILT_IN, FITTING, FactInfo, Sort, Test, single_tests
from investment_portal.models.policy import Policy, StatedFact, Together
from investment_portal.models.quantities import Money
from investment_portal.models.quantities.quantity import ValueRefusedError
from investment_portal.models.reference import each
from investment_portal.models.site import Site, all_facts, enterprise_types, fact_info
from investment_portal.problems import Path, did_you_mean, quoted
from investment_portal.validation.rule import RecordCheck, Rule, Violation

STAGES = frozenset(value.value for value in PolicyStage)


def check_eligibility_values(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield words in ``one_of`` that are no value of the tested fact."""
    allowed = {Sort.ENTERPRISE_TYPE: frozenset(enterprise_types(catalog.site)), Sort.STAGE: STAGES}
    if "sector" not in catalog.unread:
        allowed[Sort.SECTOR] = catalog.ids["sector"]
    for where, test in _tests(policy):
        fact = BUILT_IN.get(test.tested)
        if fact is None:
            continue
        known = allowed.get(fact.sort)
        for step, word in enumerate(test.one_of or ()):
            if known is None or word in known:
                continue
            label, shown, words = fact.label, quoted(word), sorted(known)
            sentence = Sentence(
                f"“{shown}”不是{label.zh}的值。", f"“{shown}” is not a value of the fact {label.en.lower()}."
            )
            hint = did_you_mean(word, known)
            if hint == NOTHING:
                hint = Sentence(f"可用：{'、'.join(words)}。", f"Allowed: {', '.join(words)}.")
            yield Violation((*where, "one_of", step), sentence, hint)


def _tests(policy: Policy) -> Iterator[tuple[Path, Test]]:
    """Yield every test of a fact of a policy and of its benefits with its key path."""
    for number, test in enumerate(policy.eligibility):
        yield from single_tests(test, ("eligibility", number))
    for place, benefit in enumerate(policy.benefits):
        for number, test in enumerate(benefit.only_if):
            yield from single_tests(test, ("benefits", place, "only_if", number))


ELIGIBILITY_VALUES = Rule(
    "eligibility-values",
    Sentence("申报条件里的词须是该事实的值。", "Words in a test are values of its fact."),
    [RecordCheck(Policy, check_eligibility_values)],
)


MONEY_KINDS: dict[Instrument, frozenset[MoneyKind]] = {
    Instrument.FUND: frozenset({MoneyKind.EQUITY, MoneyKind.LOAN, MoneyKind.GUARANTEE}),
    Instrument.BRIDGE_LOAN: frozenset({MoneyKind.LOAN}),
    Instrument.INTEREST_SUBSIDY: frozenset({MoneyKind.GRANT, MoneyKind.SAVING}),
    Instrument.TAX_FEE_CUT: frozenset({MoneyKind.SAVING}),
    Instrument.GRANT: frozenset({MoneyKind.GRANT}),
    Instrument.RENT: frozenset({MoneyKind.GRANT, MoneyKind.SAVING}),
}
"""Kinds of money that an instrument can give; those not named can give any."""


def check_money_kind(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield loans and share capital that would count as grants, and the reverse."""
    fitting = MONEY_KINDS.get(policy.instrument, frozenset(MoneyKind))
    for place, benefit in enumerate(policy.benefits):
        if isinstance(benefit, Service) or benefit.money in fitting:
            continue
        money, by = benefit.money, policy.instrument
        words = [member for member in MoneyKind if member in fitting]
        sentence = Sentence(
            f"支持方式“{by.value}”（{by.label.zh}）的资金性质不能是“{money.value}”（{money.label.zh}）。",
            f"A policy of the instrument “{by.value}” cannot give money of the kind “{money.value}”.",
        )
        hint = Sentence(
            "写 " + "或 ".join(f"money: {word.value}（{word.label.zh}）" for word in words) + "。",
            "Write " + " or ".join(f"money: {word.value}" for word in words) + ".",
        )
        yield Violation(("benefits", place, "money"), sentence, hint)


MONEY_KIND = Rule(
    "money-kind",
    Sentence("资金性质与支持方式相符。", "The kind of money fits the policy's instrument."),
    [RecordCheck(Policy, check_money_kind)],
)


ITSELF = Sentence("这里写的是其他政策，不写本政策。", "Name other policies here, not this one.")
REMOVE = Sentence("删去这一项。", "Delete this entry.")


def check_stacking(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield the policy itself in its lists, and shared caps that cross one written before: these cannot be computed."""
    if policy.withdrawn:
        return
    for path, id_ in _named(policy):
        if id_ == policy.id:
            yield Violation(path, ITSELF, REMOVE)
    before = list(_caps_before(policy, catalog)) if policy.together else []
    for place, cap in enumerate(policy.together):
        these = _members(policy, cap)
        for other, other_cap in before:
            those = _members(other, other_cap)
            if cap.money is other_cap.money and these & those and not (these <= those or those <= these):
                sentence = Sentence(
                    f"合计上限的范围应互不重叠或逐级包含；与“{other.id}”的合计上限部分重叠。",
                    "Shared caps must lie apart or one within the other; "
                    f"this one partly overlaps that of “{other.id}”.",
                )
                hint = Sentence(
                    f"让两处的政策一致，或把“{'、'.join(sorted(these ^ those))}”写进较大的一处。",
                    f"Name the same policies in both, or write {', '.join(sorted(these ^ those))} into the larger one.",
                )
                yield Violation(("together", place, "with"), sentence, hint)
        before.append((policy, cap))


def _caps_before(policy: Policy, catalog: Catalog) -> Iterator[tuple[Policy, Together]]:
    """Yield the shared caps of the policies that stand before a policy, withdrawn ones left out."""
    for other in catalog.policies.values():
        if other.id == policy.id:
            return
        if not other.withdrawn:
            for cap in other.together:
                yield other, cap


def _named(policy: Policy) -> Iterator[tuple[Path, str]]:
    for place, id_ in enumerate(policy.excludes):
        yield ("excludes", place), id_
    for number, shared in enumerate(policy.together):
        for place, id_ in enumerate(shared.with_):
            yield ("together", number, "with", place), id_


def _members(policy: Policy, shared: Together) -> frozenset[str]:
    return frozenset({policy.id, *shared.with_})


STACKING = Rule(
    "stacking",
    Sentence(
        "政策不与自己互斥；合计上限互不重叠或逐级包含。",
        "A policy does not exclude itself; shared caps lie apart or one within the other.",
    ),
    [RecordCheck(Policy, check_stacking)],
)


KEY = "worked_example"


def check_worked_example(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield what prevents the example from being computed, fails a test of the policy, or gives a sum of 0."""
    if policy.worked_example is None or any(in_yuan(sum_, catalog.site) is None for _, sum_ in each(Money, policy)):
        return  # a currency without a rate is a problem of its own
    typed = policy.worked_example.stated()
    if any(fact_info(catalog.site, fact) is None for fact in typed):
        return  # so is a fact that nobody has listed
    facts = stated(typed, catalog.site)
    yield from _lacking(policy, facts, catalog.site)
    yield from _failing(policy, facts, catalog.site)


def _lacking(policy: Policy, facts: Stated, site: Site) -> Iterator[Violation]:
    """Yield facts that the sums are computed from and that are missing or too small for the first tier."""
    missing = dict.fromkeys(fact for benefit in policy.benefits for fact in missing_facts(benefit, facts, site))
    if missing:
        zh = "、".join(f"{fact}（{_label(fact, site).zh}）" for fact in missing)
        en = ", ".join(f"{fact} ({_label(fact, site).en})" for fact in missing)
        sentence = Sentence(
            f"测算示例应写明支持标准的计算依据，缺少 {zh}。",
            f"The worked example must state what the support is reckoned from; it lacks {en}.",
        )
        yield Violation((KEY,), sentence, of_key=True)
    sums = [benefit for benefit in policy.benefits if not isinstance(benefit, Service)]
    if not sums:
        sentence = Sentence(
            "没有金额的政策不需要测算示例。", "A policy that gives no sum of money has nothing to work out."
        )
        yield Violation((KEY,), sentence, of_key=True)
    for benefit in sums:
        worked = amount(benefit, facts, site)
        if worked is not None and worked.total.amount == 0 and not isinstance(benefit, Fixed):
            base = _label(benefit.base, site)
            sentence = Sentence(
                f"测算示例按“{base.zh}”算出的金额为 0，没有示范作用。",
                f"Reckoned from “{base.en}”, the worked example comes to nothing.",
            )
            yield Violation((KEY, *_stated_at(policy, benefit.base)), sentence, RAISE)


def _label(fact: str, site: Site) -> Sentence:
    info = fact_info(site, fact)
    return info.label if info else Sentence(fact, fact)


def _stated_at(policy: Policy, fact: str) -> Path:
    """Return the key path below the example at which it states a fact."""
    if fact in BUILT_IN or policy.worked_example is None:
        return (fact,)
    places = [place for place, selected in enumerate(policy.worked_example.more) if selected.fact == fact]
    return ("more", *places[:1])


REACH = {"sector": "sectors", "enterprise_type": "enterprise_types", "stage": "stages"}
"""Field of the example -> field of the policy that limits it."""

RAISE = Sentence("写一个达到支持标准的数。", "State a figure that reaches the support.")


def _failing(policy: Policy, facts: Stated, site: Site) -> Iterator[Violation]:
    for step, test in enumerate(policy.eligibility):
        if passes(test, facts, site) != "no":
            continue
        failing = [
            inner.tested
            for path, inner in single_tests(test)
            if passes(inner, facts, site) == ("yes" if path.count("none") % 2 else "no")
        ]
        zh, en = (
            "、".join(_label(fact, site).zh for fact in failing),
            ", ".join(_label(fact, site).en for fact in failing),
        )
        sentence = Sentence(
            f"测算示例应符合申报条件，“{zh}”不符合第 {step + 1} 条。",
            f"The worked example must qualify; “{en}” fails test {step + 1}.",
        )
        yield Violation((KEY, *_stated_at(policy, failing[0])), sentence)
    for name, field in REACH.items():
        reach, value = getattr(policy, field), getattr(policy.worked_example, name)
        if value is not None and reach != "all" and value not in reach:
            sentence = Sentence(
                f"测算示例应在政策适用范围内，“{value}”不在其中。",
                f"The worked example must be one that the policy is meant for; “{value}” is not.",
            )
            yield Violation((KEY, name), sentence)


WORKED_EXAMPLE = Rule(
    "worked-example",
    Sentence("测算示例须符合条件，且能算出金额。", "A worked example qualifies and can be worked out."),
    [RecordCheck(Policy, check_worked_example)],
)


LIST_FACTS = Sentence(
    "内置的事实：{0}；其他的写在 district/site.yaml 的 facts 里。",
    "Facts of the list: {0}; others are listed under facts in district/site.yaml.",
)
LIST_TYPES = Sentence(
    "内置的企业类型：{0}；其他的写在 district/site.yaml 的 enterprise_types 里。",
    "Types of the list: {0}; others are listed under enterprise_types in district/site.yaml.",
)


def check_listed_facts(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield facts and types of enterprise that neither the list nor the settings have."""
    facts = {id_: info.label for id_, info in all_facts(catalog.site).items()}
    types = enterprise_types(catalog.site)
    for path, fact in _facts_named(policy):
        if fact not in facts:
            yield _unlisted(path, fact, Sentence("事实", "fact"), facts, LIST_FACTS)
    for path, type_ in _types_named(policy):
        if type_ not in types:
            yield _unlisted(path, type_, Sentence("企业类型", "type of enterprise"), types, LIST_TYPES)


def check_listed_promises(site: Site, catalog: Catalog) -> Iterator[Violation]:
    """Yield types of enterprise of a promise that neither the list nor the settings have."""
    types = enterprise_types(site)
    for number, promise in enumerate(site.coverage or ()):
        for place, type_ in enumerate(() if promise.enterprise_types == "all" else promise.enterprise_types):
            if type_ not in types:
                path = ("coverage", number, "enterprise_types", place)
                yield _unlisted(path, type_, Sentence("企业类型", "type of enterprise"), types, LIST_TYPES)


def _facts_named(policy: Policy) -> Iterator[tuple[Path, str]]:
    for path, test in _tests(policy):
        yield (*path, "fact"), test.tested
    for place, benefit in enumerate(policy.benefits):
        if isinstance(benefit, Rate | Tiers | PerUnit):
            yield ("benefits", place, "base"), benefit.base
    for place, selected in enumerate(policy.worked_example.more if policy.worked_example else ()):
        yield (KEY, "more", place, "fact"), selected.fact


def _types_named(policy: Policy) -> Iterator[tuple[Path, str]]:
    for place, type_ in enumerate(() if policy.enterprise_types == "all" else policy.enterprise_types):
        yield ("enterprise_types", place), type_
    if policy.worked_example and policy.worked_example.enterprise_type:
        yield (KEY, "enterprise_type"), policy.worked_example.enterprise_type


def _unlisted(path: Path, word: str, what: Sentence, known: Mapping[str, Sentence], all_of_them: Sentence) -> Violation:
    """Return the violation, with the nearest word by id or name, else with all of them."""
    sentence = Sentence(f"没有名为“{quoted(word)}”的{what.zh}。", f"There is no {what.en} “{quoted(word)}”.")
    hint = did_you_mean(word, known)
    if hint == NOTHING:
        zh = "、".join(f"{id_}（{label.zh}）" for id_, label in known.items())
        en = ", ".join(f"{id_} ({label.en})" for id_, label in known.items())
        hint = Sentence(all_of_them.zh.format(zh), all_of_them.en.format(en))
    return Violation(path, sentence, hint)


UNLISTED = Rule(
    "unlisted",
    Sentence(
        "事实和企业类型是内置的，或写在 district/site.yaml 里。",
        "Facts and types of enterprise are of the list, or stand in district/site.yaml.",
    ),
    [
        RecordCheck(Policy, check_listed_facts, settings=True),
        RecordCheck(Site, check_listed_promises, settings=True),
    ],
)


def check_own_facts(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield tests, bases and examples that do not fit the sort of a fact of the settings."""
    selected = {fact.id: fact.info for fact in catalog.site.facts}
    for path, test in _tests(policy):
        if test.tested in selected:
            yield from _refusal(path, partial(test.check_sort, selected[test.tested]))
    for place, benefit in enumerate(policy.benefits):
        if isinstance(benefit, Rate | Tiers | PerUnit) and benefit.base in selected:
            yield from _refusal(("benefits", place), partial(benefit.check_base, selected[benefit.base]))
    for place, fact in enumerate(policy.worked_example.more if policy.worked_example else ()):
        info = selected.get(fact.fact)
        if info and not _fits(fact, info):
            sentence = Sentence(
                f"“{info.id}”（{info.label.zh}）的类型是“{info.sort.label.zh}”，写的值不是。",
                f"“{info.id}” is of the sort “{info.sort.label.en.lower()}”; the value is not.",
            )
            yield Violation((KEY, "more", place), sentence)


def _fits(stated_fact: StatedFact, fact: FactInfo) -> bool:
    """Return whether the value that an example states is of the sort of its fact."""
    if fact.sort is Sort.YES_NO:
        return stated_fact.is_ is not None
    return isinstance(stated_fact.value, FITTING[fact.sort])


def _refusal(path: Path, check: Callable[[], None]) -> Iterator[Violation]:
    try:
        check()
    except ValueRefusedError as error:
        yield Violation((*path, error.key) if error.key else path, error.sentence, error.hint)


OWN_FACTS = Rule(
    "own-facts",
    Sentence("条件和基数与自定义事实的类型相符。", "Tests and bases fit the sort of a fact of the settings."),
    [RecordCheck(Policy, check_own_facts, settings=True)],
)
