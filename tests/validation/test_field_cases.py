"""Every case from the field has its right result: what is accepted, what is said where, what is on the page."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from investment_portal.build.validate import validate
from investment_portal.problems import Level, Problem
from tests.conftest import DAY
from tests.field_cases import IDS, apply, case_of
from tests.overlay import PORTAL
from tests.sites import built, tiny_portal

OVERDUE = "projects/hostile-hall.yaml"
"""The record of the portal that is due for review; it belongs to no case."""

PROJECT = "projects/bottling-line.yaml"
PROJECT_PAGES = {"zh": "projects/bottling-line/index.html", "en": "en/projects/bottling-line/index.html"}


@dataclass(frozen=True)
class Message:
    """A problem of which a case is told: rule, file and line, and what its sentence or hint holds in each language."""

    rule: str
    line: int
    zh: str
    en: str
    file: str = PROJECT
    level: Level = Level.ERROR

    def fits(self, problem: Problem) -> bool:
        """Return whether a problem is the one that is meant."""
        zh, en = problem.sentence.zh + problem.hint.zh, problem.sentence.en + problem.hint.en
        place = (problem.rule, problem.file, problem.line, problem.level)
        return place == (self.rule, self.file, self.line, self.level) and self.zh in zh and self.en in en


@dataclass(frozen=True)
class Right:
    """The right result of a case: every problem, and on each page what stands there and what does not."""

    problems: Sequence[Message] = ()
    shown: Mapping[str, Sequence[str]] = field(default_factory=dict)
    not_shown: Mapping[str, Sequence[str]] = field(default_factory=dict)


WARNING = Level.WARNING
ZH, EN = PROJECT_PAGES["zh"], PROJECT_PAGES["en"]
GRANT_ZH, GRANT_EN = "policies/equipment-grant/index.html", "en/policies/equipment-grant/index.html"

FAIR = "district/events/autumn-fair.yaml"
EVENT = "district/events/spring-meeting.yaml"

RIGHT: dict[str, Right] = {
    "a01": Right(),
    "a02": Right(),
    "a04": Right(shown={ZH: ["2\u00a0万平方米"], EN: ["20,000\u00a0m²"]}),
    "a05": Right(shown={ZH: ["50\u00a0英亩（20.23\u00a0公顷）"], EN: ["50\u00a0acres (20.23\u00a0ha)"]}),
    "a07": Right(shown={ZH: ["300\u00a0亩（20\u00a0公顷）"], EN: ["20\u00a0ha (300\u00a0mu)"]}),
    "c01": Right(
        shown={
            "contacts/bureau/index.html": ['href="tel:+868301234567;ext=801">+86 830 1234567 转 801</a>'],
            "en/contacts/bureau/index.html": ['href="tel:+868301234567;ext=801">+86 830 1234567 ext. 801</a>'],
            "contacts/bureau/card.vcf": ["TEL;TYPE=WORK,VOICE:+868301234567;ext=801"],
        }
    ),
    "c03": Right(
        shown={
            "contacts/bureau/index.html": ['href="tel:4000000000">400-000-0000</a>', "仅限中国内地拨打"],
            "en/contacts/bureau/index.html": ['href="tel:4000000000">400-000-0000</a>', "Within mainland China only"],
        }
    ),
    "c06": Right(
        shown={
            "contacts/bureau/index.html": ["周一至周五 09:00-17:30；周六 09:00-12:00"],
            "en/contacts/bureau/index.html": ["Mon–Fri 09:00-17:30; Sat 09:00-12:00"],
        }
    ),
    "c10": Right(
        shown={
            "contacts/bureau/index.html": ["东京时间", 'data-zone="Asia/Tokyo"'],
            "en/contacts/bureau/index.html": ["Tokyo time"],
            "contacts/bureau/card.vcf": ["TZ;VALUE=text:Asia/Tokyo"],
        }
    ),
    "c12": Right([Message("bad-type", 12, "加上引号", "Put quotes around it", "contacts/bureau.yaml")]),
    "e01": Right(
        shown={
            "events/autumn-fair/index.html": ["新日期待定，原定2026年9月18日", "本活动延期，新的日期尚未确定。"],
            "en/events/autumn-fair/index.html": [
                "New date to be announced; was 18 September 2026",
                "not set yet",
            ],
            "events/index.html": ["新日期待定"],
            "events/autumn-fair/event.ics": ["STATUS:TENTATIVE", "SUMMARY:延期：秋季展会"],
        }
    ),
    "e02": Right(
        shown={
            "events/autumn-fair/event.ics": [
                "STATUS:CANCELLED",
                "SEQUENCE:31",
                "LAST-MODIFIED:20260601T000000Z",
                "DTSTAMP:20260601T000000Z",
            ],
            "events/upcoming.ics": ["STATUS:CANCELLED", "SEQUENCE:31"],
        }
    ),
    "e03": Right(shown={"events/autumn-fair/event.ics": ["UID:event-autumn-show@"]}),
    "e06": Right(shown={"events/autumn-fair/index.html": ["研讨会"], "en/events/autumn-fair/index.html": ["Seminar"]}),
    "e10": Right(
        [
            Message("bad-date", 7, "没有 02:30 这个时刻", "There is no 02:30 on 2027-03-28", FAIR),
        ]
    ),
    "f01": Right(shown={ZH: ["12*8*6 米，柱网 9*9 米、12*9 米"], EN: ["12*8*6 m"]}),
    "f02": Right(
        [
            Message("comment-in-text", 4, "“#3 号楼”", "“#3 号楼”", level=WARNING),
            Message("comment-in-text", 5, "整段放进引号", "Quote the whole text", level=WARNING),
        ]
    ),
    "f04": Right(
        [Message("conflict-mark", 19, "两份内容只留一份", "Keep one of the two versions", "docs/zh/about.md")]
    ),
    "f05": Right([Message("conflict-mark", 1, "合并冲突的标记“<<<<<<<”", "merge conflict mark here (“<<<<<<<”)")]),
    "f06": Right(),
    "f10": Right(
        [
            Message("dead-link", 16, "“nowhere/”指向的页面不存在", "“nowhere/” leads to nothing"),
            Message("dead-link", 16, "“/parks/none/”指向的页面不存在", "“/parks/none/” leads to nothing"),
            Message("dead-link", 17, "/projects/编号/", "/projects/ID/"),
        ]
    ),
    "f12": Right(
        [
            Message("markdown-in-plain-text", 14, "只写“说明”", "Write “说明” alone", level=WARNING),
            Message("markdown-in-plain-text", 14, "只写“more”", "Write “more” alone", level=WARNING),
        ]
    ),
    "f14": Right(shown={ZH: ["年产五千万瓶"]}),
    "g01": Right(
        [Message("bad-date", 8, "budget: {total: 总额", "budget: {total: SUM", "policies/equipment-grant.yaml")]
    ),
    "g02": Right(
        shown={
            GRANT_ZH: ["2026年3月1日至2026年3月31日；2027年3月1日至2027年3月31日", "即将开放"],
            GRANT_EN: ["1 March 2026 to 31 March 2026; 1 March 2027 to 31 March 2027", "Opens later"],
        }
    ),
    "g03": Right(
        shown={
            GRANT_ZH: ["修改", "第三条的上限"],
            GRANT_EN: ["Amends", "The cap in Article 3"],
            "policies/trial-grant/index.html": ["本政策的部分内容已由“设备补助”修改。", "第三条的上限"],
            "en/policies/trial-grant/index.html": ["Parts of this policy were amended by “Equipment grant”"],
        }
    ),
    "g04": Right(
        shown={
            GRANT_ZH: ["固定资产投资 1\u00a0亿元以上，或新增就业 100 人以上"],
            GRANT_EN: ["fixed-asset investment: at least CNY\u00a0100\u00a0million, or new jobs: at least 100"],
        }
    ),
    "g05": Right(
        shown={
            GRANT_ZH: ["年营业收入 200\u00a0万元至 500\u00a0万元的部分", "年营业收入超过 500\u00a0万元的部分"],
            GRANT_EN: ["Annual revenue: the part above CNY\u00a05\u00a0million"],
        }
    ),
    "g08": Right(shown={GRANT_ZH: ["分期拨付", "20%、50%、30%"], GRANT_EN: ["Paid in parts", "20%, 50%, 30%"]}),
    "g09": Right(),
    "g10": Right(
        shown={
            GRANT_ZH: ["年出口额", "按年出口额补助 5%"],
            GRANT_EN: ["5% of annual exports"],
            "policies/matcher/index.html": ["年出口额", "去年出口额是多少？"],
            "en/policies/matcher/index.html": ["Annual exports", "What did you export last year?"],
        }
    ),
    "g11": Right(),
    "m01": Right(
        shown={ZH: ["3–5\u00a0亿元"], EN: ["CNY\u00a0300–500\u00a0million", "USD\u00a042.3–70.4\u00a0million"]}
    ),
    "m02": Right(shown={ZH: ["面议"], EN: ["negotiable"]}),
    "m04": Right(shown={ZH: ["不少于 3\u00a0亿元"], EN: ["CNY\u00a0300\u00a0million or more"]}),
    "m06": Right(shown={ZH: ["1,500\u00a0万美元"]}),
    "m07": Right([Message("exchange-rate", 8, "没有 HKD 的", "hold none for HKD")]),
    "m08": Right([Message("exchange-rate", 8, "没有 JPY 的", "hold none for JPY")]),
    "m10": Right(shown={ZH: ["1.5\u00a0万亿元"], EN: ["CNY\u00a01.5\u00a0trillion"]}),
    "m11": Right(shown={ZH: ["1.2\u00a0亿元"], EN: ["CNY\u00a0120\u00a0million"]}),
    "m13": Right([Message("bad-quantity", 8, "用半角数字", "Use half-width digits")]),
    "m15": Right([Message("unknown-key", 19, "写成 1200", "Write 1200")]),
    "p01": Right(shown={ZH: ["河滨园", "山丘园"], EN: ["River Park", "Hill Park"]}),
    "p02": Right(shown={ZH: ["跨样例区、邻区"], EN: ["Across two districts"]}),
    "p04": Right(shown={ZH: ["甲公司", "乙公司"], EN: ["Firm A", "Firm B"]}),
    "p05": Right(
        [Message("part-above-whole", 11, "各期合计 0.5 亿元", "the phases together 0.5", level=WARNING)],
        shown={ZH: ["第 1 期"], EN: ["Phase 1"]},
    ),
    "p06": Right(shown={ZH: ["元/平方米/月（出租）"], EN: [" per m² per month"]}),
    "p08": Right([Message("industry-code-list", 6, "不在 district/site.yaml", "Did you mean", level=WARNING)]),
    "p10": Right(
        [
            Message(
                "duplicate-name",
                3,
                "中文不同",
                "the Chinese ones differ",
                "projects/second.yaml",
                WARNING,
            )
        ]
    ),
    "p12": Right([Message("bad-form", 12, "改名为“parks/IMG_2020.jpg”", "Rename the file to “parks/IMG_2020.jpg”")]),
    "p13": Right(
        [Message("lost-address", 0, "看来改成了", "It looks renamed to", "district/events/midsummer-campaign.yaml")]
    ),
    "p15": Right([Message("invisible-character", 3, "“灌装”后面有看不见的字符", "direction control (U+202E)")]),
    "t01": Right(
        [Message("contact-unreachable", 13, "已到期", "lapsed on 2026-06-29", "contacts/south-station.yaml", WARNING)]
    ),
    "t03": Right(
        [Message("policy-expired", 26, "自 2027-01-01 起生效", "comes into force on 2027-01-01", level=WARNING)]
    ),
    "t04": Right(
        [
            Message("not-yet-public", 7, "2026-07-01 才发布", "until then it is left out", EVENT, WARNING),
            Message("not-yet-public", 9, "之前这里只显示文字", "only the text is shown", "docs/en/about.md", WARNING),
            Message("not-yet-public", 9, "之前这里只显示文字", "only the text is shown", "docs/zh/about.md", WARNING),
            Message("lost-address", 0, "会失效", "would be lost", "projects/bottling-line.yaml", WARNING),
            Message("not-yet-public", 3, "到那天自动显示", "by itself", "projects/old-mill.yaml", WARNING),
        ],
        not_shown={"projects/index.html": ["bottling-line"], "en/about/index.html": ["bottling-line"]},
    ),
    "t07": Right(),
    "t08": Right([Message("bad-date", 11, "没有期限就删去这一行", "Where there is no end, leave the line out")]),
}


def test_every_case_has_its_right_result() -> None:
    """Neither a case without an entry nor an entry without a case."""
    assert sorted(RIGHT) == IDS


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the portal that every case changes, with the layouts of its pages."""
    folder = tmp_path_factory.mktemp("base")
    portal = tiny_portal(folder / "portal")
    # The cases were written on the event as it stands in the small portal, without the sums of its day.
    shutil.copy(PORTAL / EVENT, portal / EVENT)
    built(portal, folder / "site", DAY)
    return folder / "portal"


@pytest.mark.parametrize("id_", IDS)
def test_case(id_: str, base: Path, tmp_path: Path) -> None:
    """The case gives exactly the problems that it must give, and the page shows what it must show."""
    right = RIGHT[id_]
    portal = tmp_path / "portal"
    shutil.copytree(base, portal)
    apply(case_of(id_), portal)
    problems = [candidate for candidate in validate(portal, DAY)[1] if candidate.file != OVERDUE]
    assert len(problems) == len(right.problems), problems
    for problem, expected in zip(problems, right.problems, strict=True):
        assert expected.fits(problem), problem
    if right.shown or right.not_shown:
        pages = built(portal, tmp_path / "site", DAY).out
        for page, texts in right.shown.items():
            html = (pages / page).read_text("utf-8")
            assert [text for text in texts if text not in html] == []
        for page, texts in right.not_shown.items():
            html = (pages / page).read_text("utf-8")
            assert [text for text in texts if text in html] == []
