"""The tag ``inline``: puts one template file into another at compile time, without layout white space."""

import re
from collections.abc import Iterator
from typing import NoReturn

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.lexer import TOKEN_DATA, Token, TokenStream
from jinja2.parser import Parser

from investment_portal.languages import Sentence
from investment_portal.problems import did_you_mean
from investment_portal.refusals import RegistryError
from investment_portal.rendering.sources import Sources

BLOCK_TAGS = """
address article aside blockquote body br caption col colgroup dd details dialog div dl dt fieldset figcaption figure
footer form h h1 h2 h3 h4 h5 h6 head header hr html legend li link main meta nav noscript ol optgroup option p pre
script section style summary table tbody td template tfoot th thead title tr ul
circle defs desc ellipse g line marker path polygon polyline rect text
"""
"""Tags beside which white space is not visible: text around them begins a new line, or they are not shown as text.

``h`` is the beginning of ``<h{{ level }}>``; the last line are the shapes of drawings.
"""

_BLOCK = frozenset(BLOCK_TAGS.split())
_LAYOUT = re.compile(r"[ \t]*\n\s*")
_TAG = re.compile(r"</?([a-z][a-z0-9]*)")
_VERBATIM = re.compile(r"<(/?)(pre|script|style|textarea)\b")


class Squeeze:
    """Squeezes the literal text of one template file, piece by piece, in the order of the file.

    White space that holds a line end is removed beside a block tag, and becomes one blank elsewhere: between inline
    elements it is visible. The content of ``pre``, ``script``, ``style`` and ``textarea`` stays as it is, and so does
    white space within a line.
    """

    def __init__(self) -> None:
        """Begin at the start of a file."""
        self._tag = ""  # the last tag before the current position, which may have begun in an earlier piece
        self._verbatim = ""

    def __call__(self, text: str, *, new_line: bool = False) -> str:
        """Return a piece of literal text without its layout; ``new_line`` where it begins a line."""
        if new_line and text.startswith((" ", "\t")):
            text = f"\n{text}"
        pieces = []
        start = 0
        for match in _VERBATIM.finditer(text):
            closing, tag = match.groups()
            if self._verbatim and closing and tag == self._verbatim:
                pieces.append(text[start : match.start()])
                start, self._verbatim = match.start(), ""
            elif not self._verbatim and not closing:
                pieces.append(self._squeezed(text[start : match.end()]))
                start, self._verbatim = match.end(), tag
        pieces.append(text[start:] if self._verbatim else self._squeezed(text[start:]))
        return "".join(pieces)

    def _squeezed(self, text: str) -> str:
        pieces = []
        start = 0
        for match in _LAYOUT.finditer(text):
            before, after = text[start : match.start()], _TAG.match(text, match.end())
            self._pass(before)
            neighbours = self._tag if before.endswith(">") else "", after[1] if after else ""
            pieces += [before, "" if _BLOCK.intersection(neighbours) else " "]
            start = match.end()
        self._pass(text[start:])
        return "".join([*pieces, text[start:]])

    def _pass(self, text: str) -> None:
        """Note the last tag of a text."""
        for tag in _TAG.findall(text):
            self._tag = tag


THEME_PAGES = "investment_portal/theme/pages"

CHOICE = "inline_choice"
"""The variable with the value that chooses a file."""


class AttributeGenerator(CodeGenerator):
    """Generates code that reads ``part.title`` as Python does, without looking for a key of that name as well.

    A page reads some four hundred attributes. Values of a dictionary are read as ``part['title']``.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the name that Jinja gives it
        """Write the access to an attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class TemplateEnvironment(Environment):
    """Jinja's environment with the tag ``inline``: escapes automatically, refuses undefined values."""

    code_generator_class = AttributeGenerator

    def __init__(self, sources: Sources, loader: BaseLoader) -> None:
        """Read templates with ``loader`` and inlined files from ``sources``."""
        self.sources = sources
        self.inlining: list[str] = []
        """Files that are being parsed, each inlined by the one before."""
        super().__init__(
            loader=loader,
            extensions=[InlineExtension],
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # a file that is saved during a build counts in the next one
        )


class InlineExtension(Extension):
    """Inlines files, removes the layout of their text, and numbers the lines of all files consecutively."""

    tags = {"inline"}  # noqa: RUF012 - as Jinja declares it
    environment: TemplateEnvironment

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a file, squeezed and with the numbers of their lines."""
        squeeze = Squeeze()
        start = self.environment.sources.start(stream.name or "")
        line = 0  # the last line of the tokens so far
        for token in stream:
            number, value = token.lineno, token.value
            if token.type == TOKEN_DATA:
                squeezed = squeeze(value, new_line=number > line)
                yield Token(start + number, TOKEN_DATA, squeezed)
                line = number + value.count("\n")
            else:
                yield Token(start + number, token.type, value)
                line = number

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Parse the tag and return the content of the file, or of each of the files."""
        stream = parser.stream
        line = next(stream).lineno
        pattern: str = stream.expect("string").value
        chosen = parser.parse_expression() if stream.skip_if("name:by") else None
        targets: list[nodes.Expr] = []
        values = []
        if stream.skip_if("name:with"):
            while not targets or stream.skip_if("comma"):
                targets.append(nodes.Name(stream.expect("name").value, "param", lineno=line))
                stream.expect("assign")
                values.append(parser.parse_expression())
        if chosen is not None:
            targets.append(nodes.Name(CHOICE, "param", lineno=line))
            values.append(chosen)
            body: list[nodes.Node] = [self._chosen(parser, pattern, line)]
        else:
            body = self._content(parser, pattern, line)
        return nodes.With(targets, values, body, lineno=line) if targets else body

    def _content(self, parser: Parser, name: str, line: int) -> list[nodes.Node]:
        """Return the content of a file."""
        environment, above = self.environment, [*self.environment.inlining, parser.name or ""]
        text = environment.sources.texts.get(name)
        if text is None:
            raise _syntax_error(parser, f"there is no file “{name}” to inline", line)
        if name in above:
            chain = " > ".join([*above[above.index(name) :], name])
            raise _syntax_error(parser, f"“{name}” cannot inline itself: {chain}", line)
        environment.inlining.append(parser.name or "")
        try:
            return environment.parse(text, name, name).body
        finally:
            environment.inlining.pop()

    def _chosen(self, parser: Parser, pattern: str, line: int) -> nodes.If:
        """Return a chain of conditions over the files that match a pattern."""
        before, _, after = pattern.partition("*")
        names = self.environment.sources.matching(pattern)
        if not names:
            raise _syntax_error(parser, f"no file matches “{pattern}”", line)
        branches = []
        for name in names:
            value = nodes.Const(name.removeprefix(before).removesuffix(after), lineno=line)
            test = nodes.Compare(_choice(line), [nodes.Operand("eq", value, lineno=line)], lineno=line)
            branches.append(nodes.If(test, self._content(parser, name, line), [], [], lineno=line))
        missing = self.call_method("missing", [nodes.Const(pattern, lineno=line), _choice(line)], lineno=line)
        first, *others = branches
        first.elif_ = others
        first.else_ = [nodes.Output([missing], lineno=line)]
        return first

    def missing(self, pattern: str, value: object) -> NoReturn:
        """Report a value for which there is no file."""
        before, _, after = pattern.partition("*")
        known = [name.removeprefix(before).removesuffix(after) for name in self.environment.sources.matching(pattern)]
        name, hint = pattern.replace("*", str(value)), did_you_mean(str(value), known)
        raise RegistryError(
            Sentence(
                f"没有模板“{name}”。请在 {THEME_PAGES} 里写这个文件，或改正代码里的名称“{value}”。{hint.zh}",
                f"There is no template “{name}”. Write this file in {THEME_PAGES}, or correct the name “{value}” in "
                f"the code. {hint.en}".strip(),
            )
        )


def _choice(line: int) -> nodes.Name:
    return nodes.Name(CHOICE, "load", lineno=line)


def _syntax_error(parser: Parser, message: str, line: int) -> TemplateSyntaxError:
    return TemplateSyntaxError(message, line, parser.name, parser.filename)
