"""A duty of the rules for government sites: its source, how it is assessed, and what it does to a live build."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from investment_portal.domain.summary import ProjectSummary
from investment_portal.languages import NOTHING, Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import DutyEffect
from investment_portal.models.site import Site
from investment_portal.value import Value


class State(str, Enum):  # noqa: UP042 - its members stand in JSON as they are
    """How far a duty is met."""

    MET = "met"
    DUE_SOON = "due_soon"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    NEEDS_A_PERSON = "needs_a_person"


class Group(str, Enum):  # noqa: UP042 - its members are keys of words
    """The subject of a duty."""

    FILINGS = "filings"
    COLUMNS = "columns"
    PAGES = "pages"
    RECORDS = "records"


class LegalSource(Value):
    """The rule that a duty comes from; ``at_hand`` says whether its official text was read for this generator."""

    document: Sentence
    article: Sentence
    at_hand: bool = False


class Assessment(Value):
    """The state of a duty on a day.

    ``figure`` says what was counted, with limit dates rather than numbers of days, so that it stays the same from day
    to day. ``action`` says what staff do about it. ``address`` leads to the evidence, below the root of a language;
    ``setting`` is a key path in the settings. ``until`` is the last day on which the state holds without an update.
    """

    state: State
    figure: Sentence
    action: Sentence = NOTHING
    address: str | None = None
    setting: str = ""
    until: date | None = None


class BuiltPages(Value):
    """The contents of the built pages: by the name of a tag the pages without it, and those that have it twice.

    ``outside`` are the addresses of other sites, each with the pages that link to it. ``dead`` counts the links that
    lead to nothing. Pages are paths below the site's root; ``names`` are the hand-written ones of the first language.
    """

    count: int
    missing: Mapping[str, Sequence[str]]
    repeated: Mapping[str, Sequence[str]]
    outside: Mapping[str, Sequence[str]]
    dead: int
    names: frozenset[str]
    languages: tuple[int, ...]


@dataclass(frozen=True)
class Inspected:
    """The grounds on which duties are assessed: the records, the day, the built pages.

    ``redated`` are records whose stated day of publication is after a change that the history has of them, None where
    there is no history.
    """

    catalog: Catalog
    projects: Mapping[str, ProjectSummary]
    day: date
    pages: BuiltPages | None = None
    redated: Sequence[tuple[str, str]] | None = field(default=None)

    @property
    def site(self) -> Site:
        """The settings."""
        return self.catalog.site


class Duty(Value):
    """A duty: its key in settings, its name, its source, and the function that assesses it.

    ``effect`` is what it does to a live build where it is not met, unless the settings say otherwise. ``veto`` marks
    what fails an inspection by itself. ``reads_pages`` marks duties that are assessed once the pages are built.
    ``rule`` names the rule that reports a violation with its place.
    """

    key: str
    label: Sentence
    group: Group
    source: LegalSource
    assess: Callable[[Inspected], Assessment]
    effect: DutyEffect = DutyEffect.WARN
    veto: bool = False
    reads_pages: bool = False
    rule: str = ""


def effect_of(duty: Duty, site: Site) -> DutyEffect:
    """Return what a duty does to a live build."""
    return next((setting.effect for setting in site.compliance if setting.duty == duty.key), duty.effect)


GUIDE = Sentence(
    "《政府网站发展指引》（国办发〔2017〕47号）",
    "Guidelines for the development of government sites, Guobanfa [2017] 47",
)
INDICATORS = Sentence(
    "《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）",
    "Inspection indicators of government sites and new media, Guobanmihan [2019] 19",
)
"""Known from excerpts; the full texts were not at hand."""


def guide(zh: str, en: str) -> LegalSource:
    """Return a part of the guidelines as a source."""
    return LegalSource(GUIDE, Sentence(zh, en))


def indicator(zh: str, en: str) -> LegalSource:
    """Return an inspection indicator as a source."""
    return LegalSource(INDICATORS, Sentence(zh, en))
