"""Fragments: the sections that many project pages of a language share, rendered once and spliced in as they are.

All project pages stand at the same depth, so that relative addresses inside a fragment hold on all of them.
"""

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup
from msgspec import field
from msgspec.structs import replace

from catalog.derive.coverage import applying
from catalog.memo import memoized
from catalog.model.park import Distance, Park
from catalog.model.policy import Policy
from catalog.value import Value
from catalog.views.cards import policy_card
from catalog.views.compose import cards
from catalog.views.context import Context
from catalog.views.desks import Whom, first_whom, ladder_desks, route_section
from catalog.views.parts import Card, Desk, Folded, Part, Section, SourceLine
from catalog.views.reasons import reasons_of
from catalog.views.rows import rows
from catalog.views.schematic import schematic_section
from catalog.views.slots.slot import Blocks
from investment_portal.components.countdown import countdown_script
from investment_portal.domain.summary import ProjectSummary

PROJECT = "%%project%%"
"""Stands for the project's id in the section of contacts; no id holds a percent sign."""

DISTANCES = (Distance, ("to", "km", "minutes"))

ADDRESS = "-/-/"
"""Any address as deep as that of a project's page."""

Render = Callable[[Context, Blocks], str]


class FragmentNames(Value):
    """The fragments of a project's page: by sector and named policies, by sector and own contacts, by park."""

    policies: tuple[str, tuple[str, ...]]
    contacts: tuple[str, tuple[str, ...]]
    site: str


class ContactFragment(Value):
    """The section of contacts: literals between which the project's id stands, and the contact to turn to first."""

    literals: list[str]
    first: Desk | None
    whom: Whom | None

    def html(self, project: str) -> Markup:
        """Return the section of a project's page."""
        return Markup(project.join(self.literals))  # noqa: S704 - rendered by a template; an id has no sign to escape


class SiteFragment(Value):
    """Where the projects of a park stand: the schematic before, and the distances behind a project's own position."""

    schematic: str
    distances: str
    note: str


class Fragments(Value):
    """The fragments of one language, by their names as one text each."""

    policies: dict[str, str] = field(default_factory=dict)
    contacts: dict[str, ContactFragment] = field(default_factory=dict)
    sites: dict[str, SiteFragment] = field(default_factory=dict)

    def holds(self, names: FragmentNames) -> bool:
        """Return whether all fragments of a page are there."""
        there = text_of(names.policies) in self.policies and text_of(names.contacts) in self.contacts
        return there and (not names.site or names.site in self.sites)

    def of(self, names: FragmentNames) -> tuple[str, ContactFragment, SiteFragment | None]:
        """Return the fragments of a page."""
        policies, contacts = text_of(names.policies), text_of(names.contacts)
        return self.policies[policies], self.contacts[contacts], self.sites.get(names.site)

    def add(self, more: "Fragments") -> None:
        """Add fragments."""
        self.policies.update(more.policies)
        self.contacts.update(more.contacts)
        self.sites.update(more.sites)


def names_of(project: ProjectSummary) -> FragmentNames:
    """Return the names of the fragments of a project's page."""
    return FragmentNames(
        (project.sector, tuple(project.policies)),
        (project.sector, tuple(dict.fromkeys(project.contacts))),
        project.place.park or "",
    )


def text_of(name: tuple[str, tuple[str, ...]]) -> str:
    """Return a name as one text."""
    sector, ids = name
    return " ".join((sector, *ids))


def render_fragments(context: Context, render: Render, names: Iterable[FragmentNames]) -> Fragments:
    """Render the fragments of these names; ``render`` turns sections into HTML."""
    here, made = context.at(ADDRESS), Fragments()
    for name in names:
        if (policies := text_of(name.policies)) not in made.policies:
            section = _policies(here, *name.policies)
            made.policies[policies] = render(here, [section]) if section.parts else ""
        if (contacts := text_of(name.contacts)) not in made.contacts:
            made.contacts[contacts] = _contacts(here, render, *name.contacts)
        if name.site and name.site not in made.sites:
            made.sites[name.site] = _site(here, render, here.catalog.parks[name.site])
    return made


def _policies(context: Context, sector: str, named: Sequence[str]) -> Section:
    """Return the policies of a sector, or named, as cards; those open to all sectors fold away below."""
    words, found = context.words, applying(context.catalog, sector, tuple(named), context.day)
    own = [policy for policy in found if policy.sectors != "all" or policy.id in named] or list(found)
    general = [policy for policy in found if policy not in own]
    shown = cards([_card(context, sector, policy, policy.id in named) for policy in own], rows=True)
    if general:
        more = cards([_card(context, sector, policy, policy.id in named) for policy in general], rows=True)
        shown.append(Folded(words.count("project_more_policies", len(general)), more))
    note = words.count("project_policies_note", len(found))
    return Section("policies", words["policies_that_apply"], [*shown, *countdown_script(context, found)], note)


@memoized
def _card(context: Context, sector: str, policy: Policy, named: bool) -> Card:  # noqa: FBT001 - memoized functions take their arguments in order
    """Return a policy's card with the reasons why it applies."""
    reasons = reasons_of(context, sector, policy, named=named)
    return replace(policy_card(context, policy), text=context.words["semicolon"].join(reasons))


def _contacts(context: Context, render: Render, sector: str, contacts: Sequence[str]) -> ContactFragment:
    section = route_section(context, sector=sector, contacts=contacts, project=PROJECT)
    desks, whom = ladder_desks(section), first_whom(context, sector, contacts)
    return ContactFragment(render(context, [section]).split(PROJECT), desks[0] if desks else None, whom)


def _site(context: Context, render: Render, park: Park) -> SiteFragment:
    schematic: Sequence[Part] = schematic_section(context, park).parts if park.spot else []
    caption = context.words("project_distances", park=park.name.in_(context.language))
    table = rows(context, caption, *DISTANCES, park.distances)
    distances: list[Part] = [SourceLine(caption), *table] if table else []
    note = context.words["project_site_note"] if park.spot else ""
    return SiteFragment(render(context, schematic), render(context, distances), note)
