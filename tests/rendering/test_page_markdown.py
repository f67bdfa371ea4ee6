"""Hand-written pages: stars that multiply stay, Chinese lines have no gap."""

import pytest
from markdown import markdown

from investment_portal.rendering.page_markdown import PageMarkdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("厂房尺寸 12*8*6 米，柱网 9*9 米、12*9 米。", "厂房尺寸 12*8*6 米，柱网 9*9 米、12*9 米。"),
        ("Hall 12*8*6 m, plot 24 *8* 6", "Hall 12*8*6 m, plot 24 *8* 6"),
        ("长*宽*高 12米*8米*6米", "长*宽*高 12米*8米*6米"),
        ("(1+2)*(3+4)*(5+6)，x**2+y**2", "(1+2)*(3+4)*(5+6)，x**2+y**2"),
        ("产能**120**万吨，*可扩建*", "产能<strong>120</strong>万吨，<em>可扩建</em>"),
        ("`12*8*6`", "<code>12*8*6</code>"),
        (
            "年产\n五千万\n**瓶**\n[装](https://example.org/)",
            '年产五千万<strong>瓶</strong><a href="https://example.org/">装</a>',
        ),
        ("two\nlines", "two\nlines"),
    ],
)
def test_what_staff_mean(text: str, html: str) -> None:
    """The same as in the texts of records."""
    assert markdown(text, extensions=[PageMarkdown()]) == f"<p>{html}</p>"


def test_code_stays_as_typed() -> None:
    """Lines of code are lines."""
    assert "一\n二" in markdown("text\n\n    一\n    二\n", extensions=[PageMarkdown()])
    assert markdown("- 一\n- 二\n", extensions=[PageMarkdown()]) == "<ul>\n<li>一</li>\n<li>二</li>\n</ul>"
