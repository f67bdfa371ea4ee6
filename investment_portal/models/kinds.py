"""The register of kinds of record: where each stands on disk and in which column of the site readers find it."""

from investment_portal.languages import Sentence
from investment_portal.models.answers import AnswerLog
from investment_portal.models.base import Model
from investment_portal.models.chain import Chain
from investment_portal.models.contact import Contact
from investment_portal.models.event import Event
from investment_portal.models.firm import Firm
from investment_portal.models.holidays import HolidayList
from investment_portal.models.notice import Notice
from investment_portal.models.park import Park
from investment_portal.models.policy import Policy
from investment_portal.models.procedure import Procedure
from investment_portal.models.project import Project
from investment_portal.models.reference_lists import Origin, Sector, Source
from investment_portal.models.result import Result
from investment_portal.value import Value


class Kind(Value):
    """A kind of record: a ``folder`` of one file each, or one ``.yaml`` file that lists them all by id."""

    name: str
    model: type[Model]
    place: str
    label: Sentence
    column: str | None = None
    """The column of the site that shows the records, first part of its addresses; None where no column does.

    Menu, path of a page, search and list by name follow it. Its name is the word ``column_NAME`` of the theme.
    """
    listed_only: bool = False
    """True if the records have no pages of their own: they stand on the list of their column."""
    reserved: frozenset[str] = frozenset()
    """Ids that no record can have, since a page of the portal stands at that address."""

    @property
    def is_file(self) -> bool:
        """Return whether one file lists all records of the kind."""
        return self.place.endswith(".yaml")

    @property
    def has_pages(self) -> bool:
        """Return whether each record has a page of its own."""
        return self.column is not None and not self.listed_only

    @property
    def list_address(self) -> str:
        """The address of the page that lists the records, below the root of a language."""
        return f"{self.column}/"

    def address(self, id_: str) -> str:
        """Return the address of a record's page, or of its place on the list; nothing where no column shows it."""
        if self.column is None:
            return ""
        return f"{self.list_address}#{self.name}-{id_}" if self.listed_only else f"{self.column}/{id_}/"


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("sector", Sector, "district/sectors.yaml", Sentence("产业", "sector"), "sectors"),
        Kind("origin", Origin, "district/origins.yaml", Sentence("地区", "origin")),
        Kind("source", Source, "district/sources.yaml", Sentence("来源", "source")),
        Kind("project", Project, "projects", Sentence("项目", "project"), "projects", reserved=frozenset({"page"})),
        Kind(
            "policy",
            Policy,
            "policies",
            Sentence("政策", "policy"),
            "policies",
            reserved=frozenset({"matcher", "calendar"}),
        ),
        Kind("contact", Contact, "contacts", Sentence("联系窗口", "contact"), "contacts"),
        Kind("park", Park, "district/parks", Sentence("园区", "park"), "parks"),
        Kind("chain", Chain, "district/chains", Sentence("产业链", "chain"), "chains"),
        Kind("firm", Firm, "district/firms", Sentence("企业", "firm"), "firms"),
        Kind("event", Event, "district/events", Sentence("活动", "event"), "events"),
        Kind("result", Result, "district/results", Sentence("招商成果", "result"), "results", listed_only=True),
        Kind("holidays", HolidayList, "district/holidays", Sentence("节假日安排", "list of holidays")),
        Kind("answers", AnswerLog, "district/answers", Sentence("咨询答复记录", "log of enquiries")),
        Kind("procedure", Procedure, "district/procedures", Sentence("落户流程", "procedure")),
        Kind("notice", Notice, "district/notices", Sentence("通知公告", "notice"), "notices"),
    )
}

COLUMNS: dict[str, Kind] = {kind.column: kind for kind in KINDS.values() if kind.column}
"""The kind of record that each column of the site shows."""

_NAMES: dict[type[Model], str] = {kind.model: kind.name for kind in KINDS.values()}


def kind_of(record: Model) -> str:
    """Return the name of the kind of a record."""
    return _NAMES[type(record)]
