"""Numbers of persons are found in every usual spelling; codes of projects, firms and documents are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from investment_portal.validation.personal_numbers import SEARCHES, SOME_DIGITS, Personal, personal_numbers

PERSONAL = [
    (Personal.IDENTITY, "110101199003070003", "经办人身份证 110101199003070003。"),
    (Personal.IDENTITY, "11010119900307002X", "ID: 11010119900307002X"),
    (Personal.IDENTITY, "11010119900307002x", "11010119900307002x"),
    (Personal.IDENTITY, "510502 19851231 0026", "（510502 19851231 0026）"),
    (Personal.IDENTITY, "510502-20000229-1232", "born on a leap day: 510502-20000229-1232"),
    (Personal.IDENTITY, "４４０３０５１９９９１１０１００４１", "号码４４０３０５１９９９１１０１００４１"),
    (Personal.IDENTITY, "510502198512310027", "身份证号：510502198512310027（校验位有误）"),
    (Personal.IDENTITY, "510502851231002", "居民身份证号码 510502851231002"),
    (Personal.IDENTITY, "510502198512310027", "identity card No. 510502198512310027"),
    (Personal.BANK_CARD, "6222020200001234562", "汇至 6222020200001234562"),
    (Personal.BANK_CARD, "6217 0038 6000 1234 564", "卡号 6217 0038 6000 1234 564"),
    (Personal.BANK_CARD, "4111-1111-1111-1111", "Visa 4111-1111-1111-1111."),
    (Personal.BANK_CARD, "5555555555554444", "card 5555555555554444"),
    (Personal.BANK_CARD, "9558802400001234566", "工行卡9558802400001234566"),
    (Personal.PASSPORT, "E12345678", "护照号码：E12345678"),
    (Personal.PASSPORT, "EA1234567", "passport No. EA1234567"),
    (Personal.PASSPORT, "H123456789", "港澳居民来往内地通行证 H123456789"),
    (Personal.PASSPORT, "12345678", "台胞证号 12345678"),
    (Personal.PASSPORT, "0123456789", "台湾居民来往大陆通行证：0123456789"),
    (Personal.PASSPORT, "H1234567800", "回乡证号码H1234567800"),
    (Personal.PASSPORT, "C12345678", "往来港澳通行证 C12345678"),
    (Personal.PASSPORT, "Ｈ１２３４５６７８", "港澳通行证号Ｈ１２３４５６７８"),
    (Personal.IDENTITY, "１１０１０１１９９００３０７００２Ｘ", "号码１１０１０１１９９００３０７００２Ｘ"),
    (Personal.PASSPORT, "G12345678", "（passport number: G12345678）"),
    (Personal.MOBILE, "13800138000", "手机13800138000"),
    (Personal.MOBILE, "+86 138 0013 8000", "call +86 138 0013 8000"),
    (Personal.MOBILE, "138-0013-8000", "138-0013-8000"),
    (Personal.MOBILE, "１３８００１３８０００", "１３８００１３８０００（微信同号）"),
    (Personal.MOBILE, "86-19912345678", "86-19912345678"),
    (Personal.MOBILE, "13800138000", "wx13800138000"),
]

HARMLESS = [
    "办公电话 0830-3123456，传真 0830-3123457",
    "+86 830 312 3456",
    "热线 12345；400-820-8820",
    "统一社会信用代码 91510502MA6223344X",
    "统一社会信用代码 915105027XXXXXXXXX 与 12510502450701234K",
    "项目代码 2020-510502-27-03-445566",
    "项目代码 2020510502270344556677",
    "采购编号 510502202003180012",
    "公安备案 51050202000123 号",
    "网站标识码 5105020001",
    "文号：泸江府发〔2020〕13号，索引号 008567123/2020-00013",
    "总投资 13800138000 元",
    "CNY 13,800,138,000",
    "产量 1.3800138000 亿支",
    "2020-03-18 至 2026-11-30",
    "4000 5000 6000 7000",
    "户名：某局，账号 2304 0301 0922 1012 345",
    "ISBN 978-7-301-12345-6",
    "SHA-256 622202020000123456abcdef4111111111111111",
    "6222020200001234563",
    "E12345678 号地块",
    "护照、通行证办理需 10 个工作日，工本费 120 元",
    "An identity card is enough; bring 2 copies of 2026.",
    "ID number of the plot: A-12",
    "车辆通行证 12345678",
    "911502199003070002",
]


@pytest.mark.parametrize(("kind", "number", "text"), PERSONAL)
def test_a_number_of_a_person_is_found_at_its_place(kind: Personal, number: str, text: str) -> None:
    """One number, of the right kind, at its place, in the middle of a text too."""
    for before in ("", "第一行。\n"):
        (match,) = personal_numbers(before + text + "\n末行 1。")
        assert (match.kind, (before + text)[match.start : match.end]) == (kind, number)


@pytest.mark.parametrize(
    "number",
    ["510502198512310027", "５１０５０２１９８５１２３１００２７", "510502 19851231 0027", "810000199003070001"],
)
def test_an_identity_number_with_a_wrong_last_digit_is_not_sure(number: str) -> None:
    """It may be a slip of the pen, or another number, which a name before it says."""
    (match,) = personal_numbers(f"联系人 {number}。")
    assert (match.kind, match.sure) == (Personal.IDENTITY, False)
    assert not list(personal_numbers(f"合同编号：{number}。"))


@pytest.mark.parametrize("text", HARMLESS)
def test_a_code_is_no_number_of_a_person(text: str) -> None:
    """Public numbers, codes, sums and dates."""
    assert not list(personal_numbers(text))


@given(st.one_of([st.from_regex(pattern) for _, pattern, _, _ in SEARCHES]), st.text(), st.text())
def test_the_first_look_passes_over_no_number(number: str, before: str, after: str) -> None:
    """Each match of a pattern holds a run of digits."""
    assert SOME_DIGITS.search(f"{before}\n{number}\n{after}")


@pytest.mark.parametrize("part", ["1", "1 ", "62-", "身份证", "护照", "1380013800 "])
def test_the_longest_text_takes_linear_time(part: str) -> None:
    """No pattern goes back over more than the length of a number."""
    assert not list(personal_numbers(part * (200_000 // len(part))))
