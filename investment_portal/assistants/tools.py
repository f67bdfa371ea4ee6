"""The tools that assistants call: find and read records, match incentives, find the contacts that answer.

Arguments and answers are plain values. An answer holds what the pages say, in one language where it is text, and the
address of the page; a wrong argument raises ``ValueError`` with a sentence that names the allowed values.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypedDict

from msgspec.json import decode

from investment_portal.domain.incentives.assess import Assessed, assess, group
from investment_portal.domain.incentives.combination import Selection
from investment_portal.domain.incentives.declare import declare
from investment_portal.domain.incentives.worked_example import stated
from investment_portal.domain.routes import route
from investment_portal.domain.totals import bounds_of, in_yuan, lasts, seeks
from investment_portal.formatting.values import show
from investment_portal.languages import Language, language_path
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import PolicyStage, ProjectStage
from investment_portal.models.facts import Sort
from investment_portal.models.kinds import KINDS
from investment_portal.models.project import Project
from investment_portal.models.quantities import Area, Money, Percent
from investment_portal.models.quantities.number import parse_number
from investment_portal.models.reference import joined_text
from investment_portal.models.site import all_facts, enterprise_types, site_root
from investment_portal.models.text import name_of
from investment_portal.pages.data.published_records import PUBLISHED_KINDS, json, record_data

MOST_RECORDS = 50
"""Records of an answer at most; the number of all is given as well."""

FEN = 100

Sums = dict[str, float]
Plain = dict[str, Any]


class Incentive(TypedDict):
    """A policy as it applies to the stated facts; sums are in yuan by kind of money.

    ``applies`` is yes, service (help other than money), unknown, later, exhausted or no.
    """

    id: str
    name: str
    applies: str
    certain: Sums
    possible: Sums
    facts_missing: list[str]
    page: str


class Tools:
    """The tools on the records of a portal, as of a day."""

    def __init__(self, catalog: Catalog, day: date) -> None:
        """Take the public records and the day on which policies and contacts are judged."""
        self._catalog, self._day = catalog, day

    def list_kinds(self) -> dict[str, int]:
        """Return the kinds of records and how many there are of each."""
        return {kind: len(self._catalog.records[kind]) for kind in PUBLISHED_KINDS.values()}

    def find_projects(  # noqa: PLR0913 - each is a filter of its own
        self,
        *,
        text: str = "",
        sector: str = "",
        park: str = "",
        stage: str = "",
        least_investment: str = "",
        most_investment: str = "",
        include_closed: bool = False,
        language: Language = "en",
    ) -> Plain:
        """Find projects by words in any of their texts, sector id, park id, stage and investment.

        Sums are written like "CNY 50 million", "5000 万元" or "USD 20 million". Projects that no longer seek an
        investor are left out unless include_closed is set. All words of the text must occur.
        """
        self._known("sector", sector)
        self._known("park", park)
        _require("stage", stage, [value.value for value in ProjectStage])
        low, high = (self._yuan(text_) for text_ in (least_investment, most_investment))
        words = text.lower().split()
        matching = [
            project
            for project in self._catalog.projects.values()
            if (include_closed or (seeks(project) and lasts(project.valid_until, self._day)))
            and (not sector or sector in (project.sector, *project.other_sectors))
            and (not park or park in project.place.all_parks)
            and (not stage or stage == project.stage.value)
            and self._within(project, low, high)
            and all(word in joined_text(project).lower() for word in words)
        ]
        shown = [self._in_short(project, language) for project in matching[:MOST_RECORDS]]
        return {"count": len(matching), "projects": shown}

    def get_record(self, kind: str, id: str) -> Plain:  # noqa: A002 - the name that callers know
        """Return a whole record: all published fields with units, basis, dates and sources, in both languages."""
        if kind not in PUBLISHED_KINDS.values():
            raise ValueError(f"There is no kind “{kind}”. Kinds: {', '.join(PUBLISHED_KINDS.values())}.")
        self._known(kind, id, needed=True)
        record: Plain = decode(json(record_data(self._catalog.site, kind, self._catalog.records[kind][id])))
        return record

    def list_records(self, kind: str, language: Language = "en") -> list[dict[str, str]]:
        """Return id, name and page of every record of a kind: sector, park, policy, contact, origin and others."""
        if kind not in PUBLISHED_KINDS.values():
            raise ValueError(f"There is no kind “{kind}”. Kinds: {', '.join(PUBLISHED_KINDS.values())}.")
        return [
            {"id": id_, "name": name_of(record).in_(language), "page": self._page(kind, id_, language)}
            for id_, record in self._catalog.records[kind].items()
        ]

    def list_facts(self, language: Language = "en") -> list[dict[str, str]]:
        """Return the facts that match_incentives understands: id, name, and how a value is written."""
        return [
            {"id": id_, "name": fact.label.in_(language), "value": WRITTEN.get(fact.sort, "an id")}
            for id_, fact in all_facts(self._catalog.site).items()
        ]

    def match_incentives(self, facts: dict[str, str], language: Language = "en") -> Plain:
        """Return which policies apply to an investor, the sums in yuan, and the best combination.

        Facts are given by id as texts: {"sector": "baijiu", "investment": "CNY 100 million", "jobs": "200"}.
        "certain" is what the stated facts ensure, "possible" what can be reached if the missing facts fit. Sums are for
        all years. It is an estimate by the rules on the site; the bureau decides.
        """
        site = self._catalog.site
        known = {fact: self._fact(fact, text) for fact, text in facts.items()}
        answer = assess(declare(self._catalog, self._day), stated(known, site), self._day)
        return {
            "day": self._day.isoformat(),
            "certain": _selection(answer.certain),
            "possible": _selection(answer.possible),
            "policies": [self._incentive(policy, language) for policy in answer.policies],
        }

    def route_to_contact(
        self, origin: str = "", sector: str = "", project: str = "", language: Language = "en"
    ) -> list[Plain]:
        """Return the contacts that answer, the first choice first; origin, sector and project are ids."""
        self._known("origin", origin)
        self._known("sector", sector)
        self._known("project", project)
        record = self._catalog.projects[project] if project else None
        legs = route(
            self._catalog,
            self._day,
            origin=origin or None,
            sector=sector or (record.sector if record else None),
            language=language,
            contacts=record.contacts if record else (),
        )
        return [
            {
                "id": leg.contact.id,
                "name": leg.contact.name.in_(language),
                "unit": leg.contact.unit.in_(language),
                "why": leg.reason.in_(language),
                "phone": leg.contact.phone_from_abroad or leg.contact.phone,
                "mail": leg.contact.mail,
                "languages": list(leg.contact.languages),
                "page": self._page("contact", leg.contact.id, language),
            }
            for leg in legs
        ]

    def _known(self, kind: str, id_: str, *, needed: bool = False) -> None:
        """Refuse an id that no record has."""
        if (id_ or needed) and id_ not in self._catalog.records[kind]:
            ids = ", ".join(list(self._catalog.records[kind])[:MOST_RECORDS])
            raise ValueError(f"There is no {KINDS[kind].label.en} “{id_}”. Ids: {ids}.")

    def _page(self, kind: str, id_: str, language: Language) -> str:
        return f"{site_root(self._catalog.site)}{language_path(language)}{KINDS[kind].address(id_)}"

    def _yuan(self, text: str) -> Decimal | None:
        """Return a typed sum in yuan, at the dated rate of the settings."""
        if not text:
            return None
        yuan = in_yuan(Money.parse(text), self._catalog.site)
        if yuan is None:
            raise ValueError(f"The portal has no exchange rate for “{text}”; write it in CNY.")
        return yuan

    def _within(self, project: Project, low: Decimal | None, high: Decimal | None) -> bool:
        """Return whether a project's investment may lie within two bounds."""
        if low is None and high is None:
            return True
        bounds = bounds_of(project.investment, self._catalog.site)
        if bounds is None:
            return False
        above = low is None or bounds.high is None or bounds.high >= low
        return above and (high is None or bounds.low <= high)

    def _in_short(self, project: Project, language: Language) -> Plain:
        fields = {name: getattr(project, name) for name in ("investment", "land_ready", "stage", "status")}
        return {
            "id": project.id,
            "name": project.name.in_(language),
            "summary": project.summary.in_(language),
            "sector": project.sector,
            "parks": list(project.place.all_parks),
            **{name: None if value is None else show(value, language) for name, value in fields.items()},
            "verified_on": project.verified_on.isoformat(),
            "example": project.example,
            "page": self._page("project", project.id, language),
        }

    def _incentive(self, policy: Assessed, language: Language) -> Incentive:
        record = self._catalog.policies[policy.id]
        return Incentive(
            id=policy.id,
            name=record.name.in_(language),
            applies=group(policy),
            certain=_yuan(policy.least),
            possible=_yuan(policy.most),
            facts_missing=list(policy.missing),
            page=self._page("policy", policy.id, language),
        )

    def _fact(self, id_: str, text: str) -> Any:
        """Return a stated fact as a policy measures it."""
        facts = all_facts(self._catalog.site)
        if id_ not in facts:
            raise ValueError(f"There is no fact “{id_}”. Facts: {', '.join(facts)}.")
        sort = facts[id_].sort
        if sort is Sort.YES_NO:
            if text not in {"yes", "no"}:
                raise ValueError(f"“{id_}” is yes or no, not “{text}”.")
            return text == "yes"
        if sort in PARSERS:
            return PARSERS[sort](text)
        _require(id_, text, self._allowed(sort), needed=True)
        return text

    def _allowed(self, sort: Sort) -> list[str]:
        """Return the words of a fact that has a list of them."""
        if sort is Sort.SECTOR:
            return list(self._catalog.sectors)
        if sort is Sort.ENTERPRISE_TYPE:
            return list(enterprise_types(self._catalog.site))
        return [stage.value for stage in PolicyStage]


PARSERS: Mapping[Sort, Any] = {
    Sort.MONEY: Money.parse,
    Sort.AREA: Area.parse,
    Sort.SHARE: Percent.parse,
    Sort.COUNT: lambda text: parse_number(Decimal(text)),
}
WRITTEN: Mapping[Sort, str] = {
    Sort.MONEY: "a sum, as “CNY 100 million” or “1 亿元”",
    Sort.AREA: "an area, as “50 亩”, “3 ha” or “5000 m²”",
    Sort.SHARE: "a share, as “12 %”",
    Sort.COUNT: "a number",
    Sort.YES_NO: "“yes” or “no”",
}


def _require(name: str, word: str, allowed: Sequence[str], *, needed: bool = False) -> None:
    """Refuse a word that is not in a list, and name the list."""
    if (word or needed) and word not in allowed:
        raise ValueError(f"There is no {name} “{word}”. Allowed: {', '.join(allowed)}.")


def _selection(selection: Selection) -> Plain:
    return {"policies": list(selection.policies), "sums": _yuan(selection.sums)}


def _yuan(sums: Mapping[str, int]) -> Sums:
    return {kind: amount / FEN for kind, amount in sums.items()}


NAMES: Iterable[str] = (
    *("list_kinds", "find_projects", "list_records", "get_record"),
    *("list_facts", "match_incentives", "route_to_contact"),
)
"""The tools by name, in the order in which assistants see them."""
