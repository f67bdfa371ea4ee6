"""Rules about wording that the review of fair competition questions, and about reviews that allow it."""

from collections.abc import Iterator

from investment_portal.languages import Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.policy import Policy
from investment_portal.models.record import Record
from investment_portal.models.reviewed_wording import QuestionedWording, ReviewedWording
from investment_portal.problems import Level, quoted
from investment_portal.validation.fair_competition.categories import CATEGORIES, RULE_SET
from investment_portal.validation.fair_competition.records import (
    questioned_in,
    questioned_terms,
    questioned_texts,
    reviews_of,
    split_reviewed,
)
from investment_portal.validation.rule import RecordCheck, Rule, Violation


def check_fair_competition(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield questioned wording that nobody has reviewed; that of some categories is a warning."""
    for item in split_reviewed(list(questioned_texts(record)), reviews_of(record))[0]:
        sentence, level = wording_sentence(item.category, item.quoted), CATEGORIES[item.category].level
        within = item.quoted.split("\n")[0]
        yield Violation(item.path, sentence, rules_hint(item.category), level, within=within)


def check_terms(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield the terms in the data of a policy that nobody has reviewed, as warnings."""
    for item in split_reviewed(list(questioned_terms(policy, catalog.site)), policy.reviewed_wording)[0]:
        if item.terms:
            sentence = terms_sentence(item.category, item.terms)
            yield Violation(item.path, sentence, rules_hint(item.category), Level.WARNING)


def wording_sentence(category: QuestionedWording, wording: str) -> Sentence:
    """Return the sentence about a questioned wording."""
    label, rule = category.label, CATEGORIES[category].sentence
    return Sentence(
        f"“{quoted(wording)}”可能不符合公平竞争审查要求（{category}，{label.zh}）：{rule.zh}",
        f"“{quoted(wording)}” may not pass the review of fair competition ({category}: {label.en.lower()}). {rule.en}",
    )


def terms_sentence(category: QuestionedWording, terms: Sentence) -> Sentence:
    """Return the sentence about the terms that the data of a policy state."""
    label, rule = category.label, CATEGORIES[category].sentence
    return Sentence(
        f"{terms.zh}，可能不符合公平竞争审查要求（{category}，{label.zh}）：{rule.zh}",
        f"Here {terms.en}, which may not pass the review of fair competition ({category}: {label.en.lower()}). "
        f"{rule.en}",
    )


def rules_hint(category: QuestionedWording) -> Sentence:
    """Return the hint: rewrite or have it reviewed, and the articles with the date of the rule set."""
    rules = CATEGORIES[category]
    compare = Sentence("", "")
    if not rules.official_text:
        compare = Sentence("，条号请核对正式文本", "; compare the numbers with the official text")
    return Sentence(
        "请改写；经公平竞争审查可以保留的，写 reviewed_wording 并说明理由。"
        f"依据：公平竞争审查条例{rules.regulation.zh}，实施办法{rules.measures.zh}"
        f"（规则版本 {RULE_SET}{compare.zh}）。",
        "Rewrite it; where the review allows it, write reviewed_wording with the reason. "
        f"Regulation on fair competition review: {rules.regulation.en}; its measures: {rules.measures.en} "
        f"(rule set of {RULE_SET}{compare.en}).",
    )


FAIR_COMPETITION = Rule(
    "fair-competition",
    Sentence(
        "文字和政策条件不得含有公平竞争审查不允许的内容；确可保留的，由 reviewed_wording 说明理由。",
        "Texts and the terms of policies hold nothing that the review of fair competition refuses, unless "
        "reviewed_wording gives the reason.",
    ),
    [
        RecordCheck(Model, check_fair_competition, settings=True, readable=True),
        RecordCheck(Policy, check_terms, settings=True),
    ],
)


def check_reviewed_wording(record: Record, catalog: Catalog) -> Iterator[Violation]:
    """Yield reviews that cover nothing any more."""
    if not record.reviewed_wording:
        return
    for place in split_reviewed(list(questioned_in(record, catalog.site)), record.reviewed_wording)[1]:
        review = record.reviewed_wording[place]
        key = "category" if review.text is None else "text"
        yield Violation(("reviewed_wording", place, key), stale_sentence(review), STALE_HINT, Level.WARNING)


def stale_sentence(review: ReviewedWording) -> Sentence:
    """Return the sentence about a review that covers nothing."""
    label = review.category.label
    if review.text is None:
        return Sentence(
            f"这里已没有“{review.category}”（{label.zh}）一类的表述。",
            f"Nothing of the category “{review.category}” ({label.en.lower()}) stands here any more.",
        )
    return Sentence(
        f"含有“{quoted(review.text)}”的文字里没有“{review.category}”（{label.zh}）一类的表述。",
        f"No text with “{quoted(review.text)}” holds anything of the category “{review.category}” "
        f"({label.en.lower()}).",
    )


STALE_HINT = Sentence("删去这一条，或改正 category、text。", "Delete this entry, or correct its category or text.")


REVIEWED_WORDING = Rule(
    "reviewed-wording",
    Sentence(
        "已审查的表述（reviewed_wording）要与现有文字对应。",
        "Each reviewed_wording is about wording that still stands.",
    ),
    [RecordCheck(Record, check_reviewed_wording, settings=True)],
)
