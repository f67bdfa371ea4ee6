"""A policy must not use terms that the fair-competition rules forbid (the list is in the settings)."""

from collections.abc import Iterator
from datetime import date

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.walk import each
from catalog.problems.finding import Finding
from catalog.rules.rule import Rule


def check(catalog: Catalog, day: date) -> Iterator[Finding]:
    """Find the terms in every text of policies and projects."""
    for kind in ("policy", "project"):
        for id_, record in catalog.records[kind].items():
            for path, text in each(str, record):
                for term in catalog.site.forbidden_terms:
                    if term in text:
                        said = Sentence(f"不得使用禁用表述“{term}”。", f"The forbidden term “{term}” must not be used.")
                        hint = Sentence(
                            "支持措施不得与纳税额挂钩或指定企业；请由法制机构审核后改写。",
                            "Support must not be tied to taxes paid or to named firms; have it reviewed and rewritten.",
                        )
                        yield Finding("forbidden-terms", kind, id_, path, said, hint)


RULE = Rule(
    "forbidden-terms",
    Sentence("政策和项目不得使用禁用表述。", "Policies and projects do not use forbidden terms."),
    check,
    settings=True,
    apart=True,
)
