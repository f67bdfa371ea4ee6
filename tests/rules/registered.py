"""Every rule of the product, wherever it is registered, with the sentence that says it."""

from catalog.languages import Sentence
from catalog.load.field_rules import FIELD_RULES
from catalog.rules.registry import RULES
from catalog.written.files import SAYS
from catalog.written.registry import PAGE_RULES

SECTIONS: dict[Sentence, dict[str, Sentence]] = {
    Sentence("单个文件、单个字段的规则", "Rules about one file or one field"): FIELD_RULES,
    Sentence("跨文件的规则", "Rules across files"): {rule.id: rule.says for rule in RULES},
    Sentence("手写页面和文件的规则", "Rules about hand-written pages and files"): {
        **{rule.id: rule.says for rule in PAGE_RULES},
        "missing-file": SAYS,
    },
}
"""Heading -> id -> what the rule says."""

IDS = frozenset(id_ for rules in SECTIONS.values() for id_ in rules)
