"""Rules about dates: possible ones, records due for review, idle columns."""

from collections.abc import Iterator
from datetime import date, timedelta

from investment_portal.domain.figure_age import OLD_YEARS, whole_years
from investment_portal.domain.idle import idle_days
from investment_portal.languages import NOTHING, Sentence
from investment_portal.memo import memoized
from investment_portal.models.catalog import Catalog
from investment_portal.models.claim import Claim
from investment_portal.models.event import Event
from investment_portal.models.firm import Firm
from investment_portal.models.notice import Notice
from investment_portal.models.offer_price import OfferPrice
from investment_portal.models.park import Park, Price
from investment_portal.models.policy import Policy
from investment_portal.models.project import Project
from investment_portal.models.record import Record
from investment_portal.models.reference import each
from investment_portal.models.result import Result
from investment_portal.problems import Level, suggested
from investment_portal.validation.rule import DatedPortalCheck, DatedRecordCheck, Located, RecordCheck, Rule, Violation

COLUMN_IDLE_HINT = Sentence(
    "发布一条新内容；检查标准：动态两周、公告和政策六个月。",
    "Publish something new; inspections allow news two weeks, notices and policies six months.",
)


def check_column_idle(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield columns without a new record for too long; a demonstration has no readers to keep up to date."""
    for column, newest, days in idle_days(catalog, day) if not catalog.site.demo else ():
        if days > column.days:
            sentence = Sentence(
                f"“{column.name.zh}”栏目应在 {column.days} 天内有更新，实际已 {days} 天没有。",
                f"“{column.name.en}” must have something new within {column.days} days; the latest is {days} days old.",
            )
            yield column.kind, newest.id, Violation(("published_on",), sentence, COLUMN_IDLE_HINT, Level.WARNING)


COLUMN_IDLE = Rule(
    "column-idle",
    Sentence(
        "正式网站的动态 10 天、公告和政策 150 天内要有更新。",
        "A live portal has news within 10 days, notices and policies within 150.",
    ),
    [DatedPortalCheck(check_column_idle, whole=True, settings=True)],
)


PAST = ("published_on", "verified_on", "status_on", "issued_on", "as_of", "exhausted_on")
"""Keys of dates in the past, anywhere in a record."""


MOST = 2
"""Where more than one in so many records are dated after the day, the day is wrong and not the records."""

LONG = timedelta(days=3 * 365)
"""After so long without any date in the records, a clock that runs ahead is as likely as an abandoned portal."""


@memoized
def early_clock(catalog: Catalog, day: date) -> tuple[int, int] | None:
    """Return how many records besides projects are dated after a day, and of how many, if that is most of them."""
    dates = _verified(catalog)
    later = sum(dated > day for dated in dates)
    return (later, len(dates)) if later > len(dates) // MOST else None


def _verified(catalog: Catalog) -> list[date]:
    """Return the days on which the records of all kinds but projects were published or last verified."""
    return [
        record.verified_on if record.publish_from else max(record.published_on, record.verified_on)
        for kind, records in catalog.records.items()
        if kind != "project"
        for record in records.values()
        if isinstance(record, Record)
    ]


def check_clock(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield a day before the dates of most records, once instead of for each of them; as a warning one long after."""
    early, newest = early_clock(catalog, day), max(_verified(catalog), default=day)
    if early:
        sentence = Sentence(
            f"今天（{day}）早于 {early[1]} 条记录中 {early[0]} 条的日期：电脑的日期不对，或 --date 写错了。",
            f"Today ({day}) is before the dates of {early[0]} of {early[1]} records: the computer's clock is wrong, "
            "or --date is.",
        )
        yield "site", "site", Violation((), sentence, CLOCK_HINT)
    elif day > newest + LONG:
        sentence = Sentence(
            f"所有记录里最近的日期是 {newest}，距今天（{day}）已超过三年：电脑的日期对吗？",
            f"The newest date of any record is {newest}, over three years before today ({day}): is the clock right?",
        )
        yield "site", "site", Violation((), sentence, CLOCK_HINT, Level.WARNING)


CLOCK_HINT = Sentence("校正电脑的日期，或用 --date 指定。", "Set the clock, or give the day by --date.")


def check_forged_date(record: Record, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield dates that are impossible on a day; where the day itself is wrong, that is said once for all records."""
    if early_clock(catalog, day):
        return
    for path, value in each(date, record):
        ahead = path == ("published_on",) and value == record.publish_from
        if value > day and path[-1] in PAST and not ahead:
            sentence = Sentence(
                f"日期不得晚于今天（{day}），实际写的是 {value}。",
                f"The date must not be after today ({day}); got {value}.",
            )
            hint = _day_intended(value, day) or (_ahead(value) if path == ("published_on",) else FORGED_DATE_HINT)
            yield Violation(path, sentence, hint)
    if record.published_on <= day or record.publish_from:
        yield from _order(record)


FORGED_DATE_HINT = Sentence("改成真实日期。", "Put the true date.")
FAR = 366
"""Days by which a date can lie ahead before its year is doubted."""


def _day_intended(value: date, day: date) -> Sentence:
    """Return the hint that a year was mistyped."""
    if (value - day).days <= FAR or (value.month, value.day) == (2, 29):
        return NOTHING
    intended = value.replace(year=day.year)
    intended = intended if intended <= day else value.replace(year=day.year - 1)
    return suggested(intended)


def _ahead(day: date) -> Sentence:
    """Return the hint how a record is published on a day ahead."""
    return Sentence(
        f"到那天才发布，就写 publish_from: {day}，published_on 写录入的日期。",
        f"To publish it on that day, write publish_from: {day}, and the day of writing as published_on.",
    )


def _order(record: Record) -> Iterator[Violation]:
    """Yield dates that come before another which they must follow."""
    published = record.published_on
    if isinstance(record, Policy) and record.issued_on and published < record.issued_on:
        sentence = Sentence(
            f"发布日期（{published}）不得早于发文日期（{record.issued_on}）。",
            f"Published on {published}, before the policy was issued on {record.issued_on}.",
        )
        yield Violation(("published_on",), sentence)
    if record.verified_on < published and not record.publish_from:
        sentence = Sentence(
            f"核实日期（{record.verified_on}）不得早于发布日期（{published}）。",
            f"Verified on {record.verified_on}, before it was published on {published}.",
        )
        yield Violation(("verified_on",), sentence)
    if record.withdrawn and record.withdrawn.on < published:
        sentence = Sentence(
            f"撤回日期（{record.withdrawn.on}）不得早于发布日期（{published}）。",
            f"Withdrawn on {record.withdrawn.on}, before it was published on {published}.",
        )
        yield Violation(("withdrawn", "on"), sentence)
    if isinstance(record, Project) and record.valid_until and record.valid_until < published:
        sentence = Sentence(
            f"有效期至（{record.valid_until}）不得早于发布日期（{published}）。",
            f"Valid until {record.valid_until}, which is before it was published on {published}.",
        )
        yield Violation(("valid_until",), sentence)


FORGED_DATE = Rule(
    "forged-date",
    Sentence(
        "日期必须可能：不晚于今天，先发布后核实。", "Dates are possible: not in the future, published before verified."
    ),
    [DatedRecordCheck(Record, check_forged_date), DatedPortalCheck(check_clock)],
)


NOT_REVIEWED = (Event, Result, Notice, Firm)
"""Models of records about the past, which need no further verification."""


def check_record_overdue(record: Record, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield the last verification where the next one is overdue."""
    if record.withdrawn or isinstance(record, NOT_REVIEWED):
        return
    due = record.due_on(catalog.site.review_every)
    if due < day:
        sentence = Sentence(
            f"应在 {due} 前再次核实，已逾期 {(day - due).days} 天。",
            f"To be verified again by {due}; {(day - due).days} days overdue.",
        )
        hint = Sentence(
            "核实内容后更新 verified_on，或用命令 verify。",
            "Verify the content, then update verified_on (the command verify does).",
        )
        yield Violation(("verified_on",), sentence, hint, Level.WARNING)


RECORD_OVERDUE = Rule(
    "record-overdue",
    Sentence("记录按周期重新核实。", "A record is verified again in time."),
    [DatedRecordCheck(Record, check_record_overdue, settings=True)],
)


def check_price_lapsed(record: Park | Project, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield prices whose validity is over."""
    for path, price in each(OfferPrice, record) if not record.withdrawn else ():
        if price.until and price.until < day:
            sentence = Sentence(
                f"价格的有效期已于 {price.until} 到期，页面仍显示这个价格和日期。",
                f"The price was valid until {price.until}; the page still shows it with that day.",
            )
            hint = Sentence(
                "核实后更新 value 和 until；没有新价格的写“面议”。",
                "Verify it and update value and until; without a new price write “negotiable”.",
            )
            yield Violation((*path, "until"), sentence, hint, Level.WARNING)


PRICE_LAPSED = Rule(
    "price-lapsed",
    Sentence("租金和售价在有效期内。", "A rent or price is within its validity."),
    [DatedRecordCheck(Project, check_price_lapsed), DatedRecordCheck(Park, check_price_lapsed)],
)


def check_figure_outdated(record: Park | Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield the oldest figure of a record that was verified years after the figure was drawn up."""
    del catalog
    if record.withdrawn:
        return
    dated = [((*path, "as_of"), claim.as_of) for path, claim in each(Claim, record)]
    dated += [((*path, "as_of"), price.as_of) for path, price in each(Price, record)]
    if record.land_as_of:
        dated.append((("land_as_of",), record.land_as_of))
    old = [(as_of, path) for path, as_of in dated if whole_years(as_of, record.verified_on) >= OLD_YEARS]
    if not old:
        return
    as_of, path = min(old, key=lambda figure: figure[0])
    sentence = Sentence(
        f"数据截至日期距核实日期（{record.verified_on}）应不满 24 个月，实际最早的是 {as_of}"
        f"（共 {len(old)} 项超过）；页面把这些数据标为“未更新”。",
        f"A figure must be less than 24 months older than the day of verification ({record.verified_on}); the oldest "
        f"is of {as_of} (too old: {len(old)}). The page marks these figures as not updated.",
    )
    hint = Sentence(
        "重新测算后更新数值和 as_of；不再有依据的数据删去。",
        "Draw the figures up anew and update value and as_of; leave out those that no longer hold.",
    )
    yield Violation(path, sentence, hint, Level.WARNING)


FIGURE_OUTDATED = Rule(
    "figure-outdated",
    Sentence(
        "核实记录时，其中的数据不得早于 24 个月。",
        "The figures of a verified record are less than 24 months old.",
    ),
    [RecordCheck(Project, check_figure_outdated), RecordCheck(Park, check_figure_outdated)],
)
