"""``llms.txt`` of each language: what assistants can read, in Markdown (llmstxt.org, version 2 of August 2026)."""

from collections.abc import Iterable, Iterator
from typing import Any

from investment_portal.components.context import Context
from investment_portal.formatting.html_to_markdown import link, plain_text
from investment_portal.languages import LANGUAGES, language_path
from investment_portal.models.kinds import KINDS
from investment_portal.models.site import site_root
from investment_portal.models.text import name_of
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.pages.data.published_records import FOLDER, PUBLISHED_KINDS
from investment_portal.rendering.markdown_pages import MARKDOWN_FILE

NAME = "llms.txt"
LISTED = ("project", "policy", "park", "sector", "chain", "firm", "event")
"""Kinds of records whose pages are listed."""

MOST = 200
"""Records of a kind that are listed; of more the list of the data says all."""

DESCRIPTIONS = ("openapi.json", "datapackage.json", "catalog.jsonld", "changes.json")


def assistants_index(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the file of each language: the data, the pages, and the records by kind."""
    for language, context in build.contexts.items():
        site = context.catalog.site
        others = [f"{site_root(site)}{language_path(other)}{NAME}" for other in LANGUAGES if other != language]
        blocks = [
            f"# {plain_text(site.name.in_(language))}",
            f"> {plain_text(site.description.in_(language))}",
            context.words["llms_about"],
            *_data(context),
            *_section(context.words["llms_pages"], _pages(build, context)),
        ]
        for kind in LISTED:
            records = build.data.index.projects if kind == "project" else context.catalog.records[kind]
            name = plain_text(context.column_name(kind))
            blocks += _section(name, _records(context, kind, list(records.values())))
        blocks += _section("Optional", [link(context.words["llms_other"], other) for other in others])
        yield f"{language_path(language)}{NAME}", "\n\n".join(blocks) + "\n"


def _section(title: str, entries: Iterable[str]) -> list[str]:
    """Return a heading and its list; nothing where the list is empty."""
    lines = [f"- {entry}" for entry in entries]
    return [f"## {title}", "\n".join(lines)] if lines else []


def _data(context: Context) -> list[str]:
    """Return the files of the open data: a list of each kind, and what describes them."""
    root = f"{site_root(context.catalog.site)}{FOLDER}"
    lists = [
        f"{link(f'{name}.json', f'{root}{name}.json')}: {KINDS[kind].label.in_(context.language)}"
        for name, kind in PUBLISHED_KINDS.items()
    ]
    return _section(context.words["llms_data"], [*lists, *(link(name, f"{root}{name}") for name in DESCRIPTIONS)])


def _pages(build: BuildContext, context: Context) -> Iterator[str]:
    root = _root(context)
    for document in build.content_documents[context.language]:
        heading = document.heading
        yield _entry(heading.title, f"{root}{heading.id}", heading.summary)


def _records(context: Context, kind: str, records: list[Any]) -> Iterator[str]:
    """Yield the first records of a kind; the Markdown of a page where there is any, else the page."""
    root, file = _root(context), MARKDOWN_FILE if context.catalog.site.markdown_pages else ""
    for record in records[:MOST]:
        summary = getattr(record, "summary", None)
        address = f"{root}{KINDS[kind].address(record.id)}{file}"
        yield _entry(name_of(record).in_(context.language), address, summary.in_(context.language) if summary else "")
    if len(records) > MOST:
        name = next(name for name, published in PUBLISHED_KINDS.items() if published == kind)
        address = f"{site_root(context.catalog.site)}{FOLDER}{name}.json"
        yield link(context.words("llms_more", count=len(records)), address)


def _entry(name: str, address: str, summary: str) -> str:
    text = link(plain_text(name), address)
    return f"{text}: {plain_text(summary)}" if summary else text


def _root(context: Context) -> str:
    return site_root(context.catalog.site) + language_path(context.language)


OUTPUT = Output(
    assistants_index,
    lambda build: (
        list(build.content_keys.values()),
        list(build.data.digests.summaries.items())[:MOST],
        len(build.data.digests.summaries),
    ),
)
