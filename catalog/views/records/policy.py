"""The page of a policy: in brief, standard, conditions, papers, steps with totals, basis."""

from collections.abc import Iterator

from catalog.model.base import label_of
from catalog.model.policy import Policy, Span
from catalog.show.values import show
from catalog.views.badges import badges, freshness
from catalog.views.benefits import benefit
from catalog.views.compose import bullets, filled, prose
from catalog.views.context import Context
from catalog.views.desks import route_section
from catalog.views.fields import facts, make_fact
from catalog.views.page import Page, PageKind
from catalog.views.parts import (
    Bullets,
    Fact,
    Facts,
    Link,
    Part,
    RecordView,
    Section,
)
from catalog.views.procedure import eligibility, materials, steps
from catalog.views.provenance import crumbs, notes, provenance


def pages(context: Context) -> Iterator[Page]:
    """Give the page of every policy."""
    for policy in context.catalog.policies.values():
        here = context.at(context.record_address("policy", policy.id))
        yield Page(
            here.address,
            "policies",
            policy.name.in_(here.language),
            policy.summary.in_(here.language),
            view(here, policy),
            policy.published_on.isoformat(),
            policy.issuer.in_(here.language),
        )


def view(context: Context, policy: Policy) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    sections = [
        Section("brief", words["in_brief"], [Facts(_brief(context, policy), wide=True)]),
        Section(
            "benefits",
            _label(context, "benefits"),
            [Bullets([benefit(one, context) for one in policy.benefits])],
            words["estimate_note"],
        ),
        Section("eligibility", _label(context, "eligibility"), eligibility(context, policy)),
        Section("conditions", _label(context, "conditions"), bullets(context, policy.conditions)),
        Section("materials", _label(context, "materials"), materials(context, policy)),
        Section("steps", _label(context, "steps"), steps(context, policy)),
        Section(
            "interpretation",
            _label(context, "interpretation"),
            prose(context, policy.interpretation),
        ),
        Section(
            "basis", words["basis"], [Facts(_basis(context, policy), wide=True), *bullets(context, policy.legal_basis)]
        ),
        provenance(context, policy),
    ]
    return RecordView(
        title=policy.name.in_(language),
        lead=policy.summary.in_(language),
        crumbs=crumbs(context, "policy"),
        badges=[*badges(context, policy), freshness(context, policy)],
        sections=filled(sections),
        aside=[
            route_section(context, sector=None if policy.sectors == "all" else policy.sectors[0], own=policy.contact),
            Section("claim", words["claim"], _claim(context, policy)),
        ],
        notes=[
            *notes(context, "policy", policy),
            *([] if policy.in_force(context.day) else [words["expired_policy_note"]]),
        ],
    )


def _label(context: Context, name: str) -> str:
    return label_of(Policy, name).in_(context.language)


def _brief(context: Context, policy: Policy) -> list[Fact]:
    shown = facts(context, policy, ("topic", "instrument", "sectors", "enterprise_types", "stages", "delivery"))
    shown.append(make_fact(context, _label(context, "effective"), span(context, policy.effective)))
    window = span(context, policy.window) if policy.window else context.words["window_always"]
    return [
        *shown,
        make_fact(context, _label(context, "window"), window),
        *facts(context, policy, ("state", "excludes"), known_only=True),
    ]


def span(context: Context, given: Span) -> str:
    """Write a time: from and until, or from on."""
    start = show(given.from_, context.language)
    if given.until is None:
        return context.words("from_on", start=start)
    return context.words("from_until", start=start, end=show(given.until, context.language))


def _basis(context: Context, policy: Policy) -> list[Fact]:
    shown = facts(context, policy, ("issuer", "document_no", "index_no", "issued_on"))
    review = policy.fair_competition_review
    done = (
        context.words("review_done", day=show(review.on, context.language))
        if review and review.done and review.on
        else context.words["review_open"]
    )
    shown.append(Fact(_label(context, "fair_competition_review"), done))
    return [*shown, *facts(context, policy, ("supersedes",), known_only=True)]


def _claim(context: Context, policy: Policy) -> list[Part]:
    if not policy.claim_link:
        return []
    return [Facts([Fact(_label(context, "claim_link"), Link(context.words["claim_open"], policy.claim_link))])]


KIND = PageKind("policies", pages, "policy")
