"""A portal's own words: those that differ from the theme, under their present or former names."""

from pathlib import Path

import pytest

from investment_portal.content.fast_yaml import parse_bytes
from investment_portal.content.theme_files import OVERRIDES, THEME
from investment_portal.formatting.words import present_name, read_words, theme_words
from investment_portal.languages import LANGUAGES, Language
from investment_portal.validation.glossary import FILE as GLOSSARY


@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("brief_copied", "enquiry_copied"),
        ("brief_no_desk", "enquiry_no_contact"),
        ("shortlist_column_desk", "shortlist_column_contact"),
    ],
)
def test_former_names_are_read(tmp_path: Path, former: str, present: str) -> None:
    """An update of the generator does not drop a word that a portal has changed."""
    file = tmp_path / OVERRIDES / "words" / "en" / "ours.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(f"{former}: Our own words\n", "utf-8")
    words = read_words(tmp_path, "en")
    assert words[present] == "Our own words"
    assert former not in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_theme_has_present_names_only(language: Language) -> None:
    """A word of the theme could not be read under a former name."""
    assert [name for name in theme_words(language) if present_name(name) != name] == []


@pytest.mark.parametrize("path", [*sorted(THEME.rglob("*.yaml")), GLOSSARY], ids=lambda path: path.stem)
def test_files_of_the_package_are_written_in_the_usual_form(path: Path) -> None:
    """A single one that is not makes every build import PyYAML: a blank at the end of a line is enough."""
    assert parse_bytes(path.read_bytes()) is not None
