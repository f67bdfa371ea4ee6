"""The manual's page of rules is current, and lists every rule with an example."""

from collections.abc import Callable
from pathlib import Path

from catalog.languages import LANGUAGES
from catalog.load.field_rules import FIELD_RULES
from catalog.load.reading import read_portal
from catalog.rules.registry import RULES
from catalog.rules.run import problems_of
from tests.conftest import DAY
from tests.overlay import TESTS, cases, lay
from tests.rules.manual import page, place


def test_the_page_of_rules_is_current(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    """In both languages; ``pytest --bless`` writes it."""
    found = {case.name: problems_of(read_portal(lay(case, tmp_path / case.name)), DAY) for case in cases()}
    for language in LANGUAGES:
        written = page(found, language)
        for id_ in [*FIELD_RULES, *(rule.id for rule in RULES)]:
            assert written.count(f"### `{id_}`\n") == 1
        golden(place(TESTS.parent, language), written)
