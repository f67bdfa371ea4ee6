"""The manual's page of rules is current, and lists every rule with an example."""

from collections.abc import Callable
from pathlib import Path

from investment_portal.build.validate import validate
from investment_portal.languages import LANGUAGES
from tests.conftest import DAY
from tests.overlay import TESTS, cases, lay
from tests.validation.manual import page, place
from tests.validation.registered import IDS, without_example


def test_the_page_of_rules_is_current(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    """In both languages; ``pytest --bless`` writes it."""
    missing = without_example({case.name for case in cases()})
    assert not missing, "\n".join(missing)
    problems = {case.name: validate(lay(case, tmp_path / case.name), DAY)[1] for case in cases()}
    for language in LANGUAGES:
        written = page(problems, language)
        for id_ in IDS:
            assert written.count(f"### `{id_}`\n") == 1
        golden(place(TESTS.parent, language), written)
