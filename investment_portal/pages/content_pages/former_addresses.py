"""The rule about addresses that lead on: nothing stands at a former address, and something at the present one."""

from collections.abc import Iterator
from difflib import get_close_matches

from investment_portal.content.text import Unreadable, read_bytes
from investment_portal.content.yaml_loader import load_with_places
from investment_portal.content.yaml_values import YamlDocument
from investment_portal.languages import LANGUAGES, NOTHING, Sentence, language_path
from investment_portal.pages.content_pages.rule import ContentPages, PageRule
from investment_portal.problems import Path, Problem
from investment_portal.validation.loaded_portal import dotted
from investment_portal.validation.record_files import SITE

RULE = "former-address"
ALIKE = 0.75
"""How much an address must resemble the one that is written before a hint names it."""

PREFIXES = tuple(prefix for language in LANGUAGES if (prefix := language_path(language)))
BARE = Sentence(
    "写中文页面的网址；其他语言的同名网址一起转到新处。", "Write it as in the first language; the others lead on too."
)


def check_former_addresses(content: ContentPages) -> Iterator[Problem]:
    """Find former addresses at which something stands, or that lead nowhere."""
    addresses = content.addresses
    seen: set[str] = set()
    for number, former in enumerate(content.catalog.site.former_addresses):
        path: Path = ("former_addresses", number, "from")
        address, target = former.from_, former.to
        if address.startswith(PREFIXES):
            sentence = Sentence(
                f"原网址开头不写语言，实际写的是“{address}”。",
                f"A former address begins without a language; got “{address}”.",
            )
            yield _problem(content, path, sentence, BARE)
        elif address in addresses:
            sentence = Sentence(
                f"“{address}”还有页面，不是原网址。", f"Something stands at “{address}”: it is no former address."
            )
            yield _problem(content, path, sentence, NOTHING)
        elif address in seen:
            sentence = Sentence(f"原网址“{address}”写了两次。", f"The former address “{address}” is listed twice.")
            yield _problem(content, path, sentence, NOTHING)
        seen.add(address)
        if target is not None and target not in addresses:
            sentence = Sentence(f"网址“{target}”没有页面。", f"Nothing stands at the address “{target}”.")
            alike = get_close_matches(target, addresses, 1, ALIKE)
            hint = Sentence(f"是不是“{alike[0]}”？", f"Did you mean “{alike[0]}”?") if alike else NOTHING
            yield _problem(content, ("former_addresses", number, "to"), sentence, hint)


def _problem(content: ContentPages, path: Path, sentence: Sentence, hint: Sentence) -> Problem:
    try:
        document = load_with_places(read_bytes(content.root / SITE, content.root))
    except Unreadable:  # changed on disk since it was read: the next run reports it
        document = YamlDocument()
    line, column = document.place(path, of_key=False)
    return Problem(SITE, line, column, RULE, dotted(path), sentence, hint)


FORMER_ADDRESS = PageRule(
    RULE,
    Sentence(
        "former_addresses 里的原网址已没有页面，现网址有页面。",
        "Nothing stands at an address in former_addresses, and something at the one to which it leads.",
    ),
    check_former_addresses,
)
