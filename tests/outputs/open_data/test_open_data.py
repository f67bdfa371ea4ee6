"""The open data: valid by independent validators, equal to the pages, and the same from version to version."""

import contextlib
import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV31SpecValidator

from investment_portal.build.build import build
from investment_portal.formatting.values import show
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.base import fields_of
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import site_root
from investment_portal.outputs.open_data.descriptions import FORMATS, list_schema
from investment_portal.outputs.open_data.records import BOM, unrunnable
from investment_portal.pages.data.published_records import FOLDER, PUBLISHED_KINDS, record_fields
from investment_portal.pages.data.published_values import HIDDEN
from investment_portal.pages.data.shortcodes import EXAMPLES
from tests.sites import TINY_DAY, Site, tiny_portal

KIND_NAMES = pytest.mark.parametrize("name", PUBLISHED_KINDS)


def data_of(site: Site, path: str) -> Any:
    """Return a file of the data."""
    return json.loads((site.out / FOLDER / path).read_text("utf-8"))


@pytest.fixture(params=["full", "real"])
def site(request: pytest.FixtureRequest) -> Site:
    """Return each site of the tests."""
    chosen: Site = request.getfixturevalue(request.param)
    return chosen


@KIND_NAMES
def test_records_and_lists_are_as_their_schemas_say(site: Site, name: str) -> None:
    """A validator of JSON Schema accepts each record and each list; unknown keys would be refused."""
    kind = PUBLISHED_KINDS[name]
    schema = data_of(site, f"schema/{kind}.json")
    Draft202012Validator.check_schema(schema)
    records = sorted((site.out / FOLDER / name).glob("*.json"))
    for path in records:
        Draft202012Validator(schema).validate(json.loads(path.read_text("utf-8")))
    listed = data_of(site, f"{name}.json")
    Draft202012Validator(data_of(site, f"schema/{list_schema(name, kind)}")).validate(listed)
    assert listed["count"] == len(listed["records"]) == len(site.catalog.records[kind])


def test_every_kind_is_published_or_not_meant_to_be() -> None:
    """Only the log of enquiries stays inside."""
    assert set(KINDS) - set(PUBLISHED_KINDS.values()) == {"answers"}


@KIND_NAMES
def test_every_field_is_published_or_hidden(name: str) -> None:
    """A field that is added to a model is published by itself."""
    model = KINDS[PUBLISHED_KINDS[name]].model
    hidden = {attribute for base in model.__mro__ for attribute in HIDDEN.get(base.__name__, ())}
    published = {attribute for attribute, _ in record_fields(PUBLISHED_KINDS[name]).values()}
    assert published == set(fields_of(model)) - hidden


def test_the_form_of_the_data_stays(full: Site, golden: Callable[[Path, str], None]) -> None:
    """Readers' programs know these keys: a line that changes or goes needs ``v2``; new lines are welcome."""
    lines = [line for kind in PUBLISHED_KINDS.values() for line in places(data_of(full, f"schema/{kind}.json"), kind)]
    golden(Path(__file__).parent / "form.txt", "\n".join(lines) + "\n")


def places(schema: dict[str, Any], place: str) -> Iterator[str]:
    """Yield each place of a schema with what stands there."""
    if "$ref" in schema:
        yield f"{place}: {schema['$ref'].rpartition('/')[2]}"
    for branch in schema.get("anyOf", ()):
        yield from places(branch, place)
    if "enum" in schema:
        yield f"{place}: {' | '.join(map(str, schema['enum']))}"
    elif "type" in schema and "properties" not in schema and "items" not in schema:
        types = schema["type"]
        yield f"{place}: {' | '.join(types) if isinstance(types, list) else types}"
    if "items" in schema:
        yield from places(schema["items"], f"{place}[]")
    for name, inner in schema.get("properties", {}).items():
        yield from places(inner, f"{place}.{name}")


def test_no_text_of_a_table_runs_in_a_spreadsheet() -> None:
    """A text that begins like a formula gets an apostrophe; numbers, negative ones too, stay numbers."""
    row = ["=1+1", "+86 830", "-x", "@SUM(A1)", " =2", "＝3", "\tx", "a=b", "", -2, Decimal("-1.5"), 30]
    assert unrunnable(row) == [
        *("'=1+1", "'+86 830", "'-x", "'@SUM(A1)", "' =2", "'＝3", "'\tx"),
        *("a=b", "", -2, Decimal("-1.5"), 30),
    ]


@KIND_NAMES
def test_a_table_says_what_the_list_says(site: Site, name: str) -> None:
    """One row a record, in UTF-8 with a byte order mark; numbers and names as in the list."""
    text = (site.out / FOLDER / f"{name}.csv").read_bytes().decode("utf-8")
    assert text.startswith(BOM)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))
    records = data_of(site, f"{name}.json")["records"]
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    for row, record in zip(rows, records, strict=True):
        for key, value in record.items():
            if isinstance(value, dict) and {"zh", "en"} <= value.keys() and key != "page":
                assert (row[f"{key}_zh"], row[f"{key}_en"]) == (value["zh"], value["en"])
            if isinstance(value, dict) and "min" in value:
                assert row[f"{key}_min"] == ("" if value["min"] is None else str(value["min"]))


def test_the_data_package(site: Site) -> None:
    """Frictionless accepts the description, and by it every table and every workbook."""
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(  # noqa: S603 - the command is our own
        command, cwd=site.out / FOLDER, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert report["valid"]
    assert report["stats"]["tasks"] == 2 * len(PUBLISHED_KINDS)


def test_the_description_of_the_interface(site: Site) -> None:
    """A validator of OpenAPI accepts it; what it describes is there, and nothing else is."""
    described = data_of(site, "openapi.json")
    base = (site.out / FOLDER / "openapi.json").as_uri()
    OpenAPIV31SpecValidator(described, base_uri=base).validate()
    patterns = [re.escape(path).replace(r"\{id\}", "[a-z0-9-]+") for path in described["paths"]]
    files = [path.relative_to(site.out / FOLDER).as_posix() for path in (site.out / FOLDER).rglob("*.*")]
    descriptions = re.compile(r"schema/.*|openapi\.json|datapackage\.json|catalog\.jsonld")
    missed = [name for name in files if not any(re.fullmatch(pattern, f"/{name}") for pattern in patterns)]
    assert [name for name in missed if not descriptions.fullmatch(name)] == []
    for path in described["paths"]:
        assert "{id}" in path or (site.out / FOLDER / path[1:]).is_file()


def test_the_catalogue_of_data_sets_lists_files_that_are_there(site: Site) -> None:
    """Each distribution of the DCAT catalogue is a file of the site."""
    catalogue = data_of(site, "catalog.jsonld")
    root = site_root(site.catalog.site)
    urls = [
        distribution["dcat:downloadURL"]["@id"]
        for dataset in catalogue["dcat:dataset"]
        for distribution in dataset["dcat:distribution"]
    ]
    assert len(urls) == len(FORMATS) * len(PUBLISHED_KINDS)
    assert all((site.out / url.removeprefix(root)).is_file() for url in urls)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_those_of_the_pages(real: Site, language: Language) -> None:
    """The display text of a sum or an area is what the project's page shows; the numbers are those of the record."""
    for project in real.catalog.projects.values():
        record = data_of(real, f"projects/{project.id}.json")
        page = real.pages[f"{'' if language == 'zh' else 'en/'}projects/{project.id}/index.html"].text
        for key in ("investment", "land_area", "building_area"):
            value = getattr(project, key)
            if value is not None:
                assert record[key]["display"][language] == show(value, language).replace("\xa0", " ")
                assert re.sub(r"\s", "", record[key]["display"][language]) in page
        if project.investment and project.investment.exact and project.investment.low:
            assert record["investment"]["min"] == project.investment.low.amount


def test_the_changes_name_their_records(real: Site) -> None:
    """Each entry of the feed has an id of its own, and the data that it leads to are there."""
    feed = data_of(real, "changes.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids)) > 0
    root = site_root(real.catalog.site)
    for item in feed["items"]:
        data = item["_change"]["data"]
        assert data is None or (real.out / data.removeprefix(root)).is_file()
        assert item["content_text"]


def test_the_example_of_the_page_runs(real: Site) -> None:
    """It prints the number of projects and their sum, computed from the records."""
    printed = io.StringIO()
    code = EXAMPLES["python"].format(root=f"{(real.out / FOLDER).as_uri()}/", language="zh")
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "example", "exec"), {})  # noqa: S102 - our own example
    sought = [
        project.investment
        for project in real.catalog.projects.values()
        if project.status == "seeking" and project.investment
    ]
    total = int(sum(investment.low.amount for investment in sought if investment.low))
    assert printed.getvalue().split() == [str(len(sought)), str(total)]


def test_a_change_of_a_record_remakes_its_own_files(full: Site, tmp_path: Path) -> None:
    """Of the data of other records nothing is written again; a renamed record stays at its former address."""
    root = tiny_portal(tmp_path / "portal")
    shutil.copytree(full.portal / ".cache/layouts", root / ".cache/layouts")
    out = tmp_path / "site"
    assert build(root, out, TINY_DAY).published
    before = written(out)
    path = root / "projects/hostile-hall.yaml"
    path.write_text(path.read_text("utf-8").replace("building_offered: 5000 m²", "building_offered: 5200 m²"), "utf-8")
    assert build(root, out, TINY_DAY).published
    after = written(out)
    changed = {name for name in after if after[name] != before.get(name)}
    record = {f"projects/{name}.json" for name in ("hostile-hall", "former-hall")}
    assert changed == {*record, "projects.json", "projects.csv", "projects.xlsx"}
    path.rename(root / "projects/other-hall.yaml")
    text = (root / "projects/other-hall.yaml").read_text("utf-8")
    text = re.sub(r"(?<=former-hall)", ", hostile-hall", text, count=1)
    (root / "projects/other-hall.yaml").write_text(text, "utf-8")
    result = build(root, out, TINY_DAY)
    assert result.published, result.problems
    assert (out / FOLDER / "projects/hostile-hall.json").read_bytes() == (
        out / FOLDER / "projects/other-hall.json"
    ).read_bytes()


def written(out: Path) -> dict[str, tuple[int, int]]:
    """Return each file of the data with what tells whether it was written."""
    folder = out / FOLDER
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.rglob("*.*")
        if path.is_file()
    }
