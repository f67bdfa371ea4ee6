"""Fragments: sections that many project pages of a language share, rendered once and spliced into each.

All project pages are at the same depth, so that relative addresses inside a fragment are right on all of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from markupsafe import Markup
from msgspec import field
from msgspec.structs import replace

from investment_portal.components.cards import policy_card
from investment_portal.components.context import Context
from investment_portal.components.countdown import countdown_script
from investment_portal.components.fields import joined, rows
from investment_portal.components.incentives import type_names
from investment_portal.components.parts import Card, ContactCard, Folded, Part, Section, SourceLine
from investment_portal.components.sections import cards
from investment_portal.domain.coverage import applying
from investment_portal.domain.summary import ProjectSummary
from investment_portal.memo import memoized
from investment_portal.models.controlled_values import PolicyStage
from investment_portal.models.park import Distance, Park
from investment_portal.models.policy import Policy
from investment_portal.models.project import Project
from investment_portal.models.site import enterprise_types
from investment_portal.pages.contacts.routes import FirstContact, first_contact, ladder_contacts, route_section
from investment_portal.pages.parks.schematic import schematic_section
from investment_portal.pages.shortcode import Blocks
from investment_portal.value import Value

AHEAD = (PolicyStage.SETTLING, PolicyStage.BUILDING, PolicyStage.PRODUCTION)
"""Stages of policies that apply to an investor who takes up a project."""

FEW = 3
"""As many types of enterprise are named; more are counted, and the policy's own page lists them."""


def reasons(context: Context, project: Project, policy: Policy) -> list[str]:
    """Return the reasons, the strongest first, with audience and stage."""
    return reasons_of(context, project.sector, policy, named=policy.id in project.policies)


def reasons_of(context: Context, sector: str, policy: Policy, *, named: bool) -> list[str]:
    """Return the reasons, which are the same for all projects of a sector that name the policy, or do not."""
    first = [context.words["project_why_named"]] if named else []
    return [*first, _sector(context, sector, policy), *_terms(context, policy)]


def _sector(context: Context, sector: str, policy: Policy) -> str:
    if policy.sectors == "all":
        return context.words["project_why_every_sector"]
    if sector in policy.sectors:
        name = context.catalog.sectors[sector].name.in_(context.language)
        return context.words("project_why_sector", sector=name)
    # The project names a policy of other sectors: the department has the last word, and the page must not hide it.
    sectors = [context.catalog.sectors[id_].name for id_ in policy.sectors]
    return context.words("project_why_other_sector", sectors=joined(context, sectors))


def _terms(context: Context, policy: Policy) -> Iterator[str]:
    words = context.words
    if policy.enterprise_types == "all":
        yield words["project_why_every_type"]
    elif len(policy.enterprise_types) > FEW:
        yield words(
            "project_why_many_types",
            count=len(policy.enterprise_types),
            all=len(enterprise_types(context.catalog.site)),
        )
    else:
        yield words("project_why_types", types=type_names(context, policy))
    helps = [stage for stage in AHEAD if policy.stages == "all" or stage in policy.stages]
    if helps:
        yield words("project_why_stages", stages=joined(context, helps))


PROJECT = "%%project%%"
"""Placeholder for the project's id in the section of contacts; no id contains a percent sign."""

DISTANCES = (Distance, ("to", "km", "minutes"))

ADDRESS = "-/-/"
"""Any address as deep as that of a project's page."""

Render = Callable[[Context, Blocks], str]


class FragmentNames(Value):
    """The fragments of a project's page: by sector and named policies, by sector and own contacts, by parks."""

    policies: tuple[str, tuple[str, ...]]
    contacts: tuple[str, tuple[str, ...]]
    site: str


class ContactFragment(Value):
    """The section of contacts: the literals around the project's id, and the first contact."""

    literals: list[str]
    first: ContactCard | None
    contact: FirstContact | None

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
        " ".join(project.place.all_parks),
    )


def text_of(name: tuple[str, tuple[str, ...]]) -> str:
    """Return a name as one text."""
    sector, ids = name
    return " ".join((sector, *ids))


def render_fragments(context: Context, render: Render, names: Iterable[FragmentNames]) -> Fragments:
    """Render the fragments of these names; ``render`` turns sections into HTML."""
    page_context, fragments = context.at(ADDRESS), Fragments()
    for name in names:
        if (policies := text_of(name.policies)) not in fragments.policies:
            section = _policies(page_context, *name.policies)
            fragments.policies[policies] = render(page_context, [section]) if section.parts else ""
        if (contacts := text_of(name.contacts)) not in fragments.contacts:
            fragments.contacts[contacts] = _contacts(page_context, render, *name.contacts)
        if name.site and name.site not in fragments.sites:
            fragments.sites[name.site] = _site(
                page_context, render, [page_context.catalog.parks[park] for park in name.site.split()]
            )
    return fragments


def _policies(context: Context, sector: str, named: Sequence[str]) -> Section:
    """Return the policies of a sector, or named, as cards; those open to all sectors fold away below."""
    words, policies = context.words, applying(context.catalog, sector, tuple(named), context.day)
    particular = [policy for policy in policies if policy.sectors != "all" or policy.id in named] or list(policies)
    general = [policy for policy in policies if policy not in particular]
    shown = cards([_card(context, sector, policy, policy.id in named) for policy in particular], rows=True)
    if general:
        more = cards([_card(context, sector, policy, policy.id in named) for policy in general], rows=True)
        shown.append(Folded(words.count("project_more_policies", len(general)), more))
    note = words.count("project_policies_note", len(policies))
    return Section("policies", words["policies_that_apply"], [*shown, *countdown_script(context, policies)], note)


@memoized
def _card(context: Context, sector: str, policy: Policy, named: bool) -> Card:  # noqa: FBT001 - memoized functions take their arguments in order
    """Return a policy's card with the reasons why it applies."""
    reasons = reasons_of(context, sector, policy, named=named)
    return replace(policy_card(context, policy), text=context.words["semicolon"].join(reasons))


def _contacts(context: Context, render: Render, sector: str, contacts: Sequence[str]) -> ContactFragment:
    section = route_section(context, sector=sector, contacts=contacts, project=PROJECT)
    cards, contact = ladder_contacts(section), first_contact(context, sector, contacts)
    return ContactFragment(render(context, [section]).split(PROJECT), cards[0] if cards else None, contact)


def _site(context: Context, render: Render, parks: Sequence[Park]) -> SiteFragment:
    drawn = [park for park in parks if park.spot]
    schematic: list[Part] = [part for park in drawn for part in schematic_section(context, park).parts]
    distances: list[Part] = []
    for park in parks:
        caption = context.words("project_distances", park=park.name.in_(context.language))
        table = rows(context, caption, *DISTANCES, park.distances)
        distances += [SourceLine(caption), *table] if table else []
    note = context.words["project_site_note"] if drawn else ""
    return SiteFragment(render(context, schematic), render(context, distances), note)
