"""The page of a policy: four answers first, then standard, example, conditions, papers and steps."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from investment_portal.components.badges import badges, freshness
from investment_portal.components.cards import project_card
from investment_portal.components.context import Context
from investment_portal.components.countdown import countdown_script
from investment_portal.components.fields import facts, make_fact, record_link
from investment_portal.components.incentives import benefit, shared_caps, test, type_names
from investment_portal.components.parts import (
    Bullets,
    Cards,
    Cell,
    Fact,
    Facts,
    Link,
    Part,
    RecordView,
    Section,
    ShownStep,
    Steps,
    Table,
)
from investment_portal.components.policy_dates import budget, validity, window
from investment_portal.components.sections import bullets, filled, prose
from investment_portal.domain.windows import to_come
from investment_portal.formatting.values import show
from investment_portal.models.base import label_of
from investment_portal.models.benefit import Benefit, Service
from investment_portal.models.policy import Policy
from investment_portal.models.quantities import Money
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.quantities.money import yuan
from investment_portal.pages.contacts.routes import only_sector, route_section
from investment_portal.pages.excerpts import PolicyExcerpt, of_policy
from investment_portal.pages.matcher.links import check
from investment_portal.pages.page_kind import Page, PageKind
from investment_portal.pages.policies.calendar import actions
from investment_portal.pages.policies.standard import example, standard
from investment_portal.pages.provenance import crumbs, notes, provenance
from investment_portal.pages.structured_data import policy_declaration
from investment_portal.value import Value


class KeyAnswer(Value):
    """One answer: labelled facts, or lines that need no label."""

    question: str
    facts: Sequence[Fact] = ()
    lines: Sequence[str] = ()


class Answers(Part):
    """Answers side by side."""

    component = "answers"
    answers: Sequence[KeyAnswer]


def answers(context: Context, policy: Policy) -> Answers:
    """Return the four answers."""
    words = context.words
    return Answers(
        [
            KeyAnswer(words["policy_whom"], _audience(context, policy)),
            KeyAnswer(
                words["policy_what"],
                [
                    *facts(context, policy, ("topic", "instrument", "delivery")),
                    *facts(context, policy, ("excludes",), known_only=True),
                ],
            ),
            KeyAnswer(words["policy_how_much"], lines=[benefit(_bare(award), context) for award in policy.benefits]),
            KeyAnswer(
                words["policy_until"], [*validity(context, policy), window(context, policy), *budget(context, policy)]
            ),
        ]
    )


def _audience(context: Context, policy: Policy) -> list[Fact]:
    (sectors,), (stages,) = (facts(context, policy, (name,)) for name in ("sectors", "stages"))
    return [sectors, Fact(_label(context, "enterprise_types"), type_names(context, policy)), stages]


def _bare(award: Benefit) -> Benefit:
    """Leave out the remark, which is in the table of the standard."""
    return award if isinstance(award, Service) else replace(award, note=None)


class Paper(Value):
    """One paper."""

    name: str
    issuer: str
    note: str


class Checklist(Part):
    """Papers to tick off, on screen or on paper."""

    component = "checklist"
    papers: Sequence[Paper]


def papers(context: Context, policy: Policy) -> list[Part]:
    """Return the checklist."""
    words, language = context.words, context.language
    paper_list = [
        Paper(
            material.name.in_(language),
            words("policy_issued_by", who=material.from_.in_(language)) if material.from_ else "",
            material.note.in_(language) if material.note else "",
        )
        for material in policy.materials
    ]
    return [Checklist(paper_list)] if paper_list else []


def successors(context: Context, policy: Policy) -> list[str]:
    """Return the ids of the policies that replace this one."""
    return [
        other.id for other in context.catalog.policies.values() if policy.id in other.supersedes and not other.withdrawn
    ]


def replaced(context: Context, policy: Policy) -> Section:
    """Return both directions as links, then the changes in words."""
    shown = facts(context, policy, ("supersedes",), known_only=True)
    amended = [*_amends(context, policy), *_amended_by(context, policy)]
    later = successors(context, policy)
    if later:
        shown.append(
            Fact(context.words["policy_replaced_by"], tuple(record_link(context, "policy", id_) for id_ in later))
        )
    parts: list[Part] = [Facts(shown)] if shown else []
    if amended:
        parts.append(Facts(amended, wide=True))
    title = label_of(Policy, "changed").in_(context.language) if policy.changed else context.words["policy_versions"]
    return Section("changed", title, [*parts, *prose(context, policy.changed)])


def _amends(context: Context, policy: Policy) -> list[Fact]:
    """Return what a policy changes of earlier ones."""
    return [
        Fact(
            context.words["policy_amends"],
            record_link(context, "policy", amendment.policy),
            amendment.what.in_(context.language),
        )
        for amendment in policy.amends
    ]


def _amended_by(context: Context, policy: Policy) -> list[Fact]:
    """Return what later policies change of this one."""
    return [
        Fact(
            context.words["policy_amended_by"],
            record_link(context, "policy", other.id),
            amendment.what.in_(context.language),
        )
        for other in amenders(context, policy)
        for amendment in other.amends
        if amendment.policy == policy.id
    ]


def amenders(context: Context, policy: Policy) -> list[Policy]:
    """Return the policies that change a part of this one."""
    return [
        other
        for other in context.catalog.policies.values()
        if not other.withdrawn and any(amendment.policy == policy.id for amendment in other.amends)
    ]


def replaced_notes(context: Context, policy: Policy) -> list[str]:
    """Return the notes at the top of the page on what replaced a policy."""
    words = context.words
    names = [record_link(context, "policy", id_).text for id_ in successors(context, policy)]
    notes = [words("policy_replaced_note", names=words["separator"].join(names))] if names else []
    names = [words("quoted", name=other.name.in_(context.language)) for other in amenders(context, policy)]
    return [*notes, *([words("policy_amended_note", names=words["separator"].join(names))] if names else [])]


def force_notes(context: Context, policy: Policy) -> list[str]:
    """Return why one cannot apply by a policy today: not yet in force, no longer in force, money used up."""
    words, day = context.words, context.day
    if to_come(policy, day):
        return [words("policy_coming_note", day=show(policy.effective.from_, context.language))]
    if not policy.in_force(day):
        return [words["expired_policy_note"]]
    return [words["policy_exhausted_note"]] if policy.exhausted(day) else []


def serves(context: Context, excerpt: PolicyExcerpt) -> Section:
    """Return the sectors that the policy reaches with their projects on offer, then projects that name the policy."""
    words, language = context.words, context.language
    rows = []
    for id_, offered in excerpt.offered.items():
        sector = context.catalog.sectors[id_]
        link = Link(sector.name.in_(language), context.record_href("sector", sector.id))
        rows.append([Cell(link), Cell(show(offered, language), number=True)])
    head = [words["sector"], words["policy_on_offer"]]
    parts: list[Part] = [Table(words["policy_serves_caption"], head, rows)] if rows else []
    if excerpt.naming:
        parts.append(Cards([project_card(context, project) for project in excerpt.first]))
    note = words.count("policy_serves_note", sum(excerpt.offered.values())) if rows else ""
    if excerpt.naming:
        note += words.count("policy_named_note", excerpt.naming)
    return Section("serves", words["policy_serves"], parts, note)


STEP = ("authority", "bring", "result", "cost", "days", "legal_basis", "recourse", "contact")


def eligibility(context: Context, policy: Policy) -> list[Part]:
    """Return the tests that an applicant must pass."""
    return [Bullets([test(condition, context) for condition in policy.eligibility])] if policy.eligibility else []


def steps(context: Context, policy: Policy) -> list[Part]:
    """Return the steps, with their number, days and cost in all."""
    if not policy.steps:
        return []
    shown = [
        ShownStep(step.name.in_(context.language), facts(context, step, STEP, known_only=True)) for step in policy.steps
    ]
    return [Steps(shown, _totals(context, policy))]


def _totals(context: Context, policy: Policy) -> list[Fact]:
    """Return the totals of the steps, unknown if a step lacks the value; steps with papers to bring are visits."""
    words, policy_steps = context.words, policy.steps
    days = [step.days for step in policy_steps if step.days is not None]
    costs = [step.cost for step in policy_steps if step.cost is not None]
    return [
        make_fact(context, words["total_steps"], len(policy_steps)),
        make_fact(context, words["policy_total_visits"], sum(bool(step.bring) for step in policy_steps)),
        make_fact(context, words["policy_total_papers"], len(policy.materials)),
        make_fact(context, words["total_days"], sum(days) if len(days) == len(policy_steps) else None),
        make_fact(context, words["total_cost"], _sum(costs) if len(costs) == len(policy_steps) else None),
    ]


def _sum(costs: list[Money]) -> Money | None:
    if any(cost.currency != CNY for cost in costs):
        return None
    return yuan(sum((cost.amount for cost in costs), Decimal(0)))


def page(context: Context, policy: Policy, excerpt: PolicyExcerpt) -> Page:
    """Return the page of a policy."""
    return Page(
        context.address,
        "policies",
        policy.name.in_(context.language),
        policy.summary.in_(context.language),
        view(context, policy, excerpt),
        policy.published_on.isoformat(),
        policy.issuer.in_(context.language),
        declared=policy_declaration(context, policy),
    )


def view(context: Context, policy: Policy, excerpt: PolicyExcerpt) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    prevailing = context.catalog.site.prevailing.in_(language)
    sections = [
        Section("brief", words["policy_summary"], _short(context, policy), prevailing),
        Section(
            "benefits",
            _label(context, "benefits"),
            [*standard(context, policy), *_together(context, policy), *check(context, policy)],
            words["estimate_note"],
        ),
        Section("example", _label(context, "worked_example"), example(context, policy), words["policy_example_note"]),
        Section("eligibility", _label(context, "eligibility"), eligibility(context, policy)),
        Section("conditions", _label(context, "conditions"), bullets(context, policy.conditions)),
        Section(
            "materials",
            _label(context, "materials"),
            papers(context, policy),
            words.count("policy_papers_note", len(policy.materials)),
        ),
        Section("steps", _label(context, "steps"), steps(context, policy)),
        Section("interpretation", _label(context, "interpretation"), prose(context, policy.interpretation)),
        serves(context, excerpt),
        replaced(context, policy),
        Section(
            "basis", words["basis"], [Facts(_basis(context, policy), wide=True), *bullets(context, policy.legal_basis)]
        ),
        provenance(context, policy),
    ]
    return RecordView(
        kind="policy",
        title=policy.name.in_(language),
        lead=policy.summary.in_(language),
        crumbs=crumbs(context, "policy"),
        badges=[*badges(context, policy), freshness(context, policy)],
        sections=filled(sections),
        aside=[
            route_section(context, sector=only_sector(policy.sectors), page_contact=policy.contact),
            Section("claim", words["claim"], actions(context, policy), _claim_note(context, policy)),
        ],
        notes=[
            *notes(context, "policy", policy),
            *replaced_notes(context, policy),
            *force_notes(context, policy),
        ],
    )


def _label(context: Context, name: str) -> str:
    return label_of(Policy, name).in_(context.language)


def _short(context: Context, policy: Policy) -> list[Part]:
    return [answers(context, policy), *actions(context, policy), *countdown_script(context, [policy])]


def _together(context: Context, policy: Policy) -> list[Part]:
    caps = list(shared_caps(context, policy))
    return [Bullets(caps)] if caps else []


def _basis(context: Context, policy: Policy) -> list[Fact]:
    shown = [
        *facts(context, policy, ("issuer",)),
        *facts(context, policy, ("joint_issuers",), known_only=True),
        *facts(context, policy, ("document_no", "index_no", "issued_on")),
    ]
    review = policy.fair_competition_review
    done = (
        context.words("review_done", day=show(review.on, context.language))
        if review and review.done and review.on
        else context.words["review_open"]
    )
    shown.append(Fact(_label(context, "fair_competition_review"), done))
    return shown


def _claim_note(context: Context, policy: Policy) -> str:
    return context.words["policy_claim_note"] if policy.claim_link else ""


KIND = PageKind("policies", page, "policy", of_policy)
