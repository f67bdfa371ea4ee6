"""All problems of a record in one run: a field that cannot be read hides none of those of the others."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from investment_portal.languages import LANGUAGES
from investment_portal.models.careful import MistakesError, convert_carefully
from investment_portal.models.kinds import KINDS
from investment_portal.problems import Finding
from investment_portal.validation.loaded_portal import LoadedPortal, ReadablePart
from investment_portal.validation.record_reader import read_portal
from investment_portal.validation.rule_runner import findings_of_part, problems_of, record_findings
from tests.overlay import SEED
from tests.sites import TINY_DAY, tiny_portal

BROKEN = {"?": [1]}
"""A value that no field can read."""


def test_a_field_that_cannot_be_read_hides_no_other_problem(tmp_path: Path) -> None:
    """Texts, references, missing and unknown keys of the same record stand in the same run."""
    portal = tiny_portal(tmp_path / "portal")
    file = portal / "policies/equipment-grant.yaml"
    policy = yaml.safe_load(file.read_text("utf-8"))
    del policy["issuer"]
    policy.update(published_on="soon", unheard=1, contact="nobody")
    policy["summary"] = {"zh": "纳税越多，补贴越多。身份证号 11010519491231002X。", "en": "The grant is paid once."}
    file.write_text(yaml.safe_dump(policy, allow_unicode=True), "utf-8")
    problems = problems_of(read_portal(portal, {}), TINY_DAY)
    places = {(problem.rule, problem.path) for problem in problems if problem.file == "policies/equipment-grant.yaml"}
    assert places >= {
        ("bad-date", "published_on"),
        ("missing-key", "issuer"),
        ("unknown-key", "unheard"),
        ("unknown-reference", "contact"),
        ("fair-competition", "summary.zh"),
        ("personal-data", "summary.zh"),
    }


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the key paths of all values in a value."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from _places(inner, (*path, key))


def _broken(value: Any, path: tuple[Any, ...]) -> Any:
    """Return a value in which the one at a path cannot be read."""
    if not path:
        return BROKEN
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _broken(value[path[0]], path[1:])
    return copy


@pytest.fixture(scope="module")
def seed() -> LoadedPortal:
    """Read the portal of the seed."""
    return read_portal(SEED, {})


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS.values() if not kind.is_file])
def test_what_cannot_be_read_causes_no_other_finding(seed: LoadedPortal, kind: str) -> None:
    """Whatever value of a record is broken, the rest is found as it is in the whole record, or is not judged."""
    for id_, record in list(seed.records[kind].items())[:1]:
        value = yaml.safe_load((SEED / seed.files[kind, id_]).read_text("utf-8"))
        whole = {_place(finding) for finding in record_findings(kind, id_, record, seed.catalog)}
        for path in _places(value):
            with pytest.raises(MistakesError) as error:
                convert_carefully(KINDS[kind].model, {**_broken(value, path), "id": id_})
            part = ReadablePart(error.value.readable, frozenset(mistake.path for mistake in error.value.mistakes))
            assert {_place(finding) for finding in findings_of_part(kind, id_, part, seed.catalog)} <= whole, path


def _place(finding: Finding) -> tuple[Any, ...]:
    return finding.rule, finding.path, *(finding.sentence.in_(language) for language in LANGUAGES)
