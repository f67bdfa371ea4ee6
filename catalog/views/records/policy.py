"""The page of a policy: four answers first, then standard, example, conditions, papers, steps with totals, basis."""

from catalog.model.base import label_of
from catalog.model.policy import Policy
from catalog.show.values import show
from catalog.views.badges import badges, freshness
from catalog.views.benefits import shared_caps
from catalog.views.compose import bullets, filled, prose
from catalog.views.context import Context
from catalog.views.desks import only_sector, route_section
from catalog.views.fields import facts
from catalog.views.matcher.entry import check
from catalog.views.page import Page, PageKind
from catalog.views.parts import Bullets, Fact, Facts, Part, RecordView, Section
from catalog.views.policies.actions import actions
from catalog.views.policies.answers import answers
from catalog.views.policies.example import example
from catalog.views.policies.papers import papers
from catalog.views.policies.replaced import replaced, replaced_notes
from catalog.views.policies.serves import serves
from catalog.views.policies.standard import standard
from catalog.views.procedure import eligibility, steps
from catalog.views.provenance import crumbs, notes, provenance
from investment_portal.components.countdown import countdown_script
from investment_portal.domain.excerpts import PolicyExcerpt, of_policy


def page(context: Context, policy: Policy, own: PolicyExcerpt) -> Page:
    """Return the page of a policy."""
    return Page(
        context.address,
        "policies",
        policy.name.in_(context.language),
        policy.summary.in_(context.language),
        view(context, policy, own),
        policy.published_on.isoformat(),
        policy.issuer.in_(context.language),
    )


def view(context: Context, policy: Policy, own: PolicyExcerpt) -> RecordView:
    """Compose the page."""
    words, language = context.words, context.language
    prevailing = context.catalog.site.prevailing.in_(language)
    sections = [
        Section("brief", words["in_brief"], _brief(context, policy), prevailing),
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
        serves(context, own),
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
            route_section(context, sector=only_sector(policy.sectors), own=policy.contact),
            Section("claim", words["claim"], actions(context, policy), _claim_note(context, policy)),
        ],
        notes=[
            *notes(context, "policy", policy),
            *replaced_notes(context, policy),
            *([] if policy.in_force(context.day) else [words["expired_policy_note"]]),
        ],
    )


def _label(context: Context, name: str) -> str:
    return label_of(Policy, name).in_(context.language)


def _brief(context: Context, policy: Policy) -> list[Part]:
    return [answers(context, policy), *actions(context, policy), *countdown_script(context, [policy])]


def _together(context: Context, policy: Policy) -> list[Part]:
    caps = list(shared_caps(context, policy))
    return [Bullets(caps)] if caps else []


def _basis(context: Context, policy: Policy) -> list[Fact]:
    shown = facts(context, policy, ("issuer", "document_no", "index_no", "issued_on"))
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
