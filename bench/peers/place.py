"""Where everything of the benchmark stands: nothing of it is committed."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of the benchmark."""

    folder: Path

    @property
    def tools(self) -> Path:
        """Where the peers are installed."""
        return self.folder / "tools"

    @property
    def python(self) -> Path:
        """The virtual environment of peers that PyPI brings."""
        return self.tools / "python"

    @property
    def modules(self) -> Path:
        """The packages of peers that npm brings."""
        return self.tools / "npm" / "node_modules"

    @property
    def programs(self) -> Path:
        """The peers' programs under their plain names."""
        return self.tools / "bin"

    def work(self, size: int) -> Path:
        """Where portals of a size stand."""
        return self.folder / str(size)

    def environment(self) -> dict[str, str]:
        """Return the environment in which the tools run: their own programs first, no reports to their makers.

        Python tools find their modules compiled, as on anybody's machine, whatever this process was told.
        """
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {
            **inherited,
            "PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}",
            "ASTRO_TELEMETRY_DISABLED": "1",
            "DO_NOT_TRACK": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONHASHSEED": "0",
        }


PLACE = Place(ROOT / ".cache" / "bench")
