"""A local, read-only server of the tools by the Model Context Protocol, over standard input and output."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from investment_portal.assistants.tools import NAMES, Tools
from investment_portal.models.catalog import Catalog
from investment_portal.models.quantities.quantity import ValueRefusedError
from investment_portal.version import version

INSTRUCTIONS = (
    "Public records of the investment portal “{name}” ({address}) as of {day}: projects that seek investors, "
    "incentives, contacts, parks. Begin with list_kinds and list_records. Records marked example are samples, "
    "not offers. Name the page and the day of verification when you pass something on."
)


def server(catalog: Catalog, day: date) -> MCPServer:
    """Return a server of the tools on some records, as of a day."""
    site = catalog.site
    instructions = INSTRUCTIONS.format(name=site.name.en, address=site.address, day=day.isoformat())
    mcp_server = MCPServer("investment-portal", title=site.name.en, instructions=instructions, version=version())
    tools = Tools(catalog, day)
    for name in NAMES:
        annotations = ToolAnnotations(read_only_hint=True, open_world_hint=False)
        mcp_server.add_tool(_explained(getattr(tools, name)), annotations=annotations)
    return mcp_server


def _explained(tool: Callable[..., Any]) -> Callable[..., Any]:
    """Return a tool that tells the assistant what is wrong with its arguments."""

    @wraps(tool)
    def call(*arguments: Any, **named: Any) -> Any:
        try:
            return tool(*arguments, **named)
        except ValueRefusedError as error:
            raise ToolError(f"{error.sentence.en} {error.hint.en}".strip()) from error
        except ValueError as error:
            raise ToolError(str(error)) from error

    return call
