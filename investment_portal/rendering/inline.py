"""The tag ``inline``: puts the content of one template file into another when templates are compiled."""

from collections.abc import Iterator
from typing import NoReturn

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateRuntimeError, TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.lexer import TOKEN_DATA, Token, TokenStream
from jinja2.parser import Parser

from investment_portal.rendering.sources import Sources
from investment_portal.rendering.squeeze import Squeeze

CHOICE = "inline_choice"
"""The variable that holds the value by which a file is chosen."""


class TemplateEnvironment(Environment):
    """Jinja's environment with the tag ``inline``: escapes automatically, refuses undefined values."""

    def __init__(self, sources: Sources, loader: BaseLoader) -> None:
        """Read templates with ``loader`` and inlined files from ``sources``."""
        self.sources = sources
        self.inlining: list[str] = []
        """Files that are being parsed, each inlined by the one before."""
        super().__init__(
            loader=loader,
            extensions=[Inline],
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # a file that is saved during a build counts in the next one
        )


class Inline(Extension):
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
        """Parse the tag and return what stands in the file, or in each of the files."""
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
        """Return what stands in a file."""
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
        raise TemplateRuntimeError(f"there is no file “{pattern.replace('*', str(value))}”")


def _choice(line: int) -> nodes.Name:
    return nodes.Name(CHOICE, "load", lineno=line)


def _syntax_error(parser: Parser, message: str, line: int) -> TemplateSyntaxError:
    return TemplateSyntaxError(message, line, parser.name, parser.filename)
