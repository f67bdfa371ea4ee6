"""A Chinese government site shows its filing numbers."""

from collections.abc import Iterator

from catalog.languages import Sentence
from catalog.model.base import fields_of, label_of
from catalog.model.catalog import Catalog
from catalog.model.site import Filing, Site
from catalog.problems.problem import Level
from catalog.rules.rule import RecordCheck, Rule, Violation


def check_site(site: Site, catalog: Catalog) -> Iterator[Violation]:
    """Yield the missing numbers: one warning in a demonstration, one error in a live portal."""
    missing = [name for name in fields_of(Filing) if getattr(site.filing, name) is None]
    if missing:
        labels = [label_of(Filing, name) for name in missing]
        said = Sentence(
            f"网站页脚应有备案信息，还缺：{'、'.join(label.zh for label in labels)}。",
            f"The footer must show the filing numbers; it lacks: {', '.join(label.en for label in labels)}.",
        )
        hint = Sentence("在 district/site.yaml 的 filing 里填写。", "Fill them under filing in district/site.yaml.")
        yield Violation(("filing",), said, hint, Level.WARNING if site.demo else Level.ERROR)


RULE = Rule(
    "filing-numbers",
    Sentence("网站页脚须有备案号和标识码。", "The footer shows the filing numbers."),
    [RecordCheck(Site, check_site, settings=True)],
)
