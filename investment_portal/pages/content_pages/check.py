"""Check every content page of a portal, and the settings of the pages."""

from pathlib import Path

from msgspec.structs import replace

from investment_portal.content.page_settings import page_settings_faults
from investment_portal.content.paths import is_usable
from investment_portal.content.text import COMMENT_IN_TEXT, LIST_MARK, Fault, Unreadable, read_bytes
from investment_portal.content.yaml_loader import load, load_with_places
from investment_portal.formatting.words import word_files
from investment_portal.languages import LANGUAGES, Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.pages.content_pages import rules
from investment_portal.pages.content_pages.active_content import ACTIVE_CONTENT
from investment_portal.pages.content_pages.fair_competition import (
    FAIR_COMPETITION_OF_PAGES,
    REVIEWED_WORDING_OF_PAGES,
)
from investment_portal.pages.content_pages.forbidden_terms import FORBIDDEN_TERMS_OF_PAGES
from investment_portal.pages.content_pages.former_addresses import FORMER_ADDRESS
from investment_portal.pages.content_pages.page import read_pages
from investment_portal.pages.content_pages.personal_data import PERSONAL_DATA_OF_PAGES
from investment_portal.pages.content_pages.rule import ContentPages, PageRule
from investment_portal.pages.content_pages.words_rule import OVERRIDE_WORDS
from investment_portal.problems import Problem

FILES = ("mkdocs.yml", "mkdocs.en.yml")
MKDOCS_FILES = frozenset({COMMENT_IN_TEXT})
"""Faults of YAML that records must not have and the settings of MkDocs may."""

NOT_SETTINGS = Sentence("文件内容应为“键: 值”。", "The file must hold keys and values.")


def settings_problems(root: Path) -> list[Problem]:
    """Return the problems that make the settings of the pages unreadable."""
    return [
        Problem(name, fault.line, fault.column, fault.rule, "", fault.sentence, fault.hint, fault.level)
        for name in (*FILES, *_words(root))
        for fault in _faults(root / name, root)
    ]


def _words(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for language in LANGUAGES for path in word_files(root, language)]


def _faults(path: Path, root: Path) -> list[Fault]:
    try:
        raw = read_bytes(path, root)
        content = load(raw)
    except Unreadable as error:
        return error.faults
    allowed = MKDOCS_FILES if path.name in FILES else frozenset()
    faults = [fault for fault in content.faults if fault.rule not in {*allowed, LIST_MARK}]
    if not isinstance(content.value, dict) and not faults:
        faults.append(Fault("not-a-record", NOT_SETTINGS, line=1, column=1))
    refused = list(page_settings_faults(content.value)) if path.name in FILES else []
    if refused:
        document = load_with_places(raw)
        for fault in refused:
            line, column = document.place(fault.path, of_key=True)
            faults.append(replace(fault, line=line, column=column))
    return faults


PAGE_RULES: tuple[PageRule, ...] = (
    rules.SHORTCODE_RULE,
    rules.LINKS,
    rules.PARITY,
    rules.FRONT_MATTER,
    rules.COLLISIONS,
    ACTIVE_CONTENT,
    PERSONAL_DATA_OF_PAGES,
    FORBIDDEN_TERMS_OF_PAGES,
    FAIR_COMPETITION_OF_PAGES,
    REVIEWED_WORDING_OF_PAGES,
    OVERRIDE_WORDS,
    FORMER_ADDRESS,
)


def page_problems(root: Path, catalog: Catalog) -> list[Problem]:
    """Return all problems of the pages and of their settings."""
    pages, problems = read_pages(root)
    content = ContentPages(root, pages, catalog)
    findings = [problem for rule in PAGE_RULES for problem in rule.check(content)]
    return [*settings_problems(root), *problems, *findings]


def asset_files(root: Path) -> dict[str, Path]:
    """Return the files that pages of both languages share: those below ``docs/assets``, by their path there.

    A name that is refused is left out: nothing can refer to it, and no key of the cache can hold it.
    """
    folder = root / "docs" / "assets"
    files = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    return {name: path for name, path in files.items() if is_usable(name)}
