"""HTML of templates as Markdown: read back by a Markdown engine it says the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from investment_portal.formatting.html_to_markdown import link, markdown_of, plain_text

CASES = {
    "<h2 id=a>Title</h2><p>One <strong>two</strong> <em>three</em>.</p>": "## Title\n\nOne **two** *three*.",
    "<ul><li>a</li>\n<li>b</li></ul>": "- a\n- b",
    "<dl><div><dt>Sum</dt><dd>5 <small>2026</small></dd></div><div><dt>Land</dt><dd>3</dd></div></dl>": (
        "- **Sum**: 5 2026\n- **Land**: 3"
    ),
    '<p>See <a href="../a/">the page</a>.</p>': "See [the page](../a/).",
    '<dd>unknown<span><a href="../b/">ask</a></span></dd>': "unknown [ask](../b/)",
    '<a href="?%%facts%%">Refine</a>': "Refine",
    '<a href="a (1).pdf">File</a>': "[File](<a (1).pdf>)",
    "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>": (
        "| A | B |\n| --- | --- |\n| 1 | 2 |"
    ),
    "<details><summary>More</summary><p>text</p></details>": "**More**\n\ntext",
    '<p>a</p><script type="application/json">{"b": "<p>"}</script><button>c</button><svg><text>d</text></svg>': "a",
    "<p>1 * 2 [a] `b` \\ &lt;i&gt; | c</p>": r"1 \* 2 \[a\] \`b\` \\ \<i> \| c",
    "": "",
}


@pytest.mark.parametrize(("html", "markdown"), CASES.items())
def test_elements_have_their_marks(html: str, markdown: str) -> None:
    """Text, headings, lists, tables and links; what needs a browser goes."""
    assert markdown_of(html) == markdown


@given(st.text("ab *_`[]()<>|\\&#-1.", max_size=30))
def test_a_text_stays_a_text(text: str) -> None:
    """No sign of a text makes a link, an element or emphasis with stars."""
    html = MarkdownIt().render(f"x{plain_text(text)}")
    assert "_" in text or not re.search(r"<(?:a|em|strong|code)\b", html)


def test_links_hold_any_address() -> None:
    """Brackets and blanks stand in angle brackets."""
    assert link("a", "b/") == "[a](b/)"
    assert link("a", "b(1)") == "[a](<b(1)>)"
