"""The route: the ordered contacts that an investor can turn to."""

from collections.abc import Iterator, Sequence
from datetime import date

from investment_portal.domain.places.index import abroad
from investment_portal.languages import Sentence
from investment_portal.memo import memoized
from investment_portal.models.catalog import Catalog
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import ContactKind
from investment_portal.value import Value

ORDER: tuple[tuple[ContactKind, Sentence], ...] = (
    (ContactKind.STATION, Sentence("您所在地的联络站", "Liaison station where you are")),
    (ContactKind.REPRESENTATIVE, Sentence("常驻您所在地的招商代表", "Representative stationed where you are")),
    (ContactKind.GROUP, Sentence("负责您所在区域的招商组", "Group in charge of your region")),
    (ContactKind.DEPARTMENT, Sentence("产业主管部门", "Department in charge of the sector")),
    (ContactKind.BUREAU, Sentence("投资促进局统一受理", "The bureau, for any enquiry")),
    (ContactKind.HOTLINE, Sentence("无人接听时拨打", "If there is no answer")),
)
"""Kinds of contact in the order of a route, with the reason that pages show."""

ROUTE_KINDS = frozenset(kind for kind, _ in ORDER)

IN_AREA: dict[ContactKind, tuple[str, Sentence]] = {
    ContactKind.STATION: ("station_in_area", Sentence("您所在地区内的联络站", "Liaison station in your region")),
    ContactKind.REPRESENTATIVE: (
        "representative_in_area",
        Sentence("常驻您所在地区的招商代表", "Representative stationed in your region"),
    ),
}
"""Contacts within the reader's region, as those of its cities: the word in declarations, and the text of pages."""

PROJECT_REASON = Sentence("项目联系窗口", "Contact for the project")

REASONS: dict[str, Sentence] = {
    "own": PROJECT_REASON,
    **{kind.value: reason for kind, reason in ORDER},
    **dict(IN_AREA.values()),
    "page": Sentence("本页联系窗口", "Contact for this page"),
    "backup": Sentence("备用窗口", "Backup"),
    "complaints": Sentence("办事遇阻，请反映", "If your case is stuck"),
}
"""Reasons of contacts in a route: the word in declarations, and the text of pages."""


class Leg(Value):
    """One contact of a route, and the word of its reason."""

    contact: Contact
    why: str

    @property
    def reason(self) -> Sentence:
        """The reason as pages show it."""
        return REASONS[self.why]


def lineage(catalog: Catalog, origin: str | None) -> tuple[str, ...]:
    """Return an origin and its enclosing regions, nearest first; a cycle ends the list."""
    line: list[str] = []
    while origin and origin in catalog.origins and origin not in line:
        line.append(origin)
        origin = catalog.origins[origin].within
    return tuple(line)


def serves(contact: Contact, line: tuple[str, ...], sector: str | None) -> bool:
    """Return whether a contact serves an origin (with its lineage) and a sector."""
    place = contact.regions == "all" or any(region in contact.regions for region in line)
    return place and (sector is None or contact.sectors == "all" or sector in contact.sectors)


def route(  # noqa: PLR0913 - a route is the answer to just these questions
    catalog: Catalog,
    day: date,
    *,
    origin: str | None,
    sector: str | None,
    language: str,
    contacts: Sequence[str] = (),
) -> list[Leg]:
    """Return the contacts that can be reached on ``day`` in ``language``: those named first, then along ``ORDER``."""
    named = (catalog.contacts[id_] for id_ in contacts if id_ in catalog.contacts)
    legs = {contact.id: Leg(contact, "own") for contact in named if _answers(contact, day, language)}
    for leg in _along(catalog, day, origin, sector, language):
        legs.setdefault(leg.contact.id, leg)
    return list(legs.values())


@memoized
def _along(catalog: Catalog, day: date, origin: str | None, sector: str | None, language: str) -> tuple[Leg, ...]:
    """Order the contacts of a route that are the same for every project."""
    legs: dict[str, Leg] = {}
    outside = origin in abroad(catalog)
    for leg in _candidates(catalog, lineage(catalog, origin), sector):
        if _answers(leg.contact, day, language) and (leg.contact.reached_from_abroad or not outside):
            legs.setdefault(leg.contact.id, leg)
    return tuple(legs.values())


def reached_sectors(catalog: Catalog, day: date, *, origin: str | None, language: str) -> frozenset[str]:
    """Return the sectors whose route from an origin, in a language, has a contact on a day."""
    line = lineage(catalog, origin)
    outside = origin in abroad(catalog)
    inner = _inner(catalog, line[0]) if line else ()
    local = [
        contact
        for contact in _answering(catalog, day, language)
        if (contact.kind in ROUTE_KINDS and serves(contact, line, None))
        or (contact.kind in IN_AREA and _names(contact, inner))
        if contact.reached_from_abroad or not outside
    ]
    if any(contact.sectors == "all" for contact in local):
        return frozenset(catalog.sectors)
    return frozenset(catalog.sectors) & {sector for contact in local for sector in contact.sectors}


@memoized
def _answering(catalog: Catalog, day: date, language: str) -> tuple[Contact, ...]:
    return tuple(contact for contact in catalog.contacts.values() if _answers(contact, day, language))


def _answers(contact: Contact, day: date, language: str) -> bool:
    return contact.reachable(day) and language in contact.answers_in


def in_another_language(catalog: Catalog, day: date, ids: Sequence[str], language: str) -> list[Contact]:
    """Return those of some contacts that can be reached, but not in ``language``; pages show them too."""
    named = [catalog.contacts[id_] for id_ in dict.fromkeys(ids) if id_ in catalog.contacts]
    return [contact for contact in named if contact.reachable(day) and language not in contact.answers_in]


def reachable(catalog: Catalog, day: date) -> list[Contact]:
    """Return the contacts that can be reached on a day."""
    return [contact for contact in catalog.contacts.values() if contact.reachable(day)]


def escalation(catalog: Catalog, day: date, first: Contact | None, language: str = "zh") -> list[Leg]:
    """Return the contacts to try if the ``first`` does not answer: its backup, the bureau, the hotline, then others.

    Here a contact counts in whatever language it speaks: a reader can have somebody call. Readers of a language other
    than Chinese are taken to be abroad; numbers that work only in China are left out for them.
    """
    site = catalog.site
    candidates = [
        *([(first.backup, "backup")] if first and first.backup else []),
        (site.bureau, "bureau"),
        (site.hotline, "hotline"),
        *((id_, "complaints") for id_ in _hotlines(catalog)),
    ]
    legs: dict[str, Leg] = {}
    for id_, why in candidates:
        contact = catalog.contacts.get(id_)
        dials = contact is not None and (language == "zh" or contact.reached_from_abroad)
        if contact and dials and contact is not first and contact.reachable(day):
            legs.setdefault(id_, Leg(contact, why))
    return list(legs.values())


@memoized
def _hotlines(catalog: Catalog) -> tuple[str, ...]:
    return tuple(sorted(contact.id for contact in catalog.contacts.values() if contact.kind is ContactKind.HOTLINE))


def _candidates(catalog: Catalog, line: tuple[str, ...], sector: str | None) -> Iterator[Leg]:
    # A department answers for its sectors only: where no sector is named, none of them is the right one.
    kinds = [kind for kind, _ in ORDER if sector or kind is not ContactKind.DEPARTMENT]
    # A group of just this region comes before the many stations in it.
    groups = (contact for contact in catalog.contacts.values() if contact.kind is ContactKind.GROUP)
    grouped = any(_names(group, line[:1]) for group in groups)
    within: list[Leg] = []
    for kind in kinds:
        fitting = [
            contact for contact in catalog.contacts.values() if contact.kind is kind and serves(contact, line, sector)
        ]
        # The bureau's main contact and the main hotline, named in the settings, come before others of their kind.
        first = (catalog.site.bureau, catalog.site.hotline)
        for contact in sorted(fitting, key=lambda item: (item.id not in first, _distance(item, line), item.id)):
            yield Leg(contact, kind.value)
        within += _in_area(catalog, line, sector, kind)
        if not grouped or kind is ContactKind.GROUP:
            yield from within
            within = []


def _names(contact: Contact, line: Sequence[str]) -> bool:
    return contact.regions != "all" and any(region in contact.regions for region in line)


def _in_area(catalog: Catalog, line: tuple[str, ...], sector: str | None, kind: ContactKind) -> list[Leg]:
    """Return the contacts of a kind that serve places within a region, in the order of the origins."""
    if not line or kind not in IN_AREA:
        return []
    inner = _inner(catalog, line[0])
    places = {
        contact.id: next(place for place, region in enumerate(inner) if region in contact.regions)
        for contact in catalog.contacts.values()
        if contact.kind is kind and _names(contact, inner) and serves(contact, inner, sector)
    }
    ids = sorted(places, key=lambda id_: (places[id_], id_))
    return [Leg(catalog.contacts[id_], IN_AREA[kind][0]) for id_ in ids]


@memoized
def _inner(catalog: Catalog, region: str) -> tuple[str, ...]:
    """Return the origins within a region, however deep, in their order."""
    return tuple(origin for origin in catalog.origins if region in lineage(catalog, origin)[1:])


def _distance(contact: Contact, line: tuple[str, ...]) -> int:
    """Count the regions between investor and contact: the nearer contact comes first."""
    return next(
        (steps for steps, region in enumerate(line) if contact.regions != "all" and region in contact.regions),
        len(line),
    )
