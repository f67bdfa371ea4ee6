"""A copy of a site is what was built, or the difference is named."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from investment_portal.cli.command import DATA_ERRORS, DONE, USAGE
from investment_portal.cli.main import main
from investment_portal.publish.manifest import (
    MANIFEST,
    PUBLIC_KEY,
    SIGNATURE,
    SIGNING_KEY,
    ManifestError,
    is_safe,
    read_manifest,
    write_manifest,
)
from investment_portal.publish.target import MARKER
from tests.publish.deploy.places import program, release_of
from tests.sites import TINY_DAY, Site
from tests.visual.browsing import served

FILES = {"index.html": "home", "en/index.html": "home", "projects/甲 乙/index.html": "项目", "data/v1/a.json": "{}"}

Verify = Callable[..., str]


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """Return a private key as OpenSSL makes one, and its public half beside it."""
    path = tmp_path / "key.pem"
    openssl("genpkey", "-algorithm", "ed25519", "-out", str(path))
    openssl("pkey", "-in", str(path), "-pubout", "-out", str(tmp_path / "public.pem"))
    return path


def openssl(*arguments: str) -> None:
    """Run OpenSSL, which must succeed."""
    subprocess.run([program("openssl"), *arguments], check=True, capture_output=True)  # noqa: S603 - a tool of tests


@pytest.fixture
def site(tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Deploy a site with a signature, and return where it stands."""
    release_of(tmp_path / "site", FILES)
    monkeypatch.setenv(SIGNING_KEY, str(key))
    assert main(["deploy", str(tmp_path / "place"), "--site", str(tmp_path / "site")], tmp_path) == DONE
    return tmp_path / "place" / "current"


@pytest.fixture
def verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Verify:
    """Run the command, which must end with a code; return what it says."""

    def call(code: int, copy: object, *options: str) -> str:
        capsys.readouterr()
        assert main(["verify-site", str(copy), "--lang", "en", *options], tmp_path) == code
        captured = capsys.readouterr()
        return captured.out + captured.err

    return call


def public(tmp_path: Path) -> str:
    """Return the file with the public key."""
    return str(tmp_path / "public.pem")


def test_a_copy_that_is_the_same(site: Path, tmp_path: Path, verify: Verify) -> None:
    """A folder, the folder of the target, and a copy of it elsewhere."""
    for copy in (site, tmp_path / "place", shutil.copytree(site, tmp_path / "copy")):
        output = verify(DONE, copy, "--key", public(tmp_path))
        assert "The signature is valid." in output
        assert f"{len(FILES)} files" in output


def test_every_difference_is_named(site: Path, tmp_path: Path, verify: Verify) -> None:
    """Missing, changed and extra files."""
    copy = shutil.copytree(site, tmp_path / "copy")
    (copy / "index.html").write_text("hume", "utf-8")
    (copy / "en" / "index.html").unlink()
    (copy / "shell.php").write_text("x", "utf-8")
    (copy / MARKER).write_text("made by a build", "utf-8")
    output = verify(DATA_ERRORS, copy, "--key", public(tmp_path))
    assert "missing: en/index.html\nchanged: index.html\nextra: shell.php\n" in output
    assert "1 missing, 1 changed, 1 extra" in output


def test_a_forged_manifest_is_noticed(site: Path, tmp_path: Path, verify: Verify) -> None:
    """A page that was changed together with the list of files."""
    forged = release_of(tmp_path / "forged", {**FILES, "index.html": "hume"})
    shutil.copy(site / SIGNATURE, forged.folder / SIGNATURE)
    assert "do not trust it" in verify(DATA_ERRORS, forged.folder, "--key", public(tmp_path))
    assert "agree with their own list, no more" in verify(DONE, forged.folder)
    assert "changed: index.html" in verify(DATA_ERRORS, forged.folder, "--manifest", str(site / MANIFEST))
    (forged.folder / SIGNATURE).unlink()
    assert "nothing proves" in verify(DATA_ERRORS, forged.folder, "--key", public(tmp_path))


def test_an_address(site: Path, tmp_path: Path, verify: Verify) -> None:
    """Pages are asked for as readers do."""
    copy = shutil.copytree(site, tmp_path / "copy")
    with served(copy) as address:
        output = verify(DONE, address, "--key", public(tmp_path))
        assert "extra ones cannot be seen" in output
        (copy / "data" / "v1" / "a.json").write_text("[]", "utf-8")
        shutil.rmtree(copy / "en")
        output = verify(DATA_ERRORS, address, "--key", public(tmp_path))
        assert "missing: en/index.html\nchanged: data/v1/a.json\n" in output


def test_openssl_verifies_it_too(site: Path, tmp_path: Path) -> None:
    """Nobody needs this program to look."""
    openssl(
        *("pkeyutl", "-verify", "-pubin", "-inkey", public(tmp_path), "-rawin"),
        *("-in", str(site / MANIFEST), "-sigfile", str(site / SIGNATURE)),
    )


def test_what_is_no_site(tmp_path: Path, verify: Verify) -> None:
    """Each has its sentence."""
    assert "neither a folder nor an address" in verify(USAGE, tmp_path / "nothing")
    assert "There is no manifest.json" in verify(DATA_ERRORS, tmp_path)
    assert "cannot be reached" in verify(DATA_ERRORS, "http://127.0.0.1:9/")
    (tmp_path / MANIFEST).write_text("{}", "utf-8")
    assert "is damaged" in verify(DATA_ERRORS, tmp_path)
    assert "is not a usable manifest" in verify(USAGE, tmp_path, "--manifest", str(tmp_path / MANIFEST))
    assert "holds no Ed25519 key" in verify(USAGE, tmp_path, "--key", "secret")


def test_a_key_of_another_sort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """RSA is refused, and so is a file that is none."""
    release_of(tmp_path / "site", FILES)
    openssl("genpkey", "-algorithm", "rsa", "-pkeyopt", "rsa_keygen_bits:2048", "-out", str(tmp_path / "rsa.pem"))
    for value in ("rsa.pem", "site", "nothing"):
        monkeypatch.setenv(SIGNING_KEY, str(tmp_path / value))
        assert main(["deploy", str(tmp_path / "place"), "--site", str(tmp_path / "site")], tmp_path) == USAGE


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a//b", "a/./b", "a\\b", "c:x", "a\nb", ""])
def test_paths_that_lead_out_are_refused(path: str) -> None:
    """A manifest may come from strangers."""
    assert not is_safe(path)
    with pytest.raises(ManifestError):
        read_manifest(write_manifest([(path, 1, "0" * 64)]))


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"format":2,"files":{}}', b'{"format":1,"files":{"a":1}}'])
def test_what_is_no_manifest(content: bytes) -> None:
    """It is refused."""
    with pytest.raises(ManifestError):
        read_manifest(content)


def test_a_build_lists_all_its_files(full: Site) -> None:
    """Equal to what stands there, and to that of any other build of the same portal."""
    manifest = read_manifest((full.out / MANIFEST).read_bytes())
    files = [path for path in full.out.rglob("*") if path.is_file()]
    there = {path.relative_to(full.out).as_posix(): path.stat().st_size for path in files}
    unlisted = {MANIFEST: there[MANIFEST], MARKER: there[MARKER]}
    assert {**{path: file.size for path, file in manifest.files.items()}, **unlisted} == there


def test_a_build_signs(full: Site, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verify: Verify) -> None:
    """Where the environment has a key; a build without it leaves the signature out again."""
    out = tmp_path / "out"
    command = ["build", "--portal", str(full.portal), "--out", str(out), "--date", str(TINY_DAY)]
    monkeypatch.setenv(SIGNING_KEY, key.read_text("ascii"))
    assert main(command, full.portal) == DONE
    assert (out / PUBLIC_KEY).read_text("ascii") == (tmp_path / "public.pem").read_text("ascii")
    assert "The signature is valid." in verify(DONE, out, "--key", public(tmp_path))
    monkeypatch.delenv(SIGNING_KEY)
    assert main(command, full.portal) == DONE
    assert not (out / SIGNATURE).exists()


def test_the_key_of_the_settings(full: Site, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is published, is what copies are verified with, and no other key may sign."""
    portal, out = shutil.copytree(full.portal, tmp_path / "portal"), tmp_path / "out"
    settings = portal / "district" / "site.yaml"
    line = (tmp_path / "public.pem").read_text("ascii").splitlines()[1]
    settings.write_text(f"{settings.read_text('utf-8')}signing_key: {line}\n", "utf-8")
    command = ["build", "--portal", str(portal), "--out", str(out), "--date", str(TINY_DAY)]
    monkeypatch.setenv(SIGNING_KEY, str(key))
    assert main(command, portal) == DONE
    assert main(["verify-site", str(out), "--portal", str(portal)], portal) == DONE
    openssl("genpkey", "-algorithm", "ed25519", "-out", str(tmp_path / "other.pem"))
    monkeypatch.setenv(SIGNING_KEY, str(tmp_path / "other.pem"))
    assert main(command, portal) == USAGE
    assert main(["deploy", str(tmp_path / "place"), "--site", str(out)], portal) == USAGE
