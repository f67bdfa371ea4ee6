"""Every page is valid HTML, by the checker of the W3C and WHATWG."""

import subprocess
from pathlib import Path

from tests.sites import Site

JAR = Path(__file__).parent.parent / "tools/node_modules/vnu-jar/build/dist/vnu.jar"
INSTALL = "cd tests/tools && npm ci"


def test_every_page_is_valid(real: Site, full: Site) -> None:
    """0 errors; warnings are printed by the checker but do not count."""
    assert JAR.is_file(), f"the HTML checker is missing; install it: {INSTALL}"
    command = ["java", "-Xss1m", "-jar", str(JAR), "--errors-only", "--skip-non-html", str(real.out), str(full.out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a program of our choice
    errors = done.stderr.splitlines()
    assert not errors, f"{len(errors)} errors\n" + "\n".join(errors[:40])
    assert done.returncode == 0
