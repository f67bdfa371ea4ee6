"""A web server on loopback set as the manual has it (compressing, files kept by content), which logs what it sent."""

import functools
import gzip
import hashlib
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from investment_portal.publish.web_files import cache_control

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest"}
LEVEL = 6
"""Compression close to the defaults of nginx and Caddy."""


@dataclass(frozen=True, slots=True)
class Served:
    """One answer: what was asked for, and how many bytes its body took on the way."""

    path: str
    sent: int


def squeezed(body: bytes) -> bytes:
    """Compress."""
    return gzip.compress(body, LEVEL, mtime=0)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, folder: Path, log: list[Served]) -> None:
        self.folder = folder
        self.log = log
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Send a file; what is not there is logged as well."""
        path = unquote(urlsplit(self.path).path)
        file = self.folder / path.lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        if not file.is_file():
            self.log.append(Served(path, 0))
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = file.read_bytes()
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == tag:
            self.log.append(Served(path, 0))
            self._begin(HTTPStatus.NOT_MODIFIED, path, tag)
            self.end_headers()
            return
        self._begin(HTTPStatus.OK, path, tag)
        if file.suffix in TEXT:
            body = squeezed(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.log.append(Served(path, len(body)))

    def _begin(self, status: HTTPStatus, path: str, tag: str) -> None:
        self.send_response(status)
        self.send_header("ETag", tag)
        self.send_header("Cache-Control", cache_control(path))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class has
        """Print nothing."""


@contextmanager
def compressed(folder: Path) -> Iterator[tuple[str, list[Served]]]:
    """Serve a folder; give its address and the growing log."""
    log: list[Served] = []
    handler = functools.partial(_Handler, folder=folder, log=log)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", log
        finally:
            server.shutdown()
            thread.join()
