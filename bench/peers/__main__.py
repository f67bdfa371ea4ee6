"""Builds the same records with this product and with others, in turn, and compares: ``make bench``."""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.peers.figures import Result, joined, read, results_in, write
from bench.peers.install import NotInstalled, install
from bench.peers.place import PLACE, Place
from bench.peers.registry import TOOLS
from bench.peers.report import grouped, report, seconds, table
from bench.peers.turns import lay, turns

SIZES = (42, 1_000, 10_000, 100_000)
README = Path(__file__).parent.parent / "README.md"


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.peers", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of projects")
    parser.add_argument("--tools", nargs="+", choices=TOOLS, default=tuple(TOOLS), help="tools that take part")
    parser.add_argument("--runs", type=int, default=3, help="turns that each tool takes; above 10 000 projects one")
    parser.add_argument("--limit", type=float, default=3600, help="seconds after which a build is stopped")
    parser.add_argument("--note", default="", help="what else is to be known of the machine")
    parser.add_argument(
        "--write", action="store_true", help="keep the figures in bench/measures.json and bench/README.md"
    )
    return parser.parse_args(arguments)


def taking_part(size: int, names: Sequence[str], lacking: Sequence[str]) -> list[str]:
    """Return the tools that are asked for so many projects; the floor needs this product's output first."""
    wanted = [name for name in TOOLS if name in names and name not in lacking and size <= TOOLS[name].largest]
    return [name for name in wanted if name != "floor" or "portal" in wanted]


def machine(note: str) -> str:
    """Describe this machine in general terms."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    content = f"{os.cpu_count()} processors ({platform.machine()}), {memory:.0f} GB of memory"
    about = f"{content}, {platform.system()}, Python {platform.python_version()}, output on a disk"
    return f"{about}; {note}" if note else about


def run(size: int, names: Sequence[str], runs: int, limit: float, place: Place = PLACE) -> list[Result]:
    """Measure one size, and say each figure as it comes."""
    print(f"{grouped(size)} projects: {', '.join(names)}", flush=True)
    today = datetime.now(UTC).date().isoformat()
    by_tool: dict[str, Result] = {}
    for tool, build, result in turns(lay(size, names, place), place, runs, limit, today):
        by_tool[tool.name] = result
        if result.failed:
            print(f"  {tool.name}: {result.failed}", file=sys.stderr, flush=True)
            continue
        last = getattr(result, build)[-1]
        print(f"  {tool.name:10} {build:7} {seconds(last.seconds):>8} s {last.memory:7.0f} MB", flush=True)
    results = list(by_tool.values())
    print("\n".join(["", *table(results), ""]), flush=True)
    return results


def main(arguments: Sequence[str]) -> int:
    """Install, measure, compare, and keep what was found."""
    chosen = options(arguments)
    try:
        lacking = install(PLACE)
    except NotInstalled as error:
        print(error, file=sys.stderr)
        return 1
    for name, reason in lacking.items():
        print(f"{TOOLS[name].title} is left out: {reason}")
    failed = False
    for size in chosen.sizes:
        names = taking_part(size, chosen.tools, list(lacking))
        runs = chosen.runs if size <= max(SIZES[:-1]) else 1
        results = run(size, names, runs, chosen.limit)
        failed = failed or any(result.failed for result in results)
        if chosen.write:
            keep(results, machine(chosen.note))
    return 1 if failed else 0


def keep(results: Sequence[Result], content: str) -> None:
    """Replace old figures by new ones, and write the page anew."""
    together = joined(results_in(read()), results)
    write(content, together)
    README.write_text(report(together, content), "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
