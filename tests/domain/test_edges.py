"""Edges: from one of them to the next nothing that a reader sees depends on the day."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from catalog.frames.build import FrameSet, build_frames
from hypothesis import given
from hypothesis import strategies as st

from catalog.derive.totals import on_offer
from catalog.derive.windows import applying, running, to_come, validity
from catalog.history.history import History, Revision
from catalog.languages import LANGUAGES, Language
from catalog.load.reading import read_portal
from catalog.model.base import Model
from catalog.model.catalog import Catalog
from catalog.model.policy import Policy, Span
from catalog.model.record import Record
from catalog.outputs.output import Made
from catalog.outputs.registry import makers
from catalog.quantities.dates import PartialDate
from catalog.search.written import Written
from catalog.show.words import Words, read_words
from catalog.views.context import Context
from catalog.views.records.registry import PAGE_KINDS
from catalog.views.slots.registry import fill
from investment_portal.build.inputs import Scan
from investment_portal.domain.edges import (
    clock_floor,
    edges_of,
    effective_day,
    month_edge,
    portal_edges,
    revision_edges,
)
from tests.overlay import PORTAL
from tests.sites import tiny_portal

CATALOG = read_portal(PORTAL).catalog
ONE_DAY = timedelta(days=1)
RANDOM_DAYS = 12
YEARS = date(2018, 1, 1), date(2032, 12, 31)
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))

SHOWN_ONLY = {
    "policy.issued_on",
    "policy.fair_competition_review.on",
    "project.as_of",
    "project.batch",
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


@given(DAYS, DAYS | st.none(), DAYS, DAYS | st.none(), st.booleans(), DAYS)
def test_a_policy_means_the_same_from_edge_to_edge(
    start: date, until: date | None, opens: date, closes: date | None, window: bool, day: date
) -> None:
    """However its dates lie: in force, to come, ending, its window, and what the calendar still lists."""
    policy: Policy = CATALOG.policies["equipment-grant"].model_copy(
        update={"effective": _span(start, until), "window": _span(opens, closes) if window else None}
    )

    def meaning(on: date) -> tuple[object, ...]:
        listed = policy.window is not None and policy.window.from_ >= on
        states = applying(policy, on), validity(policy, on, CATALOG.site)
        return policy.in_force(on), to_come(policy, on), *states, bool(running([policy], on)), listed

    assert meaning(day) == meaning(effective_day(edges_of(policy, CATALOG.site), day))


def _span(start: date, until: date | None) -> Span:
    return Span.model_validate({"from": min(start, until or start), "until": until and max(start, until)})


@given(DAYS, DAYS, DAYS)
def test_other_records_mean_the_same_from_edge_to_edge(until: date, verified: date, day: date) -> None:
    """On offer, reachable, lapsing soon, over, overdue."""
    site, update = CATALOG.site, {"valid_until": until, "verified_on": verified}
    notice_days = timedelta(days=site.desk_notice.days)
    project = CATALOG.projects["bottling-line"].model_copy(update=update)
    contact = CATALOG.contacts["south-station"].model_copy(update=update)
    notice = next(iter(CATALOG.notices.values())).model_copy(update=update)
    event = next(iter(CATALOG.events.values())).model_copy(
        update={"on": PartialDate(verified.year, verified.month), "until": None, "register_by": until}
    )
    meanings: tuple[tuple[Record, Callable[[date], object]], ...] = (
        (project, lambda on: on_offer(project, on)),
        (contact, lambda on: (contact.reachable(on), until <= on + notice_days)),
        (notice, lambda on: until < on),
        (event, lambda on: (event.upcoming(on), event.past(on), until < on)),
    )
    for record, meaning in meanings:
        effective, due = effective_day(edges_of(record, site), day), record.due_on(site.review_every)
        assert (meaning(day), due < day, due > day) == (meaning(effective), due < effective, due > effective)


def test_every_date_of_a_record_is_an_edge_or_only_shown(catalog: Catalog) -> None:
    """A new date is put into one of both."""
    moving: dict[str, bool] = {}
    for kind, records in catalog.records.items():
        for record in records.values():
            if isinstance(record, Record):
                before = set(edges_of(record, catalog.site))
                for path, later in _moved(record):
                    name = f"{kind}.{path}"
                    moving[name] = moving.get(name, False) or set(edges_of(later, catalog.site)) != before
    assert {name for name, moves in moving.items() if not moves} == SHOWN_ONLY


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
        for name in type(value).model_fields:
            for path, later in _moved(getattr(value, name)):
                yield f"{name}.{path}".rstrip("."), value.model_copy(update={name: later})


def test_a_revision_is_an_edge_of_its_record() -> None:
    """And of no other."""
    revisions = [Revision(date(2026, 6, 2), []), Revision(date(2026, 4, 2), [])]
    history = History({("project", "bottling-line"): revisions})
    assert list(revision_edges(history, "project", "bottling-line")) == [date(2026, 6, 2), date(2026, 4, 2)]
    assert list(revision_edges(history, "project", "another")) == []


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
        self._frames: dict[Language, FrameSet] = build_frames(root, self.catalog, Scan(root))
        self._words: dict[Language, Words] = {language: read_words(root, language) for language in LANGUAGES}
        self._known: dict[date, dict[str, object]] = {}

    def on(self, day: date) -> dict[str, object]:
        """Return every page, slot and output of a day by its name, as plain values."""
        if day not in self._known:
            contexts = {
                language: Context(self.catalog, day, language, words) for language, words in self._words.items()
            }
            made = Made(self.catalog, day, [], contexts, written=Written(contexts, self._frames, figures=True))
            self._known[day] = {
                **{name: page for context in contexts.values() for name, page in self._pages(context)},
                **{f"output {name}": list(files()) for name, files in makers(made)},
            }
        return self._known[day]

    def _pages(self, context: Context) -> Iterator[tuple[str, object]]:
        language = context.language
        for kind in PAGE_KINDS:
            for name in kind.names(context):
                yield f"{language} {kind.address_of(context, name)}", kind.page_of(context, name)
        for name, frame in self._frames[language].pages.items():
            here = context.at(name.removesuffix("index.html"))
            for hole in frame.holes:
                if hole != "styleguide":
                    yield f"{language} {name} {hole}", list(fill(here, hole))

    def edges(self, name: str, day: date) -> set[date]:
        """Return the edges of a page, which shows of other projects only whether they are on offer, or all changes."""
        projects, site = self.catalog.projects, self.catalog.site
        edges = set(portal_edges(self.catalog))
        edges |= {project.valid_until + ONE_DAY for project in projects.values() if project.valid_until}
        own = name.partition("projects/")[2].rstrip("/")
        listed = projects.values() if CHANGES.search(name) else [projects[own]] if own in projects else ()
        edges |= {edge for project in listed for edge in edges_of(project, site)}
        return edges | ({month_edge(day)} if CALENDAR in name else set())


CHANGES = re.compile("change-list|outputs.feed")
CALENDAR = "policy-calendar"


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> _Portal:
    """Read the portal once."""
    return _Portal(tiny_portal(tmp_path_factory.mktemp("edges") / "portal"))


@pytest.fixture
def catalog(portal: _Portal) -> Catalog:
    """Return the records that fill every field."""
    return portal.catalog


def test_pages_and_outputs_are_the_same_from_edge_to_edge(portal: _Portal) -> None:
    """On the last day before each edge, and on some days in between, they are those of their own latest edge."""
    site = portal.catalog.site
    records = [record for own in portal.catalog.records.values() for record in own.values()]
    edges = sorted({edge for record in records if isinstance(record, Record) for edge in edges_of(record, site)})
    chosen = random.Random(15)  # noqa: S311 - the same days in every run
    span = (YEARS[1] - YEARS[0]).days
    days = {YEARS[0] + timedelta(days=chosen.randrange(span)) for _ in range(RANDOM_DAYS)}
    days |= {following - ONE_DAY for following in (*edges, YEARS[1])}
    stale = {
        f"{name} on {day}"
        for day in days
        for name, page in portal.on(day).items()
        if page != portal.on(effective_day(portal.edges(name, day), day))[name]
    }
    assert stale == set()
