"""The figures of all runs, kept in ``bench/measures.json``, and what follows from them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from bench.peers.compare import Output
from bench.peers.measure import Measure

MEASURES_FILE = Path(__file__).parent.parent / "measures.json"


@dataclass(slots=True)
class Result:
    """All measures of one tool at one size."""

    tool: str
    size: int
    version: str
    on: str
    """The day of the measuring."""
    clean: list[Measure] = field(default_factory=list)
    change: list[Measure] = field(default_factory=list)
    output: Output | None = None
    stale: bool = False
    """True if a change left lists as they were."""
    failed: str = ""
    """Why its figures do not count, if they do not."""

    def seconds(self, build: str) -> float | None:
        """Return the median time of ``clean`` builds or of a ``change``."""
        return middle(getattr(self, build))

    @property
    def memory(self) -> float:
        """Return the largest memory that any build took."""
        return max((measure.memory for measure in (*self.clean, *self.change)), default=0.0)

    def plain(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {
            **{name: getattr(self, name) for name in ("tool", "size", "version", "on", "stale", "failed")},
            "clean": [measure.plain() for measure in self.clean],
            "change": [measure.plain() for measure in self.change],
            "output": asdict(self.output) if self.output else None,
        }


def middle(measures: Sequence[Measure]) -> float | None:
    """Return the median of the seconds; nothing where nothing was measured."""
    return median(measure.seconds for measure in measures) if measures else None


def result(saved: Mapping[str, Any]) -> Result:
    """Read a result as it was kept."""
    builds = {build: [Measure(**values) for values in saved[build]] for build in ("clean", "change")}
    output = Output(**saved["output"]) if saved["output"] else None
    return Result(**{**saved, **builds, "output": output})


def read(path: Path = MEASURES_FILE) -> dict[str, Any]:
    """Read what was kept of earlier runs."""
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {"machine": "", "results": []}


def results_in(saved: Mapping[str, Any]) -> list[Result]:
    """Return all results that were kept."""
    return [result(results) for results in saved["results"]]


def joined(old: Sequence[Result], new: Sequence[Result]) -> list[Result]:
    """Replace old results of the same tool and size by new ones."""
    by_key = {(measured.size, measured.tool): measured for measured in (*old, *new)}
    return [by_key[key] for key in sorted(by_key)]


def write(machine: str, results: Sequence[Result], path: Path = MEASURES_FILE) -> None:
    """Keep the results."""
    plain = {"machine": machine, "results": [figures.plain() for figures in results]}
    path.write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", "utf-8")
