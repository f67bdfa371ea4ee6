"""Sections of the status report: expiring, overdue, unfilled, untranslated; gaps in coverage; idle columns."""

from collections.abc import Iterator
from datetime import date, timedelta

from investment_portal.cli.status_report.section import StatusSection
from investment_portal.content.text import Unreadable, decode, read_bytes
from investment_portal.domain.idle import COLUMNS, idle_days
from investment_portal.domain.totals import available, published
from investment_portal.domain.windows import window_on, window_path
from investment_portal.languages import Sentence
from investment_portal.models.base import fields_of, label_of
from investment_portal.models.benefit import Service
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import ProjectStatus
from investment_portal.models.kinds import KINDS
from investment_portal.models.project import Conditions
from investment_portal.models.record import Record
from investment_portal.models.reference import each
from investment_portal.models.text import Text, mostly_chinese
from investment_portal.problems import Finding, Level, Path, Problem
from investment_portal.validation.loaded_portal import LoadedPortal
from investment_portal.validation.rules.dates import NOT_REVIEWED, RECORD_OVERDUE, check_record_overdue
from investment_portal.validation.rules.policies import COVERAGE_GAP, check_coverage_gap
from investment_portal.value import Value


class _EndKind(Value):
    """A sort of thing that can end: its name, and what to do about it."""

    name: Sentence
    hint: Sentence


POLICY = _EndKind(
    Sentence("政策", "The policy"),
    Sentence(
        "续期：更新 effective；不续：页面自动标为已失效。",
        "Renewed: update effective. Not renewed: its page will say so by itself.",
    ),
)
WINDOW = _EndKind(
    Sentence("申报时间", "The window for applying"),
    Sentence("下一期时间公布后更新 window。", "Once the next window is announced, update window."),
)
CONTACT = _EndKind(
    Sentence("联系窗口", "The contact"),
    Sentence(
        "更新 valid_until，或写 withdrawn 和接替窗口。", "Update valid_until, or write withdrawn with its successor."
    ),
)
PROJECT = _EndKind(
    Sentence("项目", "The project"),
    Sentence(
        "更新 status 或 valid_until；不再招商的写 withdrawn。",
        "Update status or valid_until; write withdrawn if it is no longer on offer.",
    ),
)

End = tuple[date, str, str, Path, _EndKind]


def find_expiring(portal: LoadedPortal, day: date) -> Iterator[Finding]:
    """Yield each end with its day, the earliest first."""
    catalog = portal.catalog
    for end, kind, id_, path, sort in sorted(_ends(catalog, day), key=lambda item: item[:4]):
        days = (end - day).days
        if days > catalog.site.expiring_within.days:
            continue
        sentence = (
            Sentence(f"{sort.name.zh} {end} 到期，还有 {days} 天。", f"{sort.name.en} ends on {end}, in {days} days.")
            if days >= 0
            else Sentence(
                f"{sort.name.zh}已于 {end} 到期，过了 {-days} 天。", f"{sort.name.en} ended on {end}, {-days} days ago."
            )
        )
        yield Finding("expiring", kind, id_, path, sentence, sort.hint)


def _ends(catalog: Catalog, day: date) -> Iterator[End]:
    """Yield the ends that somebody must decide on; a policy that has ended says so by itself."""
    for policy in catalog.policies.values():
        if not policy.in_force(day):
            continue
        if policy.effective.until:
            yield policy.effective.until, "policy", policy.id, ("effective", "until"), POLICY
        window = window_on(policy, day)
        if window and window.until and window.from_ <= day and not any(opening.every for opening in policy.windows):
            yield window.until, "policy", policy.id, (*window_path(policy, window), "until"), WINDOW
    for contact in catalog.contacts.values():
        if contact.valid_until and not contact.withdrawn:
            yield contact.valid_until, "contact", contact.id, ("valid_until",), CONTACT
    for project in catalog.projects.values():
        seeks = project.status in {ProjectStatus.SEEKING, ProjectStatus.NEGOTIATING} and not project.withdrawn
        if project.valid_until and seeks:
            yield project.valid_until, "project", project.id, ("valid_until",), PROJECT


EXPIRING = StatusSection("expiring", Sentence("即将到期、已到期", "Ending, or ended"), find_expiring)


BUDGET_AGE = timedelta(days=90)
"""The age of a figure of a budget from which on the status report asks for a new one."""


def find_budgets(portal: LoadedPortal, day: date) -> Iterator[Finding]:
    """Yield policies in force whose money is used up, or whose last figure of it is old."""
    for policy in portal.catalog.policies.values():
        budget = policy.budget
        if budget is None or not policy.in_force(day):
            continue
        if policy.exhausted(day):
            sentence = Sentence(
                f"资金额度已于 {budget.exhausted} 用完，页面不再显示为正在受理。",
                f"The funds were used up on {budget.exhausted}; pages no longer say that applications are open.",
            )
            hint = Sentence(
                "有新额度的更新 budget；不再执行的写 state: repealed。",
                "New funds: update budget. No longer applied: write state: repealed.",
            )
            yield Finding("budgets", "policy", policy.id, ("budget",), sentence, hint)
        elif budget.as_of + BUDGET_AGE < day:
            age = (day - budget.as_of).days
            sentence = Sentence(
                f"资金额度是 {budget.as_of} 的数，已过 {age} 天。",
                f"The budget is as of {budget.as_of}, {age} days ago.",
            )
            hint = Sentence("核实后更新 left 和 as_of。", "Check and update left and as_of.")
            yield Finding("budgets", "policy", policy.id, ("budget", "as_of"), sentence, hint)


BUDGETS = StatusSection("budgets", Sentence("资金额度", "Budgets"), find_budgets)


def find_gaps(portal: LoadedPortal, day: date) -> Iterator[Finding]:
    """Yield the empty cells of the coverage matrix."""
    for kind, id_, violation in check_coverage_gap(portal.catalog, day):
        yield violation.finding(COVERAGE_GAP.id, kind, id_)


GAPS = StatusSection("coverage", Sentence("政策未覆盖", "Not covered by a policy"), find_gaps)


WORKING_DAYS = 7
"""A guide to a new policy is due within as many working days; public holidays are not counted here."""

FRIDAY = 4


def find_guides(portal: LoadedPortal, day: date) -> Iterator[Finding]:
    """Look at the policies in force."""
    for policy in portal.catalog.policies.values():
        if not policy.in_force(day):
            continue
        due = working_days_after(policy.issued_on or policy.published_on, WORKING_DAYS)
        if policy.interpretation is None:
            sentence = Sentence(
                f"应在 {due} 前配发政策解读，尚未填写。", f"An explanation was due by {due}; there is none yet."
            )
            hint = Sentence("填写 interpretation。", "Fill in interpretation.")
            yield Finding("guides", "policy", policy.id, ("name",), sentence, hint)
        if policy.worked_example is None and not all(isinstance(benefit, Service) for benefit in policy.benefits):
            sentence = Sentence(
                "有金额的政策应附测算示例，尚未填写。", "A policy that gives a sum should show a worked example."
            )
            hint = Sentence("填写 worked_example。", "Fill in worked_example.")
            yield Finding("guides", "policy", policy.id, ("benefits",), sentence, hint, of_key=True)


def working_days_after(day: date, count: int) -> date:
    """Return the day that lies a number of working days after another."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() <= FRIDAY
    return day


GUIDES = StatusSection("guides", Sentence("政策缺解读或示例", "Policies hard to read"), find_guides)


def find_idle(portal: LoadedPortal, day: date) -> Iterator[Finding | Problem]:
    """Yield the columns that are idle or empty."""
    for column in COLUMNS:
        if column.newest(portal.catalog) is None:
            sentence = Sentence(f"“{column.name.zh}”栏目没有内容。", f"There is nothing under “{column.name.en}”.")
            hint = Sentence(
                "发布一条，或从菜单里去掉该栏目。", "Publish something, or take the column out of the menu."
            )
            yield Problem(KINDS[column.kind].place, 0, 0, "idle", "", sentence, hint, Level.WARNING)
    for column, latest, idle in idle_days(portal.catalog, day):
        if idle > column.days:
            sentence = Sentence(
                f"“{column.name.zh}”栏目已 {idle} 天没有新内容，超过 {column.days} 天。",
                f"Nothing new under “{column.name.en}” for {idle} days, more than {column.days}.",
            )
            hint = Sentence("发布新的内容；不要改旧内容的日期。", "Publish something new; do not change old dates.")
            yield Finding("idle", column.kind, latest.id, ("published_on",), sentence, hint)


IDLE = StatusSection("idle", Sentence("栏目更新不及时", "Columns without anything new"), find_idle)


def find_overdue(portal: LoadedPortal, day: date) -> Iterator[Finding]:
    """Yield what the rule reports, and what it will report within the days of the settings."""
    catalog = portal.catalog
    records = [
        (kind, id_, record)
        for kind, id_, record in catalog.everything()
        if isinstance(record, Record) and not isinstance(record, NOT_REVIEWED) and not record.withdrawn
    ]
    for kind, id_, record in records:
        for violation in check_record_overdue(record, catalog, day):
            yield violation.finding(RECORD_OVERDUE.id, kind, id_)
    for kind, id_, record in records:
        due = record.due_on(catalog.site.review_every)
        days = (due - day).days
        if 0 <= days <= catalog.site.expiring_within.days:
            sentence = Sentence(
                f"应在 {due} 前再次核实，还有 {days} 天。", f"To be verified again by {due}, in {days} days."
            )
            hint = Sentence(
                "核实内容后更新 verified_on，或用命令 verify。",
                "Verify the content, then update verified_on (the command verify does).",
            )
            yield Finding("overdue", kind, id_, ("verified_on",), sentence, hint)


OVERDUE = StatusSection("overdue", Sentence("需要核实", "To be verified"), find_overdue)


def find_unfilled(portal: LoadedPortal, day: date) -> Iterator[Finding]:
    """Yield what each project does not say; those that leave most open come first."""
    unfilled = []
    for project in published(portal.catalog):
        names = [name for name in fields_of(Conditions) if getattr(project.conditions, name) is None]
        if names and available(project, day):
            unfilled.append((project.id, names))
    for id_, names in sorted(unfilled, key=lambda item: (-len(item[1]), item[0])):
        labels = [label_of(Conditions, name) for name in names]
        sentence = Sentence(
            f"有 {len(names)} 项建设条件未掌握：{'、'.join(label.zh for label in labels)}。",
            f"Unknown conditions of the site, {len(names)}: {', '.join(label.en for label in labels)}.",
        )
        hint = Sentence(
            "向园区或部门问清后填入 conditions。", "Ask the park or the department, then fill in conditions."
        )
        yield Finding("unfilled", "project", id_, ("conditions",), sentence, hint)


UNFILLED = StatusSection("unfilled", Sentence("建设条件未填", "Site conditions not known"), find_unfilled)


MOSTLY_CHINESE = Sentence("英文里多半还是中文。", "The English is mostly Chinese still.")
HINT = Sentence("译成英文；专名可保留中文并加英文说明。", "Translate it; a proper name may stay beside its English.")


def find_untranslated(portal: LoadedPortal, _day: date) -> Iterator[Finding | Problem]:
    """Look at every text of every record, and at the hand-written pages in English."""
    for kind, records in portal.catalog.records.items():
        for id_, record in records.items():
            for path, value in each(Text, record):
                if mostly_chinese(value.en):
                    yield Finding("untranslated", kind, id_, (*path, "en"), MOSTLY_CHINESE, HINT, Level.WARNING)
    for page in sorted((portal.root / "docs" / "en").rglob("*.md")):
        try:
            text = decode(read_bytes(page, portal.root))
        except Unreadable:  # an error of its own
            continue
        if mostly_chinese(text):
            name = page.relative_to(portal.root).as_posix()
            yield Problem(name, 1, 1, "untranslated", "", MOSTLY_CHINESE, HINT, Level.WARNING)


UNTRANSLATED = StatusSection("untranslated", Sentence("尚未翻译", "Not translated"), find_untranslated)
