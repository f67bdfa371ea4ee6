"""Edges: from one of them to the next nothing that a reader sees depends on the day."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from investment_portal.cache.inputs import Scan
from investment_portal.components.context import Context
from investment_portal.domain.change_days import clock_floor, edges_of, effective_day, project_edges
from investment_portal.domain.summary import summary_of
from investment_portal.domain.windows import applying, to_come, validity, window_on, windows
from investment_portal.formatting.words import read_words
from investment_portal.history.history import History, Revision
from investment_portal.languages import LANGUAGES
from investment_portal.models.base import Model, fields_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.policy import Budget, Repeats, Span, Window, later_year
from investment_portal.models.project import Project
from investment_portal.models.quantities.dates import PartialDate
from investment_portal.models.record import Record
from investment_portal.models.site import Site as Settings
from investment_portal.outputs.output import BuildContext
from investment_portal.outputs.registry import OUTPUTS
from investment_portal.outputs.search.content_pages import ContentTexts
from investment_portal.pages.dataset import Dataset
from investment_portal.pages.projects.fragments import render_fragments
from investment_portal.pages.projects.page import ProjectParts
from investment_portal.pages.projects.page import page as project_page
from investment_portal.pages.registry import PAGE_KINDS
from investment_portal.pages.shortcodes import fill
from investment_portal.rendering.layout_settings import layout_settings
from investment_portal.rendering.layouts import start
from investment_portal.rendering.pages import ShortcodeExcerpts, content_inputs, project_inputs, record_inputs
from investment_portal.validation.record_reader import read_portal
from tests.datasets import dataset_of
from tests.overlay import PORTAL
from tests.sites import TINY_DAY, tiny_portal

CATALOG = read_portal(PORTAL).catalog
ONE_DAY = timedelta(days=1)
RANDOM_DAYS = 12
YEARS = date(2018, 1, 1), date(2032, 12, 31)
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))

SHOWN_ONLY = {
    "answers.answers.answered_on",
    "answers.answers.received_on",
    "contact.meeting_slots.off",
    "firm.quotations.on",
    "firm.story_figures.as_of",
    "park.land_reserved_from",
    "event.status_on",
    "park.land_as_of",
    "project.land_as_of",
    "project.land_reserved_from",
    "holidays.as_of",
    "holidays.holidays.work_on",
    "event.former_dates",
    "policy.issued_on",
    "policy.budget.as_of",
    "policy.fair_competition_review.on",
    "policy.reviewed_wording.on",
    "procedure.as_of",
    "project.as_of",
    "project.batch",
    "project.phases.from_",
    "project.phases.until",
    "project.price.until",
    "project.returns.irr.as_of",
    "project.returns.jobs.as_of",
    "project.returns.output.as_of",
    "project.returns.payback_years.as_of",
    "park.halls.available_from",
    "park.prices.as_of",
    "event.figures.as_of",
    "result.as_of",
    "result.from_",
    "result.until",
}
"""Dates that pages show, and that nothing compares with the day."""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-04", date.min),
        ("2026-01-05", date(2026, 1, 5)),
        ("2026-01-06", date(2026, 1, 5)),
        ("2026-06-01", date(2026, 6, 1)),
        ("2030-01-01", date(2026, 6, 1)),
    ],
)
def test_the_effective_day_is_the_latest_edge(day: str, expected: date) -> None:
    """An edge counts on its own day, whatever the order of edges."""
    assert effective_day([date(2026, 6, 1), date(2026, 1, 5)], date.fromisoformat(day)) == expected


@given(DAYS, DAYS | st.none(), st.lists(st.tuples(DAYS, DAYS | st.none()), max_size=2), DAYS | st.none(), DAYS)
def test_a_policy_means_the_same_from_edge_to_edge(
    start: date, until: date | None, opened: list[tuple[date, date | None]], used_up: date | None, day: date
) -> None:
    """However its dates lie: in force, to come, ending, its windows, its money, and what the calendar still lists."""
    budget = Budget(as_of=start, exhausted_on=used_up) if used_up else None
    written = [_window(*times) for times in opened]
    policy = replace(
        CATALOG.policies["equipment-grant"], effective=_span(start, until), window=written or None, budget=budget
    )

    def meaning(on: date) -> tuple[object, ...]:
        listed = [window for window in islice(windows(policy), 9) if window.from_ >= on]
        states = applying(policy, on), validity(policy, on, CATALOG.site)
        return policy.in_force(on), to_come(policy, on), *states, window_on(policy, on), listed

    assert meaning(day) == meaning(effective_day(edges_of(policy, CATALOG.site), day))


def _window(start: date, until: date | None) -> Window:
    """Make a window: one that is shorter than a year comes each year."""
    first, last = min(start, until or start), until and max(start, until)
    yearly = last is not None and last < later_year(first, 1)
    return Window(from_=first, until=last, every=Repeats.YEAR if yearly else None)


def _span(start: date, until: date | None) -> Span:
    return Span(from_=min(start, until or start), until=until and max(start, until))


@given(DAYS, DAYS, DAYS)
def test_other_records_mean_the_same_from_edge_to_edge(until: date, verified: date, day: date) -> None:
    """On offer, reachable, lapsing soon, over, overdue."""
    site = CATALOG.site
    notice_days = timedelta(days=site.desk_notice.days)
    project = replace(CATALOG.projects["bottling-line"], valid_until=until, verified_on=verified)
    contact = replace(CATALOG.contacts["south-station"], valid_until=until, verified_on=verified)
    notice = replace(next(iter(CATALOG.notices.values())), valid_until=until, verified_on=verified)
    event = replace(
        next(iter(CATALOG.events.values())),
        verified_on=verified,
        on=PartialDate(verified.year, verified.month),
        until=None,
        register_by=until,
    )
    summary = summary_of(project)
    meanings: tuple[tuple[Record, set[date], Callable[[date], object]], ...] = (
        (project, set(project_edges(summary, site)), summary.available),
        (contact, set(edges_of(contact, site)), lambda on: (contact.reachable(on), until <= on + notice_days)),
        (notice, set(edges_of(notice, site)), lambda on: until < on),
        (event, set(edges_of(event, site)), lambda on: (event.upcoming(on), event.past(on), until < on)),
    )
    for record, edges, meaning in meanings:
        effective, due = effective_day(edges, day), record.due_on(site.review_every)
        assert (meaning(day), due < day, due > day) == (meaning(effective), due < effective, due > effective)


def test_every_date_of_a_record_is_an_edge_or_only_shown(catalog: Catalog) -> None:
    """A new date is put into one of both."""
    moving: dict[str, bool] = {}
    for kind, records in catalog.records.items():
        for record in records.values():
            if isinstance(record, Record):
                before = _edges(record, catalog.site)
                for path, later in _moved(record):
                    name = f"{kind}.{path}"
                    moving[name] = moving.get(name, False) or _edges(later, catalog.site) != before
    assert {name for name, moves in moving.items() if not moves} == SHOWN_ONLY


def _edges(record: Record, site: Settings) -> set[date]:
    edges = project_edges(summary_of(record), site) if isinstance(record, Project) else edges_of(record, site)
    return set(edges)


def _moved(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield each date below a value by its path, with the value in which that date is later."""
    if isinstance(value, PartialDate):
        yield "", PartialDate(value.year + 1, value.month, value.day and min(value.day, 28))
    elif isinstance(value, date):
        yield "", value + ONE_DAY
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from ((path, [*value[:place], later, *value[place + 1 :]]) for path, later in _moved(item))
    elif isinstance(value, Model):
        for name in fields_of(type(value)):
            for path, later in _moved(getattr(value, name)):
                yield f"{name}.{path}".rstrip("."), replace(value, **{name: later})


def test_a_revision_reaches_a_page_from_its_day_on() -> None:
    """Through the input of the page of its own record, and of no other."""
    revisions = [Revision(date(2026, 6, 2), []), Revision(date(2026, 4, 2), [])]
    history = History({("project", "bottling-line"): revisions})
    for day, expected in ((date(2026, 6, 2), revisions), (date(2026, 6, 1), revisions[1:]), (date(2026, 4, 1), [])):
        inputs = project_inputs(dataset_of(CATALOG, day, history))
        assert {page.name: page.revisions for page in inputs if page.revisions} == (
            {"bottling-line": expected} if expected else {}
        )


@given(DAYS)
def test_scripts_get_a_day_that_only_policies_and_contacts_move(day: date) -> None:
    """It is never after the day itself, and stays when it is computed from itself."""
    floor = clock_floor(CATALOG, day)
    assert floor <= day
    assert clock_floor(CATALOG, floor) == floor


class _Portal:
    """A portal with every field filled, and what its pages and outputs are made from on any day."""

    def __init__(self, root: Path) -> None:
        self.catalog = read_portal(root).catalog
        with start(root, Scan(root)) as job:
            self._layouts = job.result(layout_settings(root, self.catalog, TINY_DAY))
        self._words = {language: read_words(root, language) for language in LANGUAGES}
        self._known: dict[date, dict[str, object]] = {}

    def on(self, day: date) -> dict[str, object]:
        """Return every page, shortcode and output of a day by its name, as plain values; pages see their own edges."""
        if day not in self._known:
            self._known[day] = self._all(dataset_of(self.catalog, day))
        return self._known[day]

    def edge(self, day: date) -> date:
        """Return the latest edge of any record on a day."""
        return dataset_of(self.catalog, day).day

    def seeing(self, day: date) -> dict[str, object]:
        """Return the same of pages that see the day itself."""
        data = dataset_of(self.catalog, day)
        data.day = data.base_day = day
        data.days = dict.fromkeys(data.days, day)
        return self._all(data)

    def _all(self, data: Dataset) -> dict[str, object]:
        contexts = {
            language: Context(data.catalog, data.day, language, words) for language, words in self._words.items()
        }
        written = ContentTexts(data, contexts, self._layouts)
        build = BuildContext(
            data, [], contexts, written, {language: ("", written.count(language)) for language in LANGUAGES}
        )
        outputs = {
            f"output {output.name} {part}": list(output.make(build, *part))
            for output in OUTPUTS
            for part in output.parts(build)
        }
        return outputs | {name: page for context in contexts.values() for name, page in self._pages(data, context)}

    def _pages(self, data: Dataset, context: Context) -> Iterator[tuple[str, object]]:
        language = context.language
        projects = list(project_inputs(data))
        fragments = render_fragments(
            context, lambda _, parts: repr(list(parts)), (project.fragments for project in projects)
        )
        for project_input in projects:
            page_context = context.for_page(
                project_input.address, project_input.projects, History(), project_input.day
            ).with_records(project_input.records)
            parts = ProjectParts(project_input.related, project_input.links, *fragments.of(project_input.fragments))
            yield (
                f"{language} {project_input.address}",
                project_page(page_context, data.project(project_input.name), parts),
            )
        for kind in PAGE_KINDS:
            for page in record_inputs(data, kind):
                page_context = context.for_page(page.address, page.projects, History(), page.day)
                record: Any = kind.record(data.catalog, page.name)
                yield f"{language} {page.address}", kind.page(page_context, record, page.excerpt)
        for content in content_inputs(ShortcodeExcerpts(data), self._layouts[language], preview=False):
            page_context = context.at(content.name.removesuffix("index.html"))
            for shortcode, excerpt in content.excerpts.items():
                yield f"{language} {content.name} {shortcode}", list(fill(page_context, shortcode, excerpt))


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> _Portal:
    """Read the portal once."""
    return _Portal(tiny_portal(tmp_path_factory.mktemp("edges") / "portal"))


@pytest.fixture
def catalog(portal: _Portal) -> Catalog:
    """Return the records that fill every field."""
    return portal.catalog


def test_pages_and_outputs_are_the_same_from_edge_to_edge(portal: _Portal) -> None:
    """On the last day before each edge, and on some days in between, they are those of the latest edge."""
    site = portal.catalog.site
    records = [record for of_kind in portal.catalog.records.values() for record in of_kind.values()]
    edges = sorted({edge for record in records if isinstance(record, Record) for edge in _edges(record, site)})
    chosen = random.Random(15)  # noqa: S311 - the same days in every run
    span = (YEARS[1] - YEARS[0]).days
    days = {YEARS[0] + timedelta(days=chosen.randrange(span)) for _ in range(RANDOM_DAYS)}
    days |= {following - ONE_DAY for following in (*edges, YEARS[1])}
    stale = set()
    for day in days:
        shown = portal.on(day)
        for other, pages in (("the day itself", portal.seeing(day)), ("the latest edge", portal.on(portal.edge(day)))):
            stale |= {f"{name} on {day} and {other}" for name in shown | pages if shown.get(name) != pages.get(name)}
    assert stale == set()
