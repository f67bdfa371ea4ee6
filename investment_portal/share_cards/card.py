"""Share cards as plain text and colours, from which alone they are drawn."""

from collections.abc import Mapping, Sequence

from investment_portal.languages import LANGUAGES, Language, language_path
from investment_portal.value import Value

WIDE, SQUARE = "card.png", "card-300.png"
"""Names of the two pictures beside their page: of Open Graph, and for messengers that show a small square."""

SIZES = {WIDE: (1200, 630), SQUARE: (300, 300)}
"""Width and height of each in pixels."""

MOST_FACTS = 3


class ShareCard(Value):
    """A card: what the page is about, its title, a line below it, at most three labelled facts, a mark, an icon."""

    language: Language
    kicker: str
    title: str
    line: str = ""
    facts: Sequence[tuple[str, str]] = ()
    mark: str = ""
    icon: str = ""


class CardStyle(Value):
    """The style that all cards share: name of the portal by language, host, colour, drawings of the icons."""

    names: Mapping[Language, str]
    host: str
    colour: str
    icons: Mapping[str, str]


class CardInput(Value):
    """The input of one picture: the card, the address of its page, the name of the file."""

    address: str
    file: str
    card: ShareCard

    @property
    def name(self) -> str:
        """Sorts beside the other pictures of the page."""
        return self.address

    @property
    def path(self) -> str:
        """The path of the picture below the site's root."""
        return f"{language_path(self.card.language)}{self.address}{self.file}"


def addresses(address: str) -> list[str]:
    """Return the paths of all pictures of a page, in every language."""
    return [f"{language_path(language)}{address}{file}" for language in LANGUAGES for file in SIZES]
