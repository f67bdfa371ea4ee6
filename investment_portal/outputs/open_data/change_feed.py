"""``data/v1/changes.json``: the latest changes in both languages (JSON Feed 1.1, with a group of fields of our own)."""

from collections.abc import Iterator
from typing import Any

from investment_portal.history.wording import title
from investment_portal.languages import LANGUAGES, Language
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import site_root
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.pages.changes.entries import note_of, shifts_of
from investment_portal.pages.changes.happenings import Happening
from investment_portal.pages.data.published_records import FOLDER, PUBLISHED_KINDS, json, record_path

FEED = "https://jsonfeed.org/version/1.1"
PATH = f"{FOLDER}changes.json"


def change_feed(build: BuildContext) -> Iterator[tuple[str, bytes]]:
    """Yield the feed; the text of an entry is in the first language, ``_change`` holds it in all."""
    site = build.catalog.site
    first = LANGUAGES[0]
    feed = {
        "version": FEED,
        "title": build.contexts[first].words("change_feed_title", site=site.name.in_(first)),
        "home_page_url": site_root(site),
        "feed_url": site_root(site) + PATH,
        "language": first,
        "authors": [{"name": site.organiser.in_(first)}],
        "items": [_item(build, happening) for happening in build.happenings.shown],
    }
    yield PATH, json(feed)


def _item(build: BuildContext, happening: Happening) -> dict[str, Any]:
    root, kind, record = site_root(build.catalog.site), happening.kind, happening.record
    text = {language: _text(build, language, happening) for language in LANGUAGES}
    name = {language: title(record).in_(language) for language in LANGUAGES}
    published = kind in PUBLISHED_KINDS.values()
    return {
        "id": f"{root}changes/#{happening.key}",
        "url": root + (KINDS[kind].address(record.id) or "changes/"),
        "title": name[LANGUAGES[0]],
        "content_text": text[LANGUAGES[0]],
        "date_published": f"{happening.day.isoformat()}T00:00:00Z",
        "_change": {
            "day": happening.day.isoformat(),
            "type": happening.type.value,
            "kind": kind,
            "record": record.id,
            "name": name,
            "text": text,
            "data": root + record_path(kind, record.id) if published else None,
        },
    }


def _text(build: BuildContext, language: Language, happening: Happening) -> str:
    """Return what happened, in words."""
    projects, whole = build.happenings.projects, build.contexts[language]
    context = whole.for_page("", projects, whole.history, whole.day)
    note, _ = note_of(context, happening)
    shifts = shifts_of(context, happening.revision.fields) if happening.revision else []
    parts = [part for part in (note, *(shift.sentence for shift in shifts)) if part]
    return "\n".join(parts) or context.words[f"change_{happening.type.value}"]


OUTPUT = Output(change_feed, lambda build: build.happenings)
