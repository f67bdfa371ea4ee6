"""nginx and Caddy, started on loopback with the files of the manual; only ports, names and places differ."""

import os
import ssl
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tests.publish.deploy.places import ROOT, free_port, program, run, wait_for

SERVERS = ROOT / "investment_portal" / "publish" / "servers"
NAME = "invest.example.gov.cn"


class Answer(NamedTuple):
    """The answer to a request."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Server(NamedTuple):
    """A running server: whether it speaks TLS, at which port, and at which port plain requests are redirected."""

    name: str
    tls: bool
    port: int
    plain: int

    @property
    def address(self) -> str:
        """Return the address of the site."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}/"

    def get(self, path: str, *, plain: bool = False, compressed: bool = False) -> Answer:
        """Request a path without following redirects."""
        if self.tls and not plain:
            # The certificate is our own, made for this test.
            context = ssl._create_unverified_context()  # noqa: S323, SLF001 - the same
            connection: HTTPConnection = HTTPSConnection("127.0.0.1", self.port, timeout=30, context=context)
        else:
            connection = HTTPConnection("127.0.0.1", self.plain if plain else self.port, timeout=30)
        try:
            encoding = "gzip" if compressed else "identity"
            connection.request("GET", path, headers={"Accept-Encoding": encoding, "Host": NAME})
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read())
        finally:
            connection.close()


@contextmanager
def nginx(site: Path, folder: Path, changes: Mapping[str, str] = MappingProxyType({})) -> Iterator[Server]:
    """Run nginx; ``changes`` are texts of its settings and what replaces them."""
    port, plain = free_port(), free_port()
    run(
        *(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-subj",
            f"/CN={NAME}",
            "-days",
            "2",
        ),
        *("-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")),
    )
    settings = (SERVERS / "nginx.conf").read_text("utf-8")
    for directive, ours in (
        ("    listen [::]:80;\n", ""),
        ("    listen [::]:443 ssl;\n", ""),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;"),
        ("/etc/ssl/portal.pem", str(folder / "cert.pem")),
        ("/etc/ssl/portal.key", str(folder / "key.pem")),
        ("/srv/portal/current", str(site)),
        *changes.items(),
    ):
        assert directive in settings
        settings = settings.replace(directive, ours)
    (folder / "portal.conf").write_text(settings, "utf-8")
    user = "user root;\n" if os.geteuid() == 0 else ""
    places = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "main.conf").write_text(
        f"{user}daemon off;\nworker_processes 1;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{places}include {folder}/portal.conf;\n}}\n",
        "utf-8",
    )
    command = [program("nginx"), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "main.conf")]
    with started(command, port, folder, {}):
        yield Server("nginx", tls=True, port=port, plain=plain)


@contextmanager
def caddy(site: Path, folder: Path) -> Iterator[Server]:
    """Run Caddy."""
    port = free_port()
    settings = (SERVERS / "Caddyfile").read_text("utf-8")
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n}}\n{settings}", "utf-8")
    command = [program("caddy"), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    environment = {"PORTAL_ADDRESS": f"http://:{port}", "PORTAL_ROOT": str(site)}
    with started(command, port, folder, {**environment, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}):
        yield Server("caddy", tls=False, port=port, plain=port)


@contextmanager
def started(command: list[str], port: int, folder: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """Run a server until the block ends."""
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **environment}) as process,  # noqa: S603 - ours
    ):
        try:
            wait_for(port, process)
            yield
        finally:
            process.terminate()
