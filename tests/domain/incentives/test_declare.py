"""From records to declarations: what pages publish is what staff wrote, under names that stay."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from investment_portal.domain.incentives.assess import assess
from investment_portal.domain.incentives.declare import declare, plain
from investment_portal.languages import LANGUAGES
from investment_portal.models.catalog import Catalog
from investment_portal.models.policy import PolicyState
from investment_portal.pages.matcher.matcher import matcher
from tests.sites import Site

GOLDEN = Path(__file__).with_name("declarations.json")


def test_declarations_have_their_public_form(full: Site, golden: Callable[[Path, str], None]) -> None:
    """Scripts and shared links rely on these names: a renamed field of the model must not change them."""
    text = json.dumps(plain(declare(full.catalog, full.day)), indent=1, ensure_ascii=False)
    golden(GOLDEN, text + "\n")


def test_what_is_over_is_left_out(tiny: Catalog, day: date) -> None:
    """Expired, repealed and withdrawn policies; one that will be in force stays, and does not apply yet."""
    policy = tiny.policies["equipment-grant"]
    assert [declared.id for declared in declare(tiny, day).policies] == ["equipment-grant"]
    assert declare(tiny, policy.effective.until or day).policies
    assert not declare(tiny, (policy.effective.until or day) + timedelta(1)).policies
    before = policy.effective.from_ - timedelta(1)
    results = assess(declare(tiny, before), {}, before).policies
    assert [(result.verdict, result.state) for result in results] == [("unknown", "later")]
    repealed = replace(policy, state=PolicyState.REPEALED)
    records = {**tiny.records, "policy": {policy.id: repealed}}
    assert not declare(Catalog(tiny.site, records, tiny.ids), day).policies


def test_every_policy_has_words_for_every_test_and_benefit(real: Site) -> None:
    """The script joins them by their place."""
    for language in LANGUAGES:
        page = matcher(real.context(language))
        declared = declare(real.catalog, real.day).policies
        for policy, incentive in zip(declared, page.incentives, strict=True):
            assert policy.id == incentive.id
            assert len(policy.conditions) == len(incentive.tests)
            assert len(policy.benefits) == len(incentive.benefits) == len(page.data["policies"][policy.id]["benefits"])


def test_only_facts_that_some_policy_asks_are_asked(real: Site) -> None:
    """Each once; a figure asked of policies that are over is not."""
    page = matcher(real.context("en"))
    facts = [question.fact for question in (*page.first, *page.more)]
    declared = plain(declare(real.catalog, real.day))
    assert len(facts) == len(set(facts))
    assert all(f'"{fact}"' in json.dumps(declared) for fact in facts)
    assert "revenue" not in facts
