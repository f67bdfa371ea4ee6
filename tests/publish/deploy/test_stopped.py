"""A deployment that is killed leaves a site that is whole; the next one finishes it, and nothing is left over."""

import os
import time
from pathlib import Path

import pytest

from investment_portal.publish.deploy.state import RELEASES
from investment_portal.publish.deploy.target import DeployOptions
from investment_portal.publish.manifest import MANIFEST
from tests.publish.deploy.places import (
    BucketPlace,
    FolderPlace,
    Request,
    SshPlace,
    SshServer,
    Storage,
    release_of,
    start_deploy,
    target_of,
)

PAGES = 30


def site(mark: str) -> dict[str, str]:
    """Return a site in which every page names the style that it needs."""
    pages = {f"pages/{number}/index.html": f"needs {mark}" for number in range(PAGES)}
    return {f"assets/{mark}.css": mark, "assets/data.js": f"data {mark}", **pages}


def check_whole(served: dict[str, str]) -> None:
    """Assert that every page finds the style that it needs."""
    for path, text in served.items():
        if path.endswith(".html"):
            assert f"assets/{text.removeprefix('needs ')}.css" in served


@pytest.mark.parametrize("puts", [2, 20, 36, *(pytest.param(puts, marks=pytest.mark.audit) for puts in (4, 35))])
def test_killed_while_it_replaces_objects(storage: Storage, tmp_path: Path, puts: int) -> None:
    """In a bucket files are replaced one by one, in an order that keeps every page usable."""
    place = BucketPlace(storage, f"killed{puts}/")
    target_of(place).deploy(release_of(tmp_path / "old", site("old")), DeployOptions())
    first = target_of(place).releases()[1]
    new = release_of(tmp_path / "new", site("new"))
    storage.requests.clear()

    def kill(_: Request) -> None:
        if sum(method == "PUT" for method, _ in storage.requests) == puts:
            process.kill()
            process.wait()

    process = start_deploy(new.folder, place)
    storage.refuse = kill
    process.communicate()
    storage.refuse = lambda _: None
    assert process.returncode == -9
    check_whole(place.served())
    storage.requests.clear()
    done = target_of(place).deploy(new, DeployOptions())
    assert site("new").items() <= place.served().items()
    again = [key for method, key in storage.requests if method == "PUT" and ".portal" not in key]
    assert len(again) == len(done.sent)
    if puts > PAGES // 2:
        assert len(again) < PAGES
    target_of(place).rollback(first, DeployOptions())
    assert site("old").items() <= place.served().items()


def test_killed_then_another_release(storage: Storage, tmp_path: Path) -> None:
    """Files that the stopped one brought are replaced, or deleted in time."""
    place = BucketPlace(storage, "another/")
    target_of(place).deploy(release_of(tmp_path / "old", site("old")), DeployOptions())
    process = start_deploy(release_of(tmp_path / "bad", site("bad")).folder, place)

    def kill(_: Request) -> None:
        if sum(method == "PUT" for method, _ in storage.requests) == 3 * PAGES // 2:
            process.kill()
            process.wait()

    storage.refuse = kill
    process.communicate()
    storage.refuse = lambda _: None
    assert any("bad" in text for text in place.served().values())
    target_of(place).deploy(release_of(tmp_path / "old", site("old")), DeployOptions())
    assert [text for path, text in place.served().items() if path.endswith(".html") and "bad" in text] == []
    assert place.served()["assets/data.js"] == "data old"


@pytest.mark.parametrize("turn", range(6))
def test_killed_while_it_writes_a_folder(tmp_path: Path, turn: int) -> None:
    """The old release stays, whole; or the new one is there, whole."""
    place = FolderPlace(tmp_path / "place")
    check_stopped(place, tmp_path, turn)


@pytest.mark.parametrize("turn", [1, pytest.param(3, marks=pytest.mark.audit)])
def test_killed_while_it_sends_to_another_machine(ssh_server: SshServer, tmp_path: Path, turn: int) -> None:
    """The same, over SSH."""
    check_stopped(SshPlace(tmp_path / "place", ssh_server), tmp_path, turn)


def check_stopped(place: FolderPlace, tmp_path: Path, turn: int) -> None:
    """Kill a deployment as soon as its folder appears, or some moments later."""
    target_of(place).deploy(release_of(tmp_path / "old", site("old")), DeployOptions())
    new = release_of(tmp_path / "new", site("new"))
    process = start_deploy(new.folder, place)
    while process.poll() is None and len(os.listdir(place.root / RELEASES)) == 1:  # noqa: PTH208 - as often as it goes
        pass
    time.sleep(turn * 0.004)
    process.kill()
    process.communicate()
    pages = {text for path, text in place.served().items() if path.endswith(".html")}
    assert pages in ({"needs old"}, {"needs new"})
    target_of(place).deploy(new, DeployOptions())
    assert site("new").items() <= place.served().items()
    assert len(os.listdir(place.root / RELEASES)) == 2  # noqa: PTH208 - names are enough
    assert MANIFEST in place.served()
