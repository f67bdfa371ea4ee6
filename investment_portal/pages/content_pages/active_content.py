"""The rule about HTML in pages: it may mark up text, but neither run a program nor load one."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from investment_portal.languages import Sentence
from investment_portal.pages.content_pages.rule import ContentPages, PageRule
from investment_portal.problems import Level, Problem

ELEMENT = re.compile(
    r"<(?P<shown>script|style|iframe|frame|frameset|object|embed|applet|base|meta|link|portal)\b", re.IGNORECASE
)
"""Elements that run or load something, or change where addresses lead."""
ATTRIBUTE = re.compile(r"<[a-z][^<>\s]*(?:\s[^<>]*?)?\s(?P<shown>on[a-z]+|srcdoc|formaction|style)\s*=", re.IGNORECASE)
ADDRESS = re.compile(
    r"(?:\]\(\s*<?|\]:\s*<?|\b(?:href|src|action|data)\s*=\s*[\"']?\s*)(?P<shown>javascript|vbscript)\s*:",
    re.IGNORECASE,
)

SCRIPTS = Sentence(
    "删去它；需要脚本时由设计人员放进 overrides/scripts。",
    "Delete it; a script that is needed goes into overrides/scripts, by a designer.",
)
CLASS = Sentence("改用 class，样式写在 overrides/styles。", "Use a class; its style belongs in overrides/styles.")


def check_active_content(content: ContentPages) -> Iterator[Problem]:
    """Find elements, attributes and addresses that the policy of the site stops, with their places."""
    for page in content.pages:
        for pattern in (ELEMENT, ATTRIBUTE, ADDRESS):
            for match in pattern.finditer(page.prose) if pattern is not ATTRIBUTE or "=" in page.prose else ():
                shown = match["shown"].lower()
                sentence = Sentence(
                    f"页面不得运行或引入程序，“{shown}”不会起作用。",
                    f"A page must not run or load programs; “{shown}” would have no effect.",
                )
                hint = CLASS if shown == "style" and pattern is ATTRIBUTE else SCRIPTS
                problem = page.problem("active-content", match.start("shown"), sentence, hint)
                yield replace(problem, level=Level.WARNING) if hint is CLASS else problem


ACTIVE_CONTENT = PageRule(
    "active-content",
    Sentence("页面里的 HTML 不运行、不引入程序。", "HTML in pages neither runs nor loads programs."),
    check_active_content,
)
