"""A failed night is reported where staff see it, once; the next good one says so."""

import json
import os
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from tests.sites import REPOSITORY

TITLE = "夜间发布没有成功 / The nightly publication failed"


class Issues(BaseHTTPRequestHandler):
    """The issues of a host, as far as they are used here."""

    issues: ClassVar[list[dict[str, Any]]]
    requests: ClassVar[list[tuple[str, str, Any, str]]]
    fails: ClassVar[bool]

    def do_GET(self) -> None:
        """Answer the open issues."""
        self._answer([issue for issue in self.issues if issue["state"].startswith("open")])

    def do_POST(self) -> None:
        """Add an issue or a comment."""
        values = self._values()
        if self.path.endswith("/issues"):
            self.issues.append({**values, "number": 7, "iid": 7, "state": "open"})
        self._answer({})

    def do_PATCH(self) -> None:
        """Close an issue."""
        self._values()
        next(issue for issue in self.issues if self.path.endswith(f"/{issue['number']}"))["state"] = "closed"
        self._answer({})

    def do_PUT(self) -> None:
        """Close an issue."""
        self.do_PATCH()

    def _values(self) -> Any:
        values = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        token = self.headers["Authorization"] or self.headers["PRIVATE-TOKEN"]
        self.requests.append((self.command, self.path, values, token))
        return values

    def _answer(self, values: Any) -> None:
        self.send_response(403 if self.fails else 200)
        self.end_headers()
        self.wfile.write(json.dumps(values).encode())

    def log_message(self, *_: object) -> None:
        """Write nothing."""


@pytest.fixture
def host() -> Iterator[tuple[str, type[Issues]]]:
    """Serve the issues of a host."""

    class Host(Issues):
        issues: ClassVar[list[dict[str, Any]]] = [{"title": "Another", "number": 1, "iid": 1, "state": "open"}]
        requests: ClassVar[list[tuple[str, str, Any, str]]] = []
        fails = False

    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", Host
        server.shutdown()


def night(result: str, **surroundings: str) -> "subprocess.CompletedProcess[str]":
    """Run the script with nothing of this machine's own runner."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI_", "PORTAL_"))
    }
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(REPOSITORY / ".ci/night.py"), result],
        env={**environment, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )


def github(address: str) -> dict[str, str]:
    """Return what GitHub, Gitea and Forgejo tell a run."""
    return {
        "GITHUB_API_URL": address,
        "GITHUB_REPOSITORY": "bureau/portal",
        "GITHUB_SERVER_URL": "https://github.example",
        "GITHUB_RUN_ID": "12",
        "GITHUB_TOKEN": "T",
    }


def gitlab(address: str) -> dict[str, str]:
    """Return what GitLab tells a run."""
    run = "https://gitlab.example/pipelines/12"
    return {"CI_API_V4_URL": address, "CI_PROJECT_ID": "5", "CI_PIPELINE_URL": run, "PORTAL_TOKEN": "T"}


@pytest.mark.parametrize(
    ("variables", "issues", "token", "body", "comments", "close"),
    [
        (github, "/repos/bureau/portal/issues", "Bearer T", "body", "comments", ("PATCH", {"state": "closed"})),
        (gitlab, "/projects/5/issues", "T", "description", "notes", ("PUT", {"state_event": "close"})),
    ],
    ids=["github", "gitlab"],
)
def test_one_issue_for_all_nights(
    host: tuple[str, type[Issues]],
    variables: Any,
    issues: str,
    token: str,
    body: str,
    comments: str,
    close: tuple[str, Any],
) -> None:
    """Opened by the first failure, closed by the first success; other nights that pass say nothing."""
    address, served = host
    for result in ("passed", "failed", "failed", "passed", "passed"):
        done = night(result, **variables(address))
        assert (done.returncode, done.stderr) == (0, "")
    opened, again, recovered, closed = served.requests
    assert opened[:2] == ("POST", issues)
    assert opened[2]["title"] == TITLE
    assert "/12" in opened[2][body]
    assert [call[:2] for call in (again, recovered)] == [("POST", f"{issues}/7/{comments}")] * 2
    assert (closed[0], closed[1], closed[2]) == (close[0], f"{issues}/7", close[1])
    assert {call[3] for call in served.requests} == {token}


def test_a_host_that_refuses(host: tuple[str, type[Issues]]) -> None:
    """Exit 1 and a sentence, no traceback."""
    address, served = host
    served.fails = True
    done = night("failed", **github(address))
    assert done.returncode == 1
    assert done.stderr.startswith("议题没有写成 / The issue could not be written: HTTP Error 403")


class Mail(socketserver.StreamRequestHandler):
    """A mail server that takes everything."""

    taken: ClassVar[list[str]] = []

    def handle(self) -> None:
        """Speak as much SMTP as it takes to be handed a mail."""
        self.wfile.write(b"220 here\r\n")
        in_mail = False
        for line in self.rfile:
            self.taken.append(line.decode().rstrip())
            if in_mail:
                in_mail = line != b".\r\n"
                answer = b"" if in_mail else b"250 taken\r\n"
            else:
                in_mail = line.upper().startswith(b"DATA")
                answer = b"354 go on\r\n" if in_mail else b"250 good\r\n"
            is_over = not in_mail and line.upper().startswith(b"QUIT")
            self.wfile.write(b"221 over\r\n" if is_over else answer)
            if is_over:
                return


def test_a_mail() -> None:
    """To the address that was set, where there is no host with issues."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mail) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings = {
            "PORTAL_MAIL_SERVER": f"smtp://127.0.0.1:{server.server_address[1]}",
            "PORTAL_MAIL_TO": "staff@example.org",
        }
        done = night("failed", **settings)
        assert (done.returncode, done.stderr) == (0, "")
        taken = list(Mail.taken)
        assert night("passed", **settings).returncode == 0
        assert taken == Mail.taken
        server.shutdown()
    assert "rcpt TO:<staff@example.org>" in taken
    assert "To: staff@example.org" in taken


def test_nothing_is_set_up() -> None:
    """It says so; the night has failed already."""
    done = night("failed")
    assert done.returncode == 0
    assert "No way to report is set up" in done.stderr
    assert night("passed").stderr == ""
    assert night("maybe").returncode == 2
