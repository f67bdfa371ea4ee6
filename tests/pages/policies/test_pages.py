"""A policy's page and the library, as built: what they say, where they lead."""

import json
import re
from datetime import date

import pytest
from msgspec.structs import replace

from investment_portal.domain.coverage import matrix
from investment_portal.domain.windows import applying, days_left, validity
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.models.controlled_values import EnterpriseType
from investment_portal.validation.rules import policies as policy_rules
from tests.markup import squeeze
from tests.sites import Site

CELL = re.compile(r'<td[^>]*><a href="([^"]+)"[^>]*>.*?<span class="matrix-count">(\d+)</span>', re.DOTALL)


def test_every_cell_of_the_matrix_counts_and_leads_on(real: Site) -> None:
    """To the library filtered by both, and to its own list for readers without scripts."""
    cells = matrix(real.catalog, real.day)
    assert len(cells) == len(real.catalog.sectors) * len(EnterpriseType)
    for language in LANGUAGES:
        html = real.pages[f"{language_path(language)}policies/index.html"].html
        table = html.partition('<table class="matrix">')[2].partition("</table>")[0]
        counts = re.findall(
            r'<td[^>]*><a href="([^"]+)"[^>]*>.*?<span class="matrix-count">(\d+)</span>', table, re.DOTALL
        )
        assert [int(count) for _, count in counts] == [len(policies) for policies in cells.values()]
        for (href, _), ((sector, enterprise), policies) in zip(counts, cells.items(), strict=True):
            assert f"sector={sector}&amp;enterprise={enterprise}&amp;" in href
            listed = html.partition(f'id="cover-{sector}-{enterprise}"')[2].partition("</div>")[0]
            assert listed.count("<li>") == len(policies) > 0


def test_an_expired_policy_keeps_its_page_and_nothing_else(real: Site) -> None:
    """Marked on its page and in the library; out of the matrix, the calendar, the totals and its own claim link."""
    for language in LANGUAGES:
        prefix, words = language_path(language), real.context(language).words
        page = real.pages[f"{prefix}policies/epidemic-support/index.html"]
        assert squeeze(words["no_longer_in_force"]) in page.text
        assert squeeze(words["expired_policy_note"]) in page.text
        assert "window.ics" not in page.html
        name = squeeze(real.catalog.policies["epidemic-support"].name.in_(language))
        assert name not in real.pages[f"{prefix}policies/calendar/index.html"].text
        library = real.pages[f"{prefix}policies/index.html"].html
        assert "epidemic-support" in library.partition('id="ended"')[2]
        assert "epidemic-support" not in library.partition('class="coverage-policies"')[2]
        assert "epidemic-support" not in (real.out / prefix / "policies/calendar.ics").read_text("utf-8")
        valid = sum(policy.in_force(real.day) for policy in real.catalog.policies.values())
        assert str(valid) in real.pages[f"{prefix}index.html"].text


def test_both_sides_of_a_replacement_lead_to_the_other(real: Site) -> None:
    """The later says what changed, the earlier what has replaced it."""
    for language in LANGUAGES:
        prefix = language_path(language)
        later, earlier = (
            real.pages[f"{prefix}policies/{id_}/index.html"] for id_ in ("interest-subsidy", "epidemic-support")
        )
        assert "../../policies/epidemic-support/" in {link for _, link in later.links}
        assert "../../policies/interest-subsidy/" in {link for _, link in earlier.links}
        changed = real.catalog.policies["interest-subsidy"].changed
        assert changed
        assert squeeze(changed.in_(language).split("\n")[0].removeprefix("- ")) in later.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_say_which_text_prevails_and_how_the_steps_add_up(real: Site, language: Language) -> None:
    """On every policy's page; totals are sums of the steps."""
    context = real.context(language)
    for id_, policy in real.catalog.policies.items():
        page = real.pages[f"{language_path(context.language)}policies/{id_}/index.html"]
        head = page.html.partition('id="brief"')[2].partition('<div class="answers">')[0]
        assert real.catalog.site.prevailing.in_(context.language) in head
        totals = page.html.rpartition("key-figures--small")[2].partition("</dl>")[0]
        shown = re.findall(r"<dd>([^<]+)", totals)
        assert shown[:3] == [
            str(len(policy.steps)),
            str(sum(bool(step.bring) for step in policy.steps)),
            str(len(policy.materials)),
        ]
        days = [step.days for step in policy.steps]
        if None not in days:
            assert shown[3] == str(sum(day for day in days if day))


def test_the_library_hands_its_script_one_entry_a_card(real: Site) -> None:
    """In the order of the cards, with values that a box of the filters has."""
    for language in LANGUAGES:
        html = real.pages[f"{language_path(language)}policies/index.html"].html
        data = json.loads(html.partition('id="policy-list-data">')[2].partition("</script>")[0])
        library = html.partition('<div class="policy-list">')[2].partition("<script")[0]
        cards = re.findall(r'card-title"><a href="\.\./policies/([a-z0-9-]+)/"', library)
        assert len(cards) == len(data["policies"]) == len(real.catalog.policies)
        for id_, values in zip(cards, data["policies"], strict=True):
            policy = real.catalog.policies[id_]
            assert values["instrument"] == [policy.instrument]
            assert ("in_force" in values["validity"]) == policy.in_force(real.day)
            for facet, facet_values in values.items():
                boxes = set(re.findall(rf'name="{facet}" value="([^"]+)"', library))
                assert not boxes or set(facet_values) <= boxes


@pytest.mark.parametrize(
    ("day", "states", "state"),
    [
        ("2025-12-31", ["upcoming"], "later"),
        ("2026-01-01", ["in_force"], "later"),
        ("2026-11-02", ["in_force"], "now"),
        ("2026-12-31", ["in_force"], "now"),
        ("2027-01-01", ["in_force"], "closed"),
        ("2028-10-31", ["in_force"], "closed"),
        ("2028-11-01", ["in_force", "ending"], "closed"),
        ("2028-12-31", ["in_force", "ending"], "closed"),
        ("2029-01-01", ["ended"], "closed"),
    ],
)
def test_dates_decide_on_validity_and_on_applying(real: Site, day: str, states: list[str], state: str) -> None:
    """Both ends of each time are included."""
    policy, when = real.catalog.policies["interest-subsidy"], date.fromisoformat(day)
    assert [member.value for member in validity(policy, when, real.catalog.site)] == states
    assert applying(policy, when).value == state


def test_days_are_counted_to_the_last_day(real: Site) -> None:
    """On that day itself none is left, and the page says that it is the last."""
    span = real.catalog.policies["interest-subsidy"].effective
    assert days_left(span, date(2028, 12, 30)) == 1
    assert days_left(span, date(2028, 12, 31)) == 0


def test_a_review_after_the_policy_was_issued_is_told(real: Site) -> None:
    """The review comes first."""
    policy = real.catalog.policies["interest-subsidy"]
    review = policy.fair_competition_review
    assert review
    late = replace(policy, fair_competition_review=replace(review, on=date(2026, 1, 5)))
    records = {**real.catalog.records, "policy": {late.id: late}}
    changed = type(real.catalog)(real.catalog.site, records, real.catalog.ids)
    assert [violation.path for violation in policy_rules.check_policy_review(late, changed)] == [
        ("fair_competition_review", "on")
    ]
