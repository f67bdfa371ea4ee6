"""Whatever stands in the files of a portal, reading and checking give problems and never an exception."""

import shutil
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from investment_portal.languages import LANGUAGES
from investment_portal.models.kinds import KINDS
from investment_portal.problem_reports import REPORTS
from investment_portal.validation.messages import FIELD_RULES
from investment_portal.validation.record_reader import read_portal
from investment_portal.validation.registry import RULES
from investment_portal.validation.rule_runner import problems_of
from tests.conftest import DAY, FUZZ
from tests.overlay import PORTAL

IDS = {*FIELD_RULES, *(rule.id for rule in RULES)}
FILES = sorted(path.relative_to(PORTAL).as_posix() for path in PORTAL.rglob("*.yaml"))

ODD: list[Any] = [
    None, True, False, 0, -1, 10**17, "", " ", "all", "unknown", "x" * 9000, "no", "2020-02-30",
    "9999-12-31", "1e999999",
    "NaN", "-0", "../../etc/passwd", "<script>", "{en}", "%s", "\u202e", "😀",
    [], {}, [None], [[]], {"": ""}, {"zh": "字"},
    {"zh": "字", "en": "word"}, {"form": "rate"}, {"form": None}, "12,34 万元", "1 元", "1 亩",
    "5 %", "all/all", "food",
]  # fmt: skip


def paths_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List every place of a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for key, item in items for inner in paths_in(item, (*path, key)))]


def put(value: Any, path: tuple[Any, ...], odd: Any) -> Any:
    """Set what stands at a place."""
    if not path:
        return deepcopy(odd)
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = deepcopy(odd)  # one that is put in may be changed by the next
    return value


def examine(root: Path) -> None:
    """Check a portal and write its report in every form."""
    problems = problems_of(read_portal(root), DAY)
    for report in REPORTS.values():
        for language in LANGUAGES:
            report(problems, language)
    assert {problem.rule for problem in problems} <= IDS
    for problem in problems:
        assert len(problem.sentence.zh) < 1000, problem
        assert len(problem.sentence.en) < 1000, problem


class Plain(yaml.SafeLoader):
    """Reads the tiny portal's own files without dates, as the door does."""


Plain.yaml_implicit_resolvers = {
    sign: [resolver for resolver in resolvers if "timestamp" not in resolver[0]]
    for sign, resolvers in Plain.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the tiny portal in which one file at a time is spoiled."""
    return Path(shutil.copytree(PORTAL, tmp_path_factory.mktemp("hostile") / "portal"))


@pytest.mark.fuzz
@pytest.mark.parametrize("name", FILES)
@settings(max_examples=12 * FUZZ, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_odd_values_anywhere(copy: Path, name: str, data: st.DataObject) -> None:
    """A value of any sort at any place of any file."""
    good = (copy / name).read_text("utf-8")
    value = yaml.load(good, Plain)  # noqa: S506 - a safe loader all the same
    for _ in range(data.draw(st.integers(1, 3))):
        spot = data.draw(st.sampled_from(paths_in(value)))
        value = put(value, spot, data.draw(st.sampled_from(ODD)))
        if not isinstance(value, dict):
            break
    try:
        (copy / name).write_text(yaml.safe_dump(value, allow_unicode=True), "utf-8")
        examine(copy)
    finally:
        (copy / name).write_text(good, "utf-8")


@pytest.mark.fuzz
@pytest.mark.parametrize("name", FILES)
@settings(max_examples=5 * FUZZ, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.one_of(st.binary(max_size=80), st.text(alphabet="ab: -[]{}\n\t：&*!|>'\"", max_size=60).map(str.encode)))
def test_odd_bytes_in_any_file(copy: Path, name: str, raw: bytes) -> None:
    """A file of anything."""
    good = (copy / name).read_bytes()
    try:
        (copy / name).write_bytes(raw)
        examine(copy)
    finally:
        (copy / name).write_bytes(good)


@pytest.mark.parametrize("name", FILES)
def test_any_file_may_be_missing_or_a_folder(tmp_path: Path, name: str) -> None:
    """Also the settings and the short lists."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    (root / name).unlink()
    examine(root)
    (root / name).mkdir()
    examine(root)


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if not kind.is_file], ids=lambda kind: kind.name)
def test_any_folder_may_be_missing_or_a_file(tmp_path: Path, kind: Any) -> None:
    """A folder that is not there holds no records; something else in its place is a problem."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    shutil.rmtree(root / kind.place, ignore_errors=True)
    examine(root)
    (root / kind.place).write_text("no folder")
    assert kind.place in {problem.file for problem in problems_of(read_portal(root), DAY)}


def test_an_empty_folder_is_no_portal_but_no_crash(tmp_path: Path) -> None:
    """The four files that every portal has are missed, and nothing else is said."""
    problems = problems_of(read_portal(tmp_path), DAY)
    assert [problem.file for problem in problems] == [
        f"district/{name}.yaml" for name in ("origins", "sectors", "site", "sources")
    ]


def test_a_broken_settings_file_causes_no_other_findings(tmp_path: Path) -> None:
    """Checks that depend on settings wait until these can be read."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    (root / "district/site.yaml").write_text("name: [")
    assert {problem.file for problem in problems_of(read_portal(root), DAY)} == {"district/site.yaml"}


def test_a_wrongly_named_file_causes_no_other_findings(tmp_path: Path) -> None:
    """References to it are not reported as well."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    (root / "contacts/bureau.yaml").rename(root / "contacts/bureau.yml")
    assert {problem.file for problem in problems_of(read_portal(root), DAY)} == {"contacts/bureau.yml"}


@pytest.mark.parametrize("typed", ["true", "'5'", "5.5", "NaN", "1e3"])
def test_numbers_are_not_guessed(tmp_path: Path, typed: str) -> None:
    """A yes, a text and a fraction are no whole number."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    park = root / "district/parks/river-park.yaml"
    park.write_text(park.read_text("utf-8").replace("x: 40", f"x: {typed}"), "utf-8")
    assert [problem.path for problem in problems_of(read_portal(root), DAY)] == ["spot.x"]


def test_decimals_come_in_exactly(tmp_path: Path) -> None:
    """No float in between."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    park = root / "district/parks/river-park.yaml"
    park.write_text(park.read_text("utf-8").replace("value: 3.5", "value: 0.1234567890"), "utf-8")
    assert read_portal(root).catalog.parks["river-park"].prices[0].value == Decimal("0.1234567890")


def test_many_mistakes_in_one_file_stay_cheap(tmp_path: Path) -> None:
    """A file of nothing but unknown keys is reported key by key."""
    root = Path(shutil.copytree(PORTAL, tmp_path / "portal"))
    (root / "projects/odd.yaml").write_text("".join(f"k{number}: {number}\n" for number in range(2000)))
    assert sum(problem.rule == "unknown-key" for problem in problems_of(read_portal(root), DAY)) == 2000
