"""What Material's pages need before they may be published."""

import re

from catalog.languages import LANGUAGES, Language

TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
ASSET = re.compile(r'(?P<before>(?:href|src)="|"(?:base|search)": ?")(?P<up>\.|(?:\.\./)*)(?P<name>assets/)')
COMMENT_LINES = re.compile(r"\n\s*\n+")


def tidy(html: str, language: Language) -> str:
    """Mend what a validator objects to, squeeze blank lines, and let both languages share the files of the first."""
    html = TOGGLE.sub(r"\1", html).replace(' tabindex=""', "")
    html = COMMENT_LINES.sub("\n", html)
    if language != LANGUAGES[0]:
        html = ASSET.sub(r"\g<before>../\g<up>\g<name>", html)
        html = re.sub(rf'="((?:/[^"/]+)*)/{language}/assets/', r'="\1/assets/', html)
    return html
