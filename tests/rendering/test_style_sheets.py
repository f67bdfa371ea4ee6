"""Styles for browsers without the media query on scripts: a class of the root tells whether they run."""

import pytest

from investment_portal.rendering.colours import Tokens
from investment_portal.rendering.style_sheets import published_style

TOKENS = Tokens.of_palette("#9b1c2e", "#1f4e79")


def scoped(selector: str, scripting: str) -> list[str]:
    """Return the selectors under which a rule for pages with or without scripts is published."""
    style = published_style(f"@media (scripting: {scripting}) {{ {selector} {{ color: red }} }}", TOKENS)
    return style.removesuffix("{color:red}").split(",")


@pytest.mark.parametrize(
    ("selector", "selectors"),
    [
        ("button", [".js button"]),
        (".menu a", [".js .menu a", "html.menu.js a"]),
        (".menu-open .menu", [".js .menu-open .menu", "html.menu-open.js .menu"]),
        (".a.b:hover", [".js .a.b:hover", "html.a.b.js:hover"]),
        ('[data-size="large"] p', ['.js [data-size="large"] p', 'html[data-size="large"].js p']),
        (":not(.a) > b", [".js :not(.a)>b", "html:not(.a).js>b"]),
        ("html.care p", ["html.care.js p"]),
        (":root p", [":root.js p"]),
        ("html", ["html.js"]),
        ("html-viewer p", [".js html-viewer p"]),
    ],
)
def test_a_rule_for_scripts_matches_a_class_of_the_root_and_inside_it(selector: str, selectors: list[str]) -> None:
    """A class in front may stand on the root, where nothing above it has the class."""
    assert scoped(selector, "enabled") == selectors


def test_a_rule_without_scripts_matches_a_class_of_the_root_and_inside_it() -> None:
    """The same for the opposite condition."""
    assert scoped(".care p", "none") == ["html:not(.js) .care p", "html.care:not(.js) p"]
    assert scoped("html.care p", "none") == ["html.care:not(.js) p"]
    assert scoped("form p", "none") == ["html:not(.js) form p"]


def test_a_quoted_text_over_two_lines() -> None:
    """The rules after it are read as rules: a file that is joined with others ends as many blocks as it begins."""
    style = published_style('.a { --b: url("data:c \\\n  d"); }\n@media print { .e { display: none } }\n', TOKENS)
    assert style == '.a{--b:url("data:c \\ d")}@media print{.e{display:none}}'
