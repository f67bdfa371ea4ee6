"""A whole session over a copy of the seed portal: saves show, mistakes are told, mended ones go away."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from investment_portal.cli.main import main
from investment_portal.languages import Sentence
from investment_portal.models.project import Project
from investment_portal.preview.session import SITE, Session
from investment_portal.validation.record_reader import read_portal
from tests.overlay import override
from tests.preview.tab import Tab, ask
from tests.sites import REPOSITORY, real_portal

DAY = date(2026, 11, 24)
"""A day on which the seed portal has no errors."""


class Served(NamedTuple):
    """A running session: its portal, and the lines that it said."""

    root: Path
    session: Session
    lines: list[Sentence]

    @property
    def address(self) -> str:
        """Where it is."""
        return self.session.server.address

    @property
    def project(self) -> Project:
        """A project of the portal."""
        project_: Project = next(iter(read_portal(self.root).records["project"].values()))
        return project_


def fails(event: dict[str, Any]) -> bool:
    """Return whether what a tab was told holds an error: errors come first."""
    return any(problem["level"] == "error" for problem in event["problems"][:1])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the copy until the last test here is done."""
    root = real_portal(tmp_path_factory.mktemp("session") / "portal")
    lines: list[Sentence] = []
    session = Session(root, 0, "en", lambda: DAY, lines.append)
    session.open()
    thread = threading.Thread(target=session.run)
    thread.start()
    yield Served(root, session, lines)
    session.stop()
    thread.join()
    session.close()


def test_edit_break_mend(served: Served) -> None:
    """An edit brings new bytes; a mistake is told over the last good page; mending it takes the message away."""
    file, page = served.root / f"projects/{served.project.id}.yaml", f"/en/projects/{served.project.id}/"
    good = file.read_text("utf-8")
    with Tab(served.address) as tab:
        first = tab.next_event()
        assert not fails(first)
        assert served.project.name.en in ask(served.address, page)[2]

        file.write_text(good.replace(served.project.name.en, "A renamed venture"), "utf-8")
        edited = tab.until(lambda event: event["site"] != first["site"])
        assert "A renamed venture" in ask(served.address, page)[2]

        file.write_text(good.replace(served.project.name.en, "A renamed venture") + "nmae: x\n", "utf-8")
        broken = tab.until(fails)
        line = good.count("\n") + 1
        assert broken["site"] == edited["site"]
        assert broken["problems"][0]["place"] == f"projects/{file.name}:{line}:1"
        assert broken["problems"][0]["sentence"] == "There is no key “nmae” here."
        assert "Did you mean “name”" in broken["problems"][0]["hint"]
        assert "A renamed venture" in ask(served.address, page)[2]

        file.write_text(good, "utf-8")
        mended = tab.until(lambda event: event["site"] not in {first["site"], edited["site"]})
        assert mended["problems"] == first["problems"]
        assert "A renamed venture" not in ask(served.address, page)[2]


def test_one_line_for_each_build(served: Served) -> None:
    """The terminal says what was saved and what came of it, in a line."""
    file = served.root / f"projects/{served.project.id}.yaml"
    with Tab(served.address) as tab:
        before = tab.next_event()
        count = len(served.lines)
        file.touch()
        file.write_bytes(file.read_bytes())
        after = tab.next_event()
    assert after["site"] == before["site"], "a save that changes nothing reloads nothing"
    while len(served.lines) == count:
        threading.Event().wait(0.01)
    line = served.lines[count]
    assert line.en.startswith(f"projects/{file.name}: ")
    assert "0 files changed" in line.en
    assert "\n" not in line.zh + line.en


def save(path: Path, text: str, served: Served) -> None:
    """Write a file at once, as editors do: a page that is empty for a moment is a site of its own."""
    whole = served.root.parent / "saved"
    whole.write_text(text, "utf-8")
    whole.replace(path)


def test_templates_and_pages_count(served: Served) -> None:
    """A template that fails is told at its line, a page's dead link too; both go away when mended."""
    with Tab(served.address) as tab:
        first = tab.next_event()
        for name, addition, place in (
            ("overrides/pages/record.html", "{% if %}", "overrides/pages/record.html:"),
            ("docs/zh/about.md", "\n\n[x](nowhere.md)\n", "docs"),
        ):
            path = override(served.root, "pages/record.html") if "record" in name else served.root / name
            good = path.read_text("utf-8")
            save(path, good + addition, served)
            broken = tab.until(fails)
            assert broken["problems"][0]["place"].startswith(place)
            save(path, good, served)
            assert tab.until(lambda event: not fails(event)) == first


def test_script_never_reaches_the_disk(served: Served) -> None:
    """The site on disk is the site, and nothing of the preview."""
    assert "__serve/reload.js" in ask(served.address, "/")[2]
    pages = list((served.root / SITE).rglob("*.html"))
    assert pages
    assert [page for page in pages if b"__serve" in page.read_bytes()] == []
    assert not (served.root / "site").exists()


def test_lost_address(served: Served) -> None:
    """The site's own page answers for addresses that do not exist, in their language."""
    assert ask(served.address, "/nowhere/")[0] == 404
    assert 'lang="en"' in ask(served.address, "/en/nowhere/")[2]


def test_first_build_fails(tmp_path: Path) -> None:
    """A portal that cannot be built is served as a list of its problems, until it is mended."""
    root = real_portal(tmp_path / "portal")
    settings = root / "district" / "site.yaml"
    good = settings.read_text("utf-8")
    settings.write_text(good + "nmae: x\n", "utf-8")
    lines: list[Sentence] = []
    session = Session(root, 0, "zh", lambda: DAY, lines.append)
    session.open()
    thread = threading.Thread(target=session.run)
    thread.start()
    try:
        address = session.server.address
        status, _, body = ask(address, "/projects/")
        assert (status, "没有“nmae”这个键" in body) == (503, True)
        assert any("网站还没有生成" in line.zh for line in lines)
        with Tab(address) as tab:
            assert tab.next_event()["site"] == ""
            settings.write_text(good, "utf-8")
            tab.until(lambda event: event["site"] != "")
        assert ask(address, "/projects/")[0] == 200
    finally:
        session.stop()
        thread.join()
        session.close()


@pytest.mark.parametrize("port", ["x", "-1", "65536", "８０"])
def test_wrong_port(port: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that cannot be one is refused as wrong usage."""
    assert main(["serve", f"--port={port}", "--lang", "en"], tmp_path) == 2
    assert capsys.readouterr().err == f"--port is a whole number from 0 to 65535; got “{port}”.\n"


def test_wrong_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A date that cannot be read is refused before the port is taken."""
    assert main(["serve", "--port", "0", "--date", "today", "--lang", "en"], tmp_path) == 2
    assert "--date is written" in capsys.readouterr().err


def test_port_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that another program holds is named, and the way out."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port), "--lang", "zh"], tmp_path) == 2
    assert capsys.readouterr().err == f"端口 {port} 已被占用。结束占用它的程序，或用 --port 换一个。\n"


def test_keyboard_ends_it(tmp_path: Path) -> None:
    """Ctrl-C ends the program cleanly, also while a tab listens."""
    (tmp_path / "district").mkdir()
    command = [
        sys.executable,
        str(REPOSITORY / "build_catalog.py"),
        "serve",
        "--port=0",
        "--lang=en",
        f"--portal={tmp_path}",
    ]
    # Tests that run in the background ignore Ctrl-C, and what they start would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:  # noqa: S603 - our own program
        assert running.stdout is not None
        lines = iter(running.stdout.readline, "")
        address = next(line for line in lines if line.startswith("Open ")).split()[1]
        with Tab(address) as tab:
            assert tab.next_event()["site"] == ""
            os.kill(running.pid, signal.SIGINT)
            assert tab.gone()
        assert running.stdout.read().endswith("Ended.\n")
        assert running.stderr is not None
        assert running.stderr.read() == ""
        assert running.wait() == 0
