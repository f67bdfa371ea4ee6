"""Places that releases are deployed to: a folder, a machine with sshd, a storage with the interface of S3.

All run here, on loopback. What readers of a place see is read as they would be served.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from socket import create_connection, socket
from typing import Any, Protocol

import boto3  # type: ignore[import-untyped]
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

from investment_portal.publish.deploy.address import open_target
from investment_portal.publish.deploy.release import Release, read_release
from investment_portal.publish.deploy.state import CURRENT
from investment_portal.publish.deploy.target import Target
from investment_portal.publish.manifest import MANIFEST, sha256_of, write_manifest

ROOT = Path(__file__).resolve().parents[3]
KEYS = {"AWS_ACCESS_KEY_ID": "tester", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1"}
QUICK = {"AWS_MAX_ATTEMPTS": "2", "AWS_EC2_METADATA_DISABLED": "true"}


def release_of(folder: Path, files: Mapping[str, str]) -> Release:
    """Write a built site into a folder and return it as a release."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    listed = []
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
        content = text.encode()
        listed.append((path, len(content), sha256_of(content)))
    (folder / MANIFEST).write_bytes(write_manifest(listed))
    return read_release(folder, None)


class Place(Protocol):
    """A place of one sort."""

    address: str
    ssh: str

    def served(self) -> dict[str, str]:
        """Return what readers can get: texts by path."""

    def spoil(self) -> None:
        """Put something there that is not ours."""


def target_of(place: Place) -> Target:
    """Open a place."""
    return open_target(place.address, place.ssh)


class FolderPlace:
    """A folder of this machine."""

    ssh = "ssh"

    def __init__(self, root: Path) -> None:
        """Take the folder, which need not exist."""
        self.root = root
        self.address = str(root)

    def served(self) -> dict[str, str]:
        """Return what the link to the published release leads to."""
        top = (self.root / CURRENT).resolve()
        files = (path for path in top.rglob("*") if path.is_file())
        return {path.relative_to(top).as_posix(): path.read_text("utf-8") for path in files}

    def spoil(self) -> None:
        """Put a thesis there."""
        self.root.mkdir(parents=True)
        (self.root / "thesis.txt").write_text("mine", "utf-8")


class SshPlace(FolderPlace):
    """The same, reached through sshd and rsync."""

    def __init__(self, root: Path, server: "SshServer") -> None:
        """Take the folder and the running server."""
        super().__init__(root)
        self.address, self.ssh = f"tester:{root}", server.command


class SshServer:
    """An sshd of our own, with keys of its own; ``tester`` is its name in the client's settings."""

    def __init__(self, folder: Path) -> None:
        """Make keys and settings."""
        self._folder = folder
        for name in ("host", "user"):
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name))
        shutil.copy(folder / "user.pub", folder / "authorized")
        self.port = free_port()
        self.command = f"ssh -F {folder / 'client'}"
        user = os.environ.get("USER") or "root"
        (folder / "server").write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {folder / 'host'}\nPidFile none\n"
            f"AuthorizedKeysFile {folder / 'authorized'}\nStrictModes no\nPasswordAuthentication no\n"
            "UsePAM no\nPermitRootLogin prohibit-password\n",
            "utf-8",
        )
        (folder / "client").write_text(
            f"Host tester\n  HostName 127.0.0.1\n  Port {self.port}\n  User {user}\n  IdentityFile {folder / 'user'}\n"
            f"  IdentitiesOnly yes\n  UserKnownHostsFile {folder / 'known'}\n  StrictHostKeyChecking accept-new\n"
            "  LogLevel ERROR\n",
            "utf-8",
        )

    @contextmanager
    def running(self) -> Iterator["SshServer"]:
        """Run sshd."""
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        command = [program("sshd"), "-D", "-e", "-f", str(self._folder / "server")]
        with (self._folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:  # noqa: S603 - ours
            try:
                wait_for(self.port, process)
                yield self
            finally:
                process.terminate()


class BucketPlace:
    """A prefix of a bucket."""

    ssh = "ssh"

    def __init__(self, storage: "Storage", prefix: str) -> None:
        """Take the storage and the prefix, which ends in a slash."""
        self.storage, self.prefix = storage, prefix
        self.address = f"s3://portal/{prefix}"

    def served(self) -> dict[str, str]:
        """Return the objects that readers are given."""
        objects = self.storage.objects(self.prefix)
        return {key: text for key, text in objects.items() if not key.startswith(".portal/")}

    def spoil(self) -> None:
        """Put a thesis there."""
        self.storage.client.put_object(Bucket="portal", Key=f"{self.prefix}thesis.txt", Body=b"mine")


Request = tuple[str, str]
"""The method and the path of a request."""


class Storage:
    """Moto, a storage that answers as S3 does; ``refuse`` may answer instead of it."""

    def __init__(self) -> None:
        """Start on a free port of loopback."""
        self._application = DomainDispatcherApplication(create_backend_app)
        self.requests: list[Request] = []
        self.refuse: Callable[[Request], tuple[str, str] | None] = lambda _: None
        """Return the status and the code of an error, or None."""
        self._server = make_server("127.0.0.1", 0, self._answer, threaded=True)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.client: Any = boto3.client(
            "s3",
            endpoint_url=self.address,
            region_name=KEYS["AWS_REGION"],
            aws_access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
        )
        self.client.create_bucket(Bucket="portal")

    def _answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        request = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if environ.get("HTTP_X_AMZ_COPY_SOURCE"):
            request = "COPY", request[1]
        self.requests.append(request)
        refused = self.refuse(request)
        if refused is None:
            return self._application(environ, start)
        # The body is read, as a storage does: a client that is still sending would meet a closed connection.
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        status, code = refused
        start(status, [("Content-Type", "application/xml")])
        return [f"<Error><Code>{code}</Code><Message>{code}</Message></Error>".encode()]

    def objects(self, prefix: str) -> dict[str, str]:
        """Return the texts of all objects below a prefix."""
        return {key: body.decode() for key, body in self.contents(prefix).items()}

    def contents(self, prefix: str) -> dict[str, bytes]:
        """Return the bytes of all objects below a prefix."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket="portal", Prefix=prefix)
        keys = [entry["Key"] for page in pages for entry in page.get("Contents", ())]
        read = {key: self.client.get_object(Bucket="portal", Key=key)["Body"].read() for key in keys}
        return {key.removeprefix(prefix): body for key, body in read.items()}

    def stop(self) -> None:
        """Stop."""
        self._server.shutdown()


def start_deploy(site: Path, place: Place, *options: str) -> "subprocess.Popen[str]":
    """Start the command as a program of its own."""
    command = [sys.executable, str(ROOT / "build_catalog.py"), "deploy", place.address, "--site", str(site), *options]
    return subprocess.Popen(  # noqa: S603 - our own program
        [*command, "--lang", "en", "--ssh", place.ssh],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def program(name: str) -> str:
    """Return the path of a program; those of servers stand where the PATH of users may not lead."""
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    assert path, f"{name} is missing: .ci/system tests"
    return path


def run(*command: str) -> None:
    """Run a program that must succeed."""
    subprocess.run([program(command[0]), *command[1:]], check=True, capture_output=True)  # noqa: S603 - ours


def free_port() -> int:
    """Return a port that is free now."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a server answers."""
    for _ in range(200):
        assert process.poll() is None, "the server ended"
        try:
            create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"nothing answers at port {port}")
