"""Atom feeds (RFC 4287) in each language: all changes, and those of each topic; a list of the feeds (OPML 2.0)."""

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
from investment_portal.outputs.output import FEED_LIMIT, BuildContext, Output
from investment_portal.pages.changes.entries import note_of, shifts_of
from investment_portal.pages.changes.happenings import ChangeType, Happening, Happenings, latest
from investment_portal.pages.changes.topics import topics

ATOM = "http://www.w3.org/2005/Atom"
BEGINNING = date(1970, 1, 1)
"""Update time of a feed without entries, which the format requires."""

CHANGES = "changes/"
"""The page that tells all changes, those of records without a page too."""

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

TEXT = str.maketrans(dict.fromkeys((*range(9), 11, 12, *range(14, 32)), None))
"""Signs that XML cannot hold; records have none of them, wherever else a text came from."""


def feeds(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the feed of all changes in each language."""
    for context in build.contexts.values():
        words, site = context.words, context.catalog.site
        title_ = words("change_feed_title", site=site.name.in_(context.language))
        path = f"{language_path(context.language)}feed.xml"
        yield path, _feed(_seeing(context, build.happenings), build.happenings.shown, path, title_, CHANGES)


def topic_parts(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield kind and id of each topic."""
    yield from ((topic.kind, topic.id) for topic in topics(build.catalog))


def topic_feeds(build: BuildContext, kind: str, id_: str) -> Iterator[tuple[str, str]]:
    """Yield the feed of a topic in each language, at the former addresses of its page as well."""
    topic = next(topic for topic in topics(build.catalog) if (topic.kind, topic.id) == (kind, id_))
    happenings = _of_topic(build, kind, id_)
    for context in build.contexts.values():
        site = context.catalog.site.name.in_(context.language)
        name = topic.name(context)
        title_ = context.words("change_feed_topic", site=site, topic=name)
        for page in topic.pages(context.catalog):
            path = f"{language_path(context.language)}{page}feed.xml"
            yield path, _feed(_seeing(context, happenings), happenings.shown, path, title_, topic.page)


def _of_topic(build: BuildContext, kind: str, id_: str) -> Happenings:
    """Return the latest changes of a topic."""
    topic = next(topic for topic in topics(build.catalog) if (topic.kind, topic.id) == (kind, id_))
    changes = [change for change in build.dated_changes if topic.includes(change[2], change[3])]
    return latest(build.data, changes, FEED_LIMIT)


def feed_list(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the list of all feeds of each language, which feed readers take up at once."""
    for context in build.contexts.values():
        site, language = context.catalog.site, context.language
        root = site_root(site) + language_path(language)
        opml = Element("opml", {"version": "2.0"})
        _add(SubElement(opml, "head"), "title", site.name.in_(language))
        body = SubElement(opml, "body")
        every = context.words("change_feed_title", site=site.name.in_(language))
        named = [(every, "", CHANGES)]
        named += [(topic.name(context), topic.page, topic.page) for topic in topics(build.catalog)]
        for text, folder, page in named:
            addresses = {"xmlUrl": f"{root}{folder}feed.xml", "htmlUrl": root + page}
            SubElement(body, "outline", {"type": "rss", "text": text, **addresses})
        yield f"{language_path(language)}feeds.opml", f"{HEAD}{tostring(opml, encoding='unicode')}\n"


def _seeing(context: Context, happenings: Happenings) -> Context:
    """Return the context that sees the projects of some changes."""
    return context.for_page("", happenings.projects, context.history, context.day)


def _feed(context: Context, happenings: Sequence[Happening], path: str, name: str, page: str) -> str:
    """Return a feed: its path, its name, and the page of which it tells the changes."""
    site, language = context.catalog.site, context.language
    root = site_root(site) + language_path(language)
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(feed, "title", name)
    _add(feed, "subtitle", context.words["change_feed_subtitle"])
    _add(feed, "id", site_root(site) + path)
    _add(feed, "updated", _moment(max((happening.day for happening in happenings), default=BEGINNING), site.time_zone))
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": site_root(site) + path})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": root + page})
    _add(SubElement(feed, "author"), "name", site.organiser.in_(language))
    for happening in happenings:
        _entry(feed, context, happening, root)
    return f"{HEAD}{tostring(feed, encoding='unicode')}\n"


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
TOPICS = Output(topic_feeds, _of_topic, topic_parts)
LIST = Output(feed_list)
