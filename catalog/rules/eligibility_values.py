"""Words in an eligibility test must be values of the fact that it tests."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.facts import SORTS, Sort
from catalog.model.lists import EnterpriseType, PolicyStage
from catalog.problems.finding import Finding
from catalog.problems.nearest import nearest
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find words in ``one_of`` that the fact can never be."""
    allowed = {
        Sort.SECTOR: catalog.ids["sector"],
        Sort.ENTERPRISE_TYPE: frozenset(one.value for one in EnterpriseType),
        Sort.STAGE: frozenset(one.value for one in PolicyStage),
    }
    for policy in catalog.policies.values():
        for number, test in enumerate(policy.eligibility):
            for step, word in enumerate(test.one_of or ()):
                known = allowed.get(SORTS[test.fact], frozenset())
                if word not in known:
                    meant = nearest(word, known)
                    said = Sentence(f"“{word}”不是{test.fact.label.zh}的值。", f"“{word}” is not a value of {test.fact.label.en.lower()}.")
                    hint = Sentence(f"是不是“{meant}”？", f"Did you mean “{meant}”?") if meant else Sentence("", "")
                    yield Finding("eligibility-values", "policy", policy.id, ("eligibility", number, "one_of", step), said, hint)


RULE = Rule("eligibility-values", Sentence("申报条件里的词须是该事实的值。", "Words in a test are values of its fact."), check)
