"""A build that is killed: nothing that it started goes on, and the next build is not kept waiting."""

import os
import subprocess
import sys
from pathlib import Path

from tests.build.test_same import tree
from tests.sites import REPOSITORY, TINY_DAY, Site, tiny_portal

START = """
import sys, time
from datetime import date
from pathlib import Path
from investment_portal.build import load, pipeline
from investment_portal.build.build import build
from investment_portal.build.result import BuildOptions
from investment_portal.publish.site import PublishedSite
load.FILES_PER_WORKER = pipeline.PAGES_PER_WORKER = 1
"""

STOP = """
def put(*_):
    print("rendering", flush=True)
    time.sleep(600)
PublishedSite.put = put
"""

BUILD = "build(Path(sys.argv[1]), Path(sys.argv[1]) / 'site', date.fromisoformat(sys.argv[2]), BuildOptions(jobs=2))\n"


def test_workers_end_with_a_build_that_is_killed(full: Site, tmp_path: Path) -> None:
    """They would hold the lock of the portal; the next build gives the whole site."""
    portal = tiny_portal(tmp_path / "portal")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-c", START + STOP + BUILD, str(portal), str(TINY_DAY)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:  # noqa: S603 - our own program
        assert process.stdout
        assert process.stdout.readline() == b"rendering\n"
        process.kill()
    again = [sys.executable, "-c", START + BUILD, str(portal), str(TINY_DAY)]
    subprocess.run(again, env=environment, check=True, timeout=120)  # noqa: S603 - the same
    assert tree(portal / "site") == tree(full.out)
