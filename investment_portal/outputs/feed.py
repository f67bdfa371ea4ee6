"""``feed.xml`` of each language: the latest changes as an Atom feed (RFC 4287)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from html import escape
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring
from zoneinfo import ZoneInfo

from investment_portal.components.context import Context
from investment_portal.history.wording import title
from investment_portal.languages import language_path
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import site_root
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.pages.changes.entries import note_of, shifts_of
from investment_portal.pages.changes.happenings import ChangeType, Happening

ATOM = "http://www.w3.org/2005/Atom"
BEGINNING = date(1970, 1, 1)
"""Update time of a feed without entries, which the format requires."""

CHANGES = "changes/"
"""The page that tells all changes, those of records without a page too."""

TEXT = str.maketrans(dict.fromkeys((*range(9), 11, 12, *range(14, 32)), None))
"""Signs that XML cannot hold; records have none of them, wherever else a text came from."""


def feeds(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the feed of each language."""
    happenings = build.happenings
    for language_context in build.contexts.values():
        context = language_context.for_page("", happenings.projects, language_context.history, language_context.day)
        yield f"{language_path(context.language)}feed.xml", _feed(context, happenings.shown)


def _feed(context: Context, happenings: Sequence[Happening]) -> str:
    site, language = context.catalog.site, context.language
    root = site_root(site) + language_path(language)
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(feed, "title", context.words("change_feed_title", site=site.name.in_(language)))
    _add(feed, "subtitle", context.words["change_feed_subtitle"])
    _add(feed, "id", f"{root}feed.xml")
    _add(feed, "updated", _moment(max((happening.day for happening in happenings), default=BEGINNING), site.time_zone))
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{root}feed.xml"})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": root + CHANGES})
    _add(SubElement(feed, "author"), "name", site.organiser.in_(language))
    for happening in happenings:
        _entry(feed, context, happening, root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _entry(feed: Element, context: Context, happening: Happening, root: str) -> None:
    words, language = context.words, context.language
    entry = SubElement(feed, "entry")
    name = title(happening.record).in_(language)
    kind = KINDS[happening.kind].label.in_(language)
    type_ = words[f"change_{happening.type.value}"]
    sentence = words("change_entry", what=type_.lower(), kind=kind, name=name)
    _add(entry, "title", sentence[:1].upper() + sentence[1:])
    # A tag address (RFC 4151) names the change for ever, whatever the page that tells it is called.
    host = urlsplit(root).hostname
    _add(
        entry,
        "id",
        f"tag:{host},{happening.day.isoformat()}:{language}/{happening.kind}/{happening.record.id}/{happening.type.value}",
    )
    _add(entry, "updated", _moment(happening.day, context.catalog.zone))
    page = context.record_address(happening.kind, happening.record.id) or CHANGES
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": root + page})
    SubElement(entry, "category", {"term": happening.kind, "label": kind})
    _add(entry, "content", _content(context, happening)).set("type", "html")


def _content(context: Context, happening: Happening) -> str:
    """Return the change as HTML, its texts escaped; for a publication the record's summary."""
    if happening.type is ChangeType.PUBLISHED:
        summary = getattr(happening.record, "summary", None)
        return f"<p>{escape(summary.in_(context.language))}</p>" if summary else ""
    note, _ = note_of(context, happening)
    shifts = shifts_of(context, happening.revision.fields) if happening.revision else []
    items = "".join(f"<li>{escape(shift.sentence)}</li>" for shift in shifts)
    return (f"<p>{escape(note)}</p>" if note else "") + (f"<ul>{items}</ul>" if items else "")


def _add(parent: Element, name: str, text: str) -> Element:
    child = SubElement(parent, name)
    child.text = text.translate(TEXT)
    return child


def _moment(day: date, zone: str) -> str:
    """Return the beginning of a day in a time zone."""
    return datetime.combine(day, time(), ZoneInfo(zone)).isoformat()


OUTPUT = Output(feeds, lambda build: build.happenings)
