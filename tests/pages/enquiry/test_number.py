"""The number of a brief: the same for the same words, readable, and its check sign finds what is misheard."""

import json
import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

SIGNS = "123456789ABCDEFGHJKMNPQRSTVWXYZ"
NUMBER = "async (content) => (await import('/enquiry/reference.js')).reference('E', content)"
TEXT = st.text(st.characters(codec="utf-8"), max_size=40)


def number(content: list[list[str]]) -> str:
    """Work the number out as the decision record describes it."""
    mixed = 0xCBF29CE484222325
    for byte in json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode():
        mixed = (mixed ^ byte) * 0x100000001B3 % 2**64
    left = mixed ^ mixed >> 32
    values = []
    for _ in range(7):
        left, value = divmod(left, 31)
        values.append(value)
    values.append(sum(place * value for place, value in enumerate(values, start=1)) % 31)
    signs = "".join(SIGNS[value] for value in values)
    return f"E-{signs[:4]}-{signs[4:]}"


def holds(written: str) -> bool:
    """Return whether the check sign fits."""
    *values, check = (SIGNS.index(sign) for sign in written[1:].replace("-", ""))
    return sum(place * value for place, value in enumerate(values, start=1)) % 31 == check


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["company", "plan"]), TEXT).map(list), max_size=4))
def test_is_worked_out_alike_everywhere(modules: Page, content: list[list[str]]) -> None:
    """In the browser and by the record's description."""
    # JSON writes a few signs otherwise in Python; they are cleaned away before a brief is made.
    plain = [[name, re.sub(r"[\x00-\x1f\x7f]", "", value)] for name, value in content]
    made = modules.evaluate(NUMBER, plain)
    assert made == number(plain)
    assert holds(made)


def test_finds_one_wrong_sign_and_two_swapped(modules: Page) -> None:
    """All of them, since 31 is a prime."""
    made: str = modules.evaluate(NUMBER, [["company", "ACME"], ["plan", "电容"]])
    places = [place for place, sign in enumerate(made) if place > 1 and sign != "-"]
    for place in places:
        wrong = [made[:place] + sign + made[place + 1 :] for sign in SIGNS if sign != made[place]]
        assert not any(holds(one) for one in wrong)
    for one, other in pairwise(places):
        swapped = list(made)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert made[one] == made[other] or not holds("".join(swapped))


def test_other_words_have_another_number(modules: Page) -> None:
    """As far as a few thousand tell."""
    made = modules.evaluate(
        """async () => {
          const { reference } = await import('/enquiry/reference.js');
          return new Set(Array.from({ length: 4000 }, (_, at) => reference('E', [['jobs', String(at)]]))).size;
        }"""
    )
    assert made == 4000
