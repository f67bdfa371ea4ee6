"""Phone numbers: what is taken, how it is dialled, what is refused and proposed instead."""

import pytest

from investment_portal.models.phone import dialled, parse_extension, parse_phone
from investment_portal.models.quantities.quantity import ValueRefusedError


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("+86 830 000 0001", "tel:+868300000001"),
        ("+86-830-0000001", "tel:+868300000001"),
        ("+868300000001", "tel:+868300000001"),
        ("+86 830 000 0001 转 801", "tel:+868300000001;ext=801"),
        ("+86 830 000 0001转801", "tel:+868300000001;ext=801"),
        ("+86 830 000 0001 ext. 801", "tel:+868300000001;ext=801"),
        ("+86 830 000 0001 x801", "tel:+868300000001;ext=801"),
        ("+86 830 000 0001;ext=801", "tel:+868300000001;ext=801"),
        ("+86 830 000 0001 分机 801", "tel:+868300000001;ext=801"),
        ("0830-1234567", "tel:+868301234567"),
        ("0830-1234567转801", "tel:+868301234567;ext=801"),
        ("0830-1234567-801", "tel:+868301234567;ext=801"),
        ("(0830) 1234567", "tel:+868301234567"),
        ("010-12345678", "tel:+861012345678"),
        ("021 1234 5678", "tel:+862112345678"),
        ("400-000-0000", "tel:4000000000"),
        ("400 0000 000", "tel:4000000000"),
        ("4000000000", "tel:4000000000"),
        (4000000000, "tel:4000000000"),
        ("400-000-0000转2", "tel:4000000000;ext=2"),
        ("800-000-0000", "tel:8000000000"),
        (12345, "tel:12345"),
        ("12333", "tel:12333"),
        ("95588", "tel:95588"),
        ("96196", "tel:96196"),
        ("110", "tel:110"),
        ("+1 212 555 0100", "tel:+12125550100"),
        ("+44 20 7946 0000", "tel:+442079460000"),
        ("+852 0000 0000", "tel:+85200000000"),
        ("+39 06 0000 0000", "tel:+390600000000"),
    ],
)
def test_numbers_that_are_taken(typed: object, href: str) -> None:
    """As people write them; a number of mainland China is dialled with the country's code."""
    number = parse_phone(typed)
    assert dialled(number).href == href
    assert parse_phone(number) == number


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("13800000000", "“+86 138 0000 0000”"),
        ("138-0000-0000", "“+86 138 0000 0000”"),
        ("０８３０－１２３４５６７", "“0830-1234567”"),
        ("0049 30 0000 0001", "“+49 30 0000 0001”"),
        ("+49 (0)30 0000 0001", "“+49 30 0000 0001”"),
        ("+1.212.555.0100", "“+1 212 555 0100”"),
        ("0830-1234567/1234568", "phones"),
        ("0830-1234567、0830-1234568", "phones"),
        ("+86 0830 000 0001", "“+86 830 000 0001”"),
        ("86-830-0000001", "“+86 830-0000001”"),
        ("0086 830 000 0001", "“+86 830 000 0001”"),
        ("1234567", "drop the 0"),
        ("call us", "drop the 0"),
        (True, "drop the 0"),
        (None, "drop the 0"),
    ],
)
def test_numbers_that_are_refused(typed: object, proposed: str) -> None:
    """With what was meant, where that can be guessed."""
    with pytest.raises(ValueRefusedError) as caught:
        parse_phone(typed)
    assert proposed in caught.value.hint.en
    assert caught.value.hint.zh


@pytest.mark.parametrize(
    ("number", "service"),
    [
        ("400-000-0000", True),
        ("+86 400 000 0000", True),
        ("+86 95588", True),
        ("12345", True),
        ("+86 951 123 4567", False),
        ("+86 830 000 0001", False),
        ("+1 800 555 0100", False),
    ],
)
def test_service_numbers_do_not_work_from_abroad(number: str, service: bool) -> None:
    """The country's code does not make one work; an area code of like digits is none."""
    assert dialled(parse_phone(number)).is_service is service


def test_extensions() -> None:
    """Digits, quoted or not."""
    assert parse_extension(801) == parse_extension("801") == "801"
    for typed in ("转801", True, 1.5, -1, ""):
        with pytest.raises(ValueRefusedError):
            parse_extension(typed)
