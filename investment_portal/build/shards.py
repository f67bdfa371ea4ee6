"""Pages rendered in shards, by this process or by workers: what a shard is given, and what it gives back."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from investment_portal.build.built_pages import PageFindings, findings_in, is_article
from investment_portal.build.site_links import LinkTargets
from investment_portal.languages import Language
from investment_portal.models.site import site_root
from investment_portal.publish.site import PublishedSite, StagedFile, Staging
from investment_portal.rendering.pages import ContentInput, PageInput, ProjectInput, RenderState
from investment_portal.share_cards.card import CardInput, CardStyle


class PageJob(NamedTuple):
    """A page to render, or a picture to draw: path, key, language, input; ``last`` tells what the target has of it.

    ``twin`` is the path of the page as Markdown, which has the same key; nothing where there is none.
    """

    path: str
    key: str
    language: Language
    page: PageInput | CardInput
    last: str = ""
    twin: str = ""
    twin_last: str = ""


class RenderTask(NamedTuple):
    """The state of workers that render: what pages share, and where they stage them; a cluster returns them instead."""

    pages: RenderState
    staging: Staging | None
    cards: CardStyle | None


def keeps_page(site: PublishedSite, job: PageJob) -> bool:
    """Keep a page, and its Markdown, if both are as they were made under the same key."""
    if job.twin and not site.holds(job.twin, job.key):
        return False
    return site.keeps(job.path, job.key) and (not job.twin or site.keeps(job.twin, job.key))


def with_records(jobs: Sequence[PageJob], packed: Callable[[str], bytes]) -> list[PageJob]:
    """Return the jobs of a shard, those of projects with the packed record."""
    whole: dict[str, ProjectInput] = {}
    for job in jobs:
        if isinstance(job.page, ProjectInput) and job.page.name not in whole:
            whole[job.page.name] = replace(job.page, record=packed(job.page.name))
    return [job._replace(page=whole[job.page.name]) if isinstance(job.page, ProjectInput) else job for job in jobs]


def render_shard(
    task: RenderTask, jobs: Sequence[PageJob]
) -> tuple[list[tuple[str, str, bytes | StagedFile]], set[str], PageFindings]:
    """Return path, key and content of each page of a shard, or how it was staged, and the targets of their links.

    With them come the findings that the compliance report counts.
    """
    state, staging, style = task
    pages: list[tuple[str, str, bytes | StagedFile]] = []
    links = LinkTargets(site_root(state.catalog.site))
    findings: PageFindings = {}
    for job in jobs:
        if isinstance(job.page, CardInput):
            content = _drawn(job.page, style)
        else:
            html, markdown = state.render_files(job.language, job.page)
            content = html.encode()
            add = links.add if isinstance(job.page, ContentInput) else links.add_record_page
            add(job.path, content)
            page_findings = findings_in(job.path, content, article=is_article(job.page))
            if page_findings:
                findings[job.path] = page_findings
        pages.append((job.path, job.key, staging.stage(job.path, content, job.last) if staging else content))
        if job.twin:
            text = markdown.encode()
            pages.append((job.twin, job.key, staging.stage(job.twin, text, job.twin_last) if staging else text))
    return pages, links.targets, findings


def _drawn(picture: CardInput, style: CardStyle | None) -> bytes:
    from investment_portal.share_cards.drawing import draw  # noqa: PLC0415 - only where a card is new

    if style is None:
        raise TypeError("cards are drawn in a style")
    return draw(picture.card, style, picture.file)
