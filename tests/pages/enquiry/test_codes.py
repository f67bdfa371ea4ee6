"""The browser's QR codes are those of the standard: module by module as another encoder makes them, and readable."""

from typing import Any

import pytest
import segno
import segno.consts
import segno.encoder
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.codes import read_code

ENCODE = """async (cases) => {
  const { encode } = await import('/lib/qr.js');
  return cases.map(([text, level, mask]) => {
    const code = encode(text, { level, mask: mask ?? undefined });
    return code && [code.version, code.mask, code.dark.join('')];
  });
}"""

Case = tuple[str, str, int | None]


@pytest.fixture(autouse=True)
def padded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make segno pad as ISO/IEC 18004 (7.4.10) has it: it adds eight bits too many where a codeword is just full."""

    def write(buffer: Any, _version: int, length: int) -> None:
        buffer.extend([0] * (-length % 8))

    monkeypatch.setattr(segno.encoder, "write_padding_bits", write)


def encoded(page: Page, cases: list[Case]) -> list[list[Any] | None]:
    """Encode in the browser: version, mask, modules row by row; nothing where a text is too long."""
    codes: list[list[Any] | None] = page.evaluate(ENCODE, cases)
    return codes


def wanted(case: Case) -> list[Any] | None:
    """Encode with segno."""
    text, level, mask = case
    try:
        code = segno.make(text, error=level, mode="byte", encoding="utf-8", boost_error=False, micro=False, mask=mask)
    except segno.DataOverflowError:
        return None
    return [code.version, code.mask, "".join(str(module) for row in code.matrix for module in row)]


def test_every_version_holds_what_the_standard_says(modules: Page) -> None:
    """Bytes beside the mode's four bits and the counter, as another library's table of bits has it."""
    versions = range(1, 41)
    for level, code in (("L", segno.consts.ERROR_LEVEL_L), ("M", segno.consts.ERROR_LEVEL_M)):
        rooms = modules.evaluate(
            """async ([versions, level]) => {
              const { room } = await import('/lib/qr/versions.js');
              return versions.map((version) => room(version, level));
            }""",
            [list(versions), level],
        )
        bits: Any = segno.consts.SYMBOL_CAPACITY
        assert rooms == [(bits[version][code] - 4 - (8 if version < 10 else 16)) // 8 for version in versions]
        cases: list[Case] = [("江" * (room // 3) + "x" * (room % 3), level, room % 8) for room in rooms]
        codes = encoded(modules, cases)
        assert [encoded_code and encoded_code[0] for encoded_code in codes] == list(versions)
        assert codes == [wanted(case) for case in cases]
        assert encoded(modules, [("x" * (rooms[-1] + 1), level, 0)]) == [None]


@settings(max_examples=12)
@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=260), st.sampled_from("LM"), st.sampled_from([None, *range(8)])),
        min_size=6,
        max_size=6,
    )
)
def test_any_text(modules: Page, cases: list[Case]) -> None:
    """Whatever its signs; with a mask given, and with the one that is chosen."""
    assert encoded(modules, cases) == [wanted(case) for case in cases]


@pytest.mark.parametrize(
    "text",
    ["E-7K3M-9QXC", "江阳区投资促进局：招商咨询\n编号: E-7K3M-9QXC 😀", "投资 " * 140],
    ids=["number", "both scripts", "large"],
)
def test_a_reader_reads_it_off_the_screen(modules: Page, text: str) -> None:
    """Drawn as pages draw it, photographed, read by a library for phones."""
    modules.evaluate(
        """async (text) => {
          const { draw, encode } = await import('/lib/qr.js');
          const drawn = draw(encode(text, { level: 'L' }), 'code');
          drawn.style.cssText = 'position:fixed;inset:0;width:400px;height:400px;background:#fff';
          document.body.replaceChildren(drawn);
        }""",
        text,
    )
    assert read_code(modules.locator("svg")) == text
