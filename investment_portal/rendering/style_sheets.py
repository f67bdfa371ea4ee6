"""Style sheets as browsers of the baseline read them: written with today's features, published without those they lack.

The baseline (``manual/en/browsers.md``) knows neither ``:is()``, ``inset``, ``color-mix()`` and ``scripting`` nor
``gap`` in flexible boxes, and drops a whole rule for one selector that it does not know. So selectors are written out,
a rule is split at such a selector, colours are mixed here, and boxes without ``gap`` get margins. White space is left
out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from investment_portal.rendering.colours import SCHEMES, Tokens
from investment_portal.value import Value

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", re.DOTALL)
"""A quoted text, which a backslash continues on the next line."""
SCRIPTING = re.compile(r"\s*(?:and\s+)?\(scripting:\s*(none|enabled)\)(?:\s+and\s+(?=\())?")
RECENT = re.compile(
    r":has\(|:focus-visible|:modal|:popover-open|:user-invalid|:target-current|::backdrop|::details-content"
)
"""Selectors for which a browser of the baseline drops the whole rule."""
MIX = re.compile(r"color-mix\((?:[^()]|\([^()]*\))*\)")
TYPE = re.compile(r"[a-z*]", re.IGNORECASE)
COMPOUND = re.compile(r"[^\s>+~,(]*$")
FIRST = re.compile(r"(?:[^\s>+~:(\[]|\[[^\]]*\]|:root\b|:not\([^()]*\))+")
"""The element that a selector begins with: its name, classes, attributes and what it is not."""
ROOT = re.compile(r"html\b(?!-)|:root\b")
WITH_SCRIPTS = {"none": "html:not(.js)", "enabled": ".js"}
SIDES = ("top", "right", "bottom", "left")
LOGICAL = {
    **{f"{name}-inline": (f"{name}-left", f"{name}-right") for name in ("margin", "padding")},
    **{f"{name}-block": (f"{name}-top", f"{name}-bottom") for name in ("margin", "padding")},
    "inset-inline": ("left", "right"),
    "inset-block": ("top", "bottom"),
}
LOGICAL_SIDES = {"inline-start": "left", "inline-end": "right", "block-start": "top", "block-end": "bottom"}
NO_GAP = "@supports not (inset:0)"
"""Browsers without ``inset`` have no ``gap`` in flexible boxes, or only since a few months before."""


class StyleRule(Value):
    """A rule: selectors and declarations; or a block such as ``@media`` with the rules inside it."""

    prelude: str
    declarations: Sequence[tuple[str, str]] = ()
    rules: Sequence["StyleRule"] = ()


def published_style(text: str, tokens: Tokens) -> str:
    """Return a style sheet for browsers of the baseline."""
    rules = list(parse(text))
    return "".join(_written(rule) for rule in _with_colours(list(_lowered(rules, _flexible(rules))), tokens))


def tokens_of(text: str, tokens: Tokens) -> Tokens:
    """Return the tokens with those that a style sheet declares."""
    return tokens.with_tokens(_declared(parse(text)))


def parse(text: str) -> Iterator[StyleRule]:
    """Yield the rules of a style sheet."""
    text = "".join(part if part[:1] in "\"'" else COMMENT.sub("", part) for part in _parts(text))
    while text.strip():
        head, mark, rest = _until(text, "{;")
        if mark != "{":
            if head.strip():
                yield StyleRule(head.strip())
            text = rest
            continue
        body, text = _block(rest)
        prelude = " ".join(head.split())
        if prelude.startswith(("@media", "@supports", "@container", "@keyframes", "@layer")):
            yield StyleRule(prelude, rules=list(parse(body)))
        elif prelude.startswith("@page"):  # a browser without boxes in its margins leaves them out
            yield StyleRule(f"{prelude}{{{' '.join(body.split())}}}")
        else:
            yield StyleRule(prelude, list(_declarations(body)))


def _parts(text: str) -> list[str]:
    """Divide a text into comments with what is around them, and quoted texts outside comments."""
    parts, at = [], 0
    for match in re.finditer(rf"{COMMENT.pattern}|{STRING.pattern}", text, re.DOTALL):
        if match[0].startswith("/*"):
            continue
        parts += [text[at : match.start()], match[0]]
        at = match.end()
    return [*parts, text[at:]]


def _until(text: str, marks: str) -> tuple[str, str, str]:
    """Divide a text at the first of the marks outside quotes and brackets."""
    depth, at = 0, 0
    while at < len(text):
        sign = text[at]
        if sign in "\"'":
            quoted = STRING.match(text, at)
            at = quoted.end() if quoted else len(text)
            continue
        depth += (sign in "([") - (sign in ")]")
        if depth == 0 and sign in marks:
            return text[:at], sign, text[at + 1 :]
        at += 1
    return text, "", ""


def _block(text: str) -> tuple[str, str]:
    """Divide a text behind an opening brace at the brace that closes it."""
    depth, at = 1, 0
    while depth and at < len(text):
        quoted = STRING.match(text, at) if text[at] in "\"'" else None
        depth += 0 if quoted else (text[at] == "{") - (text[at] == "}")
        at = quoted.end() if quoted else at + 1
    return text[: at - 1], text[at:]


def _declarations(body: str) -> Iterator[tuple[str, str]]:
    while body.strip():
        declaration, _, body = _until(body, ";")
        name, _, value = declaration.partition(":")
        if value.strip():
            yield name.strip(), " ".join(value.split())


def split(text: str) -> list[str]:
    """Split a list at the commas outside brackets."""
    parts = []
    while text:
        part, _, text = _until(text, ",")
        parts.append(part.strip())
    return parts


def written_out(selector: str) -> list[str]:
    """Return the selectors that one with ``:is()`` and lists in ``:not()`` means."""
    start = selector.find(":is(")
    if start >= 0:
        inside, _, after = _bracket(selector, start + 3)
        before = selector[:start]
        return [each for option in split(inside) for each in written_out(_joined(before, option) + after)]
    at = 0
    while (at := selector.find(":not(", at)) >= 0:
        inside, _, after = _bracket(selector, at + 4)
        options = split(inside)
        if len(options) > 1:
            return written_out(selector[:at] + "".join(f":not({option})" for option in options) + after)
        at += 5
    return [selector]


def _bracket(text: str, opening: int) -> tuple[str, str, str]:
    """Return what is inside the bracket that opens at a place, the bracket that closes it, and what follows."""
    depth = 0
    for at in range(opening, len(text)):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return text[opening + 1 : at], ")", text[at + 1 :]
    return text[opening + 1 :], "", ""


def _joined(before: str, option: str) -> str:
    """Append an option to a selector; the name of an element goes before the classes it belongs to."""
    compound = COMPOUND.search(before)
    if not compound or not compound[0] or not TYPE.match(option):
        return before + option
    name = re.match(r"[\w*-]+", option)
    end = name.end() if name else 0
    return before[: compound.start()] + option[:end] + compound[0] + option[end:]


def _lowered(rules: Iterable[StyleRule], flexible: frozenset[str], scope: str = "") -> Iterator[StyleRule]:
    for rule in rules:
        if rule.rules:
            yield from _lowered_block(rule, flexible, scope)
        elif rule.prelude.startswith("@"):
            yield StyleRule(rule.prelude, list(_physical(rule.declarations)))
        else:
            yield from _lowered_rule(rule, flexible, scope)


def _lowered_block(rule: StyleRule, flexible: frozenset[str], scope: str) -> Iterator[StyleRule]:
    if rule.prelude.startswith("@keyframes"):
        yield rule
        return
    scripting = SCRIPTING.search(rule.prelude) if rule.prelude.startswith("@media") else None
    if not scripting:
        yield StyleRule(rule.prelude, rules=list(_lowered(rule.rules, flexible, scope)))
        return
    inner = list(_lowered(rule.rules, flexible, WITH_SCRIPTS[scripting[1]]))
    condition = SCRIPTING.sub(" ", rule.prelude).strip()
    if condition == "@media":
        yield from inner
    else:
        yield StyleRule(condition, rules=inner)


def _lowered_rule(rule: StyleRule, flexible: frozenset[str], scope: str) -> Iterator[StyleRule]:
    plain = [each for selector in split(rule.prelude) for each in written_out(selector)]
    scoped = {each: _scoped(each, scope) if scope else [each] for each in plain}
    selectors = [each for selector in plain for each in scoped[selector]]
    declarations = list(_physical(rule.declarations))
    known = [selector for selector in selectors if not RECENT.search(selector)]
    if known:
        yield StyleRule(",".join(known), declarations)
    yield from (StyleRule(selector, declarations) for selector in selectors if selector not in known)
    if "gap" in {name.rpartition("-")[2] for name, _ in declarations}:
        flexible_boxes = [each for selector in plain if selector in flexible for each in scoped[selector]]
        boxes = [selector for selector in known if selector in flexible_boxes]
        if boxes:
            yield _with_margins(boxes, dict(declarations))


def _scoped(selector: str, scope: str) -> list[str]:
    """Return the selectors that a selector means where the root tells whether scripts run.

    What it begins with may be the root itself, such as a class that a script sets there, or stand inside the root.
    """
    first, on_root = FIRST.match(selector), scope.removeprefix("html")
    if first is None:
        return [f"{scope} {selector}"]
    name, after = first[0], selector[first.end() :]
    if ROOT.match(name):
        return [f"{name}{on_root}{after}"]
    if TYPE.match(name):
        return [f"{scope} {selector}"]
    return [f"{scope} {selector}", f"html{name}{on_root}{after}"]


def _with_margins(boxes: Sequence[str], values: Mapping[str, str]) -> StyleRule:
    """Return margins in the place of the gaps of flexible boxes."""
    row, _, column = values.get("gap", "").partition(" ")
    row, column = values.get("row-gap", row), values.get("column-gap", column or row)
    downwards = values.get("flex-direction", "").startswith("column")
    margins = [("margin-bottom", row)] if downwards else [("margin-right", column), ("margin-bottom", row)]
    inner = [
        StyleRule(",".join(boxes), [("gap", "0")]),
        StyleRule(",".join(f"{box}>*,{box}::before" for box in boxes), [margin for margin in margins if margin[1]]),
    ]
    return StyleRule(NO_GAP, rules=inner)


def _flexible(rules: Iterable[StyleRule]) -> frozenset[str]:
    """Return the selectors of boxes that are laid out flexibly and never as a grid."""
    flex: set[str] = set()
    grid: set[str] = set()
    for rule in rules:
        flex |= _flexible(rule.rules)
        display = dict(rule.declarations).get("display", "")
        if display:
            selectors = {each for selector in split(rule.prelude) for each in written_out(selector)}
            (flex if display.endswith("flex") else grid).update(selectors if display != "none" else ())
    return frozenset(flex - grid)


def _physical(declarations: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield declarations whose sides are named top, right, bottom and left: all our languages read from the left."""
    for name, value in declarations:
        values = _values(value)
        if name == "inset":
            top, right, bottom, left = (values * 4)[:4] if len(values) < 3 else (*values, values[1])[:4]  # noqa: PLR2004
            if len(values) == 2:  # noqa: PLR2004
                bottom, left = top, right
            yield from zip(SIDES, (top, right, bottom, left), strict=True)
        elif name.startswith("mask"):
            yield from ((f"-webkit-{name}", value), (name, value))
        elif name in LOGICAL:
            yield from zip(LOGICAL[name], (values[0], values[-1]), strict=True)
        else:
            for logical, side in LOGICAL_SIDES.items():
                name = name.removeprefix("inset-") if name == f"inset-{logical}" else name  # noqa: PLW2901
                name = name.replace(logical, side)  # noqa: PLW2901
            yield name, value


def _values(value: str) -> list[str]:
    """Split a value at the blanks outside brackets."""
    values = []
    while value:
        part, _, value = _until(value, " ")
        values.append(part)
    return values


def _with_colours(rules: Sequence[StyleRule], tokens: Tokens) -> Iterator[StyleRule]:
    """Yield the rules with a token in the place of each mixture of colours, and the tokens of each scheme."""
    local = tokens.with_tokens(_declared(rules))
    mixtures: dict[str, str] = {}

    def mixed(value: str) -> str:
        def name(match: re.Match[str]) -> str:
            if not local.knows(match[0]):
                return match[0]
            return f"var({mixtures.setdefault(match[0], f'--mix-{len(mixtures)}-{local.number(match[0])}')})"

        return MIX.sub(name, value)

    changed = [_mapped(rule, mixed) for rule in rules]
    for scheme, selector in SCHEMES.items() if mixtures else ():
        yield StyleRule(selector, [(token, local.colour(mixture, scheme)) for mixture, token in mixtures.items()])
    yield from changed


def _mapped(rule: StyleRule, change: Callable[[str], str]) -> StyleRule:
    declarations = [(name, change(value)) for name, value in rule.declarations]
    return StyleRule(rule.prelude, declarations, [_mapped(inner, change) for inner in rule.rules])


def _declared(rules: Iterable[StyleRule]) -> Iterator[tuple[str, str, str]]:
    """Yield selector, name and value of each token outside conditions."""
    for rule in rules:
        for name, value in rule.declarations:
            if name.startswith("--"):
                yield rule.prelude, name, value


def _written(rule: StyleRule) -> str:
    if rule.rules:
        return f"{rule.prelude}{{{''.join(_written(inner) for inner in rule.rules)}}}"
    if not rule.declarations:
        ending = "" if rule.prelude.startswith("@page") else ";"
        return f"{rule.prelude}{ending}" if rule.prelude.startswith("@") else ""
    prelude = re.sub(r"\s*([>~])\s*|\s*([,])\s*", lambda match: match[1] or match[2], rule.prelude)
    return f"{prelude}{{{';'.join(f'{name}:{value}' for name, value in rule.declarations)}}}"
