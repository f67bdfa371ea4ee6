"""The page of a policy: in brief, standard, conditions, papers, steps with totals, basis."""

from collections.abc import Iterator
from decimal import Decimal

from catalog.model.base import label_of
from catalog.model.policy import Policy, Span
from catalog.model.policy import Step as PolicyStep
from catalog.quantities.money import yuan
from catalog.show.rich import rich
from catalog.show.values import show
from catalog.views.badges import badges, freshness
from catalog.views.benefits import benefit, test
from catalog.views.context import Context
from catalog.views.desks import route_section
from catalog.views.fields import facts, make_fact
from catalog.views.page import Page, PageKind
from catalog.views.parts import (
    Bullets,
    Cell,
    Fact,
    Facts,
    Link,
    Part,
    Prose,
    RecordView,
    Section,
    Step,
    Steps,
    Table,
)
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
        Section("eligibility", _label(context, "eligibility"), _eligibility(context, policy)),
        Section("conditions", _label(context, "conditions"), _bullets(context, policy.conditions)),
        Section("materials", _label(context, "materials"), _materials(context, policy)),
        Section("steps", _label(context, "steps"), _steps(context, policy)),
        Section(
            "interpretation",
            _label(context, "interpretation"),
            [Prose(rich(policy.interpretation.in_(language)))] if policy.interpretation else [],
        ),
        Section(
            "basis", words["basis"], [Facts(_basis(context, policy), wide=True), *_bullets(context, policy.legal_basis)]
        ),
        provenance(context, policy),
    ]
    return RecordView(
        title=policy.name.in_(language),
        lead=policy.summary.in_(language),
        crumbs=crumbs(context, "policy"),
        badges=[*badges(context, policy), freshness(context, policy)],
        sections=[section for section in sections if section.parts],
        aside=[route_section(context, sector=None if policy.sectors == "all" else policy.sectors[0], own=policy.contact), Section("claim", words["claim"], _claim(context, policy))],
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


def _eligibility(context: Context, policy: Policy) -> list[Part]:
    return [Bullets([test(one, context) for one in policy.eligibility])] if policy.eligibility else []


def _bullets(context: Context, texts: list[object]) -> list[Part]:
    return [Bullets([show(text, context.language) for text in texts])] if texts else []


def _materials(context: Context, policy: Policy) -> list[Part]:
    if not policy.materials:
        return []
    words, language = context.words, context.language
    rows = [
        [
            Cell(one.name.in_(language)),
            Cell(one.from_.in_(language) if one.from_ else "—"),
            Cell(one.note.in_(language) if one.note else "—"),
        ]
        for one in policy.materials
    ]
    return [
        Table(words["materials_caption"], [words["material"], words["material_from"], words["material_note"]], rows)
    ]


def _steps(context: Context, policy: Policy) -> list[Part]:
    if not policy.steps:
        return []
    steps = [Step(one.name.in_(context.language), _step_facts(context, one)) for one in policy.steps]
    days = sum(one.days or 0 for one in policy.steps)
    cost = sum((one.cost.amount for one in policy.steps if one.cost), Decimal(0))
    totals = [
        Fact(context.words["total_steps"], str(len(steps))),
        Fact(context.words["total_days"], str(days)),
        Fact(context.words["total_cost"], show(yuan(cost), context.language)),
    ]
    return [Steps(steps, totals)]


def _step_facts(context: Context, step: PolicyStep) -> list[Fact]:
    return facts(
        context,
        step,
        ("authority", "bring", "result", "cost", "days", "legal_basis", "recourse", "contact"),
        known_only=True,
    )


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


KIND = PageKind("policies", pages)
