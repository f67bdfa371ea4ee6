"""Links in rendered prose: those within the site, and addresses and telephone numbers that stand bare in a text."""

import re
from collections.abc import Callable
from html import unescape

from markupsafe import Markup

from investment_portal.models.phone import BEFORE_EXTENSION, EXTENSION, dialled
from investment_portal.models.text_links import site_address

_HREF = re.compile(r'(<a href=")([^"]*)(?=")')
_TAG = re.compile(r"(<[^>]*>)")
_ADDRESS = r"https?://(?:[A-Za-z0-9\-._~:/?#@!$'()*+,;=%\[\]]|&amp;)*[A-Za-z0-9\-_~/#=%)]"
_MAIL = r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
_GROUPS = r"(?:[ -][0-9]{2,11}){1,4}"
_PHONE = (
    rf"(?:\+[1-9][0-9]{{0,2}}{_GROUPS}|\(0[0-9]{{2,3}}\) ?[1-9][0-9]{{6,7}}|0[0-9]{{2,3}}-[1-9][0-9]{{6,7}}"
    rf"|[48]00-[0-9]{{3}}-[0-9]{{4}})(?![0-9-])(?:{BEFORE_EXTENSION}{EXTENSION})?"
)
_BARE = re.compile(
    rf"(?P<address>{_ADDRESS})|(?<![A-Za-z0-9._+-])(?P<mail>{_MAIL})|(?<![0-9A-Za-z+./-])(?P<phone>{_PHONE})"
)
BARE = _BARE.pattern.replace("&amp;", "&")
"""The pattern of bare addresses and numbers in a text that is not yet HTML."""

_MAYBE = re.compile(r"://|@|[0-9]{4}")
_SPLIT = re.compile(rf"(.*?){BEFORE_EXTENSION}({EXTENSION})")


def linked(html: Markup, href: Callable[[str], str]) -> Markup:
    """Return prose with relative links within the site, as ``href`` makes them, and with links for bare addresses."""
    text = str(html)
    if "<a " in text:
        text = _HREF.sub(lambda match: match[1] + _relative(match[2], href), text)
    if _MAYBE.search(text):
        text = _with_bare_links(text)
    return Markup(text)  # noqa: S704 - what was added is made of the text, which is escaped


def _relative(target: str, href: Callable[[str], str]) -> str:
    address = site_address(unescape(target))
    return target if address is None else str(Markup.escape(href(address)))


def _with_bare_links(html: str) -> str:
    """Link addresses and numbers outside of links."""
    pieces, within = [], 0
    for piece in _TAG.split(html):
        if piece.startswith("<"):
            within += piece.startswith("<a ") - (piece == "</a>")
        elif not within:
            piece = _BARE.sub(_link, piece)  # noqa: PLW2901 - the piece as it is shown
        pieces.append(piece)
    return "".join(pieces)


def _link(match: re.Match[str]) -> str:
    href, shown = bare_link(match)
    return f'<a href="{href}">{shown}</a>{match[0][len(shown) :]}'


def bare_link(match: re.Match[str]) -> tuple[str, str]:
    """Return where a bare address or number leads, and how much of it is shown as the link."""
    shown = match[0]
    if match["mail"]:
        return f"mailto:{shown}", shown
    if match["phone"]:
        extended = _SPLIT.fullmatch(shown)
        number = dialled(*extended.groups()) if extended else dialled(shown)
        return number.href, shown
    # A bracket around an address is no part of it.
    while shown.endswith(")") and shown.count("(") < shown.count(")"):
        shown = shown[:-1]
    return shown, shown
