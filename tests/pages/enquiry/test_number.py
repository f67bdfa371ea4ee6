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
    remaining = mixed ^ mixed >> 32
    values = []
    for _ in range(7):
        remaining, value = divmod(remaining, 31)
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
    reference = modules.evaluate(NUMBER, plain)
    assert reference == number(plain)
    assert holds(reference)


def test_finds_one_wrong_sign_and_two_swapped(modules: Page) -> None:
    """All of them, since 31 is a prime."""
    reference: str = modules.evaluate(NUMBER, [["company", "ACME"], ["plan", "电容"]])
    places = [place for place, sign in enumerate(reference) if place > 1 and sign != "-"]
    for place in places:
        wrong = [reference[:place] + sign + reference[place + 1 :] for sign in SIGNS if sign != reference[place]]
        assert not any(holds(text) for text in wrong)
    for first, other in pairwise(places):
        swapped = list(reference)
        swapped[first], swapped[other] = swapped[other], swapped[first]
        assert reference[first] == reference[other] or not holds("".join(swapped))


def test_other_words_have_another_number(modules: Page) -> None:
    """As far as a few thousand tell."""
    count = modules.evaluate(
        """async () => {
          const { reference } = await import('/enquiry/reference.js');
          return new Set(Array.from({ length: 4000 }, (_, at) => reference('E', [['jobs', String(at)]]))).size;
        }"""
    )
    assert count == 4000
