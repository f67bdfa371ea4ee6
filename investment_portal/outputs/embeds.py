"""Cards of projects and lists for frames of other sites, without the portal's layout; oEmbed files describe the cards.

A card runs no script; a list has one script of the portal's own, which filters, and is complete without it. Any site
may show both: their policy says what they load, the settings for web servers that any site may frame them.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from investment_portal.components.badges import badges
from investment_portal.components.cards import project_card
from investment_portal.components.context import Context
from investment_portal.domain.summary import ProjectSummary
from investment_portal.history.history import History
from investment_portal.languages import language_path
from investment_portal.models.site import site_root
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.pages.data.published_records import json
from investment_portal.pages.embeds.addresses import (
    FOLDER,
    OEMBED,
    STYLE,
    STYLE_SOURCE,
    Frame,
    card_address,
    code,
    list_frames,
)

POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""The sources of a card; a list runs scripts of the portal as well."""

LISTED = 50
"""Projects of a list at most, the latest first: with styles and script it stays below 30 kB."""

CACHED = 24 * 60 * 60
"""Seconds for which readers of an oEmbed file may keep it."""

NEW_TAB = 'target="_blank" rel="noopener"'


def style(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the style sheet, with the colours of the portal."""
    if build.catalog.site.embeds:
        palette = build.catalog.site.palette
        text = STYLE_SOURCE.read_text("utf-8")
        yield STYLE, f"{text}:root {{\n  --main: {palette.main};\n  --accent: {palette.accent};\n}}\n"


def card_parts(build: BuildContext) -> Iterator[tuple[str]]:
    """Yield the ids of the projects."""
    if build.catalog.site.embeds:
        yield from ((id_,) for id_ in build.data.index.projects)


def card_files(build: BuildContext, id_: str) -> Iterator[tuple[str, str | bytes]]:
    """Yield the card of a project and its oEmbed file in each language, at its former ids as well."""
    project = build.data.index.projects[id_]
    for language, whole in build.contexts.items():
        for address in (id_, *project.formerly):
            context = _seeing(build, whole, project, card_address(address))
            folder = language_path(language)
            yield f"{folder}{context.address}index.html", _card(context, project)
        frame = Frame(card_address(id_), project.name.in_(language))
        yield f"{language_path(language)}projects/{id_}/{OEMBED}", json(_oembed(whole, frame))


def _seeing(build: BuildContext, whole: Context, project: ProjectSummary, address: str) -> Context:
    """Return the context of a card: its day is the latest edge of the project, as on the project's page."""
    day = max(build.data.base_day, build.data.days[project.id])
    return whole.for_page(address, {project.id: project}, History(), day)


def _card_depends(build: BuildContext, id_: str) -> tuple[object, ...]:
    data, project = build.data, build.data.index.projects[id_]
    day = max(data.base_day, data.days[id_])
    sector = data.digests.records["sector", project.sector]
    return build.words_digest, data.digests.site, data.digests.summaries[id_], sector, day.isoformat()


def _card(context: Context, project: ProjectSummary) -> str:
    card, site = project_card(context, project), context.catalog.site
    marks = " · ".join(escape(badge.text) for badge in badges(context, project))
    line = "".join(f"<li>{escape(text)}</li>" for text in card.line)
    page, name = context.record_href("project", project.id), site.name.in_(context.language)
    body = (
        f'<article class="embed-card"><p class="embed-badges">{marks}</p>'
        f'<h1><a href="{page}" {NEW_TAB}>{escape(card.title)}</a></h1><p>{escape(card.text)}</p>'
        f'<ul class="embed-facts">{line}</ul><p class="embed-foot">{escape(card.state)} · {escape(card.verified)}<br>'
        f'<a href="{context.href("")}" {NEW_TAB}>{escape(name)}</a></p></article>'
    )
    return _document(context, card.title, f"projects/{project.id}/", body)


def _oembed(context: Context, frame: Frame) -> dict[str, object]:
    site = context.catalog.site
    return {
        "version": "1.0",
        "type": "rich",
        "title": frame.name,
        "provider_name": site.name.in_(context.language),
        "provider_url": context.at("").canonical,
        "cache_age": CACHED,
        "html": code(context, frame),
        "width": frame.width,
        "height": frame.height,
    }


def list_parts(build: BuildContext) -> Iterator[tuple[str]]:
    """Yield the sectors, and nothing for the list of all."""
    if build.catalog.site.embeds:
        yield from ((sector,) for sector in ("", *build.catalog.sectors))


def list_files(build: BuildContext, sector: str) -> Iterator[tuple[str, str]]:
    """Yield the list of a sector, or of all, in each language."""
    projects = _listed(build, sector)
    for language, whole in build.contexts.items():
        frame = next(
            frame for frame in list_frames(whole) if frame.address == f"{FOLDER}list/{sector and f'{sector}/'}"
        )
        context = whole.for_page(frame.address, {project.id: project for project in projects}, History(), build.day)
        yield f"{language_path(language)}{frame.address}index.html", _list(context, frame, projects, sector)


def _listed(build: BuildContext, sector: str) -> list[ProjectSummary]:
    """Return the projects of a sector, or of all, that seek an investor, the latest first."""
    projects = [
        project
        for project in build.data.index.projects.values()
        if project.available(build.day) and (not sector or sector in (project.sector, *project.other_sectors))
    ]
    return sorted(projects, key=lambda project: (-project.published_on.toordinal(), project.id))


def _list_depends(build: BuildContext, sector: str) -> tuple[object, ...]:
    data, projects = build.data, _listed(build, sector)
    sectors = [data.digests.records["sector", id_] for id_ in build.catalog.sectors]
    shown = [data.digests.summaries[project.id] for project in projects[:LISTED]]
    return build.words_digest, data.digests.site, sectors, shown, len(projects), build.asset("embed_list")


def _list(context: Context, frame: Frame, projects: Sequence[ProjectSummary], sector: str) -> str:
    words, name = context.words, context.catalog.site.name.in_(context.language)
    shown = projects[:LISTED]
    title = frame.name if sector else name
    address = f"projects/?{urlencode({'sector': sector})}" if sector else "projects/"
    more = words("embed_more", count=len(projects), site=name)
    body = (
        f"<main><h1>{escape(title)}</h1>{_filter(context, shown, sector)}"
        f'<ul class="embed-list">{"".join(_entry(context, project) for project in shown)}</ul>'
        f'<p class="embed-foot"><a href="{escape(context.href(address))}" {NEW_TAB}>{escape(more)}</a></p></main>'
        f'<script defer src="{context.script("embed_list")}"></script>'
    )
    return _document(context, title, address.partition("?")[0], body, scripts=True)


def _filter(context: Context, projects: Sequence[ProjectSummary], sector: str) -> str:
    """Return the fields of the filter, which the script shows; a list of a sector asks for no sector."""
    words, catalog = context.words, context.catalog
    present = {id_ for project in projects for id_ in (project.sector, *project.other_sectors)}
    options = "".join(
        f'<option value="{id_}">{escape(record.name.in_(context.language))}</option>'
        for id_, record in catalog.sectors.items()
        if id_ in present
    )
    select = (
        f'<label for="embed-sector">{escape(words["embed_sector"])}</label><select id="embed-sector">'
        f'<option value="">{escape(words["embed_all"])}</option>{options}</select>'
    )
    return (
        f'<div class="embed-filter" role="search" hidden><label for="embed-text">{escape(words["embed_text"])}</label>'
        f'<input id="embed-text" type="search" maxlength="60">{"" if sector else select}</div>'
        f'<p class="embed-count" role="status" data-words="{escape(words["embed_count"])}"></p>'
    )


def _entry(context: Context, project: ProjectSummary) -> str:
    card = project_card(context, project, compact=True)
    example = [context.words["embed_example"]] if project.example else []
    line = " · ".join(escape(text) for text in (*card.line, card.state, *example))
    sectors = " ".join((project.sector, *project.other_sectors))
    link = f'<a href="{card.href}" {NEW_TAB}>{escape(card.title)}</a>'
    return f'<li data-sectors="{sectors}">{link}<small>{line}</small></li>'


def _document(context: Context, title: str, page: str, body: str, *, scripts: bool = False) -> str:
    """Return a whole page; ``page`` is the address of the portal's own page that says the same."""
    policy = {**POLICY, **({"script-src": "'self'"} if scripts else {})}
    sources = "; ".join(f"{name} {value}" for name, value in policy.items())
    canonical = f"{site_root(context.catalog.site)}{language_path(context.language)}{page}"
    return (
        f'<!doctype html>\n<html lang="{context.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{sources}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f'<title>{escape(title)}</title><link rel="canonical" href="{escape(canonical)}">'
        f'<link rel="stylesheet" href="{context.shared(STYLE)}"></head><body>{body}</body></html>\n'
    )


STYLES = Output(style, lambda build: build.data.digests.site, of_data=True)
CARDS = Output(card_files, _card_depends, card_parts, of_data=True)
LISTS = Output(list_files, _list_depends, list_parts, of_data=True)
