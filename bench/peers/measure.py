"""Measures a whole command: time from start to end, processor time, and memory of all its processes together.

The measuring is done by a small process of its own (``watch.py``): a command started from here would be told to have
used at least the memory of the benchmark, which holds all records.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

WATCH = Path(__file__).with_name("watch.py")


class Failed(Exception):  # noqa: N818 - a tool's own failure, shown with what the tool said
    """Says which command failed, or took too long, and what it printed last."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The cost of a command: seconds of the clock and of processors, and peak memory in megabytes.

    ``others`` is the share of the machine's processors that other work took meanwhile.
    """

    seconds: float
    processor: float
    memory: float
    others: float = 0.0

    def plain(self) -> dict[str, float]:
        """Return the figures by name, as they are kept."""
        return {name: round(value, 3) for name, value in asdict(self).items()}


def measure(command: str, environment: Mapping[str, str], log: Path, limit: float) -> Measure:
    """Run a command line; one that takes longer than ``limit`` seconds is stopped."""
    arguments = [sys.executable, "-I", "-S", str(WATCH), command, str(log), str(limit)]
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    content = json.loads(done.stdout)
    if content["why"]:
        raise Failed(f"{command}\n{content['why']}\n{log.read_text('utf-8', errors='replace')[-2000:]}")
    return Measure(content["seconds"], content["processor"], content["memory"], content["others"])
