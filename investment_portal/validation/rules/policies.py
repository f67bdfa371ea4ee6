"""Rules about policies: validity, windows, review, official claim page, forbidden terms, coverage."""

from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise

from investment_portal.domain.coverage import matrix
from investment_portal.domain.windows import Applying, applying, to_come, window_path, windows
from investment_portal.languages import Sentence
from investment_portal.models.base import Model
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import Delivery
from investment_portal.models.policy import Policy, PolicyState, Window
from investment_portal.models.project import Project
from investment_portal.models.reference import each, joined_text
from investment_portal.models.site import enterprise_types
from investment_portal.problems import Level
from investment_portal.validation.rule import DatedPortalCheck, DatedRecordCheck, Located, RecordCheck, Rule, Violation


def check_coverage_gap(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield sectors in which types of enterprise are reached by no policy in force.

    The settings may list what the district promises to cover; a portal that has no policies yet promises nothing.
    """
    promised = catalog.site.coverage
    if not catalog.policies:
        return
    names = enterprise_types(catalog.site)
    gaps: dict[str, list[Sentence]] = {}
    for (sector, enterprise), policies in matrix(catalog, day).items():
        if not policies and (promised is None or any(promise.includes(sector, enterprise) for promise in promised)):
            gaps.setdefault(sector, []).append(names[enterprise])
    for sector, missing in gaps.items():
        name = catalog.sectors[sector].name
        sentence = Sentence(
            f"“{name.zh}”的以下企业目前没有任何有效政策：{'、'.join(kind.zh for kind in missing)}。",
            f"No policy in force in “{name.en}” for: {', '.join(kind.en for kind in missing)}.",
        )
        yield "sector", sector, Violation((), sentence, COVERAGE_GAP_HINT, Level.WARNING)


COVERAGE_GAP_HINT = Sentence(
    "扩大一项政策的 sectors 或 enterprise_types，或新增政策；只承诺一部分的，写在设置 coverage 里。",
    "Widen a policy's sectors or enterprise_types, or add one; the setting coverage may list what is promised.",
)


COVERAGE_GAP = Rule(
    "coverage-gap",
    Sentence(
        "政策包覆盖每个产业、每类企业，或设置 coverage 承诺的部分。",
        "The policy package reaches every sector and type of enterprise, or those that the setting coverage promises.",
    ),
    [DatedPortalCheck(check_coverage_gap, whole=True, settings=True)],
)


def check_forbidden_terms(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield texts that contain a forbidden term, once for each term."""
    joined = joined_text(record)
    terms = [term for term in catalog.site.forbidden_terms if term in joined]
    for path, text in each(str, record) if terms else ():
        for term in terms:
            if term in text and path[0] != "forbidden_terms":
                yield Violation(path, forbidden_term(term), FORBIDDEN_TERMS_HINT)


def forbidden_term(term: str) -> Sentence:
    """Return the sentence about a forbidden term."""
    return Sentence(f"不得使用禁用表述“{term}”。", f"The forbidden term “{term}” must not be used.")


FORBIDDEN_TERMS_HINT = Sentence(
    "设置 forbidden_terms 列有这个词；请改写，或由法制机构审核后删去该词。",
    "It is one of forbidden_terms in the settings; rewrite the text, or have the term reviewed and deleted there.",
)


FORBIDDEN_TERMS = Rule(
    "forbidden-terms",
    Sentence(
        "记录和页面不得使用设置里的禁用表述。", "Records and pages do not use the forbidden terms of the settings."
    ),
    [RecordCheck(Model, check_forbidden_terms, settings=True, readable=True)],
)


OPEN = (Applying.ALWAYS, Applying.NOW, Applying.LATER)


def check_policy_claim(policy: Policy, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield a missing link where an application is possible, now or later: a warning in a demonstration."""
    level = Level.WARNING if catalog.site.demo else Level.ERROR
    if policy.claim_link is None and applying(policy, day) in OPEN:
        sentence = Sentence(
            f"“{policy.delivery.label.zh}”的政策应有官方申报入口（claim_link），实际没有。",
            f"A policy delivered “{policy.delivery.label.en}” leads to the official claim page (claim_link);"
            " there is none.",
        )
        hint = Sentence(
            "填写官方申报平台的网址；本站不自建申报系统。",
            "Put the address on the official platform; this portal takes no claims itself.",
        )
        yield Violation(("delivery",), sentence, hint, level)


POLICY_CLAIM = Rule(
    "policy-claim",
    Sentence("需申报的政策须有官方申报入口。", "A policy that is applied for leads to the official claim page."),
    [DatedRecordCheck(Policy, check_policy_claim, settings=True)],
)


def check_policy_expired(policy: Policy, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield the state of a policy that is said to be in force after its end; pages go by the dates."""
    until, state = policy.effective.until, policy.state
    ended = until is not None and until < day
    if ended and not policy.withdrawn and state in (PolicyState.IN_FORCE, PolicyState.TRIAL):
        sentence = Sentence(
            f"过期政策不得标为有效：{until} 已到期，却写着“{state.label.zh}”；页面按日期显示为已失效。",
            f"A policy past its validity is not in force; it ended on {until}, yet it says “{state.label.en}”. "
            "Pages go by the date.",
        )
        hint = Sentence(
            "删去 state（由日期推算），或更新 effective。", "Delete state (the dates decide), or update effective."
        )
        yield Violation(("state",), sentence, hint, Level.WARNING)


def check_policy_expired_in_project(project: Project, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield policies of a project that are not in force."""
    for step, id_ in enumerate(project.policies if not project.withdrawn else ()):
        policy = catalog.policies.get(id_)
        if policy is None or policy.in_force(day):
            continue
        if to_come(policy, day):
            start = policy.effective.from_
            sentence = Sentence(
                f"“{id_}”自 {start} 起生效，此前项目页不显示。",
                f"“{id_}” comes into force on {start}; until then the project's page leaves it out.",
            )
            yield Violation(("policies", step), sentence, level=Level.WARNING)
            continue
        yield Violation(("policies", step), *_not_in_force(id_, policy, day), Level.WARNING)


def _not_in_force(id_: str, policy: Policy, day: date) -> tuple[Sentence, Sentence]:
    """Return why a project should not name a policy any more."""
    until = policy.effective.until
    if policy.withdrawn:
        sentence = Sentence(
            f"政策“{id_}”已于 {policy.withdrawn.on} 撤回。",
            f"The policy “{id_}” was withdrawn on {policy.withdrawn.on}.",
        )
        successor = policy.withdrawn.successor
        if successor:
            return sentence, Sentence(f"改为接替它的“{successor}”。", f"Write “{successor}”, which replaces it.")
        return sentence, DELETE_POLICY
    if until is not None and until < day:
        sentence = Sentence(f"政策“{id_}”已于 {until} 到期。", f"The policy “{id_}” ended on {until}.")
        return sentence, DELETE_OR_UPDATE
    sentence = Sentence(
        f"项目只列有效的政策，“{id_}”目前无效。", f"A project names policies in force only; “{id_}” is not in force."
    )
    return sentence, DELETE_OR_UPDATE


DELETE_POLICY = Sentence("从 policies 里删去它。", "Delete it from policies.")
DELETE_OR_UPDATE = Sentence(
    "从 policies 里删去它；政策有延期的，更新该政策的 effective。",
    "Delete it from policies, or update that policy's effective if it was extended.",
)


POLICY_EXPIRED = Rule(
    "policy-expired",
    Sentence("过期政策不得显示为有效。", "A policy past its validity is not shown as in force."),
    [DatedRecordCheck(Policy, check_policy_expired), DatedRecordCheck(Project, check_policy_expired_in_project)],
)


def check_policy_replaced(policy: Policy, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield a replaced policy that is the policy itself, later, or still in force."""
    for step, id_ in enumerate(policy.supersedes):
        replaced = catalog.policies.get(id_)
        path = ("supersedes", step)
        if id_ == policy.id or (replaced and replaced.effective.from_ > policy.effective.from_):
            sentence = Sentence(
                f"只能替代更早的政策，“{id_}”不是。", f"A policy replaces an earlier one; “{id_}” is not earlier."
            )
            yield Violation(path, sentence)
        elif replaced and policy.in_force(day) and replaced.in_force(day):
            sentence = Sentence(
                f"已被替代的政策不应继续有效，“{id_}”仍在有效期内。",
                f"A policy that was replaced is not in force any more; “{id_}” still is.",
            )
            hint = Sentence(
                f"在 policies/{id_}.yaml 写 state: repealed，或改 effective。",
                f"Write state: repealed in policies/{id_}.yaml, or change effective.",
            )
            yield Violation(path, sentence, hint, Level.WARNING)


def _is_later(policy: Policy, other: Policy) -> bool:
    """Return whether a policy was issued after another and is in force from a later day on."""
    issued, earlier = (either.issued_on or either.effective.from_ for either in (policy, other))
    return issued > earlier and policy.effective.from_ > other.effective.from_


def check_policy_amended(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield a policy replaced in part that is the policy itself, later, or replaced as a whole too."""
    for step, amendment in enumerate(policy.amends):
        amended = catalog.policies.get(amendment.policy)
        path = ("amends", step, "policy")
        if amendment.policy == policy.id or (amended and _is_later(amended, policy)):
            sentence = Sentence(
                f"只能修改更早的政策，“{amendment.policy}”不是。",
                f"A policy amends an earlier one; “{amendment.policy}” is not earlier.",
            )
            yield Violation(path, sentence)
        elif amendment.policy in policy.supersedes:
            sentence = Sentence(
                f"“{amendment.policy}”已整个被替代（supersedes），不再写部分修改。",
                f"“{amendment.policy}” is replaced as a whole (supersedes), and not in part.",
            )
            yield Violation(path, sentence, Sentence("二者只留一处。", "Keep one of the two."))


POLICY_REPLACED = Rule(
    "policy-replaced",
    Sentence(
        "被替代的政策不再有效；修改的是更早的政策。",
        "A policy that was replaced is no longer in force; what is amended is earlier.",
    ),
    [DatedRecordCheck(Policy, check_policy_replaced), RecordCheck(Policy, check_policy_amended)],
)


def check_policy_review(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield a missing legal basis and an unfinished or late review: warnings in a demonstration, errors when live."""
    level = Level.WARNING if catalog.site.demo else Level.ERROR
    if not policy.legal_basis:
        sentence = Sentence(
            "政策应写明依据（legal_basis），实际没有。",
            "A policy must name its legal basis (legal_basis); there is none.",
        )
        yield Violation((), sentence, level=level)
    review = policy.fair_competition_review
    if review is None or not review.done or review.on is None:
        sentence = Sentence(
            "政策应已通过公平竞争审查，没有相应记录。",
            "A policy needs a finished fair-competition review; none is recorded.",
        )
        hint = Sentence(
            "填写 fair_competition_review: {done: true, on: 日期}。",
            "Fill fair_competition_review: {done: true, on: DAY}.",
        )
        yield Violation(("fair_competition_review",), sentence, hint, level)
    elif policy.issued_on and review.on > policy.issued_on:
        sentence = Sentence(
            f"公平竞争审查应在发文前完成，审查日期 {review.on} 晚于发文日期 {policy.issued_on}。",
            f"The review comes before the policy is issued; it is of {review.on}, issued on {policy.issued_on}.",
        )
        yield Violation(("fair_competition_review", "on"), sentence, level=level)


POLICY_REVIEW = Rule(
    "policy-review",
    Sentence("政策须写明依据和公平竞争审查情况。", "A policy names its legal basis and its fair-competition review."),
    [RecordCheck(Policy, check_policy_review, settings=True)],
)


USUAL, TRIAL = 5, 2
POLICY_VALIDITY_HINT = Sentence("核对文件原文。", "Compare with the document itself.")


def check_policy_validity(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield a validity without an end, or with one later than the usual practice allows."""
    if policy.withdrawn or policy.state is PolicyState.REPEALED:
        return
    until, years = policy.effective.until, TRIAL if policy.state is PolicyState.TRIAL else USUAL
    if until is None:
        sentence = Sentence("应写有效期的截止日（until），实际没有。", "The end of validity (until) is missing.")
        yield Violation(("effective",), sentence, POLICY_VALIDITY_HINT, Level.WARNING)
    elif until > _later(policy.effective.from_, years):
        sentence = Sentence(
            f"有效期一般不超过 {years} 年，实际到 {until}。",
            f"Usually valid for {years} years at the most; this ends on {until}.",
        )
        yield Violation(("effective", "until"), sentence, POLICY_VALIDITY_HINT, Level.WARNING)


def _later(day: date, years: int) -> date:
    """Return the same day years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


POLICY_VALIDITY = Rule(
    "policy-validity",
    Sentence(
        "规范性文件有效期一般不超过 5 年，试行不超过 2 年。",
        "A policy is valid for at most five years, on trial for two.",
    ),
    [RecordCheck(Policy, check_policy_validity)],
)


def check_policy_window(policy: Policy, catalog: Catalog) -> Iterator[Violation]:
    """Yield a window outside the validity of the policy, one that overlaps another, and one where nobody applies."""
    if not policy.windows:
        return
    if policy.delivery is Delivery.AUTOMATIC:
        sentence = Sentence(
            "免申即享的政策不应有申报时间。", "A policy that is paid without applying has no window for applying."
        )
        hint = Sentence("删去 window，或改 delivery。", "Delete window, or change delivery.")
        yield Violation(("window",), sentence, hint, Level.WARNING, of_key=True)
    for window in policy.windows:
        yield from _outside(policy, window)
    yield from _overlapping(policy)


def _outside(policy: Policy, window: Window) -> Iterator[Violation]:
    effective, path = policy.effective, window_path(policy, window)
    hint = Sentence(
        "改申报时间，或核对 effective。", "Change the window, or check effective against the document itself."
    )
    if window.from_ < effective.from_:
        sentence = Sentence(
            f"申报开始（{window.from_}）不应早于政策生效（{effective.from_}）。",
            f"The window opens on {window.from_}, before the policy comes into force on {effective.from_}.",
        )
        yield Violation((*path, "from"), sentence, hint)
    last = window.until or window.from_
    if effective.until and last > effective.until:
        sentence = Sentence(
            f"申报截止（{last}）不应晚于政策到期（{effective.until}）。",
            f"The window is open until {last}, after the policy ends on {effective.until}.",
        )
        key = "until" if window.until else "from"
        yield Violation((*path, key), sentence, hint)


def _overlapping(policy: Policy) -> Iterator[Violation]:
    """Yield the first window that opens before the one before it has closed."""
    for earlier, later in islice(pairwise(windows(policy)), WINDOWS_COMPARED):
        if earlier.until is None or later.from_ <= earlier.until:
            sentence = Sentence(
                f"申报时间应互不重叠：{later.from_} 开始的一期，早于上一期截止。",
                f"Windows must not overlap: the one from {later.from_} opens before the one before it closes.",
            )
            yield Violation(("window",), sentence, of_key=True)
            return


WINDOWS_COMPARED = 50
"""So many windows are compared with the next: a policy without an end may have one each year."""


POLICY_WINDOW = Rule(
    "policy-window",
    Sentence("申报时间须在政策有效期内。", "The window for applying lies in the policy's validity."),
    [RecordCheck(Policy, check_policy_window)],
)
