"""The glossary: words, hand-written pages, labels and records say each concept in one word."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from investment_portal.formatting.values import show
from investment_portal.formatting.words import theme_words
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.base import fields_of, label_of, models_in
from investment_portal.models.choice import Choice
from investment_portal.models.kinds import KINDS
from investment_portal.models.reference import each
from investment_portal.models.text import Text
from investment_portal.validation.glossary import glossary, may_refuse, refused_in
from tests.sites import REPOSITORY, Site

PAGES = (REPOSITORY / "tests/fixtures/seed/docs", REPOSITORY / "investment_portal/starter/files/docs")
NOT_READ = re.compile(r"<[^>]+>|\]\([^)]*\)|^(?:frame|template): .*$|\{[^}]*\}", re.MULTILINE)
"""Parts of a page that a reader does not see: tags, addresses, settings of the layout, placeholders."""


def refused(texts: Iterator[tuple[str, str]], language: Language) -> list[str]:
    """Return what the texts should not say, with the place of each."""
    return [
        f"{place}: {typed} ({term.term})"
        for place, text in texts
        for typed, term in refused_in(NOT_READ.sub("", text), language)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_interface(language: Language) -> None:
    """All files of words but the synonyms that visitors type."""
    synonyms = theme_words(language, "synonyms.yaml")
    words = ((name, word) for name, word in theme_words(language).items() if name not in synonyms)
    assert refused(words, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", PAGES, ids=["seed", "starter"])
def test_hand_written_pages(folder: Path, language: Language) -> None:
    """Those of the frozen portal and of a new one."""
    pages = sorted((folder / language).rglob("*.md"))
    assert refused(((page.name, page.read_text("utf-8")) for page in pages), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_fields(language: Language) -> None:
    """The labels that pages show beside values."""
    models = {model for kind in KINDS.values() for model in models_in(kind.model)}
    labels = (
        (f"{model.__name__}.{name}", label_of(model, name).in_(language))
        for model in models
        for name in fields_of(model)
    )
    assert refused(labels, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_controlled_values(language: Language) -> None:
    """Kinds, stages, states and the other values that records choose from."""
    labels = (
        (f"{choice.__name__}.{value.name}", show(value, language))
        for choice in Choice.__subclasses__()
        for value in choice
    )
    assert refused(labels, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_records(real: Site, language: Language) -> None:
    """Those of the frozen portal."""
    texts = (
        (f"{kind} {id_} {path}", text.in_(language))
        for kind, records in real.catalog.records.items()
        for id_, record in records.items()
        for path, text in each(Text, record)
    )
    assert refused(texts, language) == []


def test_each_concept_has_a_term_that_is_not_refused() -> None:
    """In both languages."""
    for language in LANGUAGES:
        for term in glossary(language):
            assert list(refused_in(term.term, language)) == [], term.concept


def test_a_record_is_looked_at_closely_only_for_a_word_that_every_match_holds() -> None:
    """So an expression that holds everywhere has no alternatives, and no sign that may be absent or repeated."""
    assert may_refuse("The rate is Unknown.")
    assert not may_refuse("The rate is not known yet.")
    expressions = [term.refused.pattern for language in LANGUAGES for term in glossary(language) if term.everywhere]
    alone = [part for expression in expressions for part in expression.split("|")]
    assert [part for part in alone if re.search(r"(?<!\()[?*{]|\(\?:", part)] == []
