"""The register of rules about hand-written pages: a new rule is one file and one line here."""

from catalog.written import collisions, front_matter, links, parity, slots
from catalog.written.rule import PageRule

PAGE_RULES: tuple[PageRule, ...] = (slots.RULE, links.RULE, parity.RULE, front_matter.RULE, collisions.RULE)
