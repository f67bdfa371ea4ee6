"""The data that comparison and shortlist get: each project once, in its file, in both languages, without a guess."""

import json
from decimal import Decimal

import pytest

from investment_portal.domain.shards import chunk_of
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.quantities import Area
from investment_portal.outputs.compare import compare_data, compare_parts, figures_of, public
from investment_portal.pages.compare.comparison import LINES, MARKS
from investment_portal.pages.compare.selection import compare_chunks
from tests.sites import Site


def files(site: Site) -> dict[str, dict[str, object]]:
    """Read every data script: its name and what it hands over."""
    scripts = {}
    for path, text in (
        file for part in compare_parts(site.build_context) for file in compare_data(site.build_context, *part)
    ):
        start, _, content = text.partition("]=")
        assert start.startswith('(self.portalData=self.portalData||{})["compare/')
        scripts[path.removeprefix("assets/data/").removesuffix(".js")] = json.loads(content.removesuffix(";\n"))
    return scripts


@pytest.mark.parametrize("name", ["real", "full"])
def test_each_project_stands_in_its_file(name: str, request: pytest.FixtureRequest) -> None:
    """Former ids too, and lead to the present one; the site has just these files."""
    site: Site = request.getfixturevalue(name)
    scripts = files(site)
    chunks = compare_chunks(site.data)
    assert set(scripts) == {f"compare/{language}-{number}" for language in LANGUAGES for number in range(chunks)}
    for language in LANGUAGES:
        for id_, project in site.catalog.projects.items():
            record = scripts[f"compare/{language}-{chunk_of(id_, chunks)}"][id_]
            assert isinstance(record, dict)
            assert record["name"] == project.name.in_(language)
            for former in project.formerly:
                assert scripts[f"compare/{language}-{chunk_of(former, chunks)}"][former] == id_
    assert sum(len(script) for script in scripts.values()) == len(LANGUAGES) * sum(
        1 + len(project.formerly) for project in site.catalog.projects.values()
    )
    published = sorted(path.stem for path in (site.out / "assets" / "data" / "compare").iterdir())
    assert published == sorted(name_.removeprefix("compare/") for name_ in scripts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_is_not_in_it(real: Site, language: Language) -> None:
    """Every line has a value exactly where the record has one."""
    context = real.context(language)
    for project in real.catalog.projects.values():
        record = public(context, project, figures_of(project, real.catalog.site))
        for line in LINES:
            if line.key.startswith("conditions.") and line.key != "conditions.known":
                assert (line.key in record.values) == (getattr(project.conditions, line.name) is not None)
            if line.key.startswith("returns."):
                assert (line.key in record.values) == (getattr(project.returns, line.name) is not None)
        assert record.figures.keys() <= record.values.keys()


def test_marks_stand_on_lines_that_have_a_better_end() -> None:
    """More land, more profit, money back sooner; never a neutral line."""
    ends = {key: mark.end for key, mark in MARKS.items()}
    assert ends == {
        "land_ready": "most",
        "building_offered": "most",
        "conditions.known": "most",
        "returns.payback_years": "least",
        "returns.irr": "most",
        "ratios.output_investment": "most",
        "ratios.profit_investment": "most",
    }
    assert MARKS.keys() <= {line.key for line in LINES}


def test_sums_are_exact(real: Site, full: Site) -> None:
    """In yuan at the dated rate; land in thirds of a square metre."""
    context = real.context("en")
    figures = {id_: figures_of(project, real.catalog.site) for id_, project in real.catalog.projects.items()}
    records = [public(context, project, figures[id_]) for id_, project in real.catalog.projects.items()]
    total = sum((Decimal(record.yuan or 0) for record in records), Decimal(0))
    sums = [project.investment for project in real.catalog.projects.values() if project.investment]
    assert total == sum((sum_.low.amount for sum_ in sums if sum_.low), Decimal(0))
    project = full.catalog.projects["hostile-hall"]
    hall = public(full.context("zh"), project, figures_of(project, full.catalog.site))
    assert Decimal(hall.yuan) == Decimal(30_000_000) * full.catalog.site.rates[0].yuan
    assert Decimal(hall.thirds) == Area.parse("1.2 公顷").square_metres * 3
