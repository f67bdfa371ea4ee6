"""Portals in git repositories of their own, made commit by commit on given days."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from investment_portal.history.history import History, Revision, read_history
from investment_portal.history.wording import change_line, naming
from investment_portal.languages import Language
from investment_portal.validation.record_reader import read_portal
from tests.overlay import PORTAL

PROJECT = "projects/bottling-line.yaml"
IDENTITY = {
    "GIT_AUTHOR_NAME": "Staff",
    "GIT_AUTHOR_EMAIL": "staff@example.org",
    "GIT_COMMITTER_NAME": "Staff",
    "GIT_COMMITTER_EMAIL": "staff@example.org",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Repository:
    """A portal in git."""

    root: Path

    def git(self, *arguments: str, data: bytes | None = None, **surroundings: str) -> str:
        """Call git."""
        done = subprocess.run(  # noqa: S603 - a fixed program
            ["git", *arguments],  # noqa: S607 - the one on the path
            cwd=self.root,
            env={**os.environ, **IDENTITY, **surroundings},
            input=data,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8", "replace")

    def commit(self, day: str, message: str = "Change") -> None:
        """Commit everything, at noon of a day where the portal is."""
        moment = f"{day}T12:00:00+08:00"
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)

    def edit(self, find: str, put: str, name: str = PROJECT) -> None:
        """Change a file of the portal."""
        path = self.root / name
        before = path.read_text("utf-8")
        assert before.count(find) == 1, f"{find!r} stands {before.count(find)} times in {name}"
        path.write_text(before.replace(find, put), "utf-8")

    def history(self) -> History:
        """Read the history of the portal as it is on disk."""
        return read_history(self.root, read_portal(self.root).catalog)

    def change_lines(
        self, language: Language = "en", *, kind: str = "project", id_: str = "bottling-line", day: str = "2026-06-30"
    ) -> list[tuple[str, list[str]]]:
        """Return day and sentences of each revision of a record that readers see."""
        catalog = read_portal(self.root).catalog
        name = naming(catalog)

        def lines(revision: Revision) -> list[str]:
            formerly = [f"formerly {revision.formerly}"] if revision.formerly else []
            lines_ = [
                change_line(field, language, name).sentence.replace("\N{NO-BREAK SPACE}", " ")
                for field in revision.fields
            ]
            return formerly + lines_

        seen = self.history().of(kind, catalog.records[kind][id_], date.fromisoformat(day))
        return [(revision.day.isoformat(), lines(revision)) for revision in seen]


def repository(root: Path, fill: Callable[[Path], object] | None = None) -> Repository:
    """Put a portal, the tiny one where nothing else is said, into a new repository."""
    if fill:
        fill(root)
    else:
        shutil.copytree(PORTAL, root)
    repository_ = Repository(root)
    repository_.git("init", "-q", "-b", "main")
    (root / ".git" / "info" / "exclude").write_text("/site/\n/.cache/\n", "utf-8")
    return repository_
