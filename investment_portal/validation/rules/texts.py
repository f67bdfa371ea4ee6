"""Rules about texts: figures that differ between the languages."""

from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.reference import each, texts_of
from investment_portal.models.text import Text
from investment_portal.problems import Level
from investment_portal.validation.numbers_in_text import figures_apart
from investment_portal.validation.rule import RecordCheck, Rule, Violation

COMPARE = Sentence("核对后改正。", "Compare both, and mend the one that is wrong.")


def check_figures_differ(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield texts whose English has another figure than the Chinese; a figure that it leaves out differs from none."""
    differing = [text for text in texts_of(record).texts if all(figures_apart(text.zh, text.en))]
    for path, text in each(Text, record) if differing else ():
        lacking, instead = figures_apart(text.zh, text.en)
        if lacking and instead:
            zh, en = ("、".join(f"“{typed}”" for typed in numbers) for numbers in (lacking, instead))
            zh_en, en_en = zh.replace("、", ", "), en.replace("、", ", ")
            said = Sentence(
                f"两种语言的数字不一致：中文有{zh}，英文没有；英文另有{en}。",
                f"Figures differ: {zh_en} in the Chinese only, {en_en} in the English only.",
            )
            yield Violation((*path, "en"), said, COMPARE, Level.WARNING)


FIGURES_DIFFER = Rule(
    "figures-differ",
    Sentence("中文和英文里的数字要一致。", "The figures of the Chinese and of the English agree."),
    [RecordCheck(Model, check_figures_differ)],
)
