"""The register of stored keys: the keys that scripts store, no more and no fewer."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from investment_portal.content.theme_files import THEME
from investment_portal.pages.privacy.stored_keys import STORED_KEYS

SCRIPTS = {path.relative_to(THEME).as_posix(): path.read_text("utf-8") for path in sorted(THEME.rglob("*.js"))}
TEMPLATES = {path.relative_to(THEME).as_posix(): path.read_text("utf-8") for path in sorted(THEME.rglob("*.html"))}
STORAGE_SCRIPT = "scripts/lib/storage.js"
"""The only script that calls the browser's storage."""
READER_SETTINGS = "partials/reader_settings.html"
"""The only template with an inline script that reads what is stored."""
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
STORAGE = re.compile(
    r"\b(?:localStorage|sessionStorage|indexedDB|cookieStore|serviceWorker|openDatabase)\b|\bcaches\s*\."
    r"|\bdocument\s*\.\s*cookie\b|\bnavigator\s*\.\s*storage\b|\bwindow\.name\b"
)
WRITES = re.compile(r"\bwriteStored\(\s*([^,]+),")
CONSTANT = re.compile(r"\bconst (\w+) = \"([^\"]+)\";")


def storage_users(sources: Mapping[str, str]) -> list[str]:
    """Return the files that call a storage of the browser, comments aside."""
    return [name for name, text in sources.items() if STORAGE.search(COMMENT.sub("", text))]


def written_keys(sources: Mapping[str, str]) -> Iterator[str]:
    """Yield the key of each call that stores; an argument that is no constant of the file stands as it is written."""
    for name, text in sources.items():
        code = COMMENT.sub("", text)
        constants = dict(CONSTANT.findall(code))
        if name != STORAGE_SCRIPT:
            yield from (constants.get(argument.strip(), argument.strip()) for argument in WRITES.findall(code))


def unlisted(sources: Mapping[str, str], listed: set[str]) -> set[str]:
    """Return the keys that scripts store and the register lacks."""
    return set(written_keys(sources)) - listed


def unused(sources: Mapping[str, str], listed: set[str]) -> set[str]:
    """Return the keys of the register that no script stores."""
    return listed - set(written_keys(sources))


LISTED = {key.name for key in STORED_KEYS}


def test_one_script_calls_the_storage() -> None:
    """So that each key passes through it, and no other kind of storage is used; inline scripts only read."""
    assert storage_users(SCRIPTS) == [STORAGE_SCRIPT]
    assert set(STORAGE.findall(COMMENT.sub("", SCRIPTS[STORAGE_SCRIPT]))) == {"localStorage"}
    assert storage_users(TEMPLATES) == [READER_SETTINGS]
    inline = TEMPLATES[READER_SETTINGS]
    assert re.findall(r"localStorage\W+(\w+)", inline) == ["getItem"]
    assert any(f'"{key}"' in inline for key in LISTED)


def test_each_stored_key_is_listed() -> None:
    """A script that stores under a new key needs a line in the register."""
    assert unlisted(SCRIPTS, LISTED) == set()


def test_each_listed_key_is_stored() -> None:
    """The page names no key that nothing stores."""
    assert unused(SCRIPTS, LISTED) == set()
    assert len(LISTED) == len(STORED_KEYS)


@pytest.mark.parametrize(
    "text",
    ['const PLACE = "new-key";\nwriteStored(PLACE, 1);', "writeStored(`${NAME}-x`, 1);", "writeStored(nameOf(x), 1);"],
)
def test_a_new_key_is_noticed(text: str) -> None:
    """Be it a constant, composed or computed."""
    assert unlisted({**SCRIPTS, "scripts/new.js": text}, LISTED)


def test_a_superfluous_line_is_noticed() -> None:
    """Take away a script that stores."""
    rest = {name: text for name, text in SCRIPTS.items() if name != "scripts/language_offer.js"}
    assert unused(rest, LISTED) == {"portal-language-offer"}


@pytest.mark.parametrize(
    "text",
    ["sessionStorage.setItem('x', 1)", "document.cookie = 'x=1'", "indexedDB.open('x')", "caches.open('x')",
     "window.localStorage['x'] = 1"],
)  # fmt: skip
def test_another_storage_is_noticed(text: str) -> None:
    """Past the one script that stores; a comment about it is none."""
    assert storage_users({"scripts/new.js": text}) == ["scripts/new.js"]
    assert storage_users({"scripts/new.js": f"// {text}"}) == []


@pytest.mark.parametrize(
    "page", sorted(Path(THEME).parent.glob("starter/files/docs/*/privacy.md")), ids=lambda page: page.parent.name
)
def test_new_portals_show_the_register(page: Path) -> None:
    """No list by hand that could fall behind."""
    text = page.read_text("utf-8")
    assert 'data-slot="stored-keys"' in text
    assert not any(key in text for key in LISTED)
