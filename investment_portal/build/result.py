"""The options and the result of a build."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from investment_portal.build.stages import Stages
from investment_portal.languages import Sentence
from investment_portal.publish.site import Published

if TYPE_CHECKING:
    from investment_portal.problems import Problem
    from investment_portal.publish.signing import SigningKey


class BuildOptions(NamedTuple):
    """How to build: with the pages that only a preview has, in how many processes, on which cluster, signed or not.

    ``hold_back`` decides whether records in error are held back; None leaves it to the settings. ``keep_book`` leaves
    the project book as it was in the last build.
    """

    preview: bool = False
    jobs: int | None = None
    cluster: str | None = None
    signing: "SigningKey | None" = None
    hold_back: bool | None = None
    keep_book: bool = False


class BuildResult(NamedTuple):
    """The problems of a build, and what it published unless one of them is an error."""

    problems: "list[Problem]"
    published: Published | None
    pages: int
    stages: Stages
    notes: Sequence[Sentence] = ()
    """Notices for the person who runs the build."""

    @property
    def seconds(self) -> float:
        """The seconds that the build took, as far as it has come."""
        return self.stages.total
