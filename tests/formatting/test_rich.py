"""Prose is rendered as markdown-it renders it, whichever way it takes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from investment_portal.formatting import markdown as module
from investment_portal.formatting.markdown import joined_lines, rendered, rich

SIGNS = [
    *("\n", "\n\n", "\n\n\n", "\n- ", "\n\n- ", "- ", "-", "--", "-\t", "+", "+ ", "\n+ ", "*", "* ", "**", "_", "\\"),
    *(
        "1.",
        "1. ",
        "\n1. ",
        "12) ",
        "2)",
        "9",
        ".",
        ")",
        "#",
        "# ",
        "\n# ",
        ">",
        "> ",
        "\n> ",
        "`",
        "```",
        "~",
        "===",
        "\n===",
    ),
    *("|", "a|b\n-|-\nc|d", "[", "](", "](https://example.org)", "!", "<", "<b>", "&", "&amp;", '"', "'", ":", "://"),
    *(
        " ",
        "  ",
        "   ",
        "    ",
        "\t",
        "\r",
        "\r\n",
        "\0",
        "\x0b",
        "\x0c",
        "\x1f",
        "\x7f",
        "\x85",
        "\u00a0",
        "\u2028",
        "\u3000",
    ),
    *("\n===", "\u00a0", "\u2028", "\u3000"),
    *("a", "b c", "项目", "，", "。", "http://example.org", "a@example.org", "\ufeff", "\u200b", "é", "😀"),
]
"""Pieces that texts are put together from: all that Markdown reads as more than a letter, and some letters."""

TEXTS = st.lists(st.sampled_from(SIGNS), max_size=14).map("".join)

PLAIN = ["a", "b c", "项目，", "12", "<i>", "&", '"', "- a", "- b", "", "- 1", "x - y", "# a", "> b", "1.5", "a+b"]
USUAL = st.lists(st.sampled_from(PLAIN), max_size=10).map("\n".join)
"""Lines of usual texts, most of which take the short way."""


@settings(max_examples=3000)
@given(TEXTS | st.text(max_size=12))
def test_any_text(text: str) -> None:
    """Whatever staff type."""
    assert rich(text) == rendered(joined_lines(text))


@settings(max_examples=1000)
@given(USUAL)
def test_usual_texts(text: str) -> None:
    """Paragraphs and lists, with and without blank lines between them."""
    assert rich(text) == rendered(joined_lines(text))


@pytest.mark.parametrize(
    "text",
    ["a", "a\nb", "a\n\nb", "- a\n- b", "a:\n\n- b\n- c\n\nd", 'a < b & "c"', "\n\na\n"],
)
def test_usual_texts_need_no_markdown(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are rendered without it."""
    expected = rendered(joined_lines(text))
    monkeypatch.setattr(module, "_markdown", lambda: pytest.fail("asked markdown-it"))
    assert rich(text) == expected


@pytest.mark.parametrize("text", ["<script>", "[a](javascript:alert(1))", "- <b>", "**<i>**"])
def test_nothing_dangerous(text: str) -> None:
    """Tags are shown as typed, and no link leads to a script."""
    html = rich(text)
    assert "<script" not in html
    assert "<b>" not in html
    assert "href" not in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("厂房尺寸 12*8*6 米，柱网 9*9 米、12*9 米。", "厂房尺寸 12*8*6 米，柱网 9*9 米、12*9 米。"),
        ("Hall 12*8*6 m, plot 24 *8* 6", "Hall 12*8*6 m, plot 24 *8* 6"),
        ("长*宽*高 12米*8米*6米", "长*宽*高 12米*8米*6米"),
        ("(1+2)*(3+4)*(5+6)，x**2+y**2，2**10*3", "(1+2)*(3+4)*(5+6)，x**2+y**2，2**10*3"),
        ("产能**120**万吨，*可扩建*", "产能<strong>120</strong>万吨，<em>可扩建</em>"),
        ("**重点：**项目**“龙头”**企业", "<strong>重点：</strong>项目<strong>“龙头”</strong>企业"),
        ("**Key:** project", "<strong>Key:</strong> project"),
        (
            "年产\n五千万\n**瓶**\n[装](https://example.org/)",
            '年产五千万<strong>瓶</strong><a href="https://example.org/">装</a>',
        ),
        ("two\nlines，\nthree", "two\nlines，\nthree"),
        ("\u3000\u3000第一段。\n\u3000\u3000第二段。", "第一段。</p>\n<p>第二段。"),
    ],
)
def test_what_staff_mean(text: str, html: str) -> None:
    """Stars multiply, Chinese lines have no gap, an indented line begins a paragraph."""
    assert rich(text) == f"<p>{html}</p>\n"
