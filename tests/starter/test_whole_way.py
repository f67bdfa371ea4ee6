"""The whole way of a portal: from an empty folder to a published site, to a newer version, and back."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from investment_portal.cli.command import DATA_ERRORS, DONE
from investment_portal.publish.manifest import MANIFEST, SIGNING_KEY, sha256_of
from investment_portal.publish.web_files import FOR_EVER
from investment_portal.schema_version import SCHEMA_VERSION
from investment_portal.version import version
from tests.history.repository import Repository
from tests.publish.deploy.places import KEYS, QUICK, Storage
from tests.publish.servers.running import Server, nginx
from tests.sites import REPOSITORY

UV = str(Path(sys.executable).with_name("uv"))
DAY = "2026-06-30"
NEXT = "9.0.0"
PAGE = "projects/second-hall/index.html"
MIGRATION = '''"""A year is written in days."""

from investment_portal.migrations.portal_files import PortalFiles

SETTINGS = "district/site.yaml"


def write_days(files: PortalFiles) -> None:
    """Write the time between two verifications in days."""
    files.write(SETTINGS, (files.text(SETTINGS) or "").replace("review_every: 1 年", "review_every: 360 天"))
'''
REGISTERED = (
    "MIGRATIONS: Mapping[int, Migration] = {}",
    'MIGRATIONS: Mapping[int, Migration] = {1: Migration(Sentence("按天写。", "In days."), write_days)}',
)


class Installed(NamedTuple):
    """A virtual environment with nothing in it but the generator and what it needs, and a portal."""

    environment: Path
    portal: Path

    def install(self, wheel: Path) -> None:
        """Install a wheel in the place of the one before."""
        run(UV, "pip", "install", "--quiet", "--no-deps", "--python", str(self.environment / "bin/python"), str(wheel))

    def __call__(self, *words: str, code: int = DONE, folder: Path | None = None) -> str:
        """Run the installed command, which must end with a code; return what it prints."""
        command = [str(self.environment / "bin/investment-portal"), *words, "--lang", "en"]
        done = subprocess.run(  # noqa: S603 - our own program
            command, cwd=folder or self.portal, capture_output=True, text=True, check=False, env=surroundings()
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr


def surroundings() -> dict[str, str]:
    """Return the environment without anything that leads to the repository."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}


def run(*command: str, folder: Path = REPOSITORY) -> str:
    """Run a tool that must succeed; return what it prints."""
    done = subprocess.run(list(command), cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 0, done.stderr
    return done.stdout


def build_wheel(source: Path, place: Path) -> Path:
    """Build the wheel of a source tree."""
    run(UV, "build", "--wheel", "--offline", "--quiet", "--out-dir", str(place), str(source))
    (wheel,) = place.glob("*.whl")
    return wheel


def next_source(place: Path) -> Path:
    """Copy the source and make the next version of it: a migration, another style, another pipeline."""
    place.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, place)
    package = place / "investment_portal"
    shutil.copytree(REPOSITORY / "investment_portal", package, ignore=shutil.ignore_patterns("__pycache__"))
    replace(place / "pyproject.toml", f'version = "{version()}"', f'version = "{NEXT}"')
    replace(
        package / "schema_version.py", f"SCHEMA_VERSION = {SCHEMA_VERSION}", f"SCHEMA_VERSION = {SCHEMA_VERSION + 1}"
    )
    (package / "migrations/days.py").write_text(MIGRATION, "utf-8")
    registry = package / "migrations/registry.py"
    replace(registry, REGISTERED[0], REGISTERED[1])
    replace(
        registry,
        "from investment_portal.value",
        "from investment_portal.migrations.days import write_days\nfrom investment_portal.value",
    )
    for name in ("theme/styles/contacts.css", "starter/files/.gitattributes"):
        text = (package / name).read_text("utf-8")
        (package / name).write_text(
            f"{text}{'.newer { margin: 0; }' if name.endswith('css') else '# newer'}\n", "utf-8"
        )
    return place


def replace(path: Path, old: str, new: str) -> None:
    """Replace a text that stands once in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def installed(tmp_path: Path) -> Installed:
    """Make an empty environment and install the wheel with all that it requires, as the lock file pins it."""
    environment = tmp_path / "environment"
    run(UV, "venv", "--quiet", "--python", sys.executable, str(environment))
    exported = ("export", "--frozen", "--quiet", "--no-emit-project", "--extra", "s3", "--format", "requirements-txt")
    (tmp_path / "locked.txt").write_text(run(UV, *exported), "utf-8")
    python = str(environment / "bin/python")
    run(UV, "pip", "install", "--quiet", "--python", python, "--requirement", str(tmp_path / "locked.txt"))
    installation = Installed(environment, tmp_path / "portal")
    installation.install(build_wheel(REPOSITORY, tmp_path / "wheels"))
    return installation


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Storage]:
    """Run a storage that answers as S3 does, which the environment points to."""
    running = Storage()
    for name, value in {**KEYS, **QUICK, "AWS_ENDPOINT_URL_S3": running.address}.items():
        monkeypatch.setenv(name, value)
    yield running
    running.stop()


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a key that signs releases; return the file of its public half."""
    private = Ed25519PrivateKey.generate()
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    monkeypatch.setenv(SIGNING_KEY, pem.decode())
    public = tmp_path / "public.pem"
    public.write_bytes(private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return public


def style_of(server: Server) -> str:
    """Return the path of the style of contacts that the page links to, which the server must have."""
    page = server.get(f"/{PAGE.removesuffix('index.html')}")
    assert page.status == 200
    path: str
    (path,) = set(re.findall(r'href="../../(assets/styles/contacts\.[0-9a-f]{8}\.css)"', page.body.decode()))
    answer = server.get(f"/{path}")
    assert (answer.status, answer.headers["cache-control"]) == (200, FOR_EVER)
    return path


def second_project(portal: Path) -> None:
    """Add a project: a copy of the example with a name of its own."""
    (example,) = (portal / "projects").glob("*.yaml")
    name = "name: {zh: 二号厂房, en: Second hall}"
    text = re.sub(r"^name: .*$", name, example.read_text("utf-8"), flags=re.MULTILINE)
    assert name in text
    (portal / "projects/second-hall.yaml").write_text(text, "utf-8")


def begin(installed: Installed) -> Repository:
    """Make a portal with two projects, in a repository of its own."""
    portal = installed.portal
    assert installed("--version", folder=portal.parent) == f"investment-portal {version()}\n"
    installed("init", str(portal), "--yes", "--date", DAY, folder=portal.parent)
    second_project(portal)
    repository = Repository(portal)
    repository.git("init", "-q", "-b", "main")
    repository.commit(DAY)
    return repository


@pytest.mark.audit
def test_from_an_empty_folder_to_a_newer_version_and_back(
    installed: Installed, storage: Storage, key: Path, tmp_path: Path
) -> None:
    """Install, init, a project, publish with nginx and S3, upgrade, publish, roll back: each proved by the manifest."""
    portal, place = installed.portal, tmp_path / "place"
    targets = (str(place), "s3://portal/site/")
    repository = begin(installed)
    build = ("build", "--date", DAY)
    installed(*build)
    for target in targets:
        assert "Published release" in installed("deploy", target)
    first = (portal / "site" / MANIFEST).read_bytes()
    installed("verify-site", str(place), "--key", str(key))
    assert storage.contents("site/")[MANIFEST] == first
    (tmp_path / "server").mkdir()
    with nginx(place / "current", tmp_path / "server") as server:
        for path in (PAGE, f"en/{PAGE}", "index.html", "sitemap.xml"):
            assert server.get(f"/{path}").body == (portal / "site" / path).read_bytes()
        style = style_of(server)

        installed.install(build_wheel(next_source(tmp_path / "next"), tmp_path / "newer"))
        assert "[schema-version]" in installed("check", "--date", DAY, code=DATA_ERRORS)
        before = repository.git("status", "--porcelain")
        output = installed("upgrade")
        assert f"Generator {version()} → {NEXT}" in output
        assert "  +review_every: 360 天\n" in output
        assert repository.git("status", "--porcelain") == before == ""
        installed("upgrade", "--write")
        changed = {line.split()[-1] for line in repository.git("status", "--porcelain").splitlines()}
        assert changed == {"district/site.yaml", "requirements.txt", ".gitattributes", ".starter.json"}
        repository.commit(DAY)
        installed("check", "--date", DAY)
        installed(*build)
        for target in targets:
            installed("deploy", target)
        installed("verify-site", str(place), "--key", str(key))
        newer = style_of(server)
        assert newer != style
        assert server.get(f"/{style}").status == 200  # for readers who have a page of before open
        objects = storage.contents("site/")
        assert objects[MANIFEST] == (portal / "site" / MANIFEST).read_bytes()
        assert {style, newer} <= set(objects)

        for target in targets:
            installed("rollback", target)
        assert style_of(server) == style
        assert server.get(f"/{MANIFEST}").body == first
        installed("verify-site", str(place), "--key", str(key))
        objects = storage.contents("site/")
        assert objects[MANIFEST] == first
        listed = json.loads(first)["files"]
        assert [path for path in listed if sha256_of(objects[path]) != listed[path]["sha256"]] == []

    installed.install(tmp_path / "wheels" / f"investment_portal-{version()}-py3-none-any.whl")
    assert "[schema-version]" in installed("check", "--date", DAY, code=DATA_ERRORS)
    repository.git("revert", "--no-edit", "HEAD")
    installed("check", "--date", DAY)
