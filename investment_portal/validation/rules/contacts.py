"""Rules about contacts: reachable today, backups, hours, lapsing, languages, routes from every origin."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from investment_portal.domain.routes import reached_sectors
from investment_portal.languages import LANGUAGES, Language, Sentence
from investment_portal.models.catalog import Catalog
from investment_portal.models.contact import Contact
from investment_portal.models.controlled_values import ContactKind
from investment_portal.models.event import Event
from investment_portal.models.office_hours import week_spans
from investment_portal.models.park import Park
from investment_portal.models.policy import Policy
from investment_portal.models.project import Project
from investment_portal.models.reference_lists import Origin
from investment_portal.models.site import Site
from investment_portal.models.text import Text
from investment_portal.problems import Level
from investment_portal.validation.rule import (
    DatedPortalCheck,
    DatedRecordCheck,
    Located,
    PortalCheck,
    RecordCheck,
    Rule,
    Violation,
)

BEFORE_ANY_LAPSED = date.min
"""A day on which nothing has lapsed: what is missing on it is missing from the records, not taken by time."""


def check_backup_circle(catalog: Catalog) -> Iterator[Located]:
    """Yield circles of backups that pass neither main contact, each once, at its first contact."""
    ends = {catalog.site.bureau, catalog.site.hotline}
    reported: set[str] = set()
    for start in catalog.contacts:
        line: list[str] = []
        contact: str | None = start
        while contact and contact in catalog.contacts and contact not in ends and contact not in line:
            line.append(contact)
            contact = catalog.contacts[contact].backup
        # A contact that is its own backup is a violation of contact-backup.
        circle = line[line.index(contact) :] if contact in line else []
        if len(circle) > 1 and reported.isdisjoint(circle):
            reported.update(circle)
            way = " → ".join([*circle, circle[0]])
            sentence = Sentence(
                f"备用窗口逐级应通到投资促进局或热线，实际循环：{way}。",
                f"Backups must lead to the bureau or the hotline; these go round: {way}.",
            )
            hint = Sentence(
                f"把其中一个的 backup 改为“{catalog.site.bureau}”。",
                f"Give one of them “{catalog.site.bureau}” as its backup.",
            )
            yield "contact", circle[0], Violation(("backup",), sentence, hint)


BACKUP_CIRCLE = Rule(
    "backup-circle",
    Sentence("备用窗口逐级通到投资促进局或热线。", "Backups lead to the bureau or the hotline in the end."),
    [PortalCheck(check_backup_circle, settings=True)],
)


def check_contact_backup(contact: Contact, catalog: Catalog) -> Iterator[Violation]:
    """Yield a backup that is missing, withdrawn or the contact itself, and the leader that a station lacks."""
    if contact.withdrawn:
        return
    if contact.backup == contact.id:
        sentence = Sentence("备用窗口应为别的窗口，实际是自己。", "The backup must be another contact; it is this one.")
        yield Violation(("backup",), sentence)
    elif contact.backup is None and contact.kind is not ContactKind.HOTLINE:
        sentence = Sentence(
            "窗口应有备用窗口（backup），实际没有。", "A contact should name a backup contact (backup); it has none."
        )
        yield Violation((), sentence, level=Level.WARNING)
    elif contact.backup and contact.backup in catalog.contacts and catalog.contacts[contact.backup].withdrawn:
        sentence = Sentence(
            f"备用窗口应仍在值守，“{contact.backup}”已撤回。",
            f"The backup must still be staffed; “{contact.backup}” was withdrawn.",
        )
        yield Violation(("backup",), sentence)
    if contact.kind is ContactKind.STATION and contact.leader is None:
        sentence = Sentence(
            "联络站应有一对一联系领导（leader），实际没有。",
            "A station should name its one-to-one leader (leader); it has none.",
        )
        yield Violation((), sentence, level=Level.WARNING)


CONTACT_BACKUP = Rule(
    "contact-backup",
    Sentence(
        "窗口应有备用窗口，联络站应有一对一联系领导。", "A contact has a backup, and a station a one-to-one leader."
    ),
    [RecordCheck(Contact, check_contact_backup)],
)


def check_contact_unreachable(contact: Contact, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield a contact that has neither phone nor mail; as a warning one that has lapsed, which only takes time."""
    if contact.withdrawn:
        return
    if not contact.phone and not contact.mail:
        sentence = Sentence(
            "窗口应有电话（phone）或邮箱（mail），实际都没有。", "A contact needs a phone or mail; it has neither."
        )
        yield Violation((), sentence)
    elif contact.lapsed(day):
        sentence = Sentence(
            f"公布的窗口应在有效期内，{contact.valid_until} 已到期；页面已标明，不再列入联系路线。",
            f"A published contact must be valid; this lapsed on {contact.valid_until}. "
            "Pages say so, and no route leads here.",
        )
        hint = Sentence(
            "核实后延长 valid_until，或写明 withdrawn。", "Verify it and extend valid_until, or mark it withdrawn."
        )
        yield Violation(("valid_until",), sentence, hint, Level.WARNING)


def check_contact_unreachable_in_project(project: Project, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield contacts of a project of which none can be reached: a warning where they have but lapsed."""
    contacts = [catalog.contacts[id_] for id_ in project.contacts if id_ in catalog.contacts]
    if contacts and not project.withdrawn and not any(contact.reachable(day) for contact in contacts):
        sentence = Sentence(
            "项目应至少有一个能联系上的窗口，所列窗口都已失效。",
            "A project needs a contact that can be reached; none of these can.",
        )
        before = any(contact.reachable(BEFORE_ANY_LAPSED) for contact in contacts)
        yield Violation(("contacts",), sentence, level=Level.WARNING if before else Level.ERROR)


def check_contact_unreachable_in_record(record: Park | Policy | Event, catalog: Catalog) -> Iterator[Violation]:
    """Yield the contact of a page where that was withdrawn."""
    if not record.withdrawn:
        yield from _withdrawn("contact", record.contact, catalog)


def check_contact_unreachable_in_site(site: Site, catalog: Catalog) -> Iterator[Violation]:
    """Yield the main contacts of the settings where they were withdrawn."""
    yield from _withdrawn("bureau", site.bureau, catalog)
    yield from _withdrawn("hotline", site.hotline, catalog)


def _withdrawn(key: str, contact: str | None, catalog: Catalog) -> Iterator[Violation]:
    if contact and contact in catalog.contacts and catalog.contacts[contact].withdrawn:
        sentence = Sentence(
            f"应指向仍在值守的窗口，“{contact}”已撤回。",
            f"Must name a contact that is still staffed; “{contact}” was withdrawn.",
        )
        yield Violation((key,), sentence)


CONTACT_UNREACHABLE = Rule(
    "contact-unreachable",
    Sentence(
        "公布的窗口今天必须联系得上；到期的只提醒。",
        "A published contact can be reached today; one that lapsed is a warning.",
    ),
    [
        DatedRecordCheck(Contact, check_contact_unreachable),
        DatedRecordCheck(Project, check_contact_unreachable_in_project),
        RecordCheck(Park, check_contact_unreachable_in_record),
        RecordCheck(Policy, check_contact_unreachable_in_record),
        RecordCheck(Event, check_contact_unreachable_in_record),
        RecordCheck(Site, check_contact_unreachable_in_site),
    ],
)


DAY_AND_NIGHT = Sentence(
    "全天写“00:00-24:00”；跨过零点的写成“22:00-06:00”。",
    "Write “00:00-24:00” for day and night, and “22:00-06:00” for hours past midnight.",
)


def check_contact_hours(contact: Contact, catalog: Catalog) -> Iterator[Violation]:
    """Yield hours of no length, and hours that overlap: those past midnight with those of the next day too."""
    seen: list[tuple[str, list[tuple[int, int]]]] = []
    for step, hours in enumerate(contact.hours):
        for inner, text in enumerate(hours.open):
            path = ("hours", step, "open", inner)
            start, _, end = text.partition("-")
            if start == end:
                sentence = Sentence(
                    f"结束时间应与开始时间不同；实际写的是“{text}”。",
                    f"The end must differ from the beginning; got “{text}”.",
                )
                yield Violation(path, sentence, DAY_AND_NIGHT)
                continue
            spans = list(week_spans(hours, text))
            other = next((time for time, taken in seen if _overlap(spans, taken)), None)
            if other:
                sentence = Sentence(
                    f"办公时间不得重叠；“{text}”与“{other}”重叠。",
                    f"Hours must not overlap; “{text}” overlaps “{other}”.",
                )
                yield Violation(path, sentence)
            seen.append((text, spans))


def _overlap(spans: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < until and since < end for start, end in spans for since, until in others)


CONTACT_HOURS = Rule(
    "desk-hours",
    Sentence("办公时间互不重叠。", "Hours do not overlap."),
    [RecordCheck(Contact, check_contact_hours)],
)


def check_contact_lapsing(contact: Contact, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield a last day within the notice of the settings; a contact past its last day is an error of another rule."""
    soon = day + timedelta(days=catalog.site.desk_notice.days)
    last = contact.valid_until
    if last is None or contact.withdrawn or not day <= last <= soon:
        return
    sentence = Sentence(
        f"窗口有效期 {last} 截止，还剩 {(last - day).days} 天。",
        f"This contact lapses on {last}; days left: {(last - day).days}.",
    )
    hint = Sentence(
        "核实后延长 valid_until；不再设的，写明 withdrawn。",
        "Verify it and extend valid_until; where the contact closes, mark it withdrawn.",
    )
    yield Violation(("valid_until",), sentence, hint, Level.WARNING)


CONTACT_LAPSING = Rule(
    "desk-lapsing",
    Sentence(
        "窗口到期前要续期（提前天数见设置 desk_notice）。", "A contact is renewed before it lapses (desk_notice)."
    ),
    [DatedRecordCheck(Contact, check_contact_lapsing, settings=True)],
)


NAMES: dict[Language, Sentence] = {"zh": Sentence("中文", "Chinese"), "en": Sentence("英文", "English")}


def unspoken(catalog: Catalog, day: date) -> list[Language]:
    """Return the languages of the site in which no contact that can be reached answers."""
    languages = {
        language for contact in catalog.contacts.values() if contact.reachable(day) for language in contact.answers_in
    }
    return [language for language in LANGUAGES if language not in languages]


def check_language_unspoken(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield languages of the site in which no contact answers, at the main contact of the bureau.

    It is a warning where a contact that has lapsed spoke the language.
    """
    never = unspoken(catalog, BEFORE_ANY_LAPSED)
    for language in unspoken(catalog, day):
        name = NAMES[language]
        sentence = Sentence(
            f"本站有{name.zh}版，应有使用{name.zh}的窗口，目前没有。",
            f"The site is read in {name.en}, so a contact must speak it; none does.",
        )
        hint = Sentence(f"在一个窗口的 languages 里加上 {language}。", f"Add {language} to the languages of a contact.")
        level = Level.ERROR if language in never else Level.WARNING
        if catalog.site.bureau in catalog.contacts:
            yield "contact", catalog.site.bureau, Violation(("languages",), sentence, hint, level)
        else:
            yield "site", "site", Violation(("bureau",), sentence, hint, level)


LANGUAGE_UNSPOKEN = Rule(
    "language-unspoken",
    Sentence("本站的每种语言都有窗口使用。", "Each language of the site is spoken at a contact."),
    [DatedPortalCheck(check_language_unspoken, whole=True)],
)


def check_route_missing(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield origins and sectors without a contact in a language; a language of no contact at all is another rule's.

    It is a warning where a contact that has lapsed answered them.
    """
    for language in LANGUAGES:
        silent = language in unspoken(catalog, day)
        for origin in (None, *catalog.origins.values()) if not silent else ():
            yield from _missing(catalog, day, language, origin)


def _missing(catalog: Catalog, day: date, language: Language, origin: Origin | None) -> Iterator[Located]:
    known = origin.id if origin else None
    reached = reached_sectors(catalog, day, origin=known, language=language)
    lost = [sector for sector in catalog.sectors.values() if sector.id not in reached]
    if not lost:
        return
    before = reached_sectors(catalog, BEFORE_ANY_LAPSED, origin=known, language=language)
    never = [sector.name for sector in lost if sector.id not in before]
    lapsed = [sector.name for sector in lost if sector.id in before]
    for names, level in ((never, Level.ERROR), (lapsed, Level.WARNING)):
        if names:
            yield _route_missing(names, level, language, origin)


def _route_missing(names: Sequence[Text], level: Level, language: Language, origin: Origin | None) -> Located:
    zh, en = "、".join(name.zh for name in names), ", ".join(name.en for name in names)
    speech = NAMES[language]
    if origin is None:
        sentence = Sentence(
            f"来源地不明、使用{speech.zh}的投资者应有窗口可找，以下产业没有：{zh}。",
            f"An investor of unknown origin who reads {speech.en} must reach a contact; none for {en}.",
        )
        hint = Sentence(
            "投资促进局（bureau）的窗口应覆盖全部地区和产业。",
            "The bureau's contact should cover all regions and sectors.",
        )
        return "site", "site", Violation(("bureau",), sentence, hint, level)
    sentence = Sentence(
        f"来自“{origin.name.zh}”、使用{speech.zh}的投资者应有窗口可找，以下产业没有：{zh}。",
        f"An investor from “{origin.name.en}” who reads {speech.en} must reach a contact; none for {en}.",
    )
    hint = Sentence("给一个窗口补上该地区、产业或语言。", "Give a contact this region, sector or language.")
    return "origin", origin.id, Violation((), sentence, hint, level)


ROUTE_MISSING = Rule(
    "route-missing",
    Sentence(
        "任何来源地、产业、语言都有今天能联系的窗口。", "Every origin, sector and language reaches a contact today."
    ),
    [DatedPortalCheck(check_route_missing, whole=True)],
)
