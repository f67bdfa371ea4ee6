"""The schemas are valid, and say of records what reading says."""

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.base import fields_of
from investment_portal.models.field_docs import quantity
from investment_portal.models.kinds import KINDS
from investment_portal.models.project import INSTEAD, REQUIRED, Project
from investment_portal.models.quantities import Area, Money, Percent
from investment_portal.models.quantities.quantity import Quantity
from investment_portal.validation.json_schema_files import as_text, schema_files
from tests.cli.schema.checking import FILES, mistakes, values
from tests.overlay import PORTAL, SEED
from tests.sites import MORE


def test_one_for_each_kind_and_for_the_settings() -> None:
    """No kind is forgotten."""
    assert set(FILES) == {*KINDS, "site"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_schemas_are_valid(language: Language) -> None:
    """Each keeps to the draft that it names."""
    for file in schema_files(language):
        assert file.schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        Draft202012Validator.check_schema(file.schema)


def test_equal_bytes() -> None:
    """The same models give the same bytes."""
    assert [as_text(file.schema) for file in schema_files("en")] == [
        as_text(file.schema) for file in schema_files("en")
    ]


@pytest.mark.parametrize("root", [SEED, PORTAL], ids=["seed", "tiny"])
@pytest.mark.parametrize("name", FILES)
def test_every_record_fits(root: Path, name: str) -> None:
    """An editor marks nothing that reading accepts."""
    # Neither portal has holidays, logs of enquiries or procedures: those laid over the small one are read instead.
    folder = MORE if name in {"answers", "holidays", "procedure"} else root
    checked = [(file, mistakes(name, value)) for file, value in values(folder, FILES[name])]
    assert checked
    assert [(file, wrong) for file, wrong in checked if wrong] == []


BOTH = {"zh": "中", "en": "x"}
LAND: dict[str, Any] = {
    "published_on": "2026-01-05",
    "verified_on": "2026-05-05",
    "name": BOTH,
    "kind": "land",
    "sector": "food",
    "place": {"park": "river-park"},
    "land_ready": "300 亩",
    "stage": "concept",
    "status": "seeking",
    "status_on": "2026-05-05",
    "summary": BOTH,
    "gaps": [BOTH],
    "services": [BOTH],
    "promoter": {"name": BOTH},
    "contacts": ["bureau"],
}


def test_a_short_record_fits() -> None:
    """The sample from which the mistakes are made has none."""
    assert mistakes("project", LAND) == []
    assert mistakes("project", {**LAND, "id": "plain-land"}) == []


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        ({"nmae": BOTH}, "$"),
        ({"id": "Bad_ID"}, "$.id"),
        ({"kind": "lnad"}, "$.kind"),
        ({"name": {"zh": "中"}}, "$.name"),
        ({"name": "中"}, "$.name"),
        ({"name": {"zh": " ", "en": "x"}}, "$.name.zh"),
        ({"status_on": "2026-5-5"}, "$.status_on"),
        ({"investment": "58"}, "$.investment"),
        ({"investment": "USD 58 亿元"}, "$.investment"),
        ({"investment": 58}, "$.investment"),
        ({"land_ready": "-300 亩"}, "$.land_ready"),
        ({"land_ready": None}, "$.land_ready"),
        ({"gaps": []}, "$.gaps"),
        ({"conditions": {"water": "unkown"}}, "$.conditions.water"),
        ({"conditions": {"wtaer": "unknown"}}, "$.conditions"),
        ({"featured": 101}, "$.featured"),
        ({"featured": True}, "$.featured"),
        ({"example": "yes"}, "$.example"),
        ({"industry_code": "3981"}, "$.industry_code"),
        ({"returns": {"jobs": {"value": "twelve", "basis": BOTH, "as_of": "2026-01-01"}}}, "$.returns.jobs.value"),
    ],
)
def test_mistakes_are_marked(edit: dict[str, Any], place: str) -> None:
    """A mistake in the sample is marked at its place."""
    assert mistakes("project", {**LAND, **edit}) == [place]


@pytest.mark.parametrize("kind", REQUIRED)
def test_each_kind_of_project_demands_its_fields(kind: str) -> None:
    """Required fields that the sample lacks are demanded."""
    least = {key: value for key, value in LAND.items() if fields_of(Project)[key].required}
    messages = " ".join(
        error.message for error in Draft202012Validator(FILES["project"].schema).iter_errors({**least, "kind": kind})
    )
    required = [name for name in REQUIRED[kind] if name not in INSTEAD]  # type: ignore[index]
    assert [name for name in required if f"'{name}' is a required property" not in messages] == []
    assert ("under any of the given schemas" in messages) == (required != list(REQUIRED[kind]))  # type: ignore[index]


@pytest.mark.parametrize("name", ["land_ready", "land_reserved", "land_offered"])
def test_land_is_stated_in_any_of_its_forms(name: str) -> None:
    """Ready, reserved, or under the former key: records of today stay valid."""
    rest = {key: value for key, value in LAND.items() if key != "land_ready"}
    assert mistakes("project", {**rest, name: "300 亩"}) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sector", {"Bad Id": {}}),
        ("origin", {"north": {"name": BOTH, "languages": []}}),
        ("source", {"yearbook": {"title": BOTH, "publisher": BOTH}}),
        ("site", {"name": BOTH}),
        ("sector", ["food"]),
    ],
)
def test_lists_and_settings_are_checked_too(name: str, value: Any) -> None:
    """Files that list records by id, and the settings, are not simply accepted."""
    assert mistakes(name, value)


def test_english_titles() -> None:
    """Titles, descriptions and labels are in the language of the call."""
    project = next(file for file in schema_files("en") if file.path.endswith("/project.schema.json")).schema
    kind = project["properties"]["kind"]
    assert (kind["title"], kind["enumDescriptions"][1]) == ("Kind", "Land")
    assert "land  Land" in kind["description"]
    assert "Must" not in kind["description"]
    assert json.dumps(project["title"]) == '"project"'


CODES = ["", "USD ", "CNY", "元"]
NUMBERS = ["", "0", "12", "1,234", "12,34", "12.5", "007", "-3"]
UNITS = ["", "元", "亿元", "万美元", " million", "millions", "亩", "万平方米", "m²", "m2", "%", "％", "年"]


@pytest.mark.parametrize("sort", [Money, Area, Percent])
def test_patterns_agree_with_the_parsers(sort: type[Quantity]) -> None:
    """An editor marks a quantity exactly where reading refuses it."""
    editor = Draft202012Validator(quantity(sort).schema)
    fitting = 0
    for parts in product(CODES, NUMBERS, ["", " "], UNITS):
        typed = "".join(parts).strip()
        try:
            sort.parse(typed)
        except ValueError:
            assert not editor.is_valid(typed), typed
        else:
            assert editor.is_valid(typed), typed
            fitting += 1
    assert fitting


@pytest.mark.parametrize("typed", ["58 亿元", "USD 30 million", "3500 万美元", "CNY 1,234.5", "USD 12"])
def test_sums_that_fit(typed: str) -> None:
    """The forms of the manual fit."""
    assert Money.parse(typed)
    assert mistakes("project", {**LAND, "investment": typed}) == []
