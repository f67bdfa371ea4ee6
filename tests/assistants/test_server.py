"""The official client of the Model Context Protocol calls every tool, and gets what the engines say."""

import asyncio
import json
import sys
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest
from mcp import Client, StdioServerParameters

from investment_portal.assistants.server import server
from investment_portal.assistants.tools import FEN, NAMES
from investment_portal.domain.incentives.assess import assess
from investment_portal.domain.incentives.declare import declare
from investment_portal.domain.incentives.worked_example import stated
from investment_portal.domain.routes import route
from investment_portal.models.catalog import Catalog
from investment_portal.models.quantities import Money
from investment_portal.pages.data.published_records import FOLDER
from tests.sites import REAL_DAY, REPOSITORY, Site

Answer = TypeVar("Answer")

FACTS = {"sector": "baijiu", "investment": "1 亿元", "jobs": "200", "foreign_funded": "yes"}


def run(asked: Coroutine[Any, Any, Answer]) -> Answer:
    """Run a coroutine in a thread of its own: a browser of another test may hold the loop of this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, asked).result()


def call(catalog: Catalog, name: str, arguments: Mapping[str, Any]) -> Any:
    """Return what a tool answers, or the sentence of its error."""

    async def ask() -> Any:
        async with Client(server(catalog, REAL_DAY)) as client:
            result = await client.call_tool(name, dict(arguments))
            text = "".join(part.text for part in result.content if part.type == "text")
            if result.is_error:
                return text
            content = result.structured_content
            return content["result"] if content and set(content) == {"result"} else content

    return run(ask())


def test_a_client_sees_the_tools_and_starts_the_command(real: Site) -> None:
    """The command speaks the protocol over standard input and output, and says nothing else there."""
    command = [
        str(REPOSITORY / "build_catalog.py"),
        "--portal",
        str(real.portal),
        "mcp",
        "--date",
        REAL_DAY.isoformat(),
    ]

    async def ask() -> tuple[list[Any], Any]:
        async with Client(StdioServerParameters(command=sys.executable, args=command)) as client:
            tools = await client.list_tools()
            return tools.tools, await client.call_tool("list_kinds", {})

    tools, kinds = run(ask())
    assert [tool.name for tool in tools] == list(NAMES)
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)
    assert json.loads(kinds.content[0].text)["project"] == len(real.catalog.projects)


def test_projects_by_sector_sum_and_words(real: Site) -> None:
    """Each is one that the filters allow, and no other is."""
    answer = call(real.catalog, "find_projects", {"sector": "baijiu", "least_investment": "10 亿元"})
    expected = {
        project.id
        for project in real.catalog.projects.values()
        if "baijiu" in (project.sector, *project.other_sectors)
        and project.status in {"seeking", "negotiating"}
        and project.withdrawn is None
        and (project.valid_until is None or project.valid_until >= REAL_DAY)
        and project.investment
        and (project.investment.high or project.investment.low or Money("", Decimal(0), "CNY")).amount >= 10**9
    }
    assert {project["id"] for project in answer["projects"]} == expected
    assert answer["count"] == len(expected) > 0
    name = next(iter(real.catalog.projects.values())).name.en
    found_by_name = call(real.catalog, "find_projects", {"text": name, "include_closed": True})
    assert name in {project["name"] for project in found_by_name["projects"]}


def test_a_record_is_that_of_the_open_data(real: Site) -> None:
    """Field by field as in its file."""
    id_ = next(iter(real.catalog.projects))
    answer = call(real.catalog, "get_record", {"kind": "project", "id": id_})
    assert answer == json.loads((real.out / f"{FOLDER}projects/{id_}.json").read_text("utf-8"))


def test_incentives_are_those_of_the_engine(real: Site) -> None:
    """Verdicts, sums and the best combination."""
    answer = call(real.catalog, "match_incentives", {"facts": FACTS})
    known = {
        "sector": "baijiu",
        "investment": Money.parse("1 亿元"),
        "jobs": Decimal(200),
        "foreign_funded": True,
    }
    expected = assess(declare(real.catalog, REAL_DAY), stated(known, real.catalog.site), REAL_DAY)
    assert [policy["id"] for policy in answer["policies"]] == [policy.id for policy in expected.policies]
    assert answer["certain"]["policies"] == list(expected.certain.policies)
    assert answer["possible"]["sums"] == {kind: fen / FEN for kind, fen in expected.possible.sums.items()}


def test_contacts_are_those_of_the_route(real: Site) -> None:
    """In their order, for an origin and a sector."""
    origin, sector = next(iter(real.catalog.origins)), next(iter(real.catalog.sectors))
    answer = call(real.catalog, "route_to_contact", {"origin": origin, "sector": sector, "language": "zh"})
    legs = route(real.catalog, REAL_DAY, origin=origin, sector=sector, language="zh")
    assert [contact["id"] for contact in answer] == [leg.contact.id for leg in legs]


@pytest.mark.parametrize(
    ("name", "arguments", "sentence"),
    [
        ("find_projects", {"sector": "bajiu"}, "There is no sector “bajiu”. Ids: "),
        ("find_projects", {"least_investment": "5000"}, "Write the unit"),
        ("find_projects", {"stage": "soon"}, "There is no stage “soon”. Allowed: "),
        ("match_incentives", {"facts": {"sector": "bajiu"}}, "There is no sector “bajiu”. Allowed: "),
        ("match_incentives", {"facts": {"enterprise_type": "huge"}}, "There is no enterprise_type “huge”. Allowed: "),
        ("match_incentives", {"facts": {"stage": ""}}, "There is no stage “”. Allowed: settling"),
        ("get_record", {"kind": "answers", "id": "x"}, "There is no kind “answers”."),
        ("get_record", {"kind": "project", "id": "x"}, "There is no project “x”."),
        ("match_incentives", {"facts": {"colour": "red"}}, "There is no fact “colour”."),
        ("match_incentives", {"facts": {"foreign_funded": "perhaps"}}, "is yes or no"),
        ("route_to_contact", {"origin": "mars"}, "There is no origin “mars”."),
    ],
)
def test_a_wrong_argument_is_named(real: Site, name: str, arguments: dict[str, Any], sentence: str) -> None:
    """With what is allowed instead, so that an assistant can correct itself."""
    assert sentence in call(real.catalog, name, arguments)


def test_records_in_error_are_not_served(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The command ends with a sentence."""
    from investment_portal.cli.main import main  # noqa: PLC0415 - the command line as a whole
    from tests.sites import tiny_portal  # noqa: PLC0415

    root = tiny_portal(tmp_path / "portal")
    path = next((root / "projects").glob("*.yaml"))
    path.write_text(path.read_text("utf-8") + "\nnonsense: 1\n", "utf-8")
    assert main(["--lang", "en", "mcp"], root) == 1
    assert "cannot be served" in capfd.readouterr().err
