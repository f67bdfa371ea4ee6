"""Rules about settings and the live site: filing numbers, examples, readable colours."""

from collections.abc import Iterator
from datetime import date

from investment_portal.domain.compliance.duty import Assessment, Duty, Inspected, State, effect_of
from investment_portal.domain.compliance.filings import duty_of_filing
from investment_portal.domain.compliance.registry import DUTIES, DUTIES_BY_KEY
from investment_portal.languages import Sentence
from investment_portal.models.base import fields_of, label_of
from investment_portal.models.catalog import Catalog
from investment_portal.models.controlled_values import DutyEffect
from investment_portal.models.record import Record
from investment_portal.models.site import Filing, Palette, Site
from investment_portal.problems import Level, Path, did_you_mean
from investment_portal.validation.rule import DatedPortalCheck, Located, RecordCheck, Rule, Violation


def check_example_in_live(record: Record, catalog: Catalog) -> Iterator[Violation]:
    """Yield the mark of an example where the settings say ``demo: false``."""
    if record.example and not catalog.site.demo:
        sentence = Sentence("正式门户里不得有示例记录。", "A live portal must not hold an example record.")
        hint = Sentence(
            "换成真实内容并删去 example，或删除文件；演示站点写 demo: true。",
            "Put real content and delete example, or delete the file; a demonstration says demo: true.",
        )
        yield Violation(("example",), sentence, hint)


EXAMPLE_IN_LIVE = Rule(
    "example-in-live",
    Sentence("正式门户不发布示例记录。", "A live portal publishes no example records."),
    [RecordCheck(Record, check_example_in_live, settings=True)],
)


def check_filing_numbers(site: Site, catalog: Catalog) -> Iterator[Violation]:
    """Yield the missing numbers: one warning in a demonstration, in a live portal what their duties do."""
    lacking = [
        name for name in fields_of(Filing) if getattr(site.filing, name) is None and not name.endswith("_picture")
    ]
    effects = {name: effect_of(DUTIES_BY_KEY[duty_of_filing(name)], site) for name in lacking}
    for effect, level in LEVELS.items():
        missing = [name for name in lacking if effects[name] is effect]
        if missing:
            yield _missing_filings(missing, Level.WARNING if site.demo else level)


LEVELS = {DutyEffect.STOP: Level.ERROR, DutyEffect.WARN: Level.WARNING}


def _missing_filings(missing: list[str], level: Level) -> Violation:
    labels = [label_of(Filing, name) for name in missing]
    sentence = Sentence(
        f"网站页脚应有备案信息，还缺：{'、'.join(label.zh for label in labels)}。",
        f"The footer must show the filing numbers; it lacks: {', '.join(label.en for label in labels)}.",
    )
    hint = Sentence("在 district/site.yaml 的 filing 里填写。", "Fill them under filing in district/site.yaml.")
    return Violation(("filing",), sentence, hint, level)


FILING_NUMBERS = Rule(
    "filing-numbers",
    Sentence("网站页脚须有备案号和标识码。", "The footer shows the filing numbers."),
    [RecordCheck(Site, check_filing_numbers, settings=True)],
)


def check_compliance(catalog: Catalog, day: date) -> Iterator[Located]:
    """Yield the duties that a live portal does not meet, but those that another rule reports with their places.

    A duty that such a rule reports as a warning is an error here where the settings let it stop the build.
    """
    site = catalog.site
    if site.demo:
        return
    inspected = Inspected(catalog, {}, day)
    for duty in DUTIES:
        effect = effect_of(duty, site)
        reported = duty.rule and (effect is DutyEffect.WARN or duty.rule in REPORTED_AS_SET)
        if duty.reads_pages or effect is DutyEffect.OFF or reported:
            continue
        assessment = duty.assess(inspected)
        if assessment.state is State.NOT_MET:
            yield "site", "site", not_met(duty, assessment, LEVELS[effect])


REPORTED_AS_SET = frozenset({"filing-numbers", "forged-date", "example-in-live"})
"""Rules that report a duty as an error, or as the settings say."""


def not_met(duty: Duty, assessment: Assessment, level: Level) -> Violation:
    """Return the violation of a duty that is not met."""
    sentence = Sentence(
        f"合规职责“{duty.label.zh}”（{duty.key}）没有达标：{assessment.figure.zh}。",
        f"The duty “{duty.label.en}” ({duty.key}) is not met: {assessment.figure.en}.",
    )
    path: Path = ("filing",) if assessment.setting.startswith("filing") else ()
    return Violation(path, sentence, assessment.action, level)


def check_duty_settings(site: Site, catalog: Catalog) -> Iterator[Violation]:
    """Yield keys of duties that do not exist."""
    for number, setting in enumerate(site.compliance):
        if setting.duty not in DUTIES_BY_KEY:
            sentence = Sentence(
                f"合规报告里没有职责“{setting.duty}”。", f"The compliance report has no duty “{setting.duty}”."
            )
            yield Violation(("compliance", number, "duty"), sentence, did_you_mean(setting.duty, DUTIES_BY_KEY))


COMPLIANCE = Rule(
    "compliance",
    Sentence(
        "正式网站达到合规报告里的要求；每项不达标时停止发布还是提醒，由设置 compliance 决定。",
        "A live portal meets the duties of the compliance report; the setting compliance decides what stops a build.",
    ),
    [
        DatedPortalCheck(check_compliance, whole=True, settings=True),
        RecordCheck(Site, check_duty_settings, settings=True),
    ],
)


CONTRAST = 4.5
"""Contrast of normal text for level AA."""

STRAIGHT = 0.04045
"""Up to here sRGB is a straight line, from here on a curve."""


def check_palette_contrast(site: Site, catalog: Catalog) -> Iterator[Violation]:
    """Yield colours of the settings that are too light."""
    for name in fields_of(Palette):
        colour = getattr(site.palette, name)
        ratio = contrast(colour, "#ffffff")
        if ratio < CONTRAST:
            label = label_of(Palette, name)
            sentence = Sentence(
                f"{label.zh} {colour} 与白色的对比度应不低于 {CONTRAST}，实际是 {ratio:.1f}，文字会看不清。",
                f"{label.en} {colour} must have a contrast of at least {CONTRAST} with white; it has {ratio:.1f}, "
                "so text would be hard to read.",
            )
            hint = Sentence("换一个更深的颜色。", "Choose a darker colour.")
            yield Violation(("palette", name), sentence, hint)


def contrast(colour: str, other: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [share / 12.92 if share <= STRAIGHT else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


PALETTE_CONTRAST = Rule(
    "palette-contrast",
    Sentence("门户配色与白色的对比度不低于 4.5。", "The portal's colours have a contrast of at least 4.5 with white."),
    [RecordCheck(Site, check_palette_contrast, settings=True)],
)
