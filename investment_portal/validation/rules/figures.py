"""Rules about figures: announced totals, ids, sequences, exchange rates, units."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from investment_portal.domain.land import ready_land
from investment_portal.domain.totals import Bounds, Total, area_bounds, bounds_of, seeks, summed, total
from investment_portal.languages import Sentence
from investment_portal.models.base import Model, label_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.claim import size
from investment_portal.models.event import Announced, Event
from investment_portal.models.park import Park, Plot
from investment_portal.models.project import Project
from investment_portal.models.quantities import AreaRange, Money, MoneyRange, UnitPrice
from investment_portal.models.quantities.currencies import CNY
from investment_portal.models.reference import Path, each
from investment_portal.models.result import Figure, Result
from investment_portal.models.site import Site
from investment_portal.problems import Level, did_you_mean, quoted, suggested
from investment_portal.validation.rule import DatedRecordCheck, Located, PortalCheck, RecordCheck, Rule, Violation

YI = 10**8
ANNOUNCED_TOTAL_HINT = Sentence(
    "核对 projects 里的项目和公布的数；链接之外还有项目的，不要写 announced。项目的金额后来有变的，"
    "在 announced 的 each 里写当日公布的金额。",
    "Compare projects with what was announced; leave announced out where other projects count too. Where a project "
    "changed since, write what was announced for each under announced, each.",
)
ANNOUNCED_EACH_HINT = Sentence("核对 announced 的 each。", "Compare the entries under announced, each.")


def check_announced_each(event: Event, catalog: Catalog) -> Iterator[Violation]:
    """Yield entries of single projects that are not linked or stand twice, links without one, and totals that differ.

    Both are what the event itself announced: they must agree whatever the records of projects say today.
    """
    if event.announced is None or not event.announced.each:
        return
    seen: set[str] = set()
    for step, announced_project in enumerate(event.announced.each):
        path = ("announced", "each", step, "project")
        if announced_project.project in seen:
            sentence = Sentence(
                f"“{announced_project.project}”已列出。", f"“{announced_project.project}” is listed already."
            )
            yield Violation(path, sentence)
        elif announced_project.project not in event.projects:
            sentence = Sentence(
                f"应是 projects 里的项目，“{announced_project.project}”不是。",
                f"Must be one of the projects of the event; “{announced_project.project}” is not.",
            )
            yield Violation(path, sentence, did_you_mean(announced_project.project, event.projects))
        seen.add(announced_project.project)
    missing = [id_ for id_ in event.projects if id_ not in seen]
    if missing:
        sentence = Sentence(
            f"each 应列出全部关联项目，缺少：{'、'.join(missing)}。",
            f"each must list every linked project; it lacks: {', '.join(missing)}.",
        )
        yield Violation(("announced", "each"), sentence, of_key=True)
    sums = [listed.investment for listed in event.announced.each]
    currencies = {sum_.currency for sum_ in (event.announced.investment, *sums) if sum_ and not sum_.negotiable}
    # What was announced in several currencies was added up at a rate of that day, which no record holds.
    computed = summed(bounds_of(sum_, catalog.site) for sum_ in sums)
    for violation in _compare(event.announced, computed, catalog.site, ANNOUNCED_EACH_HINT, Level.ERROR):
        if len(currencies) == 1 or violation.path[-1] == "projects":
            yield violation


def check_announced_total(catalog: Catalog) -> Iterator[Located]:
    """Yield announced totals that differ from those of the linked projects, unless each sum was written down.

    It is a warning: a project that is corrected today does not make untrue what was announced.
    """
    for event in catalog.events.values():
        linked = all(id_ in catalog.projects for id_ in event.projects)
        if event.projects and linked and event.announced and not event.announced.each:
            computed = total((catalog.projects[id_] for id_ in event.projects), catalog.site)
            for violation in _compare(event.announced, computed, catalog.site, ANNOUNCED_TOTAL_HINT, Level.WARNING):
                yield "event", event.id, violation


def _compare(announced: Announced, computed: Total, site: Site, hint: Sentence, level: Level) -> Iterator[Violation]:
    if announced.projects is not None and announced.projects != computed.projects:
        sentence = Sentence(
            f"公布的项目数应与关联项目一致：公布 {announced.projects} 个，关联 {computed.projects} 个。",
            f"Announced and linked projects must agree: announced {announced.projects}, linked {computed.projects}.",
        )
        yield Violation(("announced", "projects"), sentence, hint, level)
    stated = bounds_of(announced.investment, site)
    if announced.investment and stated and not stated.overlap(computed.bounds):
        typed, sum_ = announced.investment.typed, f"{_plain(computed.amount / YI)} 亿元"
        sentence = Sentence(
            f"公布的总投资应与关联项目合计一致：公布 {typed}，合计 {sum_}。",
            f"The announced sum must be that of the linked projects: announced {typed}, linked {sum_}.",
        )
        yield Violation(("announced", "investment"), sentence, hint, level)


def _plain(number: Decimal) -> str:
    """Return a number as text, without an exponent and without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


ANNOUNCED_TOTAL = Rule(
    "announced-total",
    Sentence(
        "公布的总数等于逐个公布的合计；没有逐个写明的，等于关联记录的合计。",
        "An announced total equals that of the sums announced for each project, or that of the linked records.",
    ),
    [
        RecordCheck(Event, check_announced_each, settings=True),
        PortalCheck(check_announced_total, whole=True, settings=True),
    ],
)


DUPLICATE_FIGURE_HINT = Sentence("改其中一个编号。", "Give one of them another id.")


def check_duplicate_figure(record: Event | Result, catalog: Catalog) -> Iterator[Violation]:
    """Yield figures whose id is that of a figure above."""
    first: dict[str, int] = {}
    for number, figure in enumerate(record.figures):
        place = first.setdefault(figure.id, number)
        if place != number:
            sentence = Sentence(
                f"同一记录里指标编号不得重复，“{figure.id}”已是第 {place + 1} 个指标的编号。",
                f"Figures of one record have ids of their own; “{figure.id}” is that of figure {place + 1}.",
            )
            yield Violation(("figures", number, "id"), sentence, DUPLICATE_FIGURE_HINT)


DUPLICATE_FIGURE = Rule(
    "duplicate-figure",
    Sentence("同一记录里的指标编号不得重复。", "No two figures of one record share an id."),
    [RecordCheck(Event, check_duplicate_figure), RecordCheck(Result, check_duplicate_figure)],
)


def check_exchange_rate(record: Model, catalog: Catalog) -> Iterator[Violation]:
    """Yield sums in a currency without a rate."""
    known = {CNY, "", *(rate.currency for rate in catalog.site.rates)}
    sums: list[tuple[Path, Money | MoneyRange]] = [
        *each(Money, record),
        *each(MoneyRange, record),
        *((path, price.sum) for path, price in each(UnitPrice, record)),
    ]
    for path, money in sums:
        if money.currency not in known:
            sentence = Sentence(
                f"外币金额要有汇率，设置里没有 {money.currency} 的。",
                f"A sum in a foreign currency needs a rate; the settings hold none for {money.currency}.",
            )
            hint = Sentence(
                "在 district/site.yaml 的 rates 里补充汇率和日期。",
                "Add the rate and its date under rates in district/site.yaml.",
            )
            yield Violation(path, sentence, hint)


def check_exchange_rate_old(site: Site, catalog: Catalog, day: date) -> Iterator[Violation]:
    """Yield rates that are older than the settings allow."""
    every = site.rates_every.days
    for step, rate in enumerate(site.rates):
        if rate.is_old(site.rates_every, day):
            sentence = Sentence(
                f"{rate.currency} 汇率是 {rate.as_of} 的，已超过 {every} 天；页面上的折算注明了日期。",
                f"The rate of {rate.currency} is of {rate.as_of}, more than {every} days ago; "
                "pages give its date beside what they convert.",
            )
            hint = Sentence("更新 yuan 和 as_of。", "Renew yuan and as_of.")
            yield Violation(("rates", step, "as_of"), sentence, hint, Level.WARNING)


EXCHANGE_RATE = Rule(
    "exchange-rate",
    Sentence(
        "外币金额须有注明日期的汇率，并按周期更新（rates_every）。",
        "A sum in a foreign currency has a dated rate, renewed in time (rates_every).",
    ),
    [
        RecordCheck(Model, check_exchange_rate, settings=True),
        DatedRecordCheck(Site, check_exchange_rate_old, settings=True),
    ],
)


MOVE = Sentence(
    "按先后顺序排列指标，先发生的写在上面。", "List the figures in the order of the steps, the first on top."
)
ONE = Sentence(
    "只在真正的下一步写 follows，其余指标单独列出。", "Keep follows on the true next step; let the others stand alone."
)
APART = Sentence("删去 follows。", "Delete follows.")


def check_figure_sequence(record: Event | Result, catalog: Catalog) -> Iterator[Violation]:
    """Yield steps that follow no figure above, one of another channel or sort, or one that has a next step.

    Each step follows a figure above it, so no circle is possible.
    """
    for number, sentence, hint in _misplaced(record.figures):
        yield Violation(("figures", number, "follows"), sentence, hint)


def _misplaced(figures: Sequence[Figure]) -> Iterator[tuple[int, Sentence, Sentence]]:
    places = {figure.id: number for number, figure in reversed(list(enumerate(figures)))}
    taken: set[str] = set()
    for number, figure in enumerate(figures):
        named = figure.follows
        if named is None:
            continue
        if named not in places:
            sentence = Sentence(f"本记录没有指标“{named}”。", f"This record has no figure “{named}”.")
            yield number, sentence, did_you_mean(named, [other.id for other in figures[:number]])
        elif places[named] >= number:
            sentence = Sentence(
                f"上一步应写在本指标上面，“{named}”不在上面。", f"The step before must stand above; “{named}” does not."
            )
            yield number, sentence, MOVE
        elif named in taken:
            sentence = Sentence(
                f"一个指标只有一个下一步，“{named}”已有。", f"A figure has one next step; “{named}” has one."
            )
            yield number, sentence, ONE
        elif _sort(figure) != _sort(figures[places[named]]):
            sentence = Sentence(
                f"前后两步须同渠道、同为数量或金额等，与“{named}”不同。",
                f"Steps share their channel and sort (counts, or sums); “{named}” differs.",
            )
            yield number, sentence, APART
        taken.add(named)


def _sort(figure: Figure) -> tuple[str, str]:
    return figure.channel.value, size(figure.value)[0]


FIGURE_SEQUENCE = Rule(
    "figure-sequence",
    Sentence(
        "指标的上一步（follows）是同一记录、同一渠道里写在上面的一个同类指标。",
        "A figure follows one that stands above it in the same record, of the same channel and sort.",
    ),
    [RecordCheck(Event, check_figure_sequence), RecordCheck(Result, check_figure_sequence)],
)


def check_unit_singular(record: Event | Result, catalog: Catalog) -> Iterator[Violation]:
    """Yield units of figures that English pages would show as "1 projects"."""
    for number, figure in enumerate(record.figures):
        unit = figure.unit
        if unit and figure.value == 1 and unit.one is None and unit.en.endswith("s"):
            shown = quoted(unit.en)
            sentence = Sentence(
                f"数值为 1 时英文单位应有单数，“{shown}”没有。",
                f"For exactly one the English unit needs a singular; “{shown}” has none.",
            )
            guess = quoted(unit.en.removesuffix("s"))
            hint = Sentence(f"在 unit 里加一行，例如“one: {guess}”。", f"Add a line to unit, such as “one: {guess}”.")
            yield Violation(("figures", number, "unit", "en"), sentence, hint, Level.WARNING)


UNIT_SINGULAR = Rule(
    "unit-singular",
    Sentence("数值为 1 的指标，英文单位要有单数。", "The English unit of a figure of one has a singular."),
    [RecordCheck(Event, check_unit_singular), RecordCheck(Result, check_unit_singular)],
)


PARTS: dict[type[Model], tuple[tuple[str, str], ...]] = {
    Project: (
        ("land_ready", "land_acquired"),
        ("land_ready", "land_area"),
        ("land_acquired", "land_area"),
        ("land_reserved", "land_area"),
        ("land_offered", "land_area"),
        ("building_offered", "building_area"),
        ("financing_sought", "investment"),
    ),
    Park: (
        ("land_ready", "land_acquired"),
        ("land_ready", "area"),
        ("land_acquired", "area"),
        ("land_reserved", "area"),
        ("land_offered", "area"),
    ),
}
"""Fields of a model that are a part of another field of it."""


def check_part_above_whole(record: Project | Park, catalog: Catalog) -> Iterator[Violation]:
    """Yield what is offered or sought beyond all that there is."""
    for part, whole in PARTS[type(record)]:
        yield from _beyond(record, part, whole, catalog)
    if isinstance(record, Park):
        yield from _plots(record)
    yield from _ready_and_reserved(record, record.area if isinstance(record, Park) else record.land_area)


def _plots(park: Park) -> Iterator[Violation]:
    """Yield ready plots of a park that its plots do not add up to."""
    name = "land_ready" if park.land_ready else "land_offered"
    ready: AreaRange | None = getattr(park, name)
    if ready is None or not park.plots:
        return
    label, stated = label_of(Park, name), area_bounds(ready)
    together = _together([plot.area for plot in park.plots if not _later(plot, park)])
    sum_ = _plain((together.low / SQUARE_METRES_IN_HECTARE).quantize(FOUR_PLACES))
    if not together.may_be_below(stated):
        sentence = Sentence(
            f"各地块面积合计不得大于“{label.zh}”：{label.zh} {ready.typed}，合计 {sum_} 公顷。",
            f"The plots together cannot exceed “{label.en}”: {ready.typed}, the plots together {sum_} ha.",
        )
        yield Violation((name,), sentence, COMPARE_BOTH)
    elif name == "land_ready" and not stated.may_be_below(together):
        sentence = Sentence(
            f"“{label.zh}”应等于各地块面积合计：{label.zh} {ready.typed}，合计 {sum_} 公顷。",
            f"“{label.en}” is the sum of the plots: {ready.typed}, the plots together {sum_} ha.",
        )
        yield Violation((name,), sentence, PLOTS_HINT, Level.WARNING)


def _later(plot: Plot, park: Park) -> bool:
    """Return whether a plot can be handed over only after the day of which the park's figures are."""
    return bool(plot.available_from and park.land_as_of and plot.available_from.first > park.land_as_of)


def _ready_and_reserved(record: Project | Park, whole: AreaRange | None) -> Iterator[Violation]:
    """Yield reserved land that leaves no room for the ready plots."""
    if record.land_ready is None or record.land_reserved is None or whole is None:
        return
    if not _together([record.land_ready, record.land_reserved]).may_be_below(area_bounds(whole)):
        sentence = Sentence(
            f"即供净地和规划预留用地是不同的地，合计不得大于总面积："
            f"即供 {record.land_ready.typed}，预留 {record.land_reserved.typed}，总面积 {whole.typed}。",
            "Ready plots and reserved land are different land and together cannot exceed the whole: "
            f"{record.land_ready.typed} ready and {record.land_reserved.typed} reserved of {whole.typed}.",
        )
        yield Violation(("land_reserved",), sentence, COMPARE_BOTH)


def _together(areas: Sequence[AreaRange]) -> Bounds:
    """Add up areas: in thirds of a square metre, in which every unit is a whole number."""
    highs = [area.high.thirds for area in areas if area.high is not None]
    high = sum(highs, Decimal(0)) / 3 if len(highs) == len(areas) else None
    return Bounds(sum((area.least.thirds for area in areas), Decimal(0)) / 3, high, any(area.about for area in areas))


PLOTS_HINT = Sentence("补上缺少的地块，或改正数字。", "Add the plots that are missing, or correct the figure.")


def check_land_of_park(catalog: Catalog) -> Iterator[Located]:
    """Yield parks whose projects on offer claim more ready plots together than the park has.

    A warning: two projects may be offered on the same plot, of which the first taken ends the other. A project in
    several parks counts in none, since its plots may lie in any of them.
    """
    for park in catalog.parks.values():
        ready = ready_land(park)
        here = [project for project in catalog.projects.values() if project.place.all_parks == (park.id,)]
        claims = [(project, area) for project in here if seeks(project) and (area := ready_land(project))]
        if ready is None or _together([area for _, area in claims]).may_be_below(area_bounds(ready)):
            continue
        sum_ = _plain((_together([area for _, area in claims]).low / SQUARE_METRES_IN_HECTARE).quantize(FOUR_PLACES))
        largest = max(claims, key=lambda claim: claim[1].least.thirds)[0]
        sentence = Sentence(
            f"园区内在招项目的即供净地合计应不大于园区的即供净地：园区 {ready.typed}，"
            f"{len(claims)} 个项目合计 {sum_} 公顷。",
            f"The projects on offer in a park should not claim more ready plots than it has: {ready.typed}, "
            f"{len(claims)} projects together {sum_} ha.",
        )
        hint = Sentence(
            f"核对园区的地块和各项目的 land_ready；最大的是“{largest.id}”。尚未具备供地条件的写 land_reserved。",
            f"Compare the park's plots with land_ready of its projects; the largest is “{largest.id}”. "
            "Land that is not ready yet is land_reserved.",
        )
        name = "land_ready" if park.land_ready else "land_offered"
        yield "park", park.id, Violation((name,), sentence, hint, Level.WARNING)


PHASE_TOTALS = (("investment", "investment"), ("land", "land_area"), ("building", "building_area"))
"""Fields of phases, and the fields of the project that they add up to."""


def check_phases(project: Project, catalog: Catalog) -> Iterator[Violation]:
    """Yield totals that the phases of a project cannot add up to, and phases beyond the whole."""
    for part, whole in PHASE_TOTALS:
        total: AreaRange | MoneyRange | None = getattr(project, whole)
        stated = [bounds for phase in project.phases if (bounds := _bounds(getattr(phase, part), catalog))]
        bounds = _bounds(total, catalog)
        if not stated or total is None or bounds is None:
            continue
        highs = [item.high for item in stated if item.high is not None]
        closed = len(highs) == len(project.phases)
        low, high = sum((item.low for item in stated), Decimal(0)), sum(highs, Decimal(0)) if closed else None
        together = Bounds(low, high, any(item.about for item in stated))
        if together.overlap(bounds):
            continue
        is_area = isinstance(total, AreaRange)
        sum_ = (low / (SQUARE_METRES_IN_HECTARE if is_area else YI)).quantize(FOUR_PLACES)
        text, label = _plain(sum_), label_of(Project, whole)
        zh, en = ("公顷", "ha") if is_area else ("亿元", "亿元")
        yield Violation(
            ("phases",),
            Sentence(
                f"各期合计应与“{label.zh}”一致：{label.zh} {total.typed}，各期合计 {text} {zh}。",
                f"The phases must add up to “{label.en}”: {total.typed}, the phases together {text} {en}.",
            ),
            PHASES_HINT,
            # What is missing may be a phase that nobody has written down yet.
            Level.WARNING if together.may_be_below(bounds) else Level.ERROR,
            of_key=True,
        )


FOUR_PLACES = Decimal("0.0001")
PHASES_HINT = Sentence(
    "核对各期的数、单位和总数；还有别的期的补上，尚不清楚的不写金额或面积。",
    "Compare the phases, their units and the total; add a phase that is missing, without the figure that is not known.",
)


def _beyond(record: Model, part: str, whole: str, catalog: Catalog) -> Iterator[Violation]:
    less, more = getattr(record, part), getattr(record, whole)
    first, second = _bounds(less, catalog), _bounds(more, catalog)
    if first is None or second is None or first.may_be_below(second):
        return
    label, other = label_of(type(record), part), label_of(type(record), whole)
    sentence = Sentence(
        f"“{label.zh}”不得大于“{other.zh}”：{label.zh} {less.typed}，{other.zh} {more.typed}。",
        f"“{label.en}” cannot exceed “{other.en}”: {less.typed} of {more.typed}.",
    )
    slip = less.exact and second.high is not None and first.low <= second.high * 10
    intended = DIGITS.sub(lambda match: _plain(Decimal(match[0].replace(",", "")) / 10), less.typed, count=1)
    hint = suggested(intended) if slip else COMPARE_BOTH
    yield Violation((part,), sentence, hint)


def _bounds(quantity: AreaRange | MoneyRange | None, catalog: Catalog) -> Bounds | None:
    """Return the bounds of a quantity in square metres or yuan."""
    if isinstance(quantity, AreaRange):
        return area_bounds(quantity)
    return bounds_of(quantity, catalog.site)


DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
SQUARE_METRES_IN_HECTARE = 10**4
COMPARE_BOTH = Sentence("核对两个数和单位。", "Compare both figures and their units.")

PART_ABOVE_WHOLE = Rule(
    "part-above-whole",
    Sentence(
        "即供净地不大于已征收用地，两者不大于总面积；地块相加等于园区的即供净地，项目合计不超过园区；"
        "可供建筑面积、拟融资额不大于总数，各期合计与总数一致。",
        "Ready plots are no more than what is acquired, and that no more than all; plots add up to the park's ready "
        "land, and projects claim no more than their park has. Space on offer and funds sought are no more than there "
        "is in all; phases add up to the whole.",
    ),
    [
        RecordCheck(Project, check_part_above_whole, settings=True),
        RecordCheck(Project, check_phases, settings=True),
        RecordCheck(Park, check_part_above_whole),
        PortalCheck(check_land_of_park, whole=True),
    ],
)
