"""A bureau's own list: columns by a mapping file; rows that are complete are written, the others become drafts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from investment_portal.build.validate import validate
from investment_portal.cli.command import DATA_ERRORS, USAGE
from investment_portal.content.yaml_loader import load_text
from tests.conftest import DAY
from tests.editing.test_acts import texts
from tests.workbook.test_round_trip import root, run

__all__ = ["root", "run"]

Command = Callable[..., str]
HEADS = ("序号", "项目名称", "英文名称", "投资额（亿元）", "行业", "简介", "英文简介", "联系人电话")
ROWS: list[tuple[Any, ...]] = [
    (1, "果汁灌装线", "Juice line", 2.5, "食品加工", "灌装果汁。", "Fills juice.", "139"),
    (2, "面粉厂", None, "约3", "食品加工", "磨面。", "Mills flour.", None),
    (3, "机床厂", "Machine tools", "=1+1", "装备制造", "造机床。", "Builds machines.", None),
    ("A 4", "面包房", "Bakery", 1, "食品加工", "烤面包。", "Bakes bread.", None),
]
MAPPING = """
kind: project
sheet: 项目库
heads: 2
id: {column: 序号, before: list-2026-}
columns:
  项目名称: name.zh
  英文名称: name.en
  投资额（亿元）: {field: investment, unit: 亿元}
  行业: {field: sector, words: {食品加工: food, 装备制造: machinery}}
  简介: summary.zh
  英文简介: summary.en
always:
  published_on: 2026-06-01
  verified_on: 2026-06-01
  status_on: 2026-06-01
  kind: investment
  stage: concept
  status: seeking
  industry_code: C1521
  place: {park: river-park}
  content: {zh: 见简介。, en: See the summary.}
  market: {zh: 看好。, en: Good.}
  cooperation: [sole]
  gaps: [{zh: 缺少设备商, en: A supplier of machines}]
  services: [{zh: 代办手续, en: Formalities}]
  promoter: {name: {zh: 投资促进局, en: Investment bureau}}
  contacts: [bureau]
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Write the list and its mapping."""
    book = openpyxl.Workbook()
    book.create_sheet("说明", 0)
    sheet = book.create_sheet("项目库", 1)
    sheet.append(["2026 年项目库"])
    for row in (HEADS, *ROWS):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    (tmp_path / "columns.yml").write_text(MAPPING, "utf-8")
    return str(tmp_path / "list.xlsx"), str(tmp_path / "columns.yml")


def test_a_list_becomes_records_and_drafts(root: Path, run: Command, files: tuple[str, str]) -> None:
    """Units and words are read by the mapping; unreadable cells are reported; a second time nothing changes."""
    before = texts(root)
    command = ("import", files[0], "--columns", files[1])
    output = run(*command, code=DATA_ERRORS)
    assert "A column that is not read: 项目库!H2 “联系人电话”." in output
    assert "项目库!C4: error [language-missing] Project · English" in output
    assert "项目库!D5: error [cell] Total investment\n    This is a formula" in output
    assert "项目库!A6: warning [cell] 序号" in output
    assert "项目库!D3  project/list-2026-1  Total investment: — → 2.5 亿元" in output
    assert "2 of them, become drafts" in output
    assert texts(root) == before
    run(*command, "--write", code=DATA_ERRORS)
    value = load_text((root / "projects/list-2026-1.yaml").read_text("utf-8")).value
    assert (value["investment"], value["sector"], value["contacts"]) == ("2.5 亿元", "food", ["bureau"])
    assert set(texts(root)) - set(before) == {"projects/list-2026-1.yaml"}
    draft = json.loads((root / ".drafts/project/list-2026-2.json").read_text("utf-8"))
    assert (draft["name"], draft["sector"]) == ({"zh": "面粉厂"}, "food")
    assert [problem.rule for problem in validate(root, DAY)[1]] == []
    (root / ".drafts/project/list-2026-2.json").write_text("{}", "utf-8")
    output = run(*command, "--write", code=DATA_ERRORS)
    assert "There is nothing to change." in output
    assert "another draft of “list-2026-2” already" in output


@pytest.mark.parametrize(
    ("find", "put", "sentence"),
    [
        ("name.zh", "nmae.zh", "There is no field “nmae.zh”. Did you mean “name.zh”?"),
        ("kind: project", "kind: projekt", "Did you mean “project”?"),
        ("heads: 2", "head: 2", "There is no key “head”. Did you mean “heads”?"),
        ("英文名称", "英文名", "Row 2 of “项目库” lacks these heads: 英文名."),
        ("sheet: 项目库", "sheet: 项目", "There is no sheet “项目”; there are: 说明, 项目库, Sheet."),
        ("columns:", "columns: [", "columns.yml:"),
        ("id: {column: 序号, before: list-2026-}", "", "“id” is missing."),
    ],
)
def test_a_mapping_says_what_is_wrong(run: Command, files: tuple[str, str], find: str, put: str, sentence: str) -> None:
    """By file, with the nearest word."""
    Path(files[1]).write_text(MAPPING.replace(find, put, 1), "utf-8")
    assert sentence in run("import", files[0], "--columns", files[1], code=USAGE)
