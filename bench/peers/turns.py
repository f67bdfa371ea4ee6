"""Lets the tools take turns on the same records: a clean build each, a change of one record each, and again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from msgspec import structs

from bench.peers.compare import Different, compare, digest_of_lists
from bench.peers.figures import Result
from bench.peers.measure import Failed, measure
from bench.peers.place import Place
from bench.peers.registry import TOOLS
from bench.peers.sheets import Sheet, in_both, sheets
from bench.peers.tool import Tool
from bench.peers.tools.portal import LoadedPortal
from bench.peers.words import site_words, static_body
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.catalog import Catalog
from investment_portal.models.project import Project
from investment_portal.models.quantities import MoneyRange
from investment_portal.validation.record_reader import read_portal

FIRST = Decimal("101.1")
"""The investment, in 亿元, that the first change writes; each later one writes another."""


@dataclass(slots=True)
class Laid:
    """Records of one size laid before the tools."""

    catalog: Catalog
    """The catalogue with no project but the one that is changed: 100 000 of them would weigh on what is measured."""
    rows: Sequence[Mapping[Language, Sheet]]
    tools: Sequence[Tool]

    def changed(self, number: Decimal) -> Mapping[Language, Sheet]:
        """Return its sheets with another investment."""
        money = MoneyRange.parse(f"{number} 亿元")
        (project,) = self.catalog.projects.values()
        return in_both(self.catalog, structs.replace(project, investment=money))


def lay(size: int, names: Sequence[str], place: Place) -> Laid:
    """Make the portal of ``size`` projects and, from its records, each peer's input."""
    work = place.work(size)
    portal = LoadedPortal(work, place)
    portal.make(size)
    catalog = read_portal(portal.records).catalog
    tools = [TOOLS[name](work, place) for name in names]
    words = site_words(catalog)
    texts = {language: static_body(catalog, language) for language in LANGUAGES}
    for tool in tools:
        tool.begin(words, texts)
    rows: list[Mapping[Language, Sheet]] = []
    for row in sheets(catalog):
        for tool in tools:
            for sheet in row.values():
                tool.write(sheet)
        rows.append({language: replace(sheet, body="") for language, sheet in row.items()})
    for tool in tools:
        tool.finish(rows)
    changing = changing_of(catalog)
    return Laid(replace(catalog, records={**catalog.records, "project": {changing.id: changing}}), rows, tools)


def changing_of(catalog: Catalog) -> Project:
    """Choose the project that is changed: in the middle, with an investment that no event announced in a sum."""
    announced = {id_ for event in catalog.events.values() for id_ in event.projects}
    projects = list(catalog.projects.values())
    middle = len(projects) // 2
    return next(
        project for project in projects[middle:] + projects if project.investment and project.id not in announced
    )


def turns(laid: Laid, place: Place, runs: int, limit: float, on: str) -> Iterator[tuple[Tool, str, Result]]:
    """Measure; give after each build the tool, which build it was, and its results up to now."""
    size = len(laid.rows)
    results = {tool.name: Result(tool.name, size, tool.version(), on) for tool in laid.tools}
    log = place.work(size) / "last.log"
    for run in range(runs):
        number = FIRST + run
        changed = laid.changed(number)
        for tool in laid.tools:
            result = results[tool.name]
            if result.failed:
                continue
            try:
                tool.wipe()
                result.clean.append(measure(tool.command, place.environment(), log, limit))
                yield tool, "clean", result
                if tool.changes:
                    before = digest_of_lists(tool)
                    tool.change(changed, str(number))
                    result.change.append(measure(tool.change_command, place.environment(), log, limit))
                    result.stale = digest_of_lists(tool) == before
                    yield tool, "change", result
                if run == runs - 1:
                    result.output = compare(tool, laid.rows, changed)
            except (Failed, Different) as error:
                # The others' figures are worth keeping: a run over all sizes takes an hour or two.
                result.failed = str(error)
                yield tool, "failed", result
