"""Synonyms: groups of both languages, and those that a portal adds."""

from collections import Counter
from pathlib import Path

import pytest

from investment_portal.content.traditional import traditional_pairs
from investment_portal.formatting.words import SYNONYM, read_words, theme_words
from investment_portal.languages import LANGUAGES
from investment_portal.outputs.search_data import SEPARATORS, synonyms
from investment_portal.pages.content_pages.check import page_problems
from investment_portal.validation.record_reader import read_portal
from tests.sites import Site, tiny_portal

TOGETHER = (
    ("地价", "工业用地价格", "land price"),
    ("锂电", "锂电池", "batteries", "lithium battery"),
    ("贴片", "片式"),
    ("税收优惠", "tax incentive", "减税"),
    ("白酒", "spirits", "liquor", "white spirit", "baijiu"),
    ("电子", "electronics", "elektronik"),
    ("电价", "电费", "electricity price", "power price"),
    ("工资", "wages", "labour cost"),
)


@pytest.mark.parametrize("terms", TOGETHER)
def test_words_of_the_trade_are_listed(full: Site, terms: tuple[str, ...]) -> None:
    """Investors and staff say different words for one thing; English ones in the singular."""
    groups = [[term.lower() for term in group] for group in synonyms(full.build_context).values()]
    singular = [term.replace("batteries", "battery") for term in terms]
    assert any(set(singular) <= set(group) for group in groups)


def test_no_term_stands_in_two_groups() -> None:
    """Else a search for one thing would find another."""
    terms = Counter(
        term.lower()
        for language in LANGUAGES
        for group in theme_words(language, "synonyms.yaml").values()
        for term in set(SEPARATORS.split(group))
    )
    assert {term for term, count in terms.items() if count > 1} <= {"mlcc", "eia"}


def test_groups_have_the_same_names_in_all_languages() -> None:
    """Groups of one name are joined."""
    names = [set(theme_words(language, "synonyms.yaml")) for language in LANGUAGES]
    assert names[0] == names[1]
    assert all(name.startswith(f"{SYNONYM}_") for name in names[0])


def test_traditional_characters_are_those_of_opencc() -> None:
    """Each with its Simplified form."""
    pairs = traditional_pairs()
    table = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert [table[sign] for sign in "電儲產業園區瀘廠價"] == list("电储产业园区泸厂价")
    assert not set(table) & set("电子白酒")


def test_a_portal_adds_groups(tmp_path: Path) -> None:
    """A new group is no unknown word, and is searched like those of the theme."""
    root = tiny_portal(tmp_path / "portal")
    file = root / "overrides/words/zh/trade.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("synonym_yeast: 酒曲、大曲\nno_such_word: 无\n", "utf-8")
    problems = [
        problem.path
        for problem in page_problems(root, read_portal(root).catalog)
        if problem.file.endswith("trade.yaml")
    ]
    assert problems == ["no_such_word"]
    assert read_words(root, "zh").group(SYNONYM)["yeast"] == "酒曲、大曲"
