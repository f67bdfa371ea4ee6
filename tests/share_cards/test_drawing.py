"""Pictures of share cards: their size and bytes, and where their lines break."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from investment_portal.share_cards.card import SIZES, SQUARE, WIDE, CardStyle, ShareCard
from investment_portal.share_cards.drawing import SANS, SERIF, broken, columns, cut, draw, font

ICON = '<svg class="icon" viewBox="0 0 32 32"><rect x="8" y="8" width="16" height="16"/></svg>'
STYLE = CardStyle({"zh": "示例区投资门户", "en": "Invest in Example"}, "invest.example.org", "#9b1c2e", {"chip": ICON})
CARDS = {
    "zh": ShareCard(
        "zh",
        "电子信息 · 招商项目",
        "年产三千万套智能终端精密结构件及配套表面处理生产基地",
        "江南科技产业园",
        [("总投资", "12.5 亿元"), ("即供净地", "300 亩（20 公顷）"), ("前期阶段", "可行性研究")],
        "示例",
        "chip",
    ),
    "en": ShareCard(
        "en",
        "Electronics and information technology · Greenfield project",
        "A base for thirty million sets of precision parts of intelligent terminals, with surface treatment",
        "Jiangnan Science and Technology Industrial Park",
        [("Total investment", "CNY 1.25 billion"), ("Ready plots", "20 ha (300 mu)"), ("Stage", "Feasibility study")],
        "Example",
        "chip",
    ),
}
LARGEST = {WIDE: 25_000, SQUARE: 10_000}
"""Bytes of the pictures at most."""


@pytest.mark.parametrize("language", CARDS)
@pytest.mark.parametrize("file", SIZES)
def test_a_picture_has_its_size_and_few_bytes(language: str, file: str) -> None:
    """The same card gives the same bytes."""
    content = draw(CARDS[language], STYLE, file)
    assert content == draw(CARDS[language], STYLE, file)
    assert len(content) <= LARGEST[file]
    with Image.open(BytesIO(content)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "P", SIZES[file])
        assert not picture.info.keys() - {"interlace", "transparency"}


@pytest.mark.parametrize("file", SIZES)
def test_everything_that_a_card_says_is_seen(file: str) -> None:
    """Whatever part changes, the picture does; in the square the first fact stands for all."""
    card = CARDS["zh"]
    parts = {"title": "另一个项目", "facts": [("总投资", "9 亿元")], "mark": "", "icon": ""}
    parts |= {"kicker": "白酒", "line": "河畔园区"} if file == WIDE else {}
    drawn = {draw(replace(card, **{name: value}), STYLE, file) for name, value in parts.items()}
    assert len(drawn - {draw(card, STYLE, file)}) == len(parts)


@pytest.mark.parametrize("file", SIZES)
@pytest.mark.parametrize("text", ["项目" * 60, "Word" * 60, "word " * 60, "", "𠮷🙂"])
def test_any_text_fits(file: str, text: str) -> None:
    """However long, or made of what the letters lack."""
    card = ShareCard("zh", text, text, text, [(text, text)] * 3, text[:4], "")
    assert draw(card, STYLE, file)


def test_a_title_breaks_between_words() -> None:
    """And into lines of similar length."""
    letters = font(SERIF, 62)
    assert broken("中小尺寸显示与触控模组项目", letters, 560) == ["中小尺寸显示", "与触控模组项目"]
    lines = broken("Support for food processing and crop bases", letters, 1056)
    assert lines == ["Support for food", "processing and crop bases"]
    assert broken("短名", letters, 560) == ["短名"]


def test_a_text_that_does_not_fit_ends_in_an_ellipsis() -> None:
    """A text that fits stays whole."""
    letters = font(SANS, 30)
    assert cut("总投资", letters, 200) == "总投资"
    short = cut("按固定资产投资的百分之十补助", letters, 200)
    assert short.endswith("…")
    assert letters.getlength(short) <= 200


def test_columns_share_a_width() -> None:
    """Short texts get what they need, long ones divide the rest."""
    assert columns([100, 100, 100], 900) == [100, 100, 100]
    assert columns([100, 900, 100], 900) == [100, 700, 100]
    assert columns([800, 900], 900) == [450, 450]
