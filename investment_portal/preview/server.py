"""The server: this machine alone can reach it; it writes only what the form of its own pages sends."""

import json
import os
import sys
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from string import Template
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlsplit

from investment_portal.languages import Language
from investment_portal.preview.files import file_of, not_found_page, parts_of, type_of
from investment_portal.preview.hub import NO_SITE, ReloadHub, message
from investment_portal.problem_reports import text

if TYPE_CHECKING:
    from investment_portal.preview.admin.api import Admin

LOOPBACK = "127.0.0.1"
NAMES = frozenset({LOOPBACK, "localhost"})
"""Names of this machine by which the server is addressed."""
HTTP_PORT = 80
"""The port that browsers leave out of the names of hosts."""

OWN_FILES = "__serve"
"""First part of the server's own addresses: no record can have it as its id."""

ADMIN = "admin"
"""First part of the addresses of the form; what is below it is never part of a site."""

ADMIN_FILES = frozenset({"admin.html", "admin.css", "admin.js", "fields.js", "dom.js", "dialogs.js"})
ADMIN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
API_PARTS = 3
LARGEST = 48 * 1024 * 1024
"""Bytes of a request: a photograph is the largest."""

HERE = Path(__file__).parent
ASSETS = {name: HERE / name for name in ("reload.js", "event_stream.js", "overlay.css")}
HEARTBEAT = 15.0
"""Seconds after which a quiet tab is written to, which shows whether it is still there."""


class Server(ThreadingHTTPServer):
    """Serves ``site``, and sends the state of the reload hub to every tab."""

    daemon_threads = True
    # Elsewhere than on Windows this lets a port be used again at once; there it would let two servers share one.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, site: Path, hub: ReloadHub, language: Language, admin: "Admin | None" = None) -> None:
        """Take the port; ``OSError`` where it is not to be had."""
        self.site, self.hub, self.language, self.admin = site, hub, language, admin
        super().__init__((LOOPBACK, port), Handler)

    def server_bind(self) -> None:
        """Take the port without asking a name server what this machine is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    @property
    def address(self) -> str:
        """Where the home page is."""
        return f"http://{LOOPBACK}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore tabs that went away while they were written to."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version, sys_version = "portal", ""

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer with one of the server's own addresses, a file of the site, or the page for neither."""
        if not self._is_own_request():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"421\n", "text/plain")
            return
        parts = parts_of(self.path)
        site = self.server.hub.now.site
        if parts is None:
            self._not_found(site, [])
        elif parts[:1] == [OWN_FILES]:
            self._send_own_file(parts[1:])
        elif parts[:1] == [ADMIN] and self.server.admin:
            self._send_admin_file(parts[1:])
        elif not site:
            self._failed()
        else:
            self._of_site(site, parts)

    def _is_own_request(self) -> bool:
        """Return whether a request was meant for this server, and sent by a page of its own or by none.

        A page of another site can have its name lead to this machine, and would then read what is not published yet.
        """
        hosts = {f"{name}:{self.server.server_port}" for name in NAMES}
        if self.server.server_port == HTTP_PORT:
            hosts |= NAMES
        origin = self.headers.get("Origin")
        return self.headers.get_all("Host", []) in [[host] for host in hosts] and (
            origin is None or origin in {f"http://{host}" for host in hosts}
        )

    def _of_site(self, site: str, parts: list[str]) -> None:
        path = file_of(self.server.site, parts)
        if path is None or (path.is_file() and self._path.endswith("/")):
            self._not_found(site, parts)
        elif path.is_file():
            self._page(HTTPStatus.OK, path, site)
        elif self._path.endswith("/"):
            self._page(HTTPStatus.OK, path / "index.html", site)
        else:
            query = urlsplit(self.path).query
            address = "/" + "/".join(quote(part) for part in parts) + "/" + (f"?{query}" if query else "")
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", Location=address)

    @property
    def _path(self) -> str:
        return self.path.partition("?")[0]

    def _page(self, status: HTTPStatus, path: Path, site: str) -> None:
        try:
            body = path.read_bytes()
        except OSError:  # swapped away in between: the tab asks again as soon as it hears of the new site
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        self._send(status, with_script(body, site) if path.suffix == ".html" else body, type_of(path))

    def _not_found(self, site: str, parts: list[str]) -> None:
        page = not_found_page(self.server.site, parts) if site else None
        if page:
            self._page(HTTPStatus.NOT_FOUND, page, site)
        else:
            self._send(HTTPStatus.NOT_FOUND, b"404\n", "text/plain")

    def _failed(self) -> None:
        """Show the problems of a first build that failed, also where no script runs."""
        language = self.server.language
        values = {
            "language": language,
            "title": NO_SITE.in_(language),
            "report": escape(text(self.server.hub.now.problems, language)),
        }
        page = Template((HERE / "failed.html").read_text(encoding="utf-8")).substitute(values)
        self._send(HTTPStatus.SERVICE_UNAVAILABLE, with_script(page.encode(), ""), "text/html; charset=utf-8")

    def _send_own_file(self, parts: list[str]) -> None:
        name = "/".join(parts)
        if name == "events":
            self._events()
        elif name in ASSETS:
            self._send(HTTPStatus.OK, ASSETS[name].read_bytes(), type_of(ASSETS[name]))
        else:
            self._send(HTTPStatus.NOT_FOUND, b"404\n", "text/plain")

    def _send_admin_file(self, parts: list[str]) -> None:
        """Send a file of the form; its pages may load nothing from elsewhere."""
        if not parts and not self._path.endswith("/"):
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", Location=f"/{ADMIN}/")
            return
        name = "/".join(parts) or "admin.html"
        if name not in ADMIN_FILES:
            self._send(HTTPStatus.NOT_FOUND, b"404\n", "text/plain")
            return
        path = HERE / "admin" / "page" / name
        self._send(HTTPStatus.OK, path.read_bytes(), type_of(path), **{"Content-Security-Policy": ADMIN_POLICY})

    def do_POST(self) -> None:
        """Answer a request of the form; only its own page may send one."""
        admin, parts = self.server.admin, parts_of(self.path)
        own_page = self._is_own_request() and self.headers.get("Origin") is not None
        if not own_page or admin is None or parts is None or parts[:2] != [ADMIN, "api"] or len(parts) != API_PARTS:
            self._send(HTTPStatus.FORBIDDEN, b"403\n", "text/plain")
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > LARGEST:
            self._send(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b"413\n", "text/plain")
            return
        body = self.rfile.read(int(length))
        if self.headers.get("Content-Type", "").startswith("application/json"):
            try:
                request, content = json.loads(body), b""
            except ValueError:
                request, content = None, b""
        else:
            request, content = dict(parse_qsl(urlsplit(self.path).query)), body
        if not isinstance(request, dict):
            self._send(HTTPStatus.BAD_REQUEST, b"400\n", "text/plain")
            return
        status, value = admin.answer(parts[2], request, content)
        self._send(status, json.dumps(value, ensure_ascii=False).encode(), "application/json; charset=utf-8")

    def _events(self) -> None:
        """Send the present state, then each later one, until the tab or the server goes."""
        self._headers(HTTPStatus.OK, {"Content-Type": "text/event-stream; charset=utf-8"})
        serial = -1
        while self.command == "GET" and not self.server.hub.closed:
            moment = self.server.hub.after(serial, HEARTBEAT)
            event = f"data: {message(moment, self.server.language)}\n\n" if moment else ": still here\n\n"
            serial = moment.serial if moment else serial
            self.wfile.write(event.encode())
            self.wfile.flush()

    def _send(self, status: HTTPStatus, body: bytes, kind: str, **more: str) -> None:
        self._headers(status, {"Content-Type": kind, "Content-Length": str(len(body)), **more})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _headers(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that http.server gives it
        """Keep the terminal for what happened to the site."""


def with_script(html: bytes, site: str) -> bytes:
    """Add the script that reloads a page and shows problems over it; the file on disk stays as it is."""
    script = f'<script type="module" src="/{OWN_FILES}/reload.js?site={site}"></script>\n'.encode()
    before, end, after = html.rpartition(b"</body>")
    return before + script + end + after if end else html + script
