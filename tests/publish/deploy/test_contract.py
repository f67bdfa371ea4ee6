"""The contract of all targets, tried on a folder, on a machine with sshd and rsync, and on a storage like S3."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from investment_portal.publish.deploy.target import Deployed, DeployOptions, TargetRefusedError
from investment_portal.publish.manifest import MANIFEST
from tests.publish.deploy.places import Place, release_of, target_of

FIRST = {
    "index.html": "home",
    "projects/a/index.html": "project a",
    "projects/b/index.html": "项目乙",
    "assets/styles/list.0a1b2c3d.css": "css 1",
    "assets/data/search.js": "data 1",
    "contacts/a/card.vcf": "card",
}
SECOND = {
    **{path: text for path, text in FIRST.items() if "0a1b2c3d" not in path and "/b/" not in path},
    "index.html": "home 2",
    "assets/styles/list.4e5f6a7b.css": "css 2",
    "projects/new one/index.html": "new",
}
TIME = datetime(2026, 11, 28, 12, tzinfo=UTC)


def deploy(place: Place, tmp_path: Path, files: Mapping[str, str], day: int = 0, **options: Any) -> Deployed:
    """Deploy files some days after the first time."""
    how = DeployOptions(now=lambda: TIME + timedelta(days=day), **options)
    return target_of(place).deploy(release_of(tmp_path / "site", files), how)


def served(place: Place) -> dict[str, str]:
    """Return what readers get, without the manifest."""
    return {path: text for path, text in place.served().items() if path != MANIFEST}


def test_publishes_a_site(place: Place, tmp_path: Path) -> None:
    """Every file, and the manifest."""
    done = deploy(place, tmp_path, FIRST)
    assert served(place) == FIRST
    assert sorted(done.sent) == sorted([*FIRST, MANIFEST])
    assert done.sent[-1] == MANIFEST
    assert place.served()[MANIFEST] == (tmp_path / "site" / MANIFEST).read_text("utf-8")


def test_one_changed_text_sends_few_files(place: Place, tmp_path: Path) -> None:
    """The page and the manifest."""
    deploy(place, tmp_path, FIRST)
    done = deploy(place, tmp_path, {**FIRST, "projects/a/index.html": "project A"})
    assert list(done.sent) == ["projects/a/index.html", MANIFEST]
    assert served(place)["projects/a/index.html"] == "project A"


def test_nothing_changed_sends_nothing(place: Place, tmp_path: Path) -> None:
    """A quiet night."""
    deploy(place, tmp_path, FIRST)
    done = deploy(place, tmp_path, FIRST, day=1)
    assert (list(done.sent), done.size, served(place)) == ([], 0, FIRST)
    assert len(target_of(place).releases()[0]) == 1


def test_old_files_stay_for_the_period_of_grace(place: Place, tmp_path: Path) -> None:
    """Pages that readers have open still find their styles; then they go, even where nothing else changed."""
    deploy(place, tmp_path, FIRST)
    done = deploy(place, tmp_path, SECOND, day=1)
    old = {path: text for path, text in FIRST.items() if path not in SECOND}
    assert served(place) == {**old, **SECOND}
    assert done.waiting == len(old) == 2
    assert deploy(place, tmp_path, SECOND, day=1).waiting == 2
    done = deploy(place, tmp_path, SECOND, day=2)
    assert sorted(done.deleted) == sorted(old)
    assert served(place) == SECOND


def test_a_file_that_comes_back_is_not_deleted(place: Place, tmp_path: Path) -> None:
    """It was gone for a while, and has its content of now."""
    deploy(place, tmp_path, FIRST)
    deploy(place, tmp_path, SECOND, day=1)
    deploy(place, tmp_path, {**SECOND, "projects/b/index.html": "back"}, day=1)
    deploy(place, tmp_path, {**SECOND, "projects/b/index.html": "back"}, day=9)
    assert served(place) == {**SECOND, "projects/b/index.html": "back"}


def test_without_grace_old_files_go_at_once(place: Place, tmp_path: Path) -> None:
    """As for a name that must be taken down."""
    deploy(place, tmp_path, FIRST)
    deploy(place, tmp_path, SECOND, grace=timedelta())
    assert served(place) == SECOND


def test_a_file_becomes_a_folder(place: Place, tmp_path: Path) -> None:
    """And a folder a file; neither waits for the other to go."""
    deploy(place, tmp_path, {"index.html": "1", "a": "file", "b/c.html": "page"})
    deploy(place, tmp_path, {"index.html": "1", "a/x.html": "page", "b": "file"})
    assert {"a/x.html": "page", "b": "file"}.items() <= served(place).items()


def test_rolls_back(place: Place, tmp_path: Path) -> None:
    """To the release before, and from there to the one before that; forward by its id."""
    ids = [deploy(place, tmp_path, {**FIRST, "index.html": f"home {turn}"}).release for turn in range(3)]
    target = target_of(place)
    assert target.rollback(None, DeployOptions()).release == ids[1]
    assert served(place)["index.html"] == "home 1"
    assert target.rollback(None, DeployOptions()).release == ids[0]
    assert served(place) == {**FIRST, "index.html": "home 0"}
    assert target.rollback(ids[2][:6], DeployOptions()).release == ids[2]
    assert served(place)["index.html"] == "home 2"
    assert [known.id for known in target.releases()[0]] == ids
    assert target.releases()[1] == ids[2]


def test_rolls_back_to_files_that_were_deleted(place: Place, tmp_path: Path) -> None:
    """They are kept aside as long as the release is."""
    deploy(place, tmp_path, FIRST)
    deploy(place, tmp_path, SECOND, grace=timedelta())
    target_of(place).rollback(None, DeployOptions())
    assert FIRST.items() <= served(place).items()
    assert served(place)["assets/styles/list.4e5f6a7b.css"] == "css 2"


def test_deploys_again_what_was_rolled_back(place: Place, tmp_path: Path) -> None:
    """And the release before is then the one that stood there."""
    first = deploy(place, tmp_path, FIRST).release
    deploy(place, tmp_path, SECOND)
    target_of(place).rollback(None, DeployOptions())
    deploy(place, tmp_path, SECOND)
    assert SECOND.items() <= served(place).items()
    assert target_of(place).rollback(None, DeployOptions()).release == first


def test_keeps_so_many_releases(place: Place, tmp_path: Path) -> None:
    """The oldest go; the one before the published one always stays."""
    ids = [deploy(place, tmp_path, {"index.html": f"home {turn}"}, keep=2).release for turn in range(4)]
    target = target_of(place)
    assert [known.id for known in target.releases()[0]] == ids[2:]
    with pytest.raises(TargetRefusedError, match="does not stand for one release"):
        target.rollback(ids[0], DeployOptions())
    target.rollback(None, DeployOptions())
    assert served(place) == {"index.html": "home 2"}


def test_nothing_to_go_back_to(place: Place, tmp_path: Path) -> None:
    """Before anything was published, and after the first time."""
    with pytest.raises(TargetRefusedError, match="Nothing has been published"):
        target_of(place).rollback(None, DeployOptions())
    deploy(place, tmp_path, FIRST)
    with pytest.raises(TargetRefusedError, match="No release before"):
        target_of(place).rollback(None, DeployOptions())


def test_a_place_that_is_not_ours_is_left_alone(place: Place, tmp_path: Path) -> None:
    """Nothing is written, nothing deleted."""
    place.spoil()
    with pytest.raises(TargetRefusedError, match="holds something else"):
        deploy(place, tmp_path, FIRST)
    with pytest.raises(TargetRefusedError, match="holds something else"):
        target_of(place).rollback(None, DeployOptions())
    assert "index.html" not in place.served()


def test_a_trial_changes_nothing(place: Place, tmp_path: Path) -> None:
    """It says what would be sent."""
    done = deploy(place, tmp_path, FIRST, dry=True)
    assert len(done.sent) == len(FIRST) + 1
    assert not target_of(place).releases()[0]
    deploy(place, tmp_path, FIRST)
    done = deploy(place, tmp_path, SECOND, dry=True, day=1)
    assert sorted(done.sent) == sorted(
        ["index.html", "assets/styles/list.4e5f6a7b.css", "projects/new one/index.html", MANIFEST]
    )
    assert served(place) == FIRST


def test_everything_can_be_sent_anew(place: Place, tmp_path: Path) -> None:
    """Where somebody changed what stands there."""
    deploy(place, tmp_path, FIRST)
    done = deploy(place, tmp_path, FIRST, full=True)
    assert len(done.sent) == len(FIRST) + 1
    assert served(place) == FIRST
    assert deploy(place, tmp_path, SECOND).sent
