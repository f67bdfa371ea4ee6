"""Words in an eligibility test must be values of the fact that it tests."""

from collections.abc import Iterator

from catalog.languages import NOTHING, Sentence
from catalog.model.benefit import Service
from catalog.model.catalog import Catalog
from catalog.model.eligibility import Test
from catalog.model.facts import SORTS, Sort
from catalog.model.lists import EnterpriseType, PolicyStage
from catalog.model.policy import Policy
from catalog.problems.finding import Path
from catalog.problems.got import quoted
from catalog.problems.nearest import did_you_mean
from catalog.rules.rule import RecordCheck, Rule, Violation

WORDS = {
    Sort.ENTERPRISE_TYPE: frozenset(value.value for value in EnterpriseType),
    Sort.STAGE: frozenset(value.value for value in PolicyStage),
}


def check_policy(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield words in ``one_of`` that are no value of the tested fact."""
    allowed = WORDS if "sector" in catalog.unread else {**WORDS, Sort.SECTOR: catalog.ids["sector"]}
    for where, test in _tests(policy):
        known = allowed.get(SORTS[test.fact])
        for step, word in enumerate(test.one_of or ()):
            if known is None or word in known:
                continue
            label, shown, words = test.fact.label, quoted(word), sorted(known)
            said = Sentence(
                f"“{shown}”不是{label.zh}的值。", f"“{shown}” is not a value of the fact {label.en.lower()}."
            )
            hint = did_you_mean(word, known)
            if hint == NOTHING:
                hint = Sentence(f"可用：{'、'.join(words)}。", f"Allowed: {', '.join(words)}.")
            yield Violation((*where, "one_of", step), said, hint)


def _tests(policy: Policy) -> Iterator[tuple[Path, Test]]:
    """Yield every test of a policy and of its benefits with its key path."""
    for number, test in enumerate(policy.eligibility):
        yield ("eligibility", number), test
    for place, benefit in enumerate(policy.benefits):
        if not isinstance(benefit, Service):
            for number, test in enumerate(benefit.only_if):
                yield ("benefits", place, "only_if", number), test


RULE = Rule(
    "eligibility-values",
    Sentence("申报条件里的词须是该事实的值。", "Words in a test are values of its fact."),
    [RecordCheck(Policy, check_policy)],
)
