"""Every rule of the product, wherever it is registered, with the sentence that says it."""

from collections.abc import Container

from investment_portal.history import lost_addresses
from investment_portal.languages import Sentence
from investment_portal.pages.content_pages.attachments import PICTURE_FILE, PICTURES, SUMMARY
from investment_portal.pages.content_pages.check import PAGE_RULES
from investment_portal.validation import upcoming
from investment_portal.validation.messages import FIELD_RULES
from investment_portal.validation.registry import RULES

OF_RECORDS = {rule.id for rule in RULES}
"""A rule about records may hold for pages too, under the same id."""

SECTIONS: dict[Sentence, dict[str, Sentence]] = {
    Sentence("单个文件、单个字段的规则", "Rules about one file or one field"): FIELD_RULES,
    Sentence("跨文件的规则", "Rules across files"): {
        **{rule.id: rule.summary for rule in RULES},
        upcoming.RULE: upcoming.SUMMARY,
    },
    Sentence("手写页面和文件的规则", "Rules about hand-written pages and files"): {
        **{rule.id: rule.summary for rule in PAGE_RULES if rule.id not in OF_RECORDS},
        "missing-file": SUMMARY,
        PICTURE_FILE: PICTURES,
        lost_addresses.RULE: lost_addresses.SUMMARY,
    },
}
"""Heading -> id -> what the rule says."""

NO_EXAMPLE = (
    "No example breaks the rule “{rule}”. Write tests/fixtures/bad/{rule}/edits.yaml, which lists edits of "
    "tests/fixtures/portal as the folders beside it do, then run make bless."
)
UNBROKEN = (
    "The example tests/fixtures/bad/{rule}/edits.yaml does not break its rule: the check reports only {reported}."
)


def without_example(examples: Container[str]) -> list[str]:
    """Return a sentence for each rule without an example."""
    return [NO_EXAMPLE.format(rule=id_) for id_ in sorted(IDS) if id_ not in examples]


IDS = frozenset(id_ for rules in SECTIONS.values() for id_ in rules)
