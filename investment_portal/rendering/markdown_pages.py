"""The page of a record as Markdown, for readers that are programs: what the HTML says, without what needs a browser."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from investment_portal.components.context import Context
from investment_portal.components.parts import (
    Actions,
    Bullets,
    Card,
    Cards,
    Fact,
    Facts,
    Finished,
    Folded,
    KeyFigures,
    Link,
    Part,
    ProseBlock,
    Section,
    Shown,
    SourceLine,
    Steps,
    Table,
)
from investment_portal.components.timeline import Timeline
from investment_portal.formatting.html_to_markdown import link, markdown_of, plain_text
from investment_portal.formatting.words import Words
from investment_portal.pages.chains.position import ChainPosition, LinkStatus
from investment_portal.pages.page_kind import Page
from investment_portal.pages.projects.fragments import PROJECT, ContactFragment
from investment_portal.pages.projects.sections import ConditionSheet
from investment_portal.pages.shortcode import Blocks

MARKDOWN_FILE = "index.md"
"""The name of a page as Markdown, in the folder of its HTML."""

Render = Callable[[Context, Blocks], str]
"""Renders parts that have no form of their own here as HTML."""


class MarkdownPages:
    """Writes pages of one language as Markdown."""

    def __init__(self, words: Words, render: Render) -> None:
        """Take the words, and what renders a part as HTML."""
        self._words, self._render = words, render

    def page(self, context: Context, page: Page, fragments: Mapping[str, str], data: str) -> str:
        """Return a page; ``fragments`` are Markdown in the place of finished sections by id, ``data`` its record."""
        view = page.view
        blocks = [f"# {plain_text(view.title)}", plain_text(view.lead)]
        blocks += [f"> {self._shown(note)}" for note in view.notes]
        blocks.append(" · ".join(plain_text(badge.text) for badge in view.badges))
        blocks.append("\n".join(self._fact(fact) for fact in view.figures))
        for section in (*view.sections, *view.aside):
            blocks += self._section(context, section, fragments)
        about = [("markdown_page", context.canonical), ("markdown_data", data)]
        blocks.append("\n".join(f"- {self._words[word]}: <{address}>" for word, address in about if address))
        return "\n\n".join(filter(None, blocks)) + "\n"

    def _section(self, context: Context, section: Section | Finished, fragments: Mapping[str, str]) -> Iterator[str]:
        if isinstance(section, Finished):
            yield fragments.get(section.id) or markdown_of(section.html)
            return
        parts = [text for part in section.parts if (text := self._part(context, part))]
        if parts:
            yield f"## {plain_text(section.title)}"
            yield plain_text(section.note)
            yield from parts

    def _part(self, context: Context, part: Part) -> str:
        """Return a part as Markdown: the usual ones directly, any other from its HTML."""
        write = WRITERS.get(type(part))
        return write(self, context, part) if write else markdown_of(self._render(context, [part]))

    def _fact(self, fact: Fact) -> str:
        note = f" ({self._shown(fact.note)})" if fact.note else ""
        return f"- **{plain_text(fact.label)}**: {self._value(fact.value)}{note}"

    def _value(self, value: Shown | Link | tuple[Link, ...]) -> str:
        if isinstance(value, str):
            return self._shown(value)
        links = value if isinstance(value, tuple) else (value,)
        return self._words["separator"].join(self._link(target) for target in links)

    @staticmethod
    def _shown(text: Shown) -> str:
        return markdown_of(text) if isinstance(text, Markup) else plain_text(text)

    @staticmethod
    def _link(target: Link) -> str:
        note = f" ({plain_text(target.note)})" if target.note else ""
        return link(plain_text(target.text), target.href) + note if target.href else plain_text(target.text) + note

    def facts(self, _: Context, part: Facts) -> str:
        """Return labelled values as a list."""
        return "\n".join(self._fact(fact) for fact in part.facts)

    def prose(self, _: Context, part: ProseBlock) -> str:
        """Return running text."""
        return markdown_of(part.html)

    def bullets(self, _: Context, part: Bullets) -> str:
        """Return a list of sentences."""
        return "\n".join(f"- {self._shown(item)}" for item in part.items)

    def source(self, _: Context, part: SourceLine) -> str:
        """Return where figures come from."""
        return plain_text(part.text)

    def table(self, _: Context, part: Table) -> str:
        """Return a table."""
        head = [plain_text(name) for name in part.head]
        rows = [[self._value(cell.value) for cell in row] for row in part.rows]
        return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))

    def steps(self, _: Context, part: Steps) -> str:
        """Return numbered steps, their totals below."""
        lines = []
        for number, step in enumerate(part.steps, start=1):
            badge = f" ({plain_text(step.badge.text)})" if step.badge else ""
            lines.append(f"{number}. **{plain_text(step.title)}**{badge} {plain_text(step.text)}".rstrip())
            lines += [f"   {self._fact(fact)}" for fact in step.facts]
        return "\n".join([*lines, *(self._fact(fact) for fact in part.totals)])

    def cards(self, _: Context, part: Cards) -> str:
        """Return the records of a list, each in one entry."""
        return "\n".join(self._card(card) for card in part.cards) or plain_text(part.empty)

    def _card(self, card: Card | Finished) -> str:
        if isinstance(card, Finished):
            return markdown_of(card.html)
        facts = [f"{plain_text(fact.label)}: {self._value(fact.value)}" for fact in card.facts]
        texts = [plain_text(text) for text in (card.text, *card.line, *(badge.text for badge in card.badges)) if text]
        return f"- {link(plain_text(card.title), card.href)}: {'; '.join([*texts, *facts])}"

    def folded(self, context: Context, part: Folded) -> str:
        """Return what opens on demand, under its title."""
        inner = "\n\n".join(text for below in part.parts if (text := self._part(context, below)))
        return f"**{plain_text(part.title)}**\n\n{inner}"

    def finished(self, _: Context, part: Finished) -> str:
        """Return a part that was rendered before."""
        return markdown_of(part.html)

    def figures(self, _: Context, part: KeyFigures) -> str:
        """Return key figures as a list."""
        return "\n".join(self._fact(fact) for fact in part.figures)

    def timeline(self, _: Context, part: Timeline) -> str:
        """Return moments as a list."""
        return "\n".join(f"- {plain_text(moment.day)}: {plain_text(moment.title)}" for moment in part.moments)

    def conditions(self, _: Context, part: ConditionSheet) -> str:
        """Return the conditions of a site; whom to ask stands at each that is not known."""
        ask = f" ({self._link(part.contact)})" if part.contact else ""
        lines = [f"{self._fact(fact)}{'' if fact.known else ask}" for fact in part.conditions]
        return "\n\n".join(filter(None, (plain_text(part.label), "\n".join(lines), plain_text(part.ask))))

    def chain(self, _: Context, part: ChainPosition) -> str:
        """Return the links of a chain by stage, with the firms and the projects at each."""
        blocks = []
        for stage in part.stages:
            lines = [self._chain_link(place) for place in stage.links]
            blocks += [f"### {plain_text(stage.title)}", "\n".join(lines) or plain_text(stage.empty)]
        return "\n\n".join(filter(None, blocks))

    def _chain_link(self, place: LinkStatus) -> str:
        records = (("chain_firms", place.firms), ("chain_projects", place.projects))
        shown = [f"{self._words[word]}: {self._value(tuple(links))}" for word, links in records if links]
        return f"- {self._link(place.link)} ({plain_text(place.state.text)}) {'; '.join(shown)}".rstrip()

    def actions(self, _: Context, part: Actions) -> str:
        """Return the links of buttons as a list."""
        return "\n".join(f"- {self._link(target)}" for target in (*part.main, *part.links))


def shared_sections(policies: str, contacts: ContactFragment, project: str) -> dict[str, str]:
    """Return the fragments of a project's page as Markdown by the id of their section; each is turned once."""
    reached = markdown_of(PROJECT.join(contacts.literals)).replace(PROJECT, project)
    return {"policies": markdown_of(policies), "": reached}


WRITERS: Mapping[type[Part], Callable[[MarkdownPages, Context, Any], str]] = {
    Facts: MarkdownPages.facts,
    ProseBlock: MarkdownPages.prose,
    Bullets: MarkdownPages.bullets,
    SourceLine: MarkdownPages.source,
    Table: MarkdownPages.table,
    Steps: MarkdownPages.steps,
    Cards: MarkdownPages.cards,
    Folded: MarkdownPages.folded,
    Actions: MarkdownPages.actions,
    Finished: MarkdownPages.finished,
    KeyFigures: MarkdownPages.figures,
    Timeline: MarkdownPages.timeline,
    ConditionSheet: MarkdownPages.conditions,
    ChainPosition: MarkdownPages.chain,
}
"""How a part is written; what is not listed is turned from its HTML."""
