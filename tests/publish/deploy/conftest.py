"""The places that tests deploy to."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.publish.deploy.places import KEYS, QUICK, BucketPlace, FolderPlace, Place, SshPlace, SshServer, Storage

NUMBERS = count()
OVER_SSH = ("test_publishes_a_site", "test_one_changed_text_sends_few_files")
"""Tests of the contract that ``make test`` runs over SSH too; the others run there on a folder and on a storage."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave most of the contract over SSH, where each test takes seconds, to ``make audit``."""
    for item in items:
        if item.path.name == "test_contract.py" and "[ssh" in item.name and not item.name.startswith(OVER_SSH):
            item.add_marker("audit")


@pytest.fixture(scope="session")
def ssh_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    """Run one sshd for all tests."""
    with SshServer(tmp_path_factory.mktemp("ssh")).running() as server:
        yield server


@pytest.fixture(scope="session")
def one_storage() -> Iterator[Storage]:
    """Run one storage for all tests."""
    storage = Storage()
    yield storage
    storage.stop()


@pytest.fixture
def storage(one_storage: Storage, monkeypatch: pytest.MonkeyPatch) -> Storage:
    """Return the storage, which the environment points to, with no faults left by another test."""
    for name, value in {**KEYS, **QUICK, "AWS_ENDPOINT_URL_S3": one_storage.address}.items():
        monkeypatch.setenv(name, value)
    one_storage.requests.clear()
    one_storage.refuse = lambda _: None
    return one_storage


@pytest.fixture(params=["folder", "ssh", "bucket"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Return a fresh place of each sort."""
    if request.param == "folder":
        return FolderPlace(tmp_path / "place of readers")
    if request.param == "ssh":
        return SshPlace(tmp_path / "place of readers", request.getfixturevalue("ssh_server"))
    return BucketPlace(request.getfixturevalue("storage"), f"site{next(NUMBERS)}/")
