"""The interface's words: the same in both languages, each used, each there."""

import re
from collections import Counter
from collections.abc import Iterator
from string import Formatter

import pytest
import yaml

from investment_portal.content.theme_files import THEME
from investment_portal.formatting.words import SYNONYM, theme_words
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.language_code import COMMON
from investment_portal.models.office_hours import WEEKDAYS
from tests.sites import REPOSITORY

WORDS = {language: theme_words(language) for language in LANGUAGES}
SOURCES = (
    *sorted((REPOSITORY / "investment_portal").rglob("*.py")),
    *sorted((THEME / "pages").rglob("*.html")),
)
LAYOUTS = (*sorted(THEME.glob("*.html")), *sorted((THEME / "partials").glob("*.html")), THEME / "mkdocs_theme.yml")
IN_LAYOUTS = re.compile(r"\bwords\.([a-z_]+)|^      name: (\w+)$", re.MULTILINE)
SCRIPTS = sorted((THEME / "scripts").rglob("*.js"))
ASKED = re.compile(r"""words(?:\.count)?(?:\[|\()\s*(f?)["']([a-z_{}\[\]."'() ]+?)["']""")
BEGUN = re.compile(r"""["']([a-z_]+_)["'] [+~]""")
GROUP = re.compile(r"""words\.group\(["']([a-z_]+)["']\)""")
IN_SCRIPTS = re.compile(r"""\.([a-z0-9_]+)\b|["']([a-z0-9_]+)["']""")
COMPOSED_IN_SCRIPTS = re.compile(r"words\[`([a-z_]*)\$\{[^}]*\}([a-z_]*)`\]")
QUOTED = re.compile(r"""["']([a-z0-9_]+)["']""")

GROUPS = {name for path in SOURCES for name in GROUP.findall(path.read_text("utf-8"))} | {"enquiry", "meeting"}
"""Groups of words that scripts are given whole; a form of the brief is given that of its own name."""


def gaps(sentence: str) -> set[str]:
    """Return the gaps of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def names_asked() -> Iterator[tuple[bool, str]]:
    """Yield every word that code and templates ask for by name; true where the name is composed."""
    for path in SOURCES:
        text = path.read_text("utf-8")
        for composed, name in ASKED.findall(text):
            if not name.endswith("_"):
                yield bool(composed), name
        for beginning in BEGUN.findall(text):
            yield True, beginning + "{rest}"
    for path in LAYOUTS:
        for names in IN_LAYOUTS.findall(path.read_text("utf-8")):
            yield False, f"layout_{''.join(names)}"
        for beginning in BEGUN.findall(path.read_text("utf-8")):
            yield True, f"layout_{beginning}{{rest}}"


def test_both_languages_have_the_same_words() -> None:
    """In the same order, so that a reader can compare them line by line."""
    zh, en = (list(WORDS[language]) for language in LANGUAGES)
    assert zh == en


def test_both_languages_have_the_same_files() -> None:
    """A feature's words are found where its other language has them."""
    zh, en = ([path.name for path in sorted((THEME / "words" / language).iterdir())] for language in LANGUAGES)
    assert zh == en


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_twice(language: Language) -> None:
    """Each has its place in one file."""
    files = sorted((THEME / "words" / language).iterdir())
    names = [name for path in files for name in yaml.safe_load(path.read_text("utf-8"))]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_both_languages_have_the_same_gaps() -> None:
    """A figure that one language states is not lost in the other."""
    zh, en = (WORDS[language] for language in LANGUAGES)
    assert {name: gaps(zh[name]) for name in zh} == {name: gaps(en[name]) for name in en}


def test_every_word_asked_for_is_there() -> None:
    """Composed names have at least one word that fits."""
    for composed, name in names_asked():
        if composed:
            pattern = re.compile(re.sub(r"\{[^}]*\}", "[a-z0-9_]+", name))
            assert any(pattern.fullmatch(word) for word in WORDS["zh"]), name
        else:
            assert name in WORDS["zh"], name


def test_every_word_is_used() -> None:
    """Words that nothing uses are deleted."""
    patterns = [re.compile(re.sub(r"\{[^}]*\}", "[a-z0-9_]+", name)) for composed, name in names_asked() if composed]
    patterns += [
        re.compile(f"{group}_{before}[a-z0-9_]+{after}")
        for group in GROUPS
        for path in SCRIPTS
        for before, after in COMPOSED_IN_SCRIPTS.findall(path.read_text("utf-8"))
        if before or after
    ]
    quoted = {name for path in SOURCES for name in QUOTED.findall(path.read_text("utf-8"))}
    quoted |= {name for composed, name in names_asked() if not composed}
    named = {name for path in SCRIPTS for names in IN_SCRIPTS.findall(path.read_text("utf-8")) for name in names}
    # A script takes the words of its group by what follows the group's name.
    quoted |= {f"{group}_{name}" for group in GROUPS for name in named}
    unused = {
        word
        for word in WORDS["zh"]
        # A word for exactly one thing is chosen by the word for many. Groups of synonyms are taken all together.
        if word not in quoted
        and not word.startswith(f"{SYNONYM}_")
        and word.removesuffix("_one") not in quoted
        and not any(pattern.fullmatch(word) for pattern in patterns)
    }
    assert not unused


def test_every_choice_that_names_a_word_has_one() -> None:
    """The languages that need no library have their words, and so has each day of the week."""
    for language in LANGUAGES:
        assert {f"language_{code}" for code in COMMON} - WORDS[language].keys() == set()
        assert len(WORDS[language]["days"].split()) == len(WEEKDAYS)
