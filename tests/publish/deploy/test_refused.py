"""Targets that refuse: each has its sentence in both languages, and nothing is lost."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from investment_portal.cli.command import DATA_ERRORS, DONE, USAGE
from investment_portal.cli.main import main
from investment_portal.languages import LANGUAGES, Language
from investment_portal.publish.deploy import folder
from investment_portal.publish.deploy.release import Release
from investment_portal.publish.deploy.state import CURRENT, RELEASES, STATE
from investment_portal.publish.deploy.target import DeployOptions, TransferError
from investment_portal.publish.manifest import MANIFEST
from tests.publish.deploy.places import (
    BucketPlace,
    FolderPlace,
    Request,
    SshPlace,
    SshServer,
    Storage,
    release_of,
    target_of,
)

Say = Callable[..., str]


@pytest.fixture
def site(tmp_path: Path) -> Release:
    """Return a built site."""
    return release_of(tmp_path / "site", {"index.html": "home", "a/index.html": "a"})


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Return each language of messages."""
    return "en" if request.param == "en" else "zh"


@pytest.fixture
def deploy(site: Release, tmp_path: Path, language: Language, capsys: pytest.CaptureFixture[str]) -> Say:
    """Run the command, which must end with a code; return what it says."""

    def call(code: int, address: str, *options: str) -> str:
        command = ["deploy", address, "--site", str(site.folder), "--lang", language, *options]
        assert main(command, tmp_path) == code
        captured = capsys.readouterr()
        return captured.out + captured.err

    return call


def says(language: Language, zh: str, en: str) -> str:
    """Return what a sentence holds in a language."""
    return zh if language == "zh" else en


def test_storage_that_denies_access(storage: Storage, deploy: Say, language: Language) -> None:
    """Wrong keys, or keys without the rights."""
    storage.refuse = lambda _: ("403 Forbidden", "AccessDenied")
    output = deploy(DATA_ERRORS, f"s3://portal/denied-{language}")
    assert says(language, "拒绝访问（AccessDenied）", "denies access (AccessDenied)") in output


def test_storage_that_limits_the_rate(storage: Storage, deploy: Say, language: Language) -> None:
    """It is asked again some times, then the deployment ends; the next one goes on from there."""
    address = f"s3://portal/slow-{language}"

    def refuse(request: Request) -> tuple[str, str] | None:
        return ("503 Slow Down", "SlowDown") if request[1].endswith("a/index.html") else None

    storage.refuse = refuse
    output = deploy(DATA_ERRORS, address)
    assert says(language, "限制访问频率", "limits the rate of requests") in output
    assert sum(path.endswith("a/index.html") for _, path in storage.requests) == 2
    storage.refuse = lambda _: None
    deploy(DONE, address)


def test_storage_that_refuses_once_is_asked_again(storage: Storage, deploy: Say, language: Language) -> None:
    """Nobody notices."""
    refused: list[Request] = []

    def refuse(request: Request) -> tuple[str, str] | None:
        if request[1].endswith("a/index.html") and not refused:
            refused.append(request)
            return "503 Slow Down", "SlowDown"
        return None

    storage.refuse = refuse
    deploy(DONE, f"s3://portal/once-{language}")
    assert refused


def test_storage_that_is_full(storage: Storage, tmp_path: Path, deploy: Say, language: Language) -> None:
    """The published release stays as it is."""
    place = BucketPlace(storage, f"full-{language}/")
    target_of(place).deploy(release_of(tmp_path / "before", {"index.html": "before"}), DeployOptions())
    storage.refuse = lambda request: ("507 Insufficient Storage", "XMinioStorageFull") if request[0] == "PUT" else None
    output = deploy(DATA_ERRORS, place.address)
    assert says(language, "空间已满", "is full") in output
    storage.refuse = lambda _: None
    assert place.served()["index.html"] == "before"


def test_no_such_bucket(storage: Storage, deploy: Say, language: Language) -> None:
    """It is to be created first."""
    assert storage
    output = deploy(USAGE, "s3://no-such-bucket/site")
    assert says(language, "请先建立", "create it first") in output


def test_no_keys(storage: Storage, deploy: Say, language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variables are named."""
    assert storage
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    assert "AWS_SECRET_ACCESS_KEY" in deploy(USAGE, "s3://portal/keys")
    assert language


def test_storage_out_of_reach(
    storage: Storage, deploy: Say, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody answers."""
    assert storage
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    assert says(language, "无法访问", "cannot be reached") in deploy(DATA_ERRORS, "s3://portal/gone")


def test_machine_out_of_reach(deploy: Say, language: Language) -> None:
    """Nobody answers there either."""
    output = deploy(DATA_ERRORS, "ssh://tester@127.0.0.1:9/srv/portal")
    assert says(language, "无法连接", "cannot be reached") in output


def test_machine_whose_disk_is_full(
    ssh_server: SshServer, tmp_path: Path, deploy: Say, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The published site stays; a program that plays rsync says what rsync then says."""
    place = SshPlace(tmp_path / "place", ssh_server)
    target_of(place).deploy(release_of(tmp_path / "before", {"index.html": "before"}), DeployOptions())
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "rsync").write_text(
        "#!/bin/sh\necho 'rsync: [receiver] write failed: No space left on device (28)' >&2\nexit 11\n", "utf-8"
    )
    (tools / "rsync").chmod(0o755)
    with monkeypatch.context() as patch:
        patch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
        output = deploy(DATA_ERRORS, place.address, "--ssh", place.ssh)
    assert says(language, "磁盘已满", "disk is full") in output
    assert place.served()["index.html"] == "before"
    deploy(DONE, place.address, "--ssh", place.ssh)
    assert place.served()["index.html"] == "home"


def test_folder_whose_disk_is_full(
    tmp_path: Path, deploy: Say, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The published site stays, and the space of the new files is freed."""
    place = FolderPlace(tmp_path / "place")
    target_of(place).deploy(release_of(tmp_path / "before", {"index.html": "before"}), DeployOptions())

    def full(_place: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(folder, "_write", full)
        output = deploy(DATA_ERRORS, place.address)
    assert says(language, "磁盘已满", "disk is full") in output
    assert place.served()["index.html"] == "before"
    assert len(list((place.root / RELEASES).iterdir())) == 1
    deploy(DONE, place.address)
    assert place.served()["index.html"] == "home"


def test_folder_that_is_none(tmp_path: Path, deploy: Say, language: Language) -> None:
    """A file stands there, or a folder where the link belongs."""
    (tmp_path / "file").write_text("mine", "utf-8")
    assert says(language, "不是文件夹", "is not a folder") in deploy(DATA_ERRORS, str(tmp_path / "file"))
    deploy(DONE, str(tmp_path / "place"))
    (tmp_path / "place" / CURRENT).unlink()
    (tmp_path / "place" / CURRENT).mkdir()
    assert says(language, "没有改动", "was not touched") in deploy(DATA_ERRORS, str(tmp_path / "place"))
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_targets_that_are_not_ours(tmp_path: Path, deploy: Say, language: Language) -> None:
    """The portal itself, the folder that build writes, other people's files, and addresses of no sort."""
    (tmp_path / "docs").mkdir()
    for address in (tmp_path, tmp_path / "docs" / "x", tmp_path / "site" / "x", tmp_path / "site"):
        deploy(USAGE, str(address))
    FolderPlace(tmp_path / "other").spoil()
    output = deploy(USAGE, str(tmp_path / "other"))
    assert says(language, "里有别的内容", "holds something else") in output
    for other in ("ftp://host/path", "www.example.org:portal", "web@host.example:", "s3://", "s3://b/"):
        assert "s3://" in deploy(USAGE, other)
    assert not (tmp_path / "www.example.org:portal").exists()
    long = str(tmp_path / ("a" * 300))
    assert says(language, "路径太长", "This path is too long") in deploy(USAGE, long)
    output = deploy(DATA_ERRORS, "/dev/null/portal")
    assert "Not a directory" in output
    assert "Errno" not in output


def test_a_folder_that_no_build_made(tmp_path: Path, deploy: Say, site: Release, language: Language) -> None:
    """Or one that was changed since: nothing is published."""
    (site.folder / "a" / "index.html").write_text("b", "utf-8")
    assert says(language, "与生成时不同", "is not as it was built") in deploy(USAGE, str(tmp_path / "place"))
    shutil.rmtree(site.folder)
    assert says(language, "请先运行 build", "run build first") in deploy(USAGE, str(tmp_path / "place"))
    assert not (tmp_path / "place" / CURRENT).exists()


@pytest.mark.parametrize("option", ["--grace", "--keep"])
def test_numbers_that_are_none(tmp_path: Path, deploy: Say, language: Language, option: str) -> None:
    """The sentence names the option."""
    assert option in deploy(USAGE, str(tmp_path / "place"), option, "soon")
    assert language


def test_a_damaged_state(tmp_path: Path, deploy: Say, language: Language) -> None:
    """It is not taken for ours."""
    deploy(DONE, str(tmp_path / "place"))
    (tmp_path / "place" / STATE).write_text("{", "utf-8")
    assert says(language, "没有改动", "not touched") in deploy(USAGE, str(tmp_path / "place"))


def test_a_damaged_manifest(tmp_path: Path, deploy: Say) -> None:
    """Everything is sent anew."""
    deploy(DONE, str(tmp_path / "place"))
    (tmp_path / "place" / CURRENT / MANIFEST).write_text("{", "utf-8")
    site = release_of(tmp_path / "site", {"index.html": "home 2", "a/index.html": "a"})
    deploy(DONE, str(tmp_path / "place"))
    assert FolderPlace(tmp_path / "place").served()[MANIFEST] == site.manifest.content.decode()


def test_two_deployments_at_once(ssh_server: SshServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one that is later takes no effect."""
    place = SshPlace(tmp_path / "place", ssh_server)
    target = target_of(place)
    switch = type(target._host).switch  # type: ignore[attr-defined] # noqa: SLF001 - the moment before the last step

    def overtaken(host: object, tree: str, before: str | None) -> bool:
        monkeypatch.undo()
        target_of(place).deploy(release_of(tmp_path / "other", {"index.html": "other"}), DeployOptions())
        return bool(switch(host, tree, before))

    monkeypatch.setattr(type(target._host), "switch", overtaken)  # type: ignore[attr-defined] # noqa: SLF001 - the same
    with pytest.raises(TransferError, match="Another deployment"):
        target.deploy(release_of(tmp_path / "mine", {"index.html": "mine"}), DeployOptions())
    assert place.served()["index.html"] == "other"
