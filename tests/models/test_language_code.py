"""Codes of languages: every one that has a name."""

import pytest

from investment_portal.cldr import language_name, zone_name
from investment_portal.models.language_code import LANGUAGE, with_plain
from investment_portal.models.quantities.quantity import ValueRefusedError


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("pt-BR", "巴西葡萄牙语", "Brazilian Portuguese"),
        ("zh-Hant", "繁体中文", "Traditional Chinese"),
        ("vi", "越南语", "Vietnamese"),
        ("nan", "闽南语", "Min Nan Chinese"),
        ("sr-Latn-RS", "塞尔维亚语（拉丁文，塞尔维亚）", "Serbian (Latin, Serbia)"),
    ],
)
def test_codes_have_names(code: str, zh: str, en: str) -> None:
    """In both languages of the portal, script and region with them."""
    assert LANGUAGE.check(code) == code
    assert (language_name(code, "zh"), language_name(code, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [("jp", "“ja”"), ("cn", "“zh”"), ("kr", "“ko”"), ("pt-br", "“pt-BR”"), ("EN", "“en”"), ("zh_Hant", "“zh-Hant”")],
)
def test_the_code_that_was_meant(typed: str, proposed: str) -> None:
    """A country's code leads to its language, another case or separator to the right one."""
    with pytest.raises(ValueRefusedError) as caught:
        LANGUAGE.check(typed)
    assert proposed in caught.value.sentence.en + caught.value.hint.en


@pytest.mark.parametrize("typed", ["Japanese", "", "qqq", 5, None, "x-y"])
def test_other_texts_are_refused(typed: object) -> None:
    """A name is no code."""
    with pytest.raises(ValueRefusedError):
        LANGUAGE.check(typed)


def test_a_region_speaks_the_language() -> None:
    """A reader of English is led to a desk that speaks British English."""
    assert with_plain(["en-GB", "zh-Hant-HK", "zh"]) == ["en-GB", "en", "zh-Hant-HK", "zh"]


def test_zones_have_names() -> None:
    """The country, and the city where it has several zones."""
    assert (zone_name("Asia/Dubai", "zh"), zone_name("Asia/Dubai", "en")) == (
        "阿拉伯联合酋长国时间",
        "United Arab Emirates Time",
    )
    assert zone_name("UTC", "zh") == "UTC"
