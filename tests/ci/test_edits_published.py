"""Honest edits of the content pass the script of the runners from end to end: as a merge request, then as published."""

import shutil
from pathlib import Path

import pytest

from tests.ci.content_edits import DAY, EDITS
from tests.ci.test_content import run
from tests.ci.test_edits import edit_all
from tests.history.repository import repository
from tests.sites import REPOSITORY, real_portal


def test_edits_are_published(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """All of them in one request; ``make audit`` tries each in a request of its own besides."""
    portal = repository(tmp_path / "portal", real_portal)
    shutil.copytree(REPOSITORY / ".ci", portal.root / ".ci")
    (portal.root / ".gitignore").write_text("/site/\n.cache/\n/reports/\n", "utf-8")
    portal.commit("2026-11-24")
    for name in ("all", *(EDITS if request.config.getoption("--all") else ())):
        portal.git("checkout", "-q", "-B", "edit", "main")
        EDITS.get(name, edit_all)(portal.root)
        portal.commit(DAY, name)
        for arguments in (["review", "main"], ["publish"]):
            done = run(portal, *arguments, PORTAL_DATE=DAY)
            assert done.returncode == 0, (name, arguments, done.stdout[-3000:] + done.stderr[-3000:])
            assert "held back" not in done.stdout, name
