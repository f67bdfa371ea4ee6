"""Colours of the theme in each scheme, mixed here as ``color-mix(in srgb, ...)`` mixes them."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from investment_portal.value import Value

SCHEMES = {
    "default": ":root",
    "slate": '[data-md-color-scheme="slate"]',
    "contrast": '[data-md-color-scheme="contrast"]',
}
"""The selectors of the colour schemes; the first holds where another says nothing."""

SCHEME = re.compile(r'\[data-md-color-scheme="?(?P<name>[a-z]+)"?\]')
ARGUMENT = re.compile(r"^(?P<colour>.*?)(?:\s+(?P<share>[\d.]+)%)?$")
VARIABLE = re.compile(r"^var\((?P<name>--[\w-]+)(?:,\s*(?P<otherwise>.+))?\)$")
NAMED = {"transparent": (0.0, 0.0, 0.0, 0.0), "black": (0.0, 0.0, 0.0, 1.0), "white": (255.0, 255.0, 255.0, 1.0)}
FUNCTION = re.compile(r"^rgba?\((.+)\)$")
WHOLE = 100

Colour = tuple[float, float, float, float]
"""Red, green and blue from 0 to 255, and opacity from 0 to 1."""


class UnknownColour(Exception):  # noqa: N818 - names what it is about
    """A style mixes something that is no colour."""


class Tokens(Value):
    """The tokens of a portal by scheme."""

    values: Mapping[str, Mapping[str, str]]

    @classmethod
    def of_palette(cls, main: str, accent: str) -> "Tokens":
        """Return the tokens that a portal's settings give."""
        return cls({"default": {"--portal-main": main, "--portal-accent": accent}, "slate": {}, "contrast": {}})

    @property
    def rule(self) -> str:
        """The style rule that declares the tokens of the settings."""
        return f":root{{{';'.join(f'{name}:{value}' for name, value in self.values['default'].items())}}}"

    def with_tokens(self, declared: Iterable[tuple[str, str, str]]) -> "Tokens":
        """Return these tokens and those of a style sheet: selector, name and value of each."""
        values = {scheme: dict(tokens) for scheme, tokens in self.values.items()}
        for selector, name, value in declared:
            scheme = SCHEME.search(selector)
            known = scheme["name"] if scheme and scheme["name"] in values else "default"
            if ":not(" not in selector:
                values[known][name] = value
        return Tokens(values)

    def number(self, mixture: str) -> str:
        """Return a few digits that differ between mixtures of different style sheets."""
        colours = [self.colour(mixture, scheme) for scheme in SCHEMES]
        return hashlib.sha256(repr(colours).encode()).hexdigest()[:6]

    def knows(self, mixture: str) -> bool:
        """Return whether a mixture can be computed in every scheme."""
        try:
            for scheme in SCHEMES:
                self.colour(mixture, scheme)
        except UnknownColour:
            return False
        return True

    def colour(self, text: str, scheme: str) -> str:
        """Return a colour or mixture as a colour that every browser reads."""
        red, green, blue, opacity = self._colour(text, scheme, 0)
        if opacity == 1:
            return "#" + "".join(f"{round(channel):02x}" for channel in (red, green, blue))
        return f"rgba({round(red)},{round(green)},{round(blue)},{round(opacity, 3):g})"

    def _colour(self, text: str, scheme: str, depth: int) -> Colour:
        text = text.strip()
        variable = VARIABLE.match(text)
        if variable:
            name = variable["name"]
            value = self.values[scheme].get(name) or self.values["default"].get(name) or variable["otherwise"]
            if value is None or depth > len(SCHEMES) * 4:
                raise UnknownColour(text)
            return self._colour(value, scheme, depth + 1)
        if text.startswith("color-mix("):
            _, *parts = _arguments(text[len("color-mix(") : -1])
            first, second = (ARGUMENT.match(part.strip()) for part in parts)
            if not first or not second:
                raise UnknownColour(text)
            share = float(first["share"] or WHOLE - float(second["share"] or 50)) / WHOLE
            return _mixed(
                self._colour(first["colour"], scheme, depth + 1),
                self._colour(second["colour"], scheme, depth + 1),
                share,
            )
        return _read(text)


def _mixed(first: Colour, second: Colour, share: float) -> Colour:
    """Return a mixture with a share of the first colour; channels count by opacity."""
    opacity = first[3] * share + second[3] * (1 - share)
    if opacity == 0:
        return NAMED["transparent"]
    red, green, blue = (
        (first[at] * first[3] * share + second[at] * second[3] * (1 - share)) / opacity for at in range(3)
    )
    return red, green, blue, opacity


def _read(text: str) -> Colour:
    if text in NAMED:
        return NAMED[text]
    digits = text.removeprefix("#")
    if text.startswith("#") and len(digits) in (3, 6):
        pairs = [digit * 2 for digit in digits] if len(digits) == 3 else re.findall("..", digits)  # noqa: PLR2004
        red, green, blue = (float(int(pair, 16)) for pair in pairs)
        return red, green, blue, 1.0
    function = FUNCTION.match(text)
    if function:
        red, green, blue, *rest = re.findall(r"[\d.]+%?", function[1])
        opacity = (float(rest[0].rstrip("%")) / (WHOLE if rest[0].endswith("%") else 1)) if rest else 1.0
        return float(red), float(green), float(blue), opacity
    raise UnknownColour(text)


def _arguments(text: str) -> list[str]:
    """Split the arguments of a function."""
    parts, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
