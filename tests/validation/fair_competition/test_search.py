"""Each category finds what a review would question, in both languages, and leaves its harmless neighbours alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.reviewed_wording import QuestionedWording
from investment_portal.validation.fair_competition.categories import CATEGORIES
from investment_portal.validation.fair_competition.search import matches_in, may_match
from investment_portal.validation.fair_competition.signs import plain
from investment_portal.validation.fair_competition.wording import wording_of

FOLDER = Path(__file__).parent
TABLE: dict[str, dict[Language, dict[str, list[str]]]] = yaml.safe_load((FOLDER / "wording.yaml").read_text("utf-8"))
PARAPHRASES: dict[Language, dict[str, dict[str, list[str]]]] = {
    language: yaml.safe_load((FOLDER / f"paraphrases.{language}.yaml").read_text("utf-8")) for language in LANGUAGES
}
LEAST = 4


class Case(NamedTuple):
    """A text with the category that it belongs to, and whether a review would question it."""

    category: str
    language: Language
    text: str
    questioned: bool


def cases() -> Iterator[Case]:
    """Yield the texts of the table and their paraphrases."""
    for category, languages in TABLE.items():
        for language, texts in languages.items():
            for questioned in (True, False):
                sort = "questioned" if questioned else "harmless"
                for text in (*texts[sort], *PARAPHRASES[language][category][sort]):
                    yield Case(category, language, text, questioned)


@pytest.mark.parametrize("case", [case for case in cases() if case.questioned], ids=lambda case: case.text[:40])
def test_questioned_wording_is_found_under_its_category(case: Case) -> None:
    """Alone, and amid other sentences."""
    for text in (case.text, f"{FILLER[case.language]}{case.text}{FILLER[case.language]}"):
        assert case.category in {match.category for match in matches_in(text, case.language)}
        assert may_match(text, case.language)


@pytest.mark.parametrize("case", [case for case in cases() if not case.questioned], ids=lambda case: case.text[:40])
def test_harmless_wording_is_left_alone(case: Case) -> None:
    """Wording that is denied, forbidden, reported or only sounds alike belongs to no category."""
    for text in (case.text, f"{FILLER[case.language]}{case.text}{FILLER[case.language]}"):
        assert [text[match.start : match.end] for match in matches_in(text, case.language)] == []


FILLER: dict[Language, str] = {"zh": "项目占地30亩。不收费用。", "en": " The plot has 2 ha. Nothing is charged. "}


def test_every_category_is_registered_with_wording_and_a_table() -> None:
    """A category has its articles, patterns in both languages, and enough texts of both sorts."""
    everything = {category.value for category in QuestionedWording}
    assert {category.value for category in CATEGORIES} == everything == set(TABLE)
    for language in LANGUAGES:
        assert {category.value for category in wording_of(language).words} == everything == set(PARAPHRASES[language])
        for category in everything:
            assert all(len(texts) >= LEAST for texts in TABLE[category][language].values())
    for category in CATEGORIES.values():
        assert category.regulation.zh.startswith("第")
        assert category.measures.en.startswith("Article")
        assert category.sentence.zh.endswith("。")
        assert category.sentence.en.endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_has_a_text_that_it_finds(language: Language) -> None:
    """A pattern that no text of the table needs would be left over, or would never match."""
    texts = [plain(case.text) for case in cases() if case.language == language and case.questioned]
    unused = [
        repr(pattern)
        for id_ in wording_of(language).words
        for pattern in wording_of(language).category(id_).all_patterns
        if not any(pattern.search(text) for text in texts)
    ]
    assert unused == []


REPEATED: dict[Language, list[str]] = {
    "zh": ["税收返还", "企业须在本区注册，", "按纳税额", "不得", "奖励贡献", "仅限", "迁出", "，包括"],
    "en": ["tax rebate ", "must not leave, ", "local ", "grants for ", "not ", "a ", "and is ", ", including "],
}


@pytest.mark.parametrize(
    ("language", "part"), [(language, part) for language in LANGUAGES for part in REPEATED[language]]
)
def test_the_longest_page_takes_linear_time(language: Language, part: str) -> None:
    """A page of the largest size that consists of key words."""
    list(matches_in(part * (100_000 // len(part)), language))


def test_a_line_break_within_a_sentence_hides_nothing() -> None:
    """Pages are wrapped in lines; a list entry or a paragraph begins anew."""
    assert list(matches_in("Half of the land price is\nrefunded.", "en"))
    assert not list(matches_in("The land price is published.\n\n- Refunds take a week.", "en"))


def test_signs_keep_their_places() -> None:
    """Full-width and Traditional signs are read as the usual ones, so that quoted wording is what stands there."""
    text = "對納稅企業獎勵５０％，\n地價優惠。"
    assert plain(text) == "对纳税企业奖励50%， 地价优惠。"
    assert [text[match.start : match.end] for match in matches_in(text, "zh")] == ["納稅企業獎勵", "地價優惠"]
