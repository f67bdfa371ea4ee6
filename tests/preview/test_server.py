"""Answers of the server."""

from pathlib import Path

import pytest

from investment_portal.languages import Sentence
from investment_portal.preview.hub import ReloadHub
from investment_portal.preview.server import Server
from investment_portal.problems import Level, Problem
from tests.preview.tab import Tab, ask

BAD = Problem(
    "projects/a.yaml", 3, 5, "bad-date", "on", Sentence("日期不对。", "<b>No</b> date."), Sentence("改", "Mend")
)
MILD = Problem("contacts/a.yaml", 1, 1, "overdue", "", Sentence("过期", "Late"), level=Level.WARNING)


@pytest.mark.parametrize(
    ("path", "status", "holds"),
    [
        ("/", 200, "<p>index.html</p>"),
        ("/?x=1", 200, "<p>index.html</p>"),
        ("/projects/", 200, "<p>projects/index.html</p>"),
        ("/projects/index.html", 200, "<p>projects/index.html</p>"),
        ("/note.txt", 200, "文字"),
        ("/nowhere/", 404, "<p>404.html</p>"),
        ("/en/nowhere", 404, "<p>en/404.html</p>"),
        ("/assets/", 404, "<p>404.html</p>"),
        ("/index.html/", 404, "<p>404.html</p>"),
    ],
)
def test_answers(server: Server, path: str, status: int, holds: str) -> None:
    """Pages and files are found; every other address gets the page for that, in its language."""
    got, headers, body = ask(server.address, path)
    assert (got, holds in body) == (status, True)
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/projects/..%2f..%2f..%2fsecret.html",
        "/..%5csecret.html",
        "/C:/secret.html",
        "/%00",
        "/leak.html",
        "//secret.html",
        "/" + "x" * 5000,
        "/__serve/../secret.html",
        "/__serve/server.py",
    ],
)
def test_nothing_outside_the_site(server: Server, path: str) -> None:
    """No address leads out of the site, links included."""
    status, _, body = ask(server.address, path)
    assert status == 404
    assert "secret" not in body.replace("secret.html", "")


def test_redirects_to_the_folder(server: Server) -> None:
    """A page's address ends with a slash; the redirect stays on this server."""
    assert ask(server.address, "/projects")[:2] == (301, ask(server.address, "//projects")[1])
    assert ask(server.address, "//projects?a=b")[1]["Location"] == "/projects/?a=b"


def test_only_this_machine(server: Server) -> None:
    """The server listens on loopback and nowhere else."""
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("path", ["/", "/__serve/events", "/__serve/reload.js", "/nowhere/"])
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:{port}"]
)
def test_names_of_other_sites_are_refused(server: Server, path: str, host: str) -> None:
    """A site whose name leads to this machine cannot read records that are not published."""
    status, _, body = ask(server.address, path, headers={"Host": host.format(port=server.server_port)})
    assert (status, body) == (421, "421\n")


def test_pages_of_other_sites_are_refused(server: Server) -> None:
    """Also those of another port, of a file and of a sandbox; a page of the server itself is answered."""
    for origin in ("https://evil.example", f"https://127.0.0.1:{server.server_port}", "http://127.0.0.1:1", "null"):
        assert ask(server.address, "/__serve/events", "HEAD", {"Origin": origin})[0] == 421
    for name in ("127.0.0.1", "localhost"):
        host = f"{name}:{server.server_port}"
        assert ask(server.address, "/", headers={"Host": host, "Origin": f"http://{host}"})[0] == 200


def test_only_reads(server: Server, site: Path) -> None:
    """HEAD has no body, and nothing can be sent."""
    assert ask(server.address, "/", "HEAD")[2] == ""
    assert ask(server.address, "/__serve/events", "HEAD")[0] == 200
    assert ask(server.address, "/index.html", "DELETE")[0] == 501
    assert (site / "index.html").is_file()


def test_script_in_served_pages_only(server: Server, site: Path) -> None:
    """Pages carry the script before their end and name the site they are of; the files do not, nor do other sorts."""
    page = ask(server.address, "/")[2]
    assert '<script type="module" src="/__serve/reload.js?site=one"></script>\n</body>' in page
    assert "__serve" not in (site / "index.html").read_text("utf-8")
    assert ask(server.address, "/assets/portal.js")[2] == "export {};\n"


@pytest.mark.parametrize("name", ["reload.js", "event_stream.js", "overlay.css"])
def test_own_files(server: Server, name: str) -> None:
    """The script and its style are served with a type that browsers accept."""
    status, headers, body = ask(server.address, f"/__serve/{name}")
    assert (status, bool(body)) == (200, True)
    assert headers["Content-Type"].startswith("text/css" if name.endswith("css") else "text/javascript")


def test_tells_every_tab(server: Server, hub: ReloadHub) -> None:
    """Each tab hears the moment that counts, then every later one; errors come first."""
    with Tab(server.address) as first, Tab(server.address) as other:
        for tab in (first, other):
            event = tab.next_event()
            assert (event["site"], event["problems"]) == ("one", [])
        hub.put("one", [MILD, BAD])
        for tab in (first, other):
            event = tab.next_event()
            assert event["heading"] == "1 error, 1 warning."
            assert event["note"] == "There are errors; the page is the last one that could be built."
            assert [problem_["level"] for problem_ in event["problems"]] == ["error", "warning"]
            assert event["problems"][0] == {
                "place": "projects/a.yaml:3:5",
                "level": "error",
                "label": "error",
                "rule": "bad-date",
                "path": "on",
                "sentence": "<b>No</b> date.",
                "hint": "Mend",
            }
        hub.put("two", [MILD])
        assert first.next_event()["note"] == ""
        assert other.next_event()["site"] == "two"


def test_lets_tabs_go(server: Server, hub: ReloadHub) -> None:
    """At the end no tab is kept waiting."""
    with Tab(server.address) as tab:
        tab.next_event()
        hub.close()
        assert tab.gone()


def test_tab_that_went_away(server: Server, hub: ReloadHub, capsys: pytest.CaptureFixture[str]) -> None:
    """A closed tab disturbs nobody."""
    with Tab(server.address) as tab:
        tab.next_event()
    for step in range(20):
        hub.put(f"site-{step}", [])
    with Tab(server.address) as tab:
        assert tab.next_event()["site"] == "site-19"
    assert capsys.readouterr().err == ""


def test_first_build_failed(server: Server, hub: ReloadHub) -> None:
    """Until there is a site, every address shows the problems, as text too; what staff typed is shown, never run."""
    hub.put("", [BAD])
    status, _, body = ask(server.address, "/projects/")
    assert status == 503
    assert "projects/a.yaml:3:5" in body
    assert "&lt;b&gt;No&lt;/b&gt; date." in body
    assert "reload.js?site=" in body
    with Tab(server.address) as tab:
        assert tab.next_event()["note"] == "There are errors; the site could not be built yet."


def test_no_page_for_lost_addresses(server: Server, site: Path) -> None:
    """A site without its own page for that is still answered."""
    (site / "404.html").unlink()
    assert ask(server.address, "/nowhere")[:1] == (404,)
