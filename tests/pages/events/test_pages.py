"""Events by the day: to come, under way, past; with and without projects."""

from dataclasses import replace
from datetime import date

import pytest

from investment_portal.components.context import Context
from investment_portal.components.parts import Card, Cards, Section
from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.pages.events.shortcodes import event_list, notice_list
from investment_portal.pages.excerpts import of_event, of_events
from tests.markup import squeeze
from tests.sites import Site

ONLINE = "autumn-fair-online"


def groups(site: Site, context: Context) -> dict[str, list[str]]:
    """Return the ids of the events in each group of the list."""
    return {
        section.id: [
            card.href.split("/")[-2]
            for part in section.parts
            if isinstance(part, Cards)
            for card in part.cards
            if isinstance(card, Card)
        ]
        for section in event_list(context.at("events/"), of_events(site.data))
        if isinstance(section, Section)
    }


@pytest.mark.parametrize(
    ("day", "coming", "running", "past"),
    [
        ("2026-04-17", ["spring-meeting", "harvest-signing", "midsummer-campaign", "autumn-fair", ONLINE], None, None),
        ("2026-04-18", ["harvest-signing", "midsummer-campaign", "autumn-fair", ONLINE], ["spring-meeting"], None),
        ("2026-06-30", ["autumn-fair", ONLINE], ["midsummer-campaign"], ["harvest-signing", "spring-meeting"]),
        ("2026-09-20", [ONLINE], ["autumn-fair"], ["midsummer-campaign", "harvest-signing", "spring-meeting"]),
        ("2026-09-21", [ONLINE], None, ["autumn-fair", "midsummer-campaign", "harvest-signing", "spring-meeting"]),
    ],
)
def test_the_list_follows_the_day(
    full: Site, day: str, coming: list[str], running: list[str] | None, past: list[str] | None
) -> None:
    """The next one first, the latest past one first; a group without an event is left out, but for those to come."""
    wanted = {"running": running, "coming": coming, "subscribe": [], "past": past}
    event_groups = groups(full, replace(full.context("zh"), day=date.fromisoformat(day)))
    assert event_groups == {name: ids for name, ids in wanted.items() if ids is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_come(real: Site, language: Language) -> None:
    """The list then leads to the contacts."""
    context = replace(real.context(language), day=date(2027, 1, 1)).at("events/")
    coming = next(
        block
        for block in event_list(context, of_events(real.data))
        if isinstance(block, Section) and block.id == "coming"
    )
    (part,) = coming.parts
    assert isinstance(part, Cards)
    assert part.empty
    assert part.more
    assert part.more.href == "../contacts/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_conference_with_its_projects(real: Site, language: Language) -> None:
    """The announced sum stands beside the sum of its projects; each of the 35 is there."""
    page = real.pages[f"{language_path(language)}events/online-conference-2020/index.html"]
    rows = {
        "zh": ["项目数3535示例", "总投资736亿元736亿元示例", "电子信息8个项目286.1亿元", "超过500家", "43家"],
        "en": ["Projects3535illustrative", "CNY73.6billionCNY73.6billionillustrative", "morethan500firms", "43firms"],
    }
    for row in rows[language]:
        assert row in page.text, row
    for id_ in real.catalog.events["online-conference-2020"].projects:
        assert ("a", f"../../projects/{id_}/") in page.links


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_announced_stays_when_a_project_changes(full: Site, language: Language) -> None:
    """The totals are those of the day; today's sum of the project stands beside its own of then."""
    page = full.pages[f"{language_path(language)}events/spring-meeting/index.html"]
    rows = {
        "zh": ["项目数11一致", "总投资1亿元1亿元一致", "灌装生产线1亿元", "现为1.2亿元"],
        "en": ["Projects11equal", "CNY100millionCNY100millionequal", "BottlinglineCNY100million", "nowCNY120million"],
    }
    for row in rows[language]:
        assert row in page.text, row


@pytest.mark.parametrize("language", LANGUAGES)
def test_events_without_projects(real: Site, full: Site, language: Language) -> None:
    """A signing says what was announced and why it cannot be checked; visits and campaigns say nothing of projects."""
    prefix = language_path(language)
    sentences = {"zh": "本次活动未公布项目名单", "en": "No list of projects was published"}
    for site, id_ in ((real, "group-signing-2020"), (full, "harvest-signing")):
        page = site.pages[f"{prefix}events/{id_}/index.html"]
        assert squeeze(sentences[language]) in page.text
        assert ("a", "../../projects/") in page.links
    assert "112亿元" in real.pages["events/group-signing-2020/index.html"].text
    for site, id_ in (
        (real, "hundred-day-campaign-2020"),
        (full, "midsummer-campaign"),
        (real, "outbound-visits-2020"),
    ):
        page = site.pages[f"{prefix}events/{id_}/index.html"]
        assert squeeze(sentences[language]) not in page.text
        assert "event.ics" not in page.html


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_to_join(real: Site, full: Site, language: Language) -> None:
    """Hours in the event's own zone, the agenda, the deadline, the calendar file, the way to register."""
    prefix = language_path(language)
    page = real.pages[f"{prefix}events/electronics-briefing-2026/index.html"]
    texts = {
        "zh": ["2026年12月10日09:30–11:30（北京时间）", "2026年12月8日", "10:50江南科技产业园"],
        "en": ["10December2026,09:30–11:30(Chinatime,UTC+8)", "8December2026", "10:50JiangnanScience"],
    }
    for text in texts[language]:
        assert text in page.text, text
    assert ("a", "event.ics") in page.links
    fair = full.pages[f"{prefix}events/autumn-fair/index.html"]
    assert ("a", "https://register.example.org/fair") in fair.links
    assert ("a", "https://video.example.org/fair") in fair.links
    assert ("a", "../events/upcoming.ics") in full.pages[f"{prefix}events/index.html"].links


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deadline_that_has_passed(full: Site, language: Language) -> None:
    """Is said, with whom to ask."""
    from investment_portal.pages.events.page import view  # noqa: PLC0415

    event = full.catalog.events["autumn-fair"]
    context = full.context(language).at("events/autumn-fair/")
    notes = {}
    for day in ("2026-09-10", "2026-09-11", "2026-09-21"):
        shown = view(replace(context, day=date.fromisoformat(day)), event, of_event(full.data, event))
        notes[day] = next(
            section.note for section in shown.sections if isinstance(section, Section) and section.id == "join"
        )
    words = context.words
    assert notes == {
        "2026-09-10": "",
        "2026-09-11": words["event_registration_over"],
        "2026-09-21": words["event_over"],
    }


def test_notices_by_column(full: Site) -> None:
    """The latest first; those past their validity last."""
    context = full.context("en").at("notices/")
    before = [section.id for section in notice_list(context) if isinstance(section, Section)]
    after = [
        section.id for section in notice_list(replace(context, day=date(2026, 10, 9))) if isinstance(section, Section)
    ]
    assert before == ["news", "notice"]
    assert after == ["notice", "ended"]
