"""Links in prose: within the site, and for what stands bare in a text."""

import pytest
from markdown import markdown
from markupsafe import Markup

from investment_portal.formatting.markdown import rich
from investment_portal.formatting.text_links import linked
from investment_portal.rendering.page_markdown import PageMarkdown


def shown(text: str) -> str:
    """Return prose as a page two levels down shows it."""
    html = str(linked(rich(text), lambda address: f"../../{address}"))
    return html.removeprefix("<p>").removesuffix("</p>\n")


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("/parks/river-park/", "../../parks/river-park/"),
        ("/parks/river-park/#plots", "../../parks/river-park/#plots"),
        ("../policies/equipment-grant.yaml", "../../policies/equipment-grant/"),
        ("../../policies/equipment-grant.yaml#window", "../../policies/equipment-grant/#window"),
        ("../district/sectors.yaml#food", "../../sectors/food/"),
        ("../district/results/2025.yaml", "../../results/#result-2025"),
        ("../docs/zh/about.md", "../../about/"),
        ("../docs/en/projects/index.md#list", "../../projects/#list"),
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
        ("#market", "#market"),
    ],
)
def test_links_within_the_site(target: str, href: str) -> None:
    """Files of records and of pages, and addresses from the root, lead to pages; others stay."""
    assert shown(f"见[甲]({target})。") == f'见<a href="{href}">甲</a>。'


BARE = [
    ("官网 https://example.org/a?b=1，见", "https://example.org/a?b=1", "https://example.org/a?b=1"),
    ("(see https://example.org/x).", "https://example.org/x", "https://example.org/x"),
    ("https://example.org/x_(y)。", "https://example.org/x_(y)", "https://example.org/x_(y)"),
    ("邮箱invest@example.gov.cn。", "mailto:invest@example.gov.cn", "invest@example.gov.cn"),
    ("Write to invest@example.gov.cn.", "mailto:invest@example.gov.cn", "invest@example.gov.cn"),
    ("电话：0830-1234567转801，", "tel:+868301234567;ext=801", "0830-1234567转801"),
    ("电话（010-12345678）", "tel:+861012345678", "010-12345678"),
    ("Call +86 830 000 0001, please", "tel:+868300000001", "+86 830 000 0001"),
    ("拨打 400-000-0000。", "tel:4000000000", "400-000-0000"),
]


@pytest.mark.parametrize(("text", "href", "label"), BARE)
def test_bare_addresses_and_numbers(text: str, href: str, label: str) -> None:
    """They become links, without the punctuation around them, in records and in pages."""
    link = f'<a href="{href}">{label}</a>'
    assert shown(text) == text.replace(label, link)
    assert markdown(text, extensions=[PageMarkdown()]) == f"<p>{text.replace(label, link)}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-12 至 2027-05-12",
        "产能 12000-15000 吨，1234567 元",
        "文号〔2025〕1号，0830-12",
        "统一代码 91510500-0830-1234567",
        "GB/T 4754-2017",
        "C3981",
        "12345",
        "a@b",
        "https://",
    ],
)
def test_figures_are_no_numbers_to_dial(text: str) -> None:
    """Nor is what only looks like an address."""
    assert "<a" not in shown(text)
    assert "<a" not in markdown(text, extensions=[PageMarkdown()])


def test_no_link_within_a_link() -> None:
    """The text of a link stays."""
    text = "[https://example.org/ 0830-1234567](https://example.org/)"
    assert shown(text).count("<a ") == 1
    assert markdown(text, extensions=[PageMarkdown()]).count("<a ") == 1
    assert markdown(f"# {text}\n\n## 0830-1234567", extensions=[PageMarkdown()]).count("<a ") == 1
    assert (
        markdown('<a href="https://example.org/">https://example.org/</a>', extensions=[PageMarkdown()]).count("<a ")
        == 1
    )


def test_nothing_dangerous() -> None:
    """All that a text holds is escaped."""
    html = linked(rich('https://example.org/"onclick="x <b>a@b.org</b>'), str)
    assert isinstance(html, Markup)
    assert '"onclick' not in html
    assert "<b>" not in html
