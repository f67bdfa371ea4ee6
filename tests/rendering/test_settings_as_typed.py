"""Settings are shown as they are typed: none of them can put an element into a page or break a file of the site."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path as FilePath
from typing import Any, Literal, get_args, get_origin
from xml.etree import ElementTree as ET

import pytest
import vobject  # type: ignore[import-untyped]
from icalendar import Calendar

from investment_portal.content.careful_yaml import parse
from investment_portal.models.base import fields_of, is_model, split_type
from investment_portal.models.quantities.quantity import EitherForm, Form
from investment_portal.models.site import Site as Settings
from investment_portal.validation.record_files import SITE
from tests.markup import Markup
from tests.sites import TINY_DAY, Site, built, tiny_portal

SIGNS = " \"<&'></title></script></style><i onclick=x>{{ x }}{% x %}%%body%%<!--"
"""Ends every attribute, text, script and comment, and opens an element."""

HARMLESS = re.sub(r"[^a-z ]", "x", SIGNS)
"""As long, and without any sign that means something in HTML."""

MORE: dict[str, Any] = {
    "address_reason": {"zh": "示例", "en": "An example"},
    "data_licence": {"name": {"zh": "示例许可", "en": "Example licence"}, "url": "https://example.org/licence"},
    "operator_mail": "portal@example.org",
    "industry_codes": [{"code": "C1512", "name": {"zh": "白酒制造", "en": "Liquor"}}],
}
"""Settings that the test portal lacks."""

Path = tuple[str, ...]
"""The keys that lead to a field; entries of lists share one."""


def is_free(type_: Any) -> bool:
    """Return whether a type is a text of any form."""
    type_, annotations, _ = split_type(type_)
    return type_ is str and not any(isinstance(mark, Form | EitherForm) or callable(mark) for mark in annotations)


def free_fields(type_: Any, path: Path = ()) -> Iterator[Path]:
    """Yield every field within a type that takes any text."""
    if is_free(type_):
        yield path
    type_ = split_type(type_).type
    if is_model(type_):
        for info in fields_of(type_).values():
            yield from free_fields(info.type, (*path, info.key))
    else:
        for inner in get_args(type_) if get_origin(type_) is not Literal else ():
            yield from free_fields(inner, path)


def extended(type_: Any, value: Any, ending: str, filled: set[Path], path: Path = ()) -> Any:
    """Return a value with an ending at every text of any form; add the fields that have one to ``filled``."""
    if is_free(type_) and isinstance(value, str):
        filled.add(path)
        return value + ending
    type_ = split_type(type_).type
    if is_model(type_) and isinstance(value, dict):
        types = {info.key: info.type for info in fields_of(type_).values()}
        return {key: extended(types[key], inner, ending, filled, (*path, key)) for key, inner in value.items()}
    if get_origin(type_) is list and isinstance(value, list):
        return [extended(get_args(type_)[0], inner, ending, filled, path) for inner in value]
    return value


def build_with(ending: str, folder: FilePath) -> Site:
    """Build the full portal with an ending at every text of its settings."""
    portal = tiny_portal(folder / "portal")
    path = portal / SITE
    filled: set[Path] = set()
    settings = extended(Settings, parse(path.read_text("utf-8")).value | MORE, ending, filled)
    assert filled == set(free_fields(Settings)), "settings that the portal lacks belong into MORE"
    path.write_text(json.dumps(settings, ensure_ascii=False, default=float), "utf-8")
    return built(portal, folder / "site", TINY_DAY)


@pytest.fixture(scope="module")
def signs(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the portal with the signs."""
    return build_with(SIGNS, tmp_path_factory.mktemp("signs"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the portal with harmless letters in their place."""
    return build_with(HARMLESS, tmp_path_factory.mktemp("plain"))


def structure(page: Markup) -> list[tuple[str, ...]]:
    """Return the elements of a page, and their attributes."""
    attributes = [(tag, name) for tag, name, _ in page.attributes]
    return [*((tag,) for tag in page.tags), *attributes]


def test_no_element_is_injected(signs: Site, plain: Site) -> None:
    """Every page has the elements and attributes that it has with harmless letters."""
    assert set(signs.pages) == set(plain.pages)
    for path, page in signs.pages.items():
        assert structure(page) == structure(plain.pages[path]), path


def test_readers_see_what_was_typed(signs: Site) -> None:
    """The title, the organiser in the footer, the tags of a government page."""
    page = signs.pages["en/index.html"]
    assert page.meta["SiteName"] == f"Invest in Sample{SIGNS}"
    assert "".join(f"Sample District Government{SIGNS}".split()) in page.text


READERS: dict[str, Callable[[str], Any]] = {
    ".json": json.loads,
    ".xml": ET.fromstring,
    ".svg": ET.fromstring,
    ".ics": Calendar.from_ical,
}


@pytest.mark.parametrize("ending", [".json", ".xml", ".svg", ".ics", ".vcf"])
def test_files_can_be_read(signs: Site, plain: Site, ending: str) -> None:
    """Data, feeds, drawings, calendars and visiting cards, each as many as with harmless letters."""
    paths = sorted(path.relative_to(plain.out) for path in plain.out.rglob(f"*{ending}"))
    assert len(paths) == sum(1 for _ in signs.out.rglob(f"*{ending}"))
    for path in paths:
        text = (signs.out / path).read_text("utf-8")
        if ending == ".vcf":
            assert next(vobject.readComponents(text))
        else:
            READERS[ending](text)
