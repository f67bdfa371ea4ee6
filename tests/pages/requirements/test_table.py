"""Tables of site selectors: read in both languages, and each row that cannot be read is named."""

from typing import Any

import pytest
from playwright.sync_api import Page

from investment_portal.languages import LANGUAGES, Language
from investment_portal.pages.requirements.requirements import requirements
from tests.sites import Site

READ = """async ([text, register]) =>
  (await import('/requirements/request.js')).readTable(text, register)"""
DECODE = """async (bytes) =>
  (await import('/requirements/csv_file.js')).decode(new Uint8Array(bytes).buffer)"""
LIMIT = """async ([text, key, way, register]) =>
  (await import('/requirements/request.js')).limitOf(text, register.criteria[key], way, register.rates)"""

HEAD = "criterion,operator,value,unit,must/wish,weight\n"


def register(site: Site, language: Language = "en") -> dict[str, Any]:
    """Return the register as the page hands it to its script."""
    return requirements(site.context(language), 1).data


def read(modules: Page, site: Site, text: str, language: Language = "en") -> dict[str, Any]:
    """Return what the script reads of a table."""
    result: dict[str, Any] = modules.evaluate(READ, [text, register(site, language)])
    return result


ROWS = [
    {"key": "land_ready", "way": "least", "value": "200 mu", "must": True, "weight": ""},
    {"key": "port_km", "way": "most", "value": "30 km", "must": True, "weight": ""},
    {"key": "sector", "way": "in", "value": "electronics", "must": True, "weight": ""},
    {"key": "power_price", "way": "most", "value": "0.7", "must": False, "weight": "5"},
]
SAME = {
    "commas": HEAD + "Ready plots,at least,200,mu,must,\nPort,<=,30,km,must,\n"
    "Sector,is,Electronics and information technology,,must,\n"
    "Power price,at most,0.7,,wish,5\n",
    "semicolons and a mark": "\ufeffCriterion;Operator;Value;Unit;Priority;Weight\r\nready land;>=;200;mu;Required;\r\n"
    'port distance;max;"30";km;MUST;\r\nSECTOR;=;electronics;;;\r\nPrice of power;≤;0.7;;optional;5\r\n',
    "tabs, columns in another order": "value\tcriterion\tunit\tweight\n>= 200\tland_ready\tmu\t\n30\tPort\tkm\t\n"
    "electronics\tsector\t\t\n0.7\tpower price\t\t5\n",
    "no header": "Ready plots,,200,mu\nPort,,30,km\nSector,,electronics\nPower price,,0.7,,wish,5\n",
}


@pytest.mark.parametrize("name", SAME)
def test_tables_of_many_forms_say_the_same(modules: Page, real: Site, name: str) -> None:
    """Separators, quotes, the order of columns, names in small letters, comparisons in the cell of the value."""
    result = read(modules, real, SAME[name].replace("Port,", "Distance to a port,").replace("\tPort\t", "\tport_km\t"))
    assert result == {"rows": ROWS, "mistakes": [], "blank": 0}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chinese_table_is_read_on_both_pages(modules: Page, real: Site, language: Language) -> None:
    """Names of criteria and options are those of either language."""
    text = (
        "条件,比较方式,数值,单位,必须/希望,权重\n净地,不低于,200,亩,必须,\n产业,属于,电子信息、装备制造,,,\n"
        "电价,以内,0.7,元/度,希望,5\n"
    )
    result = read(modules, real, text, language)
    assert result["mistakes"] == []
    assert [(row["key"], row["way"], row["value"], row["must"]) for row in result["rows"]] == [
        ("land_ready", "least", "200 亩", True),
        ("sector", "in", "electronics.equipment", True),
        ("power_price", "most", "0.7 元/度", False),
    ]


MISTAKES = [
    ("Taxi stand,at least,3,,must,", "criterion", 0),
    ("Ready plots,about,200,mu,must,", "operator", 1),
    ("Ready plots,=,200,mu,must,", "exact", 1),
    ("Ready plots,at least,many,mu,must,", "figure", 2),
    ("Ready plots,at least,200,km,must,", "figure", 2),
    ("Ready plots,at least,-200,mu,must,", "figure", 2),
    ("Ready plots,at least,200,mu,perhaps,", "kind", 2),
    ("Ready plots,at least,200,mu,wish,heavy", "weight", 2),
    ("Ready plots,at least,200,mu,wish,0", "weight", 2),
    ("Sector,is,Shipbuilding,,must,", "option", 2),
    ('Sector,is,"Baijiu, Shipbuilding",,must,', "option", 2),
    ("Sector,at least,Baijiu,,must,", "way", 1),
    ("Gas supply,at least,5000,m³/h,must,", "way", 1),
    ("Price of power,at most,0.7,CNY per m³,must,", "figure", 2),
    ("Hall available from,at most,2027-13,,must,", "figure", 2),
    ("Hall available from,at most,2027-02-30,,must,", "figure", 2),
    ("Total investment,at most,5 doubloons,,must,", "figure", 2),
]


@pytest.mark.parametrize(("row", "problem", "understood"), MISTAKES)
def test_a_row_that_cannot_be_read_is_named(modules: Page, real: Site, row: str, problem: str, understood: int) -> None:
    """With its line, what is wrong, and how much was understood; the rows around it are read."""
    good = "Distance to a port,at most,30,km,must,\n"
    result = read(modules, real, f"{HEAD}{good}\n{row}\n{good}")
    assert len(result["rows"]) == 2
    (mistake,) = result["mistakes"]
    assert (mistake["line"], mistake["problem"], len(mistake["understood"])) == (4, problem, understood)
    assert row.split(",", maxsplit=1)[0] in mistake["text"]


def test_the_template_is_left_out_row_by_row(modules: Page, real: Site) -> None:
    """Rows without a value are no mistakes; a table of nothing is one of no rows."""
    assert read(modules, real, f"{HEAD}Ready plots,at least,,mu,must,\nJobs,,,jobs,,\n")["blank"] == 2
    assert read(modules, real, f"{HEAD}Ready plots,at least,,mu,must,\n") == {"rows": [], "mistakes": [], "blank": 1}
    assert read(modules, real, " \n\n") == {"rows": [], "mistakes": [], "blank": 0}


def test_files_are_decoded(modules: Page) -> None:
    """UTF-8 with and without a mark, GBK, UTF-16; a workbook is refused."""
    text = "条件,数值\n净地,200\n"
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        assert modules.evaluate(DECODE, list(text.encode(encoding))) == text, encoding
    assert modules.evaluate(DECODE, list(b"PK\x03\x04\0\0\xff\xff")) is None


@pytest.mark.parametrize(
    ("text", "key", "way", "limit"),
    [
        ("18 万元/亩", "land_price", "most", "270"),
        ("CNY 180,000 per mu", "land_price", "most", "270"),
        ("270 元/㎡", "land_price", "most", "270"),
        ("12 元/㎡/月", "hall_rent", "most", "144"),
        ("12", "hall_rent", "most", "144"),
        ("1,200", "jobs", "most", "1200"),
        ("12,00", "jobs", "most", None),
        ("15 %", "irr", "least", "15"),
        ("15", "irr", "least", "15"),
        ("20 公顷", "land_ready", "least", "200000"),
        ("USD 10 million", "investment", "most", "71000000"),
        ("2027", "hall_from", "most", "740346"),
        ("2027年6月", "hall_from", "most", "740162"),
        ("2027-06-30", "hall_from", "most", "740162"),
        ("2027-06", "verified_on", "least", "740133"),
    ],
)
def test_limits_are_read_with_their_units(
    modules: Page, real: Site, text: str, key: str, way: str, limit: str | None
) -> None:
    """In base units: square metres, yuan for a unit and a year, per cent, days."""
    assert modules.evaluate(LIMIT, [text, key, way, register(real)]) == limit
