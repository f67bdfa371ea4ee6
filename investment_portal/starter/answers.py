"""The questions about a new portal: checked answers, and the defaults for those that are not given."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from investment_portal.content.yaml_loader import load
from investment_portal.formatting.pinyin import reading
from investment_portal.languages import LANGUAGES, NOTHING, Sentence
from investment_portal.problems import did_you_mean, quoted
from investment_portal.validation.rules.settings import CONTRAST, contrast
from investment_portal.value import Value

SECTORS_FILE = Path(__file__).with_name("sectors.yaml")
LONGEST = 40
"""Characters of a name: it stands in menus and titles."""

COLOUR = re.compile("#[0-9a-f]{6}")
ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]+)?(?:/[\w.~-]+)*/?", re.ASCII)
COMMA = re.compile(r"[,，、;；]")

LEVELS = {"区": " District", "县": " County", "市": "", "州": " Prefecture", "镇": " Town"}
"""Endings of names of places, and what they are in English."""

NAMES = {"zh": "中文", "en": "English"}


class WrongAnswer(Exception):  # noqa: N818 - it says what is wrong with an answer, and the command asks again or ends
    """An invalid answer, with the reason as a sentence."""

    def __init__(self, sentence: Sentence, hint: Sentence = NOTHING) -> None:
        """Join sentence and hint."""
        self.sentence = Sentence(sentence.zh + hint.zh, f"{sentence.en} {hint.en}".strip())
        super().__init__(self.sentence.en)


class PortalAnswers(Value):
    """The answers for a new portal."""

    district: Sentence
    city: Sentence
    sectors: tuple[str, ...]
    main_colour: str
    accent_colour: str
    address: str
    day: date


class PortalQuestion(Value):
    """A question: the option that answers it, its text, and the check that turns an answer into a value."""

    option: str
    text: Sentence
    check: Callable[[str], Any]
    default: Callable[[Mapping[str, Any]], str]
    """The default answer, from the values so far."""


@cache
def sectors() -> Mapping[str, Mapping[str, Any]]:
    """Return the sectors to choose from, by id."""
    known: Mapping[str, Mapping[str, Any]] = load(SECTORS_FILE.read_bytes()).value
    return known


def check_name(typed: str) -> str:
    """Return a name without blanks around it."""
    name = " ".join(typed.split())
    if not name or not name.isprintable():
        raise WrongAnswer(Sentence("名称不能为空，也不能有控制字符。", "A name is printable text and not empty."))
    if len(name) > LONGEST:
        raise WrongAnswer(
            Sentence(
                f"名称最长 {LONGEST} 个字，实际有 {len(name)} 个。", f"A name has {LONGEST} characters at the most."
            )
        )
    return name


def check_sectors(typed: str) -> tuple[str, ...]:
    """Return the ids of sectors that are named by id or by name, each once."""
    known = sectors()
    by_name = {
        name: id_ for id_, sector in known.items() for name in (id_, sector["name"]["zh"], sector["name"]["en"].lower())
    }
    chosen: dict[str, None] = {}
    for word in filter(None, (" ".join(part.split()) for part in COMMA.split(typed))):
        id_ = by_name.get(word) or by_name.get(word.lower())
        if id_ is None:
            sentence = Sentence(f"没有“{quoted(word)}”这个产业。", f"There is no sector “{quoted(word)}” to choose.")
            hint = did_you_mean(word, by_name)
            choice = Sentence(f"可选：{'、'.join(known)}。", f"Choose from {', '.join(known)}.")
            raise WrongAnswer(sentence, choice if hint == NOTHING else hint)
        chosen[id_] = None
    if not chosen:
        raise WrongAnswer(Sentence("至少选一个产业。", "Choose at least one sector."))
    return tuple(chosen)


def check_colour(typed: str) -> str:
    """Return a colour on which white text can be read."""
    colour = typed.strip().lower()
    if COLOUR.fullmatch(colour) is None:
        raise WrongAnswer(
            Sentence(
                f"颜色应写成“#9b1c2e”，实际写的是“{quoted(typed)}”。",
                f"A colour is written “#9b1c2e”; got “{quoted(typed)}”.",
            )
        )
    ratio = contrast(colour, "#ffffff")
    if ratio < CONTRAST:
        raise WrongAnswer(
            Sentence(
                f"{colour} 与白色的对比度应不低于 {CONTRAST}，实际是 {ratio:.1f}。请换一个更深的颜色。",
                f"{colour} must have a contrast of at least {CONTRAST} with white; it has {ratio:.1f}. "
                "Choose a darker one.",
            )
        )
    return colour


def check_address(typed: str) -> str:
    """Return an address with a slash at its end."""
    if ADDRESS.fullmatch(typed.strip()) is None:
        raise WrongAnswer(
            Sentence(
                f"网址应写成“https://invest.example.org/”，实际写的是“{quoted(typed)}”。",
                f"An address is written “https://invest.example.org/”; got “{quoted(typed)}”.",
            )
        )
    return typed.strip().rstrip("/") + "/"


def check_languages(typed: str) -> tuple[str, ...]:
    """Return the languages, the first one first: this version makes portals in all that it knows."""
    wanted = tuple(filter(None, (part.strip() for part in COMMA.split(typed))))
    if wanted != LANGUAGES:
        raise WrongAnswer(
            Sentence(
                f"这一版的门户都是 {'、'.join(LANGUAGES)} 两种语言，中文在前；实际写的是“{quoted(typed)}”。",
                f"This version makes portals in {' and '.join(LANGUAGES)}, in this order; got “{quoted(typed)}”.",
            )
        )
    return LANGUAGES


def in_english(name: str) -> str:
    """Propose the English name of a place: pinyin and kind of place."""
    stem, level = name, ""
    for ending, word in LEVELS.items():
        if name.endswith(ending) and len(name) > len(ending) + 1:
            stem, level = name.removesuffix(ending), word
    return reading(stem).replace(" ", "").capitalize() + level


def _constant(answer: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda _: answer


QUESTIONS = (
    PortalQuestion(
        "name", Sentence("地区名称（中文）", "Name of the district in Chinese"), check_name, _constant("示例区")
    ),
    PortalQuestion(
        "name-en",
        Sentence("地区名称（英文）", "Name of the district in English"),
        check_name,
        lambda values: "Sample District" if values["name"] == "示例区" else in_english(values["name"]),
    ),
    PortalQuestion("city", Sentence("所在城市（中文）", "City in Chinese"), check_name, _constant("示例市")),
    PortalQuestion(
        "city-en",
        Sentence("所在城市（英文）", "City in English"),
        check_name,
        lambda values: "Sample City" if values["city"] == "示例市" else in_english(values["city"]),
    ),
    PortalQuestion("languages", Sentence("语言", "Languages"), check_languages, _constant(",".join(LANGUAGES))),
    PortalQuestion(
        "sectors",
        Sentence("产业，用逗号隔开", "Sectors, parted by commas"),
        check_sectors,
        _constant("equipment,food,services"),
    ),
    PortalQuestion("main", Sentence("主色", "Main colour"), check_colour, _constant("#0b5c8a")),
    PortalQuestion("accent", Sentence("辅色", "Second colour"), check_colour, _constant("#8a4b08")),
    PortalQuestion(
        "address", Sentence("网址", "Address of the site"), check_address, _constant("https://invest.example.org/")
    ),
)


def answers(values: Mapping[str, Any], day: date) -> PortalAnswers:
    """Return checked answers as one value."""
    return PortalAnswers(
        Sentence(values["name"], values["name-en"]),
        Sentence(values["city"], values["city-en"]),
        values["sectors"],
        values["main"],
        values["accent"],
        values["address"],
        day,
    )
