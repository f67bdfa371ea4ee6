"""A policy must not use terms that the fair-competition rules forbid (the list is in the settings)."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy
from catalog.model.project import Project
from catalog.model.walk import each, joined_text
from catalog.rules.rule import RecordCheck, Rule, Violation


def check_record(record: Policy | Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield texts that contain a forbidden term, once for each term."""
    joined = joined_text(record)
    terms = [term for term in catalog.site.forbidden_terms if term in joined]
    for path, text in each(str, record) if terms else ():
        for term in terms:
            if term in text:
                said = Sentence(f"不得使用禁用表述“{term}”。", f"The forbidden term “{term}” must not be used.")
                hint = Sentence(
                    "支持措施不得与纳税额挂钩或指定企业；请由法制机构审核后改写。",
                    "Support must not be tied to taxes paid or to named firms; have it reviewed and rewritten.",
                )
                yield Violation(path, said, hint)


RULE = Rule(
    "forbidden-terms",
    Sentence("政策和项目不得使用禁用表述。", "Policies and projects do not use forbidden terms."),
    [RecordCheck(Policy, check_record, settings=True), RecordCheck(Project, check_record, settings=True)],
)
