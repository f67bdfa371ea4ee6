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

    said: Sequence[Message] = ()
    shown: Mapping[str, Sequence[str]] = field(default_factory=dict)
    not_shown: Mapping[str, Sequence[str]] = field(default_factory=dict)
    open: str = ""
    """The part of the work that mends the case, as long as it is not mended."""


WARNING = Level.WARNING
ZH, EN = PROJECT_PAGES["zh"], PROJECT_PAGES["en"]

RIGHT: dict[str, Right] = {
    "a01": Right(),
    "a02": Right(),
    "a04": Right(shown={ZH: ["2\u00a0万平方米"], EN: ["20,000\u00a0m²"]}),
    "a05": Right(shown={ZH: ["50\u00a0英亩（20.23\u00a0公顷）"], EN: ["50\u00a0acres (20.23\u00a0ha)"]}),
    "a07": Right(shown={ZH: ["300\u00a0亩（20\u00a0公顷）"], EN: ["20\u00a0ha (300\u00a0mu)"]}),
    "c01": Right(open="contacts"),
    "c03": Right(open="contacts"),
    "c06": Right(open="contacts"),
    "c10": Right(open="contacts"),
    "c12": Right([Message("bad-type", 12, "加上引号", "Put quotes around it", "contacts/bureau.yaml")]),
    "e01": Right(open="events"),
    "e02": Right(open="events"),
    "e03": Right(open="events"),
    "e06": Right(open="events"),
    "e10": Right(open="events"),
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
    "f10": Right(open="links"),
    "f12": Right(open="links"),
    "f14": Right(shown={ZH: ["年产五千万瓶"]}),
    "g01": Right(open="policies"),
    "g02": Right(open="policies"),
    "g03": Right(open="policies"),
    "g04": Right(open="policies"),
    "g05": Right(open="policies"),
    "g08": Right(open="policies"),
    "g09": Right(),
    "g10": Right(open="policies"),
    "g11": Right(),
    "m01": Right(shown={ZH: ["3–5\u00a0亿元"], EN: ["CNY\u00a0300–500\u00a0million", "USD\u00a042–70\u00a0million"]}),
    "m02": Right(shown={ZH: ["面议"], EN: ["negotiable"]}),
    "m04": Right(shown={ZH: ["不少于 3\u00a0亿元"], EN: ["CNY\u00a0300\u00a0million or more"]}),
    "m06": Right(shown={ZH: ["1,500\u00a0万美元"]}),
    "m07": Right([Message("exchange-rate", 8, "没有 HKD 的", "hold none for HKD")]),
    "m08": Right([Message("exchange-rate", 8, "没有 JPY 的", "hold none for JPY")]),
    "m10": Right(shown={ZH: ["1.5\u00a0万亿元"], EN: ["CNY\u00a01.5\u00a0trillion"]}),
    "m11": Right(shown={ZH: ["1.2\u00a0亿元"], EN: ["CNY\u00a0120\u00a0million"]}),
    "m13": Right([Message("bad-quantity", 8, "用半角数字", "Use half-width digits")]),
    "m15": Right(open="messages"),
    "p01": Right(open="projects"),
    "p02": Right(open="projects"),
    "p04": Right(open="projects"),
    "p05": Right(open="projects"),
    "p06": Right(open="projects"),
    "p08": Right(open="projects"),
    "p10": Right(open="messages"),
    "p12": Right(open="messages"),
    "p13": Right(open="history"),
    "p15": Right([Message("invisible-character", 3, "“灌装”后面有看不见的字符", "direction control (U+202E)")]),
    "t01": Right(
        [Message("contact-unreachable", 13, "已到期", "lapsed on 2026-06-29", "contacts/south-station.yaml", WARNING)]
    ),
    "t03": Right(
        [Message("policy-expired", 26, "自 2027-01-01 起生效", "comes into force on 2027-01-01", level=WARNING)]
    ),
    "t04": Right(open="projects"),
    "t07": Right(),
    "t08": Right(open="messages"),
}


def test_every_case_has_its_right_result() -> None:
    """Neither a case without an entry nor an entry without a case."""
    assert sorted(RIGHT) == IDS


EVENT = "district/events/spring-meeting.yaml"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the portal that every case changes, with the layouts of its pages."""
    folder = tmp_path_factory.mktemp("base")
    portal = tiny_portal(folder / "portal")
    # The cases were written on the event as it stands in the small portal, without the sums of its day.
    shutil.copy(PORTAL / EVENT, portal / EVENT)
    built(portal, folder / "site", DAY)
    return folder / "portal"


@pytest.mark.parametrize("id_", [one for one in IDS if not RIGHT[one].open])
def test_case(id_: str, base: Path, tmp_path: Path) -> None:
    """The case gives exactly the problems that it must give, and the page shows what it must show."""
    right = RIGHT[id_]
    portal = tmp_path / "portal"
    shutil.copytree(base, portal)
    apply(case_of(id_), portal)
    problems = [one for one in validate(portal, DAY)[1] if one.file != OVERDUE]
    assert len(problems) == len(right.said), problems
    for problem, said in zip(problems, right.said, strict=True):
        assert said.fits(problem), problem
    if right.shown or right.not_shown:
        pages = built(portal, tmp_path / "site", DAY).out
        for page, texts in right.shown.items():
            html = (pages / page).read_text("utf-8")
            assert [text for text in texts if text not in html] == []
        for page, texts in right.not_shown.items():
            html = (pages / page).read_text("utf-8")
            assert [text for text in texts if text in html] == []
