"""All tools, in the order in which they take turns."""

from collections.abc import Mapping

from bench.peers.tool import Tool
from bench.peers.tools.astro import Astro
from bench.peers.tools.eleventy import Eleventy
from bench.peers.tools.hugo import Hugo
from bench.peers.tools.mkdocs import MkDocs
from bench.peers.tools.portal import Floor, LoadedPortal
from bench.peers.tools.zensical import Zensical
from bench.peers.tools.zola import Zola

TOOLS: Mapping[str, type[Tool]] = {
    tool.name: tool for tool in (LoadedPortal, Floor, Zola, Hugo, Eleventy, Astro, Zensical, MkDocs)
}
