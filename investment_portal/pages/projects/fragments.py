"""Fragments: sections that many project pages of a language share, rendered once and spliced into each.

All project pages are at the same depth, so that relative addresses inside a fragment are right on all of them.
"""

from collections.abc import Callable, Iterable, Sequence
from urllib.parse import urlencode

from markupsafe import Markup, escape
from msgspec import field

from investment_portal.components.context import Context
from investment_portal.components.countdown import countdown_script
from investment_portal.components.fields import joined, rows
from investment_portal.components.incentives import gist
from investment_portal.components.parts import ContactCard, Fact, Link, Part, Section, SourceLine
from investment_portal.components.policy_dates import window
from investment_portal.domain.coverage import applying
from investment_portal.domain.incentives.declare import measured
from investment_portal.domain.summary import ProjectSummary
from investment_portal.models.controlled_values import PolicyStage
from investment_portal.models.park import Distance, Park
from investment_portal.models.policy import Policy
from investment_portal.models.project import Project
from investment_portal.models.site import Site, enterprise_types
from investment_portal.pages.contacts.routes import FirstContact, first_contact, ladder_contacts, route_section
from investment_portal.pages.matcher.links import ADDRESS as MATCHER
from investment_portal.pages.matcher.support import support_name
from investment_portal.pages.parks.schematic import schematic_section
from investment_portal.pages.shortcode import Blocks
from investment_portal.value import Value

AHEAD = (PolicyStage.SETTLING, PolicyStage.BUILDING, PolicyStage.PRODUCTION)
"""Stages of policies that apply to an investor who takes up a project."""

FEW = 3
"""As many types of enterprise are named; more are counted, and the policy's own page lists them."""


ROWS = 6
"""As many policies of the sector are shown before the others fold away."""


class IncentiveRow(Value):
    """One policy: its essence, who it is open to, and when one can apply."""

    title: str
    href: str
    gist: str
    why: str
    window: Fact


class IncentiveRows(Part):
    """The policies of a project as rows: the first of its sector, and folded away the others."""

    component = "incentive_rows"
    rows: Sequence[IncentiveRow]
    more_title: str
    more: Sequence[IncentiveRow]


class SupportEstimate(Part):
    """The place where the browser writes the total of support for a project; the link without a script."""

    component = "support_estimate"
    facts: str
    most: str
    source: str
    name: str
    link: Link


def reason(context: Context, sector: str, policy: Policy) -> str:
    """Return who a policy is open to, seen from a project of a sector: sector, types of enterprise, stages."""
    words = context.words
    helps = [stage for stage in AHEAD if policy.stages == "all" or stage in policy.stages]
    text = _sector(context, sector, policy) + _types(context, policy)
    if 0 < len(helps) < len(AHEAD):
        stages = words["and_last" if len(helps) == 2 else "separator"].join(  # noqa: PLR2004 - two, as in "both"
            words[f"project_stage_{stage.value}"] for stage in helps
        )
        text += words("project_why_stages", stages=stages)
    return text


def _sector(context: Context, sector: str, policy: Policy) -> str:
    if policy.sectors == "all":
        return context.words["project_why_every_sector"]
    if sector in policy.sectors:
        name = context.catalog.sectors[sector].name.in_(context.language)
        name = name if context.language == "zh" else name[0].lower() + name[1:]
        return context.words("project_why_sector", sector=name)
    # The project names a policy of other sectors: the department has the last word, and the page must not hide it.
    sectors = [context.catalog.sectors[id_].name for id_ in policy.sectors]
    return context.words("project_why_other_sector", sectors=joined(context, sectors))


def _types(context: Context, policy: Policy) -> str:
    """Return the types of enterprise in brackets: those that are left out, those included, or how many of all."""
    words, names = context.words, enterprise_types(context.catalog.site)
    if policy.enterprise_types == "all":
        return ""
    left_out = [type_ for type_ in names if type_ not in policy.enterprise_types]
    if not left_out:
        return ""
    if len(left_out) < FEW:
        return words("project_why_except", types=_type_names(context, left_out))
    if len(policy.enterprise_types) <= FEW:
        return words("project_why_types", types=_type_names(context, policy.enterprise_types))
    return words("project_why_many_types", count=len(policy.enterprise_types), all=len(names))


FACTS, MOST = "%%facts%%", "%%most%%"
"""Placeholders for the facts of a project in its section of policies."""


def _type_names(context: Context, types: Iterable[str]) -> str:
    """Return names of types of enterprise inside a sentence."""
    known = enterprise_types(context.catalog.site)
    names = [known[type_].in_(context.language) for type_ in types]
    if context.language == "en":
        names = [name[0].lower() + name[1:] for name in names]
    return context.words["separator"].join(names)


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
            section = policy_section(page_context, *name.policies)
            fragments.policies[policies] = render(page_context, [section]) if section.parts else ""
        if (contacts := text_of(name.contacts)) not in fragments.contacts:
            fragments.contacts[contacts] = _contacts(page_context, render, *name.contacts)
        if name.site and name.site not in fragments.sites:
            fragments.sites[name.site] = _site(
                page_context, render, [page_context.catalog.parks[park] for park in name.site.split()]
            )
    return fragments


def policy_section(context: Context, sector: str, named: Sequence[str]) -> Section:
    """Return the policies of a sector, or named, as rows; the others fold away below."""
    words, policies = context.words, applying(context.catalog, sector, tuple(named), context.day)
    particular = [policy for policy in policies if policy.sectors != "all" or policy.id in named] or list(policies)
    general = [policy for policy in policies if policy not in particular]
    if not policies:
        return Section("policies", words["policies_that_apply"], [])
    first, more = particular[:ROWS], [*particular[ROWS:], *general]
    rows = IncentiveRows(
        [_row(context, sector, policy) for policy in first],
        words.count("project_more_policies", len(more)),
        [_row(context, sector, policy) for policy in more],
    )
    note = words.count("project_policies_note", len(policies))
    parts: list[Part] = [estimate(context), rows, *countdown_script(context, policies)]
    return Section("policies", words["policies_that_apply"], parts, note)


def estimate(context: Context) -> SupportEstimate:
    """Return the place of a project's total; each page puts the facts of its project there."""
    link = Link(context.words["support_estimate"], context.href(f"{MATCHER}?{FACTS}"))
    name = support_name(context.language)
    return SupportEstimate(FACTS, MOST, context.shared(f"assets/data/{name}.js"), name, link)


def with_facts(html: str, project: Project, site: Site) -> Markup:
    """Put the facts of a project into its section of policies, for a certain and for a possible sum."""
    jobs = project.returns.jobs.value if project.returns.jobs else None
    ranges = [("investment", project.investment), ("jobs", jobs)]
    lower, upper = (
        {"sector": project.sector}
        | {
            name: str(round(measured(bound, site)))
            for name, figure in ranges
            if figure and (bound := getattr(figure, end)) is not None
        }
        for end in ("low", "high")
    )
    filled = html.replace(FACTS, escape(urlencode(lower))).replace(MOST, escape(urlencode(upper)))
    return Markup(filled)  # noqa: S704 - rendered by a template; the facts are escaped


def _row(context: Context, sector: str, policy: Policy) -> IncentiveRow:
    return IncentiveRow(
        policy.name.in_(context.language),
        context.record_href("policy", policy.id),
        gist(context, policy.benefits[0]),
        reason(context, sector, policy),
        window(context, policy, short=True),
    )


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
