"""The interface of targets, and the errors of deployments that fail or are refused."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol

from investment_portal.languages import Sentence
from investment_portal.publish.deploy.release import Release
from investment_portal.publish.deploy.state import KnownRelease
from investment_portal.refusals import RefusedError
from investment_portal.value import Value

SAFE = Sentence(
    "线上页面都是完整的；再次发布会接着完成。",
    "Every page that readers see is whole; deploying again finishes what was begun.",
)


class TargetRefusedError(RefusedError):
    """A target that cannot be used as it is."""


class TransferError(Exception):
    """A failed deployment, with the reason as a ``sentence``. The published site is complete."""

    def __init__(self, sentence: Sentence) -> None:
        """Take the sentence."""
        super().__init__(sentence.en)
        self.sentence = sentence


def silent(_done: int, _total: int) -> None:
    """Report no progress."""


class DeployOptions(Value):
    """How to deploy."""

    grace: timedelta = timedelta(days=1)
    """How long the files of earlier releases stay: open pages may still load them."""
    keep: int = 5
    """Releases that stay for a rollback, the published one included."""
    full: bool = False
    """Send every file, even those that the target has."""
    dry: bool = False
    """Compute what would be sent, and change nothing."""
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    progress: Callable[[int, int], None] = silent


class Deployed(Value):
    """The result of a deployment or a rollback: the release, the files sent, and those that were deleted or will be."""

    release: str
    sent: Sequence[str]
    size: int
    deleted: Sequence[str] = ()
    waiting: int = 0
    """Files of releases before that are deleted after the period of grace."""


class Target(Protocol):
    """A place that holds releases, one of them published."""

    def deploy(self, release: Release, options: DeployOptions) -> Deployed:
        """Publish a release."""

    def rollback(self, wanted: str | None, options: DeployOptions) -> Deployed:
        """Publish a kept release again: the one whose id begins so, or the one that was published before this one."""

    def releases(self) -> tuple[Sequence[KnownRelease], str | None]:
        """Return the kept releases in the order in which they were first published, and the published one."""


def chosen(releases: Sequence[KnownRelease], current: str | None, wanted: str | None) -> KnownRelease:
    """Return the release to go back to."""
    by_id = {release.id: release for release in releases}
    if current is None or current not in by_id:
        raise TargetRefusedError(Sentence("那里还没有发布过任何版本。", "Nothing has been published there yet."))
    if wanted is None:
        before = by_id[current].before
        if before is None or before not in by_id:
            raise TargetRefusedError(
                Sentence(f"版本 {current} 之前没有可退回的版本。", f"No release before {current} is kept.")
            )
        return by_id[before]
    matches = [release for release in releases if wanted and release.id.startswith(wanted)]
    if len(matches) == 1:
        return matches[0]
    listed = "、".join(by_id), ", ".join(by_id)
    raise TargetRefusedError(
        Sentence(
            f"没有唯一的版本“{wanted}”。保留的版本：{listed[0]}。",
            f"“{wanted}” does not stand for one release. Kept are: {listed[1]}.",
        )
    )
