"""The data that ``/search/`` looks through: every record and every hand-written page, in all languages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from investment_portal.content.traditional import traditional_pairs
from investment_portal.formatting.words import SYNONYM
from investment_portal.outputs.output import BuildContext, Output
from investment_portal.outputs.search.answers import answers
from investment_portal.outputs.search.data_script import FOLDER, data_script
from investment_portal.outputs.search.shards import (
    PAGES,
    hashed_script,
    headings,
    manifest,
    page_files,
    record_shards,
    shard_members,
    signs_of_names,
    texts,
)

SEPARATORS = re.compile(r"\s*[、,，;；\n]\s*")
"""Separators of the terms of a group of synonyms."""


def search_parts(build: BuildContext) -> Iterator[tuple[str, int]]:
    """Yield the parts; each is made in all languages at once, since each of its projects is loaded once."""
    yield PAGES, 0
    for part in ("headings", "texts"):
        yield from ((part, number) for number in range(record_shards(build.data, part)))


def search_data(build: BuildContext, part: str, number: int) -> Iterator[tuple[str, str]]:
    """Yield the data scripts of a part in each language."""
    projects = cache(build.data.project)
    for language, context in build.contexts.items():
        if part == PAGES:
            yield from page_files(context, build.content_documents[language])
        elif part == "headings":
            yield headings(context, build.data, number)
        else:
            yield texts(context, build.data, number, projects)


def _depends(build: BuildContext, part: str, number: int) -> Sequence[object]:
    """Return the fingerprints of the hand-written pages, or of the projects of the shard."""
    if part == PAGES:
        return list(build.content_keys.values())
    digests = build.data.digests.summaries if part == "headings" else build.data.digests.projects
    members = shard_members(build.data, part, number)
    return [(record.id, digests[record.id]) for kind, record in members if kind == "project"]


def search_answers(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield the direct answers of each language."""
    for language, context in build.contexts.items():
        yield hashed_script(f"search.{language}.answers", answers(context))


def search_words(build: BuildContext) -> Iterator[tuple[str, str]]:
    """Yield what the search and the list of projects know about words: synonyms and Traditional characters."""
    yield data_script("search.words", {"synonyms": synonyms(build), "traditional": traditional_pairs()})


def synonyms(build: BuildContext) -> dict[str, list[str]]:
    """Return the groups of synonyms by name, those of all languages joined."""
    groups: dict[str, list[str]] = {}
    for context in build.contexts.values():
        for name, terms in context.words.group(SYNONYM).items():
            groups.setdefault(name, []).extend(term for term in SEPARATORS.split(terms.strip()) if term)
    return {name: list(dict.fromkeys(terms)) for name, terms in groups.items()}


def search_signs(build: BuildContext) -> str:
    """Return the Chinese signs of all names, on which the manifest depends besides the other files."""
    return signs_of_names(build.data)


def search_manifests(build: BuildContext, signs: str, sizes: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield the manifest of each language, once all other files of the search are there."""
    for context in build.contexts.values():
        yield manifest(context, signs, sizes)


def is_search_data(path: str) -> bool:
    """Return whether a path is that of a file that a manifest lists."""
    return path.startswith(f"{FOLDER}/search.")


OUTPUT = Output(search_data, _depends, search_parts)
ANSWERS = Output(search_answers)
WORDS = Output(search_words)
